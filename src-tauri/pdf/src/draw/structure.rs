//! What the content means, in reading order.

/// The part that an element plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The title of the sheet: the name.
    Title,
    /// The heading of a section.
    Heading,
    /// Anything else that is read.
    Paragraph,
}

impl Role {
    /// The standard structure type of PDF.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Paragraph => "P",
        }
    }
}

/// A stretch of content and its part.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Its part.
    pub role: Role,
    /// What it holds, in reading order.
    pub kids: Vec<Kid>,
}

/// A piece of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum Kid {
    /// Text: the number of its marked content.
    Text(u32),
    /// Text that leads somewhere.
    Link {
        /// Where to.
        uri: String,
        /// The same in words.
        contents: String,
        /// The number of its marked content.
        mark: u32,
        /// Left, bottom, right and top of what can be pressed, in points.
        area: [f32; 4],
    },
}
