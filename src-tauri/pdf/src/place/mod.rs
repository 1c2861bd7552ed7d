//! The line on the student's own résumé.
//!
//! A résumé's bytes go in and a new file's come out. The line is drawn *into* the first page: its operators
//! stand in the content right after those of the name and contact block, so that a reader of any kind meets the
//! name, the contact details and then the dates. What has to give way is moved by one transformation put in
//! front of it; everything else in the file stays as it was.

mod apply;
mod art;
mod band;
mod choose;
mod colour;
mod contact;
mod cover;
mod error;
mod expand;
mod face;
mod headings;
mod insert;
mod kept;
mod line;
mod links;
mod marking;
mod moving;
mod notes;
mod open;
mod password;
mod patterns;
mod plan;
mod ready;
mod rewrite;
mod scopes;
mod seen;
mod sheet;
mod signed;
mod splice;
mod tags;
mod undo;
mod units;
mod words;

pub use apply::{inspect, place};
pub use error::PlaceError;
pub use line::Alignment;
pub(crate) use open::without_protection;

use serde::{Deserialize, Serialize};
use startline_engine::{Candidate, DateStyle, Stated, Typeface};

use crate::header::Header;
use crate::text::Fonts;

/// The most pages that a résumé may have.
pub const MAX_PAGES: usize = 200;
/// The most bytes that a résumé may have.
pub const MAX_BYTES: usize = 50_000_000;

/// What is put on a résumé.
#[derive(Debug, Clone, Copy)]
pub enum Placing<'a> {
    /// The availability line alone.
    Line {
        /// The dates it states.
        stated: &'a Stated,
        /// How they are written.
        dates: DateStyle,
        /// Who the student is; the line doesn't say it, but the résumé should.
        candidate: &'a Candidate,
    },
    /// The whole header.
    Header {
        /// What is drawn.
        header: &'a Header,
        /// The letters it is drawn with.
        fonts: &'a Fonts,
    },
}

/// Where on a résumé.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub enum Where {
    /// Below the résumé's own name and contact details.
    Splice,
    /// Above everything, in room made at the top.
    Band,
    /// On a page of its own before it.
    Cover,
}

/// How to place it. What isn't given is taken from the résumé.
#[derive(Debug, Clone, Default)]
pub struct PlaceOptions<'a> {
    /// The way; the best that the page allows where none is given.
    pub place: Option<Where>,
    /// Where the line begins.
    pub alignment: Option<Alignment>,
    /// The family of letters.
    pub typeface: Option<Typeface>,
    /// What opens the résumé.
    pub password: Option<&'a str>,
}

/// A résumé with the line on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The new file.
    pub pdf: Vec<u8>,
    /// The way that was taken.
    pub chosen: Where,
    /// Why, in a sentence.
    pub why: String,
    /// The size at which the page's own content is shown, 1 where it is as it was.
    pub scale: f32,
    /// How far down what moved did, in points, negative where it moved up: a point `y` below the top of the page
    /// now stands at `scale * y + moved`, and what moved keeps its middle where it was from left to right.
    pub moved: f32,
    /// The name that the résumé bears, as it stands there.
    pub name: Option<String>,
    /// Whether a line that Startline had placed before was taken off first.
    pub replaced_earlier: bool,
    /// What the student should know before saving, in sentences.
    pub warnings: Vec<String>,
    /// Where the drawing stands.
    pub area: Area,
}

/// What a résumé allows, before anything is placed on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Inspection {
    /// How many pages it has.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub pages: usize,
    /// The width of its first page, as it is read, in points.
    pub width: f32,
    /// The height of its first page.
    pub height: f32,
    /// The name that it bears.
    pub name: Option<String>,
    /// The first e-mail address on its first page.
    pub email: Option<String>,
    /// The ways, the best first page way before the others, each with why it is or isn't possible.
    pub ways: Vec<Way>,
    /// The way that would be taken.
    pub best: Where,
    /// Whether Startline has placed something on it before.
    pub placed_before: bool,
    /// What the student should know, in sentences.
    pub warnings: Vec<String>,
}

/// A way and whether the page allows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Way {
    /// The way.
    pub place: Where,
    /// Whether it is possible.
    pub possible: bool,
    /// Why, in a sentence.
    pub why: String,
}

/// A box on a page of the new file, from the left and the top of the page as it is read, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Area {
    /// The page, from 0.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub page: usize,
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// From left to right.
    pub width: f32,
    /// From top to bottom.
    pub height: f32,
}
