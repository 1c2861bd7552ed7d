//! Several programmes or cohorts on one page: which of them each line speaks of.

use super::{Line, LineKind};
use crate::words::lexicon::Cues;
use crate::words::token::{Kind, Tokens};

/// The longest line that names a programme, in tokens.
const NAME: usize = 16;
/// The shape of a line that names a cohort by its number; headings are of the shape of their level.
const COHORT: usize = 7;

/// Numbers the programmes where a page has more than one of a shape. Number 0 is for what holds of them all.
pub(super) fn find(tokens: &Tokens<'_>, lines: &mut [Line]) {
    let mut shapes: Vec<Option<usize>> = lines.iter().map(|line| shape(tokens, line)).collect();
    // A name with no time of its own before the next is a menu's, or the title once more.
    let mut dated = [false; COHORT + 1];
    for (line, shape) in lines.iter().zip(&mut shapes).rev() {
        if is_dated(tokens, line) {
            dated = [true; COHORT + 1];
        }
        if let Some(dated) = shape.and_then(|shape| dated.get_mut(shape))
            && !std::mem::take(dated)
        {
            *shape = None;
        }
    }
    let mut counts = [0_usize; COHORT + 1];
    for shape in shapes.iter().flatten() {
        if let Some(count) = counts.get_mut(*shape) {
            *count += 1;
        }
    }
    let mut programme = 0_u16;
    let mut current = None;
    for (line, shape) in lines.iter_mut().zip(shapes) {
        if let Some(shape) = shape.filter(|shape| counts.get(*shape).is_some_and(|count| *count > 1)) {
            programme = programme.saturating_add(1);
            current = Some(shape);
        } else if current.is_some_and(|current| ends(line, current)) {
            current = None;
        }
        line.programme = if current.is_some() { programme } else { 0 };
    }
}

/// Whether a line holds a month or counts time.
fn is_dated(tokens: &Tokens<'_>, line: &Line) -> bool {
    line.tokens.clone().any(|at| {
        let sense = tokens.sense(at);
        sense.time.month > 0 || sense.cues.has(Cues::UNIT)
    })
}

/// Whether what a programme's name began ends with this line.
fn ends(line: &Line, shape: usize) -> bool {
    match shape {
        // A cohort is named in a line of a list or above a few lines of its own.
        COHORT => line.after_blank || line.kind == LineKind::Heading && line.level > 0,
        0 => line.level > 0,
        level => line.level > 0 && usize::from(line.level) <= level,
    }
}

/// The shape of a line that names a programme.
fn shape(tokens: &Tokens<'_>, line: &Line) -> Option<usize> {
    if line.tokens.len() > 3 * NAME {
        return None;
    }
    let has =
        |cues: Cues, take: usize| line.tokens.clone().take(take).any(|at| tokens.sense(at).cues.has(cues));
    let counted = |at: usize| {
        let beside = |at: usize| {
            tokens.get(at).is_some_and(|token| {
                token.kind == Kind::Number && token.width() <= 2
                    || token.kind == Kind::Word && token.width() == 1
            })
        };
        // “Cohort 2”, “Wave B”, “2. Tertial”.
        beside(at + 1) || at.checked_sub(1).is_some_and(beside) || at.checked_sub(2).is_some_and(beside)
    };
    let cohort = |at: usize| tokens.sense(at).cues.has(Cues::COHORT) && counted(at);
    if line.tokens.clone().take(4).any(cohort) {
        return Some(COHORT);
    }
    let heading = line.kind == LineKind::Heading && line.tokens.len() <= NAME;
    (heading && has(Cues::INTERN, NAME) && !has(Cues::PART, NAME)).then_some(usize::from(line.level))
}
