//! Pieces of text to lines, in the two orders that readers take.

use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::UnicodeNormalization as _;

use super::Shown;

/// The text in the order of the content: a step to another baseline is a new line, a gap is a space.
pub(crate) fn in_content_order(shown: &[Shown]) -> String {
    let mut lines: Vec<Vec<&Shown>> = Vec::new();
    for piece in shown {
        let same = lines.last().and_then(|line| line.last()).is_some_and(|last| on_one_line(last, piece));
        match lines.last_mut() {
            Some(line) if same => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    written(&lines)
}

/// The text as it is laid out: from top to bottom, and in a line from left to right.
pub(crate) fn in_layout_order(shown: &[Shown]) -> String {
    let mut pieces: Vec<&Shown> = shown.iter().collect();
    pieces.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines: Vec<Vec<&Shown>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.first().is_some_and(|first| on_one_line(first, piece)) => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    written(&lines)
}

/// Marks above and below the line, and text of another size beside it, belong to it.
fn on_one_line(a: &Shown, b: &Shown) -> bool {
    (a.y - b.y).abs() <= 0.35 * a.size.max(b.size)
}

fn written(lines: &[Vec<&Shown>]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| write(line)).filter(|line| !line.is_empty()).collect();
    lines.join("\n").nfc().collect()
}

/// One line: its pieces with spaces where there are gaps, right-to-left stretches turned to the order in which
/// they are read.
fn write(line: &[&Shown]) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut end: Option<f32> = None;
    for piece in line {
        let gap = end.map_or(0.0, |end| piece.x - end);
        let apart = gap > 0.16 * piece.size || gap < -1.5 * piece.size;
        let spaced = words.last().is_none_or(|word| word.ends_with(char::is_whitespace))
            || piece.text.starts_with(char::is_whitespace);
        if apart && !spaced {
            words.push(" ".to_owned());
        }
        words.push(piece.text.clone());
        end = Some(piece.end);
    }
    turn(&mut words);
    words.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Turns the stretches that are read from right to left, which stand in a page as they are seen.
fn turn(words: &mut [String]) {
    let class = |word: &str| word.chars().next().map(bidi_class);
    let right = |word: &String| matches!(class(word), Some(BidiClass::R | BidiClass::AL));
    let left = |word: &String| matches!(class(word), Some(BidiClass::L | BidiClass::EN | BidiClass::AN));
    let mut at = 0;
    while at < words.len() {
        if !words.get(at).is_some_and(right) {
            at += 1;
            continue;
        }
        let reach = words.iter().skip(at).take_while(|word| !left(word)).count();
        let last = words.iter().skip(at).take(reach).rposition(right).unwrap_or(0);
        if let Some(stretch) = words.get_mut(at..=at + last) {
            stretch.reverse();
        }
        at += last + 1;
    }
}
