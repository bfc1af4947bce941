//! Title, date and address from the first lines of a text.

/// Characters of a first line that can be a title.
const LONGEST_TITLE: usize = 200;

/// Title, publication date and address.
pub(super) fn of(text: &str) -> (String, String, String) {
    let date = leading_date(text).unwrap_or_default();
    let mut url = String::new();
    let mut title = String::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()).take(6) {
        if line.starts_with("http://") || line.starts_with("https://") || line.starts_with("url ") {
            line.trim_start_matches("url ").clone_into(&mut url);
            continue;
        }
        let rest = match leading_date(line) {
            Some(_) => line.trim_start_matches("date ").get(10..).unwrap_or("").trim(),
            None => line,
        };
        if rest.is_empty() {
            continue;
        }
        if rest.chars().count() <= LONGEST_TITLE && !rest.ends_with('.') {
            rest.clone_into(&mut title);
        }
        break;
    }
    (title, date, url)
}

/// The date of a first line such as `date 2024-04-22 …`.
pub fn leading_date(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|l| !l.is_empty())?;
    let rest = line.strip_prefix("date ")?.trim_start();
    let date = rest.get(..10).or_else(|| rest.get(..7))?;
    if date.parse::<jiff::civil::Date>().is_ok() {
        return Some(date.to_owned());
    }
    let month = rest.get(..7)?;
    format!("{month}-01").parse::<jiff::civil::Date>().ok().map(|_| month.to_owned())
}
