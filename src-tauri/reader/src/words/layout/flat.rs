//! Tables and timelines whose cells stand one below another: which line says what a bare date is.

use super::{Line, LineKind, ends_with_colon, is_bare};
use crate::words::lexicon::Cues;
use crate::words::token::Tokens;

/// The longest line that is told of by a date above it, and the longest label, in tokens.
const LONGEST: usize = 80;
const LABEL: usize = 14;
/// The most columns of a table that came apart, and the longest of its cells.
const COLUMNS: usize = 6;
const CELL: usize = 12;

/// Finds what says each bare line's value.
pub(super) fn pair(tokens: &Tokens<'_>, lines: &mut [Line]) {
    let bare: Vec<bool> =
        lines.iter().map(|line| line.kind != LineKind::Row && is_bare(tokens, line)).collect();
    let mut first = 0;
    while first < lines.len() {
        let part = |at: usize| {
            let is_bare = bare.get(at).is_some_and(|bare| *bare);
            lines.get(at).is_some_and(|line| {
                line.cells.is_empty()
                    && line.level == 0
                    && line.table.is_none()
                    && line.tokens.len() <= LONGEST
                    && !(is_bare && line.kind == LineKind::Item)
            })
        };
        let mut end = first;
        while part(end) {
            end += 1;
        }
        if end > first && bare.iter().take(end).skip(first).any(|bare| *bare) {
            let run = Run { tokens, bare: &bare, first, end };
            if !run.columns(lines) {
                run.alternate(lines);
            }
        }
        first = end.max(first + 1);
    }
}

/// Lines that can belong to each other.
struct Run<'a, 't> {
    tokens: &'a Tokens<'t>,
    bare: &'a [bool],
    first: usize,
    end: usize,
}

impl Run<'_, '_> {
    fn bare(&self, at: usize) -> bool {
        self.bare.get(at).is_some_and(|bare| *bare)
    }

    /// The run's stretches of bare lines.
    fn values(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = self.first;
        while at < self.end {
            let start = at;
            while at < self.end && self.bare(at) {
                at += 1;
            }
            if at > start {
                found.push((start, at));
            }
            at += 1;
        }
        found
    }

    /// Labels and values by turns: which comes first is told by colons, by blank lines and by how the run begins
    /// and ends.
    fn alternate(&self, lines: &mut [Line]) {
        let values = self.values();
        let colon = |at: usize| lines.get(at).is_some_and(|line| ends_with_colon(self.tokens, line));
        let blank = |at: usize| lines.get(at).is_some_and(|line| line.after_blank);
        let above = |start: usize| start.checked_sub(1).filter(|above| *above >= self.first);
        let below = |end: usize| Some(end).filter(|below| *below < self.end);
        let heading = |at: Option<usize>| {
            at.and_then(|at| lines.get(at)).is_some_and(|line| line.kind == LineKind::Heading)
        };
        let regular = values.len() > 1
            && values.iter().zip(values.iter().skip(1)).all(|((_, end), (start, _))| start - end <= 2);
        // A heading above the first date, and sentences between the others, say what happened then.
        let between = || values.iter().skip(1).map(|(start, _)| above(*start));
        let headed = regular
            && heading(values.first().and_then(|(start, _)| above(*start)))
            && 2 * between().filter(|at| !heading(*at)).count() > between().count();
        let mut label_first = -4 * i32::from(headed);
        for &(start, end) in values.iter().skip(usize::from(headed)) {
            label_first += 3 * i32::from(above(start).is_some_and(colon));
            if let (Some(_), Some(below)) = (above(start), below(end)) {
                label_first += 2 * (i32::from(blank(below)) - i32::from(blank(start)));
            }
        }
        if regular {
            label_first += 2 * i32::from(values.last().is_some_and(|(_, end)| *end == self.end));
            label_first -= 2 * i32::from(values.first().is_some_and(|(start, _)| *start == self.first));
        }
        let says = |&(start, end): &(usize, usize)| {
            if regular && label_first < 0 {
                return below(end);
            }
            above(start).filter(|above| {
                let short = lines.get(*above).is_some_and(|line| line.tokens.len() <= LABEL);
                short && (regular || colon(*above) || self.is_label(lines.get(*above)))
            })
        };
        let told: Vec<Option<usize>> = values.iter().map(says).collect();
        for ((start, end), says) in values.into_iter().zip(told) {
            for line in lines.iter_mut().take(end).skip(start) {
                line.says = says.and_then(|says| u32::try_from(says).ok());
            }
        }
    }

    /// Whether a line without a colon is a label all the same: short, with a word that says what a date is for.
    fn is_label(&self, line: Option<&Line>) -> bool {
        line.is_some_and(|line| {
            line.tokens.len() <= 8
                && line
                    .tokens
                    .clone()
                    .any(|at| self.tokens.sense(at).cues.has(Cues::GOVERNING | Cues::DATEWORD))
        })
    }

    /// A table that came apart: as many heads as each row has cells, and the dates at the same place of each row.
    fn columns(&self, lines: &mut [Line]) -> bool {
        let Some(date) = (self.first..self.end).find(|at| self.bare(*at)) else { return false };
        let mut best: Option<(usize, usize, usize)> = None;
        for count in 2..=COLUMNS {
            for column in 0..count {
                let Some(head) = date.checked_sub(count + column).filter(|head| *head >= self.first) else {
                    continue;
                };
                let rows = self.rows(lines, head, count);
                if rows > 1
                    && self.is_label(lines.get(head + column))
                    && best.is_none_or(|(.., most)| rows * count > most)
                {
                    best = Some((head, count, rows * count));
                }
            }
        }
        let Some((head, count, cells)) = best else { return false };
        for at in head + count..head + count + cells {
            let row = at - (at - head) % count;
            if self.bare(at)
                && let Some(line) = lines.get_mut(at)
            {
                line.says = u32::try_from(row).ok().filter(|_| row != at && !self.bare(row));
                line.column = u32::try_from(head + (at - head) % count).ok();
            }
        }
        true
    }

    /// How many rows of the same shape follow the heads.
    fn rows(&self, lines: &[Line], head: usize, count: usize) -> usize {
        let short = |at: usize| lines.get(at).is_some_and(|line| line.tokens.len() <= CELL);
        if !(head..head + count).all(|at| short(at) && !self.bare(at)) {
            return 0;
        }
        let alike = |row: usize| {
            (0..count)
                .all(|cell| short(row + cell) && self.bare(row + cell) == self.bare(head + count + cell))
        };
        let rows =
            (head + count..self.end).step_by(count).take_while(|row| row + count <= self.end && alike(*row));
        rows.count()
    }
}
