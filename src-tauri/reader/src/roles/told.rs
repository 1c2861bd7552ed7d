//! What each item is for, as the weights tell it.

use std::ops::Range;

use startline_engine::MentionRole;

use super::features::{Words, question, sketch};
use super::timeline::Timeline;
use crate::items::item::Item;
use crate::items::page::Page;
use crate::model::{Sketch, Table};
use crate::words::lexicon::Cues;
use crate::words::token::Kind;

/// From here on a role is sure.
const SURE: f32 = 0.85;

/// How likely a role that decides must be, beside all those together that don't. Below 1, since what is left out is seen
/// less easily than what is in doubt; measured by cross-validation.
const ENOUGH: f32 = 0.7;

/// How likely a length must be where the text tells no other; measured by cross-validation.
const LEAST: f32 = 0.25;

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
        let timeline = Timeline::of(self);
        let mut drawn = Sketch::default();
        let mut likely: Vec<Vec<f32>> = Vec::with_capacity(self.items.len());
        for index in 0..self.items.len() {
            sketch(self, &words, title, &timeline, index, &mut drawn);
            likely.push(table.likely(&mut drawn));
        }
        self.agree_in_lists(&mut likely);
        let answers = |index: usize| self.items.get(index).map_or("", |item| question(&item.what));
        let mut told: Vec<Told> = likely
            .iter()
            .enumerate()
            .map(|(index, likely)| decided(table.answers(answers(index)), likely))
            .collect();
        self.take_likeliest_length(table, &likely, &mut told);
        // “16 weeks of parental leave” is never how long the internship is.
        for (item, told) in
            self.items.iter().zip(&mut told).filter(|(_, told)| told.role == MentionRole::Length)
        {
            let after = (item.to..item.to + 4).take_while(|at| !self.opens(*at));
            if after.into_iter().any(|at| self.cues(at).has(Cues::LEAVE)) {
                told.role = MentionRole::Leave;
            }
        }
        // What an employer offers in general is what it offers here, where nothing else is said.
        if !told.iter().any(|told| told.role == MentionRole::Length) {
            for offered in told.iter_mut().filter(|told| told.role == MentionRole::OfferedLength) {
                offered.role = MentionRole::Length;
            }
        }
        told
    }
}

impl Page<'_> {
    /// Most internships say how long they last: where no length was told, the likeliest is one, if likely enough.
    fn take_likeliest_length(&self, table: &Table, likely: &[Vec<f32>], told: &mut [Told]) {
        if told.iter().any(|told| told.role == MentionRole::Length) {
            return;
        }
        let length = |index: usize, item: &Item| {
            let at = table
                .answers(question(&item.what))
                .iter()
                .position(|answer| role(answer) == MentionRole::Length)?;
            likely.get(index)?.get(at).copied()
        };
        let mut best: Option<(usize, f32)> = None;
        for (index, (item, told)) in self.items.iter().zip(&*told).enumerate() {
            let may = self.body.contains(&item.from) && !told.role.decides();
            if let Some(likely) =
                length(index, item).filter(|likely| may && *likely > best.map_or(LEAST, |best| best.1))
            {
                best = Some((index, likely));
            }
        }
        if let Some((index, likely)) = best
            && let Some(told) = told.get_mut(index)
        {
            *told = Told { role: MentionRole::Length, likely };
        }
    }

    /// Dates of one list are all for the same: “May 11, May 18 or June 8”, and points of a list that are dates alone.
    fn agree_in_lists(&self, likely: &mut [Vec<f32>]) {
        let mut first = 0;
        while first < likely.len() {
            let mut end = first + 1;
            while end < likely.len() && self.is_listed_with(end) {
                end += 1;
            }
            if let Some(list) = likely.get_mut(first..end).filter(|list| list.len() > 1) {
                let count = list.len() as f32;
                let mean: Vec<f32> = (0..list.first().map_or(0, Vec::len))
                    .map(|answer| list.iter().filter_map(|each| each.get(answer)).sum::<f32>() / count)
                    .collect();
                list.fill(mean);
            }
            first = end;
        }
    }

    /// Whether only marks and joining words stand between an item and the one before, and both are of one form.
    fn is_listed_with(&self, index: usize) -> bool {
        let Some((before, item)) =
            index.checked_sub(1).and_then(|at| self.items.get(at)).zip(self.items.get(index))
        else {
            return false;
        };
        let alike =
            item.what.is_date() && std::mem::discriminant(&before.what) == std::mem::discriminant(&item.what);
        alike
            && item.from - before.to <= 3
            && (before.to..item.from).all(|at| {
                let joins = self.cues(at).has(Cues::AND | Cues::OR);
                self.tokens.get(at).is_some_and(|token| {
                    token.kind == Kind::Mark && !token.is_any(":：|.") && (!token.is_dash() || token.opens)
                        || joins
                })
            })
    }
}

/// The most likely role. Those that decide nothing are weighed together against each that decides.
fn decided(answers: &[String], likely: &[f32]) -> Told {
    let mut none = (MentionRole::Other, 0.0, 0.0);
    let mut best = (MentionRole::Other, 0.0);
    for (answer, likely) in answers.iter().zip(likely) {
        let role = role(answer);
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

/// The role that an answer of the table names.
fn role(answer: &str) -> MentionRole {
    serde_json::from_value(answer.into()).unwrap_or(MentionRole::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likeliest_length_is_taken_where_none_is_told_and_it_is_likely_enough() {
        let roles = |against: &str, text: &str| -> Vec<MentionRole> {
            let table = Table::parse(&format!("= length length other\n: length is\nlength\tb{against}\n"));
            Page::of(text).told(&table, &(0..0)).iter().map(|told| told.role).collect()
        };
        assert_eq!(roles("60", "Our cooks stay for 10 weeks."), [MentionRole::Length]);
        assert_eq!(roles("150", "Our cooks stay for 10 weeks."), [MentionRole::Other]);
        assert_eq!(roles("60", "10 weeks of parental leave"), [MentionRole::Leave]);
    }
}
