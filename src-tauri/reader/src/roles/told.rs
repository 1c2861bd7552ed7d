//! What each item is for, as the weights tell it.

use std::ops::Range;

use startline_engine::{LengthRule, Mention, MentionRole, MentionValue, MonthSpan, PostedSpan};

use super::features::{Words, sketch};
use crate::items::item::What;
use crate::items::page::Page;
use crate::model::{Sketch, Table};

/// From here on a role is sure.
const SURE: f32 = 0.85;

/// What an item is for, and how likely.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    pub(crate) role: MentionRole,
    /// From 0 to 1.
    pub(crate) likely: f32,
}

impl Told {
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
        told.collect()
    }

    /// The items as mentions, with their years and orders settled.
    pub(crate) fn mentions(&self, told: &[Told]) -> Vec<Mention> {
        let mentions = self.items.iter().zip(told).filter_map(|(item, told)| {
            let quote = self.item_quote(item)?;
            let value = value(item.what).unwrap_or_else(|| {
                MentionValue::Other(self.tokens.text.get(quote.start..quote.end).unwrap_or("").to_owned())
            });
            Some(Mention { quote, value, role: told.role, sure: told.likely >= SURE })
        });
        mentions.collect()
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
    if best.1 >= none.1 {
        Told { role: best.0, likely: best.1 }
    } else {
        Told { role: none.0, likely: none.1 }
    }
}

fn value(what: What) -> Option<MentionValue> {
    let months = |first: crate::items::calendar::Month, last: crate::items::calendar::Month| {
        MentionValue::MonthSpan(MonthSpan { first: first.posted(), last: last.posted() })
    };
    Some(match what {
        What::Day(day) => MentionValue::Day(day.posted()),
        What::Days(first, last) => {
            MentionValue::Span(PostedSpan { first: first.posted(), last: last.posted() })
        }
        What::Week(first, last) => {
            MentionValue::Week(PostedSpan { first: first.posted(), last: last.posted() })
        }
        What::Month(month) => MentionValue::Month(month.posted()),
        What::Months(first, last) | What::Part(first, last) => months(first, last),
        What::Length(length) if !length.hours => {
            MentionValue::Length(LengthRule { unit: length.unit, min: length.min, max: length.max })
        }
        What::Season(season) => MentionValue::Season(season),
        What::Length(_) | What::Year(_) | What::Other => return None,
    })
}
