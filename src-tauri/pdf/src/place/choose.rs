//! Choosing the way: the best that the page allows, or the one that was asked for.

use hayro_svg::hayro_interpret::kurbo::{Affine, Point, Rect};

use super::art::Art;
use super::band::{LEAST_SCALE, Wanted, band};
use super::colour::{ground, readable};
use super::plan::Plan;
use super::ready::Ready;
use super::rewrite::{Insertion, rewrite};
use super::splice::splice;
use super::{Area, PlaceError, Where};
use crate::draw::Ink;
use crate::page::InkKind;

/// The way that is taken.
pub(super) enum Choice {
    /// On the first page.
    Page(Box<Plan>),
    /// On a page of its own, and why.
    Cover(String),
}

impl Ready {
    /// The way asked for, or the best that is possible.
    pub(super) fn choose(&self, asked: Option<Where>) -> Result<Choice, PlaceError> {
        let noun = self.art.noun();
        match asked {
            Some(Where::Cover) => Ok(Choice::Cover(format!("The {noun} stands on a page of its own, as you asked."))),
            Some(Where::Splice) => self.spliced().map_err(|why| {
                PlaceError::NoRoom(format!(
                    "The {noun} can’t stand below the contact details: {why}. Choose the top of the page or a cover page."
                ))
            }),
            Some(Where::Band) => self.banded(false).map_err(|why| {
                PlaceError::NoRoom(format!("There is no room for the {noun} at the top: {why}. Choose a cover page."))
            }),
            None if self.is_scan() => Ok(Choice::Cover(format!(
                "The résumé is a picture of a page, so the {noun} stands on a page of its own before it."
            ))),
            None => Ok(self.spliced().or_else(|_| self.banded(true)).unwrap_or_else(|why| {
                Choice::Cover(format!("The {noun} stands on a page of its own, since {why}."))
            })),
        }
    }

    /// The name that the page bears, where its letters can be read.
    pub(super) fn name(&self) -> Option<String> {
        let name = self.contact.as_ref()?.name.clone()?;
        name.chars().any(char::is_alphabetic).then_some(name)
    }

    fn is_scan(&self) -> bool {
        self.seen.is_scan(&self.sheet.look, &self.units)
    }

    /// A splice, or why there can be none.
    pub(super) fn spliced(&self) -> Result<Choice, String> {
        let Art::Line(line) = &self.art else {
            return Err("a header brings its own name and contact details".to_owned());
        };
        if self.is_scan() {
            return Err("the page is a picture".to_owned());
        }
        let contact = self.contact.as_ref().ok_or_else(|| "no name was found on the page".to_owned())?;
        self.tried(splice(&self.sheet, &self.units, &self.seen, contact, line)?)
    }

    /// A band, or why there can be none; `unasked`, only one that spoils nothing.
    pub(super) fn banded(&self, unasked: bool) -> Result<Choice, String> {
        if unasked && self.seen.bleeds() {
            return Err("the page’s design runs off its top".to_owned());
        }
        let (art, contact) = (&self.art, self.contact.as_ref());
        let wanted = Wanted {
            height: art.height(),
            gap: art.gap(),
            first: matches!(art, Art::Header(_)),
            noun: art.noun(),
        };
        let left = |shift: Affine| match art {
            Art::Line(line) => self.seen.beside_edges(line.left(contact, &self.seen, shift), line.width()),
            Art::Header(_) => (self.seen.width - art.width()) / 2.0,
        };
        let plan = band(&self.sheet, &self.units, &self.seen, contact, wanted, &left)?;
        if unasked && plan.scale < LEAST_SCALE {
            return Err("the page is full and would have to become visibly smaller".to_owned());
        }
        self.tried(plan)
    }

    /// The plan, if nothing stands where the drawing would and the content can be written under it.
    fn tried(&self, plan: Plan) -> Result<Choice, String> {
        if self.covers_letters(&plan) {
            return Err("other words stand where it would".to_owned());
        }
        self.content(&plan, b"").ok_or_else(|| "its content can’t be moved in parts".to_owned())?;
        Ok(Choice::Page(Box::new(plan)))
    }

    /// Whether words of the page would stand under the drawing.
    fn covers_letters(&self, plan: &Plan) -> bool {
        let (x, foot) = plan.at;
        let drawing = Rect::new(x, foot - self.art.height(), x + self.art.width(), foot).inset(-1.5);
        self.units.iter().zip(&plan.moves).any(|(unit, moves)| {
            let Some(ink) = unit.ink.filter(|ink| ink.kind == InkKind::Text) else { return false };
            let area = if *moves { plan.shift.transform_rect_bbox(ink.area) } else { ink.area };
            let both = area.intersect(drawing);
            both.width() > 0.5 && both.height() > area.height().min(drawing.height()) * 0.35
        })
    }

    /// Where the drawing stands.
    pub(super) fn area(&self, plan: &Plan) -> Area {
        let (x, foot) = plan.at;
        let (width, height) = (self.art.width(), self.art.height());
        Area { page: 0, x: x as f32, y: (foot - height) as f32, width: width as f32, height: height as f32 }
    }

    /// The ink of a line under a plan: the résumé's own colour, where that can be read.
    pub(super) fn ink(&self, plan: &Plan) -> Ink {
        let (x, foot) = plan.at;
        let middle = Point::new(x + self.art.width() / 2.0, foot - self.art.height() / 2.0);
        let colour = self.contact.as_ref().map_or([0x22, 0x22, 0x22, 255], |contact| contact.style.colour);
        readable(colour, ground(&self.units, &plan.moves, plan.moved, middle))
    }

    /// From the drawing's space to the page's own.
    pub(super) fn place_of(&self, plan: &Plan) -> Affine {
        self.sheet.look.upright.inverse() * self.art.place(plan.at)
    }

    /// The page's content under a plan, with `drawing` in its place.
    pub(super) fn content(&self, plan: &Plan, drawing: &[u8]) -> Option<Vec<u8>> {
        let (x, foot) = plan.at;
        let area = Rect::new(x, foot - self.art.height(), x + self.art.width(), foot);
        let insertion = Insertion { content: drawing, place: self.place_of(plan), area, after: plan.after };
        rewrite(&self.sheet, &self.units, &plan.moves, self.own(plan.shift), &insertion)
    }

    /// A movement as the reader sees it, in the page's own space.
    pub(super) fn own(&self, shift: Affine) -> Affine {
        let upright = self.sheet.look.upright;
        if shift == Affine::IDENTITY { shift } else { upright.inverse() * shift * upright }
    }
}
