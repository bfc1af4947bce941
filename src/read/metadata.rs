//! Title, date and address from the first lines of a text.

/// Characters of a first line that can be a title.
const LONGEST_TITLE: usize = 200;

/// Title, publication date, address, and the byte at which the article itself begins.
pub(super) fn of(text: &str) -> (String, String, String, usize) {
    let (date, body) = header(text).unwrap_or_default();
    let mut url = String::new();
    let mut title = String::new();
    for line in text[body..].lines().map(str::trim).filter(|l| !l.is_empty()).take(6) {
        if line.starts_with("http://") || line.starts_with("https://") || line.starts_with("url ") {
            line.trim_start_matches("url ").clone_into(&mut url);
            continue;
        }
        if line.chars().count() <= LONGEST_TITLE && !line.ends_with('.') {
            line.clone_into(&mut title);
        }
        break;
    }
    (title, date, url, body)
}

/// The date of a first line such as `date 2024-04-22 …` (the day may be missing), and the byte behind it.
pub fn header(text: &str) -> Option<(String, usize)> {
    let lead = text.len() - text.trim_start().len();
    let rest = text[lead..].strip_prefix("date ")?;
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let rest = &rest[spaces..];
    let start = lead + "date ".len() + spaces;
    let day = rest.get(..10).filter(|d| d.parse::<jiff::civil::Date>().is_ok());
    let month = || rest.get(..7).filter(|m| format!("{m}-01").parse::<jiff::civil::Date>().is_ok());
    let date = day.or_else(month)?;
    Some((date.to_owned(), start + date.len()))
}
