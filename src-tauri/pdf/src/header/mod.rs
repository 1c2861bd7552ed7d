//! The header: who the student is and the dates they state, on a sheet of its own.

mod address;
mod check;
mod classic;
mod error;
mod ruled;
mod setter;
mod strip;
mod wording;

pub(crate) use check::printed;
pub use error::{Field, HeaderError};

use startline_engine::{Candidate, Paper, Stated, Style, Template};

use crate::accessible::{About, to_pdf};
use crate::draw::{Drawing, Size};
use crate::text::Fonts;

use setter::Setter;
use wording::Wording;

/// A header that can be sent. Its dates were judged: only a verdict makes a [`Stated`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Who the student is.
    pub candidate: Candidate,
    /// The dates it states.
    pub stated: Stated,
    /// How it looks.
    pub style: Style,
}

/// The header as it would look now, to be shown and not sent: it may still lack the name, and while nothing
/// can be stated it states nothing and says so.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// Who the student is.
    pub candidate: &'a Candidate,
    /// The dates it states, if any hold.
    pub stated: Option<&'a Stated>,
    /// How it looks.
    pub style: &'a Style,
}

impl Header {
    /// The header as a PDF of one page: tagged, archival, its fonts embedded. The same header gives the same
    /// bytes.
    ///
    /// # Errors
    /// [`HeaderError`], a sentence for the student, where something is missing or can't be printed.
    pub fn to_pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, HeaderError> {
        check::sendable(&self.candidate, &self.style)?;
        self.sheet().to_pdf(fonts)
    }

    /// The header as a drawing, to be put on a page of another file.
    ///
    /// # Errors
    /// [`HeaderError`], as for [`Header::to_pdf`].
    pub fn drawing(&self, fonts: &Fonts) -> Result<Drawing, HeaderError> {
        check::sendable(&self.candidate, &self.style)?;
        Ok(self.sheet().drawing(fonts)?.0)
    }

    /// The same for the eye alone.
    #[must_use]
    pub fn sheet(&self) -> Sheet<'_> {
        Sheet { candidate: &self.candidate, stated: Some(&self.stated), style: &self.style }
    }
}

impl Sheet<'_> {
    /// The sheet as a PDF of one page. What is not whole yet (no name, half an address) is drawn as it is.
    ///
    /// # Errors
    /// [`HeaderError`] where something can't be printed: no glyphs, hidden characters, no room.
    pub fn to_pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, HeaderError> {
        let (drawing, name) = self.drawing(fonts)?;
        let about =
            About { title: format!("{name} – Availability"), author: name, language: "en-US".to_owned() };
        Ok(to_pdf(drawing, &about)?)
    }

    /// The drawing and the name on it.
    fn drawing(&self, fonts: &Fonts) -> Result<(Drawing, String), HeaderError> {
        check::drawable(self.candidate)?;
        let wording = Wording::new(self.candidate, self.stated, self.style.dates);
        let mut setter = Setter::new(size(self.style.paper), self.style, fonts);
        match self.style.template {
            Template::Ruled => ruled::set(&mut setter, &wording)?,
            Template::Classic => classic::set(&mut setter, &wording)?,
            Template::Strip => strip::set(&mut setter, &wording)?,
        }
        let name = wording.name.unwrap_or_else(|| "Unnamed".to_owned());
        Ok((setter.canvas.finish()?, name))
    }
}

/// The sheet of a paper, in points.
#[must_use]
pub fn size(paper: Paper) -> Size {
    match paper {
        Paper::Letter => Size { width: 612.0, height: 792.0 },
        Paper::A4 => Size { width: 595.28, height: 841.89 },
    }
}
