//! Errors in packs: what, where, and what to do.

use std::fmt;

/// Something wrong in a language pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// The file, as the user would open it.
    pub file: String,
    /// Line, from 1; 0 where the error concerns the whole file.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Number of characters to underline.
    pub width: usize,
    /// The text of that line.
    pub source_line: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl PackError {
    /// An error about a whole file.
    pub fn file(file: &str, message: impl Into<String>, help: impl Into<String>) -> PackError {
        PackError {
            file: file.to_owned(),
            line: 0,
            column: 0,
            width: 0,
            source_line: String::new(),
            message: message.into(),
            help: help.into(),
        }
    }

    /// An error about the bytes `span` of `text`.
    pub fn at(
        file: &str,
        text: &str,
        span: std::ops::Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> PackError {
        let start = floor(text, span.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let end = floor(text, span.end.clamp(start, line_end));
        PackError {
            file: file.to_owned(),
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            width: text[start..end].chars().count().max(1),
            source_line: text[line_start..line_end].to_owned(),
            message: message.into(),
            help: help.into(),
        }
    }

    /// An error that the TOML reader reported.
    pub(super) fn toml(file: &str, text: &str, error: &toml::de::Error) -> PackError {
        PackError::at(
            file,
            text,
            error.span().unwrap_or(0..0),
            error.message().to_owned(),
            "see the other packs for the form",
        )
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.message)?;
        if self.line == 0 {
            write!(f, "  --> {}", self.file)?;
        } else {
            let gutter = self.line.to_string().len();
            writeln!(f, "{:gutter$}--> {}:{}:{}", "", self.file, self.line, self.column)?;
            writeln!(f, "{:gutter$} |", "")?;
            writeln!(f, "{} | {}", self.line, self.source_line)?;
            write!(f, "{:gutter$} | {:pad$}{}", "", "", "^".repeat(self.width), pad = self.column - 1)?;
        }
        if !self.help.is_empty() {
            write!(f, "\n  = help: {}", self.help)?;
        }
        Ok(())
    }
}

impl std::error::Error for PackError {}
