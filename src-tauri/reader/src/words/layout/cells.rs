//! Rows of tables and the cells in them: set apart by bars, tabs or wide gaps.

use std::ops::Range;

use super::cut::between;
use super::{BARS, Line, LineKind};
use crate::words::token::{Gap, Tokens};

/// So many spaces are a gap between columns.
const WIDE: usize = 3;

/// Whether the gap before a token is one between cells.
pub(super) fn is_wide(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.get(at).is_none_or(|token| token.gap != Gap::Space) {
        return false;
    }
    let gap = between(tokens, at);
    let wide = gap.contains(['\t', '\u{3000}']) || gap.chars().filter(|c| c.is_whitespace()).count() >= WIDE;
    // “Start:    June 1” is one cell, and so is “June 1  –  August 7”.
    let joins = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|mark| mark.is_any(":：") || mark.is_dash())
    };
    wide && !gap.contains('\n') && !joins(at.checked_sub(1)) && !joins(Some(at))
}

/// Divides the lines that have cells, and finds the tables. A cell begins a sentence.
pub(super) fn divide(tokens: &mut Tokens<'_>, lines: &mut [Line]) -> Vec<Range<usize>> {
    let mut cells: Vec<Range<usize>> = Vec::new();
    for line in lines.iter_mut() {
        let first = cells.len();
        let Range { start, end } = line.tokens;
        let mut from = start;
        for at in start..end {
            let bar = tokens.get(at).is_some_and(|token| token.is_any(BARS));
            if bar {
                if at > start {
                    cells.push(from..at);
                }
                from = at + 1;
            } else if at > from && is_wide(tokens, at) && !is_mark_of(tokens, line, at) {
                cells.push(from..at);
                from = at;
                if let Some(token) = tokens.list.get_mut(at) {
                    token.opens = true;
                }
            }
        }
        if from < end {
            cells.push(from..end);
        }
        if cells.len() < first + 2 {
            cells.truncate(first);
        }
        line.cells = first..cells.len();
    }
    tables(lines);
    cells
}

/// Whether all that stands before a token on its line is the mark of a point.
fn is_mark_of(tokens: &Tokens<'_>, line: &Line, at: usize) -> bool {
    let digits = |at: usize| tokens.get(at).is_some_and(|token| token.width() <= 2);
    line.kind == LineKind::Item && at <= line.tokens.start + 2 && (line.tokens.start..at).all(digits)
        || line.kind == LineKind::Item && at == line.tokens.start + 1
}

/// Lines of as many cells one after another are rows of a table.
fn tables(lines: &mut [Line]) {
    let mut first = 0;
    while first < lines.len() {
        let is_row = |line: &Line| line.kind == LineKind::Row || line.cells.len() > 1;
        let Some(line) = lines.get(first) else { break };
        let (count, marked) = (line.cells.len(), line.kind == LineKind::Row);
        let mut end = first + 1;
        while lines.get(end).is_some_and(|next| {
            is_row(line)
                && is_row(next)
                && (next.kind == LineKind::Row) == marked
                && (marked || next.cells.len() == count)
        }) {
            end += 1;
        }
        // Two lines with a bar in each may be no more than a heading and what stands below it.
        if marked || end - first >= 3 {
            let number = u32::try_from(first).ok();
            for line in lines.iter_mut().take(end).skip(first) {
                line.table = number;
                if line.kind == LineKind::Plain {
                    line.kind = LineKind::Row;
                }
            }
        }
        first = end;
    }
}
