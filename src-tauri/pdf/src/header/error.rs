//! Why there is no header, as sentences for the student.

use startline_engine::Template;

use crate::draw::DrawingError;
use crate::text::EastAsian;

/// Why a header can't be drawn or can't be saved. Nothing was written in any case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    /// There is no name.
    #[error("Give your name first: a header without one can't be saved.")]
    NoName,
    /// A field is longer than a header can hold.
    #[error("Your {field} has {length} characters; a header takes {limit}. Shorten it.")]
    TooLong {
        /// The field, as the student knows it.
        field: Field,
        /// Its length in characters.
        length: usize,
        /// The most that fit.
        limit: usize,
    },
    /// Everything together doesn't fit on the sheet.
    #[error("All of this doesn't fit on one sheet. Leave out some links or schools.")]
    NoRoom,
    /// A field holds characters that can't be seen: control characters, or ones that turn text around.
    #[error("Your {field} holds {}. Type it again instead of pasting it.", hidden(characters))]
    Hidden {
        /// The field.
        field: Field,
        /// The characters.
        characters: Vec<char>,
    },
    /// No font has some of the characters.
    #[error("{}", missing(*template, *field, characters))]
    Missing {
        /// The template that was to be drawn.
        template: Template,
        /// The field.
        field: Field,
        /// The characters, each as written.
        characters: Vec<String>,
    },
    /// The e-mail address is none.
    #[error("“{0}” is not an e-mail address: write one like zoe@example.edu, in one line.")]
    Email(String),
    /// A link leads nowhere that a résumé may.
    #[error("The link “{0}” can't stand on a résumé: only web addresses (https://…) and mailto: can.")]
    Link(String),
    /// The accent is no colour that can be printed.
    #[error("“{0}” is not a colour for print: write one like #1d4ed0, dark enough to read on white.")]
    Accent(String),
    /// The page could not be put together.
    #[error(transparent)]
    Drawing(#[from] DrawingError),
}

/// A field of the header, as the student knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name.
    Name,
    /// The line under the name.
    Headline,
    /// The e-mail address.
    Email,
    /// The phone number.
    Phone,
    /// The city.
    Location,
    /// A link or its label.
    Link,
    /// A school, degree or graduation.
    Education,
    /// The stated dates and their reason.
    Availability,
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::Headline => "headline",
            Self::Email => "e-mail address",
            Self::Phone => "phone number",
            Self::Location => "city",
            Self::Link => "link",
            Self::Education => "education",
            Self::Availability => "availability",
        })
    }
}

fn hidden(characters: &[char]) -> String {
    let breaks = characters.iter().all(|c| matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}'));
    if breaks {
        return "a line break".to_owned();
    }
    let codes: Vec<String> = characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    match codes.as_slice() {
        [code] => format!("a character that can't be seen ({code})"),
        _ => format!("characters that can't be seen ({})", codes.join(", ")),
    }
}

fn missing(template: Template, field: Field, characters: &[String]) -> String {
    let named = match characters {
        [] => "some characters".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    let letters = || characters.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphabetic());
    if letters().next().is_none() {
        let them = if characters.len() == 1 { "it" } else { "them" };
        return format!(
            "{named} in your {field} can't be printed so that every parser reads it. Leave {them} out."
        );
    }
    let template = match template {
        Template::Ruled => "Ruled",
        Template::Classic => "Classic",
        Template::Strip => "Strip",
    };
    let count = match characters.len() {
        1 => "1 letter".to_owned(),
        many => format!("{many} letters"),
    };
    let font = if letters().any(EastAsian::uses) {
        "the font Noto Sans CJK (in Debian and Ubuntu: fonts-noto-cjk)"
    } else {
        "a font that has them, such as Noto Sans of that script,"
    };
    format!(
        "The {template} template lacks {named}. {count} in your {field} would print as boxes. Install {font} and \
         try again."
    )
}
