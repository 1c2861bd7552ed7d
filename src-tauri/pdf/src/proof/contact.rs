//! Contact details as a parser finds them in text.

/// The first e-mail address.
pub(super) fn email(text: &str) -> Option<String> {
    text.split_whitespace().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.strip_prefix("mailto:").unwrap_or(word);
        let (local, domain) = word.split_once('@')?;
        (!local.is_empty() && domain.contains('.') && !domain.contains('@')).then(|| word.to_owned())
    })
}

/// The first phone number: nine digits or more, or seven behind a plus sign, with nothing between them but
/// spaces, dots, dashes and brackets. Years beside years have fewer.
pub(super) fn phone(text: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let part = |c: char| c.is_ascii_digit() || "+-. ()/\u{a0}\u{2011}\u{2013}".contains(c);
        let mut stretches = line.split(|c| !part(c));
        stretches.find_map(|stretch| {
            let number = stretch.trim_matches(|c: char| !c.is_ascii_digit() && !"+()".contains(c)).trim();
            let digits = number.chars().filter(char::is_ascii_digit).count();
            let plain = number.starts_with('+') || digits >= 9;
            ((7..=15).contains(&digits) && plain).then(|| number.to_owned())
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn details_are_found_in_a_line() {
        let line = "San José, CA  zoe.nguyen@sjsu.example, +1 408-555-0142 github.com/zoe";
        assert_eq!(super::email(line).as_deref(), Some("zoe.nguyen@sjsu.example"));
        assert_eq!(super::phone(line).as_deref(), Some("+1 408-555-0142"));
        assert_eq!(super::phone("(408) 555-0142").as_deref(), Some("(408) 555-0142"));
        assert_eq!(super::phone("2021 - 2025, 12 weeks (2020 – 2023)"), None);
        assert_eq!(super::email("email: mailto:zoe@sjsu.example").as_deref(), Some("zoe@sjsu.example"));
        assert_eq!(super::email("Twitter @zoe or a@b"), None);
    }
}
