//! The second look: what an item was taken for at first sight, beside what its neighbours were.

use crate::items::item::What;
use crate::items::page::Page;
use crate::model::{Part, Sketch};

use super::features::{kind, question};

/// What the first look said of an item: the likelihood of each answer, by the answer's number.
pub(crate) struct Said<'t> {
    /// The answers of its question.
    pub(crate) answers: &'t [String],
    pub(crate) likely: Vec<f32>,
}

impl<'t> Said<'t> {
    /// The most likely answer.
    pub(crate) fn top(&self) -> &'t str {
        let best = self.likely.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map(|(at, _)| at);
        best.and_then(|at| self.answers.get(at)).map_or("-", String::as_str)
    }

    fn of(&self, answer: &str) -> f32 {
        self.answers
            .iter()
            .position(|each| *each == answer)
            .and_then(|at| self.likely.get(at))
            .copied()
            .unwrap_or(0.0)
    }
}

/// A likelihood in steps: fine near 0 and 1.
fn step(likely: f32) -> &'static str {
    match likely {
        ..0.02 => "0",
        ..0.05 => "1",
        ..0.1 => "2",
        ..0.2 => "3",
        ..0.35 => "4",
        ..0.5 => "5",
        ..0.65 => "6",
        ..0.8 => "7",
        ..0.9 => "8",
        ..0.97 => "9",
        _ => "10",
    }
}

/// Puts the features of the second look at the item at `index`.
pub(crate) fn second_sketch(page: &Page<'_>, said: &[Said<'_>], index: usize, into: &mut Sketch) {
    let (Some(item), Some(own)) = (page.items.get(index), said.get(index)) else { return };
    into.begin(match question(&item.what) {
        "date" => "date-again",
        "length" => "length-again",
        _ => "season-again",
    });
    let mine = Part::of(kind(&item.what));
    let top = Part::of(own.top());
    into.put("kind", &[mine, top]);
    for (answer, likely) in own.answers.iter().zip(&own.likely) {
        if *likely >= 0.02 {
            into.put("first", &[Part::of(answer), Part::of(step(*likely))]);
        }
    }
    neighbours(page, said, index, top, into);
    elsewhere(page, said, index, top, into);
}

/// What stands before and after, in the line and in those beside it.
fn neighbours(page: &Page<'_>, said: &[Said<'_>], index: usize, top: Part<'_>, into: &mut Sketch) {
    let Some(item) = page.items.get(index) else { return };
    let number = page.layout.line_of(item.from);
    let mut pair = ["-", "-"];
    for (side, name) in [(0, "before"), (1, "after")] {
        let mut at = index;
        for nth in ["1", "2"] {
            at = if side == 0 { at.wrapping_sub(1) } else { at.wrapping_add(1) };
            let (Some(other), Some(answer)) = (page.items.get(at), said.get(at)) else { break };
            let far = number.abs_diff(page.layout.line_of(other.from));
            let far = match far {
                0 => "same",
                1 => "next",
                2..=4 => "near",
                _ => break,
            };
            let parts = [Part::of(name), Part::of(nth), Part::of(answer.top()), Part::of(far), top];
            into.put("neighbour", &parts);
            into.put("neighbour-kind", &[parts[0], parts[1], parts[2], Part::of(kind(&other.what)), top]);
            if nth == "1" {
                pair[side] = answer.top();
            }
        }
    }
    into.put("between", &[Part::of(pair[0]), Part::of(pair[1]), top]);
}

/// What the rest of the text says: whether another is more likely what this one is taken for, and what others of the
/// same value are.
fn elsewhere(page: &Page<'_>, said: &[Said<'_>], index: usize, top: Part<'_>, into: &mut Sketch) {
    let (Some(item), Some(own)) = (page.items.get(index), said.get(index)) else { return };
    for answer in ["start", "end", "program", "start_month", "deadline", "length", "season", "frame"] {
        let mine = own.of(answer);
        if mine < 0.02 && answer != "start" && answer != "program" {
            continue;
        }
        let best = said
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != index)
            .map(|(_, other)| other.of(answer))
            .fold(0.0, f32::max);
        let rank = match (mine > best, best) {
            (true, ..0.1) => "alone",
            (true, _) => "best",
            (false, ..0.5) => "behind",
            (false, ..0.9) => "beaten",
            (false, _) => "far-behind",
        };
        into.put("rank", &[Part::of(answer), Part::of(rank), top]);
        into.put("rank-step", &[Part::of(answer), Part::of(rank), Part::of(step(mine))]);
    }
    let same = page
        .items
        .iter()
        .zip(said)
        .enumerate()
        .filter(|(at, (other, _))| *at != index && alike(&item.what, &other.what));
    for (_, (_, other)) in same.take(4) {
        into.put("same-value", &[Part::of(other.top()), top]);
    }
}

fn alike(one: &What, other: &What) -> bool {
    match (one, other) {
        (What::Day(a), What::Day(b)) => (a.month, a.day) == (b.month, b.day),
        (What::Month(a), What::Month(b)) => a.month == b.month,
        (What::Length(a), What::Length(b)) => (a.unit, a.min.or(a.max)) == (b.unit, b.min.or(b.max)),
        (What::Days(a, b), What::Days(c, d)) => {
            (a.month, a.day, b.month, b.day) == (c.month, c.day, d.month, d.day)
        }
        (What::Season(a), What::Season(b)) => a == b,
        _ => false,
    }
}
