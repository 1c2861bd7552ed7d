//! Placing, as a child does it.

use startline_engine::Stated;
use startline_pdf::place::{self, PlaceError, PlaceOptions, Placing, Way, Where};
use startline_pdf::{Expected, Fonts, Header, Proof};

use super::{Asked, Kept, Password, Placement, ShownResume, What};
use crate::fonts::fonts;
use crate::isolated::joined;
use crate::judged::state;
use crate::preview::picture;
use crate::{Code, Failure};

/// The placement, joined to the new file.
pub(crate) fn placed(asked: &Asked, resume: &[u8]) -> Result<Vec<u8>, Failure> {
    let (placement, pdf) = Work::new(asked, resume)?.place(asked.wish.place)?;
    joined(&placement, &pdf)
}

/// Everything that the window shows, joined to the new file. A way that the page doesn't allow gives way to
/// the best one that it does.
pub(crate) fn shown(asked: &Asked, resume: &[u8]) -> Result<Vec<u8>, Failure> {
    let work = Work::new(asked, resume)?;
    let ways = work.ways()?;
    let possible = |place: &Where| ways.iter().any(|way| way.place == *place && way.possible);
    let (placement, pdf) = work.place(asked.wish.place.filter(possible))?;
    let (before, after) = (picture(resume, work.password()), picture(&pdf, None));
    joined(&ShownResume { before, after, ways, placement }, &pdf)
}

/// A résumé, and what is to be put on it.
struct Work<'a> {
    asked: &'a Asked,
    resume: &'a [u8],
    stated: Stated,
    header: Option<(Header, Fonts)>,
}

impl<'a> Work<'a> {
    fn new(asked: &'a Asked, resume: &'a [u8]) -> Result<Self, Failure> {
        let (draft, stated) = (&asked.draft, state(&asked.draft, asked.today)?);
        let header = (asked.wish.what == What::Header).then(|| {
            let (candidate, style) = (draft.candidate.clone(), draft.style.clone());
            let fonts = fonts(&candidate, style.typeface);
            (Header { candidate, stated: stated.clone(), style }, fonts)
        });
        Ok(Self { asked, resume, stated, header })
    }

    fn placing(&self) -> Placing<'_> {
        let draft = &self.asked.draft;
        match &self.header {
            Some((header, fonts)) => Placing::Header { header, fonts },
            None => {
                Placing::Line { stated: &self.stated, dates: draft.style.dates, candidate: &draft.candidate }
            }
        }
    }

    fn options(&self, place: Option<Where>) -> PlaceOptions<'_> {
        let wish = &self.asked.wish;
        PlaceOptions { place, alignment: wish.alignment, typeface: wish.typeface, password: self.password() }
    }

    fn password(&self) -> Option<&str> {
        self.asked.password.as_ref().map(Password::as_str)
    }

    fn ways(&self) -> Result<Vec<Way>, Failure> {
        Ok(place::inspect(self.resume, &self.placing(), &self.options(None))?.ways)
    }

    fn place(&self, place: Option<Where>) -> Result<(Placement, Vec<u8>), Failure> {
        let done = place::place(self.resume, &self.placing(), &self.options(place))?;
        let proof = startline_pdf::proof(&done.pdf, Some(&self.expected(&done)));
        let (start, end) = (Some(self.stated.start()), Some(self.stated.end()));
        let dates_read = !proof.orders.is_empty()
            && proof.orders.iter().all(|order| (order.start, order.end) == (start, end));
        let kept = if done.replaced_earlier { None } else { self.kept(&proof) };
        let placement = Placement {
            chosen: done.chosen,
            why: done.why,
            scale: done.scale,
            moved: done.moved,
            name: done.name,
            replaced_earlier: done.replaced_earlier,
            warnings: done.warnings,
            area: done.area,
            proof,
            dates_read,
            kept,
        };
        Ok((placement, done.pdf))
    }

    /// What the new file should say: of a header all of it; of a line the dates, under the résumé's own name.
    fn expected(&self, done: &place::Placed) -> Expected {
        let candidate = &self.asked.draft.candidate;
        let whole = Expected::header(candidate, &self.stated);
        if self.header.is_some() {
            return whole;
        }
        let name = done.name.clone().unwrap_or(whole.name);
        Expected { name, email: None, phone: None, links: Vec::new(), ..whole }
    }

    /// How much of the résumé's text stands in the new file's, around what was put in.
    fn kept(&self, after: &Proof) -> Option<Kept> {
        let before = startline_pdf::proof(self.resume, None);
        let before = letters(before.orders.first()?.text.as_str());
        let after = letters(after.orders.first()?.text.as_str());
        if before.is_empty() {
            return None;
        }
        let alike =
            |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
        let ahead = alike(&mut before.iter().zip(&after));
        let behind = alike(&mut before.iter().rev().zip(after.iter().rev()));
        Some(Kept { before: before.len(), after: before.len().min(ahead + behind) })
    }
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

impl From<PlaceError> for Failure {
    fn from(error: PlaceError) -> Self {
        let code = match error {
            PlaceError::NeedsPassword => Code::NeedsPassword,
            PlaceError::WrongPassword => Code::WrongPassword,
            _ => Code::Other,
        };
        Self { code, message: error.to_string() }
    }
}
