//! What a header refuses, before anything is drawn.

use startline_engine::{Candidate, Style};

use super::address;
use super::{Field, HeaderError};
use crate::draw::Ink;

/// The longest name, in characters.
const NAME: usize = 200;
/// The longest of any other field.
const OTHER: usize = 300;

/// Refuses what can't be drawn well whatever it is for: fields too long, and characters that can't be seen.
pub(super) fn drawable(candidate: &Candidate) -> Result<(), HeaderError> {
    for (field, text) in printed(candidate) {
        let limit = if field == Field::Name { NAME } else { OTHER };
        let length = text.chars().count();
        if length > limit {
            return Err(HeaderError::TooLong { field, length, limit });
        }
        let mut characters: Vec<char> = text.chars().filter(|c| is_hidden(*c)).collect();
        characters.dedup();
        if !characters.is_empty() {
            return Err(match field {
                Field::Email => HeaderError::Email(text.escape_default().to_string()),
                _ => HeaderError::Hidden { field, characters },
            });
        }
    }
    Ok(())
}

/// Refuses what must not be sent: no name, an address that leads nowhere, a colour that can't be read.
pub(super) fn sendable(candidate: &Candidate, style: &Style) -> Result<(), HeaderError> {
    drawable(candidate)?;
    if candidate.name.trim().is_empty() {
        return Err(HeaderError::NoName);
    }
    if let Some(email) = given(candidate.email.as_deref()) {
        address::email(email).ok_or_else(|| HeaderError::Email(email.to_owned()))?;
    }
    for link in &candidate.links {
        if let Some(url) = given(Some(&link.url)) {
            address::web(url).ok_or_else(|| HeaderError::Link(url.to_owned()))?;
        }
    }
    if let Some(accent) = given(style.accent.as_deref()) {
        colour(accent).ok_or_else(|| HeaderError::Accent(accent.to_owned()))?;
    }
    Ok(())
}

/// The text without the space around it, where there is any.
pub(super) fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A colour written `#1d4ed0`, if it stands out from white at least 3 to 1.
pub(super) fn colour(text: &str) -> Option<Ink> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    (1.05 / (luminance + 0.05) >= 3.0).then_some(Ink(red, green, blue))
}

/// The fields that a header prints.
pub(crate) fn printed(candidate: &Candidate) -> Vec<(Field, &str)> {
    let mut fields = vec![(Field::Name, candidate.name.as_str())];
    let single = [
        (Field::Headline, &candidate.headline),
        (Field::Email, &candidate.email),
        (Field::Phone, &candidate.phone),
        (Field::Location, &candidate.location),
    ];
    fields.extend(single.into_iter().filter_map(|(field, text)| Some((field, text.as_deref()?))));
    for link in &candidate.links {
        fields.extend([(Field::Link, link.label.as_str()), (Field::Link, link.url.as_str())]);
    }
    for school in &candidate.education {
        let parts = [Some(&school.school), school.degree.as_ref(), school.graduation.as_ref()];
        fields.extend(parts.into_iter().flatten().map(|text| (Field::Education, text.as_str())));
    }
    fields
}

/// Control characters, and the ones that turn text around or hide in it. The joiners that some scripts need
/// are not among them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
