//! What each item is for, as the weights tell it.

use std::ops::Range;

use startline_engine::MentionRole;

use super::features::{Words, sketch};
use crate::items::page::Page;
use crate::model::{Sketch, Table};

/// From here on a role is sure.
const SURE: f32 = 0.85;

/// How likely a role that decides must be, beside all those together that don't. Below 1, since what is left out is seen
/// less easily than what is in doubt; measured by cross-validation.
const ENOUGH: f32 = 0.7;

/// What an item is for, and how likely.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) role: MentionRole,
    /// From 0 to 1.
    pub(crate) likely: f32,
}

impl Told {
    /// Whether there is hardly a doubt.
    pub(crate) fn is_sure(self) -> bool {
        self.likely >= SURE
    }

    /// In what is no internship nothing decides but the last day to apply.
    pub(crate) fn without_program(&mut self) {
        if self.role.decides() && self.role != MentionRole::Deadline {
            self.role = MentionRole::Other;
        }
    }
}

impl Page<'_> {
    /// What each item is for, in the order of the items.
    pub(crate) fn told(&self, table: &Table, title: &Range<usize>) -> Vec<Told> {
        let words = Words::of(self);
        let mut drawn = Sketch::default();
        let told = (0..self.items.len()).map(|index| {
            sketch(self, &words, title, index, &mut drawn);
            decided(table.answers(drawn.question()), &table.likely(&mut drawn))
        });
        let mut told: Vec<Told> = told.collect();
        // What an employer offers in general is what it offers here, where nothing else is said.
        if !told.iter().any(|told| told.role == MentionRole::Length) {
            for offered in told.iter_mut().filter(|told| told.role == MentionRole::OfferedLength) {
                offered.role = MentionRole::Length;
            }
        }
        told
    }
}

/// The most likely role. Those that decide nothing are weighed together against each that decides.
fn decided(answers: &[String], likely: &[f32]) -> Told {
    let mut none = (MentionRole::Other, 0.0, 0.0);
    let mut best = (MentionRole::Other, 0.0);
    for (answer, likely) in answers.iter().zip(likely) {
        let role: MentionRole = serde_json::from_value(answer.as_str().into()).unwrap_or(MentionRole::Other);
        if role.decides() {
            if *likely > best.1 {
                best = (role, *likely);
            }
        } else {
            none.1 += likely;
            if *likely > none.2 {
                (none.0, none.2) = (role, *likely);
            }
        }
    }
    if best.1 >= none.1 * ENOUGH {
        Told { role: best.0, likely: best.1 }
    } else {
        Told { role: none.0, likely: none.1 }
    }
}
