//! Pieces of text to lines, in the two orders that readers take.

use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

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
    // Letters with the marks that stand on them, which belong to them wherever they are drawn.
    let mut letters: Vec<Vec<&Shown>> = Vec::new();
    for piece in shown {
        let mark = piece.text.chars().next().is_some_and(is_combining_mark);
        match letters.last_mut() {
            Some(letter) if mark => letter.push(piece),
            _ => letters.push(vec![piece]),
        }
    }
    let place = |letter: &[&Shown]| letter.first().map_or((0.0, 0.0), |first| (first.x, first.y));
    letters.sort_by(|a, b| place(b).1.total_cmp(&place(a).1));
    let mut lines: Vec<Vec<Vec<&Shown>>> = Vec::new();
    for letter in letters {
        let first =
            |letters: &[Vec<&Shown>]| letters.first().and_then(|letter| letter.first().copied()).cloned();
        let same = lines.last().and_then(|line| Some(on_one_line(&first(line)?, letter.first()?)));
        match lines.last_mut() {
            Some(line) if same == Some(true) => line.push(letter),
            _ => lines.push(vec![letter]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| place(a).0.total_cmp(&place(b).0));
    }
    written(&lines.into_iter().map(|line| line.concat()).collect::<Vec<_>>())
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
