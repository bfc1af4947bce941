//! Plain text files.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Rejection;

/// The largest article, in bytes. A longer file is an archive or a mistake.
pub const MOST_BYTES: u64 = 1 << 20;

/// The text of a file, or what is wrong and what to do.
pub(super) fn load(path: &Path) -> Result<String, Rejection> {
    let unreadable =
        |e: std::io::Error| Rejection::Unreadable(format!("cannot be read ({e}); check the path and its permissions"));
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        let reason = format!("larger than {} MiB; split it into one file an article", MOST_BYTES >> 20);
        return Err(Rejection::NoArticle(reason));
    }
    decode(bytes).map_err(Rejection::NoArticle)
}

/// The text of some bytes: UTF-8 with or without a mark, UTF-16 with one.
///
/// # Errors
/// What is wrong and what to do, where they are no text.
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    let utf16 = |little: bool| {
        let units: Vec<u16> = bytes[2..]
            .chunks_exact(2)
            .map(|p| if little { u16::from_le_bytes([p[0], p[1]]) } else { u16::from_be_bytes([p[0], p[1]]) })
            .collect();
        String::from_utf16(&units).map_err(|_| "not valid UTF-16; save it as UTF-8".to_owned())
    };
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, ..] => utf16(true)?,
        [0xFE, 0xFF, ..] => utf16(false)?,
        _ if bytes.contains(&0) => return Err("a binary file; give palmares plain text".into()),
        _ => String::from_utf8(bytes)
            .map_err(|e| format!("not UTF-8 (byte {}); save it as UTF-8", e.utf8_error().valid_up_to()))?,
    };
    let text = text.strip_prefix('\u{FEFF}').map_or(text.clone(), str::to_owned);
    if text.trim().is_empty() {
        return Err("empty; nothing to read".into());
    }
    Ok(text)
}
