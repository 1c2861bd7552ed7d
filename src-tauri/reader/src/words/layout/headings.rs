//! Which line announces which.

use super::{Line, LineKind, ends_with_colon, is_bare, is_latin, is_pictograph, last_token};
use crate::words::lexicon::Cues;
use crate::words::token::{Kind, Tokens};

/// More tokens than this in a line of prose end what a small heading announced.
const PROSE: usize = 14;
/// The most tokens of a question that stands for a heading.
const QUESTION: usize = 24;

/// A point of a list that others can stand below.
struct Point {
    line: Option<u32>,
    indent: u16,
    bullet: u32,
    opens: bool,
}

/// Finds what announces each line, and the section that it stands in.
pub(super) fn find(tokens: &Tokens<'_>, lines: &mut [Line]) {
    let (mut announcing, mut section) = (None, None);
    // What announces again once a list has ended that a line with a colon announced.
    let mut after_list: Option<Option<u32>> = None;
    let mut points: Vec<Point> = Vec::new();
    for index in 0..lines.len() {
        let Some(line) = lines.get(index).cloned() else { break };
        let number = u32::try_from(index).ok();
        let is_heading = line.kind != LineKind::Row && is_heading(tokens, &line);
        let strong = is_heading && line.kind != LineKind::Item && is_strong(tokens, &line);
        let listed = matches!(line.kind, LineKind::Item | LineKind::Row) || is_bare(tokens, &line);
        let intro = line.kind == LineKind::Plain && !is_heading && !listed;
        let colon = ends_with_colon(tokens, &line);
        let next = lines.get(index + 1);
        let leads = next.is_some_and(|next| matches!(next.kind, LineKind::Item) && line.tokens.len() <= 60);
        let mut parent = None;
        if line.kind == LineKind::Item {
            let bullet = tokens.get(line.tokens.start).map_or(0, |token| token.value);
            while points.last().is_some_and(|point| {
                point.indent > line.indent
                    || point.indent == line.indent && (point.bullet == bullet || !point.opens)
            }) {
                points.pop();
            }
            parent = points.last().and_then(|point| point.line);
            points.push(Point { line: number, indent: line.indent, bullet, opens: colon });
        } else if let Some(point) = points.last() {
            // “• Apply before” and, set in below it, “March 17”.
            let short = lines
                .get(index - 1)
                .is_some_and(|above| above.tokens.len() <= 8 && above.kind == LineKind::Item);
            if line.indent > point.indent && (short || point.opens) && !line.after_blank {
                parent = point.line;
            } else {
                points.clear();
                if !is_heading
                    && !listed
                    && let Some(outer) = after_list.take()
                {
                    (announcing, section) = (outer, outer);
                }
            }
        }
        if let Some(line) = lines.get_mut(index) {
            line.heading = parent.or(announcing);
            line.section = if parent.is_some() { announcing.or(section) } else { section };
            if is_heading && line.kind == LineKind::Plain {
                line.kind = LineKind::Heading;
            }
        }
        let outer = section;
        if strong {
            section = number;
        }
        if parent.is_some() && line.kind != LineKind::Item {
            continue;
        }
        if is_heading && !listed || intro && (colon || leads || is_question(tokens, &line)) {
            announcing = number;
            after_list = (intro || colon && !is_firm(tokens, &line)).then_some(outer);
        } else if intro && line.tokens.len() > PROSE {
            // A paragraph of prose ends what a small heading announced, but not its section.
            announcing = section;
        }
    }
}

/// Whether a line asks something and says nothing else.
fn is_question(tokens: &Tokens<'_>, line: &Line) -> bool {
    line.tokens.len() <= QUESTION
        && last_token(tokens, line).is_some_and(|last| last.is_any("?？"))
        && line.tokens.clone().skip(1).filter(|at| tokens.get(*at).is_some_and(|token| token.opens)).count()
            <= 1
}

/// Whether a line says what follows rather than something itself.
fn is_heading(tokens: &Tokens<'_>, line: &Line) -> bool {
    if line.level > 0 {
        return true;
    }
    let Some(last) = last_token(tokens, line) else { return false };
    let len = line.tokens.len();
    let first = line.tokens.start;
    if line.tokens.clone().take(16).any(|at| tokens.get(at).is_some_and(|token| token.kind == Kind::Address))
    {
        return false;
    }
    if last.is_any(":：") {
        return len <= 16;
    }
    if len > 9 || last.is_any(".!?,;。，；") || is_bare(tokens, line) {
        return false;
    }
    let inner_label = line.tokens.clone().any(|at| tokens.get(at).is_some_and(|token| token.is_any(":：")));
    let letters = tokens.get(first).is_some_and(|token| {
        token.kind == Kind::Word && (token.is_capital() || !is_latin(tokens, first))
            || is_pictograph(token)
            || token.is('[')
    });
    let words = |at: usize| tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
    letters && !inner_label && line.kind == LineKind::Plain && line.tokens.clone().any(words)
}

/// Whether a heading opens a section.
fn is_strong(tokens: &Tokens<'_>, line: &Line) -> bool {
    is_firm(tokens, line) || line.tokens.len() <= 6
}

/// Whether only another heading ends what a heading announces: Markdown's, all bold, or a section's usual name.
fn is_firm(tokens: &Tokens<'_>, line: &Line) -> bool {
    let bold = || {
        let start = tokens.get(line.tokens.start).map_or(0, |token| token.start) as usize;
        tokens.text.get(..start).is_some_and(|before| before.ends_with("**") || before.ends_with("__"))
    };
    line.level > 0
        || bold()
        || line.tokens.clone().take(12).any(|at| {
            tokens
                .sense(at)
                .cues
                .has(Cues::SECTION | Cues::MINQUAL | Cues::PREFQUAL | Cues::BENEFIT | Cues::OTHERJOBS)
        })
}
