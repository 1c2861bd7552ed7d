//! What holds at each operator: the transformation, the text line, and how deep in `q` and marked content.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_svg::hayro_interpret::kurbo::Affine;

use super::Op;

/// The state in which an operator finds the page.
#[derive(Debug, Clone)]
pub struct Before {
    /// From the operator's space to the page's own.
    pub ctm: Affine,
    /// How many `q` are open.
    pub depth: usize,
    /// The matrix of the text line, within a text object.
    pub text: Option<Affine>,
    /// The marked content that is open, outermost first.
    pub marks: Rc<Vec<Mark>>,
    /// Whether a path has been begun and not painted.
    pub in_path: bool,
    /// The font as the resources name it.
    pub font: Option<Rc<[u8]>>,
    /// Whether shown text becomes a clip (text rendering modes 4 to 7).
    pub clips_text: bool,
    /// Whether text was shown since the text position was last set, so that the next text goes on after it.
    pub advanced: bool,
    /// The transformation outside every `q`.
    pub outer: Affine,
}

/// A piece of marked content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its tag, such as `P` or `Artifact`.
    pub tag: Vec<u8>,
    /// The number that ties it to the structure tree, where it stands inline.
    pub mcid: Option<i64>,
    /// The name of its property list, where that stands in the resources.
    pub properties: Option<Vec<u8>>,
    /// Whether it was opened within a text object that is still open.
    pub in_text: bool,
}

#[derive(Clone)]
struct Graphics {
    ctm: Affine,
    leading: f64,
    font: Option<Rc<[u8]>>,
    clips_text: bool,
}

/// How deep marked content is followed. No program nests it by more than a few.
const MARKS: usize = 64;

/// The state before each operator, and one more: the state at the end.
#[must_use]
pub fn befores(content: &[u8], ops: &[Op]) -> Vec<Before> {
    let mut now = Graphics { ctm: Affine::IDENTITY, leading: 0.0, font: None, clips_text: false };
    let mut stack: Vec<Graphics> = Vec::new();
    let mut text = None;
    let mut marks: Rc<Vec<Mark>> = Rc::default();
    let mut too_deep = 0_usize;
    let (mut in_path, mut advanced) = (false, false);
    let mut fonts: HashMap<Vec<u8>, Rc<[u8]>> = HashMap::new();
    let mut befores = Vec::with_capacity(ops.len() + 1);
    let mut note = |now: &Graphics, stack: &[Graphics], text, marks: &Rc<Vec<Mark>>, (in_path, advanced)| {
        let (font, clips_text, marks) = (now.font.clone(), now.clips_text, Rc::clone(marks));
        let outer = stack.first().map_or(now.ctm, |outer| outer.ctm);
        let depth = stack.len();
        befores.push(Before { ctm: now.ctm, depth, text, marks, in_path, font, clips_text, advanced, outer });
    };
    for op in ops {
        note(&now, &stack, text, &marks, (in_path, advanced));
        let numbers = || op.numbers(content);
        let mut line = |by: Affine| text = text.map(|line: Affine| line * by);
        match op.name(content) {
            b"BT" | b"Tm" | b"Td" | b"TD" | b"T*" => advanced = false,
            b"Tj" | b"TJ" | b"'" | b"\"" => advanced = true,
            _ => {}
        }
        match op.name(content) {
            b"q" => stack.push(now.clone()),
            b"Q" => now = stack.pop().unwrap_or(now),
            b"cm" => now.ctm *= matrix(&numbers()).unwrap_or_default(),
            b"BT" => text = Some(Affine::IDENTITY),
            b"ET" => {
                text = None;
                if marks.iter().any(|mark| mark.in_text) {
                    Rc::make_mut(&mut marks).iter_mut().for_each(|mark| mark.in_text = false);
                }
            }
            b"Tm" => text = text.and(matrix(&numbers())).or(text),
            b"Td" => line(shift(&numbers())),
            b"TD" => {
                now.leading = -numbers().get(1).copied().unwrap_or(0.0);
                line(shift(&numbers()));
            }
            b"TL" => now.leading = numbers().first().copied().unwrap_or(0.0),
            b"T*" | b"'" | b"\"" => line(Affine::translate((0.0, -now.leading))),
            b"Tf" => {
                now.font = op
                    .first_name(content)
                    .map(|name| Rc::clone(fonts.entry(name.to_vec()).or_insert_with(|| Rc::from(name))));
            }
            b"Tr" => now.clips_text = numbers().first().is_some_and(|mode| *mode >= 4.0),
            b"BMC" | b"BDC" if marks.len() >= MARKS => too_deep += 1,
            b"BMC" | b"BDC" => Rc::make_mut(&mut marks).push(mark(op, content, text.is_some())),
            b"EMC" if too_deep > 0 => too_deep -= 1,
            b"EMC" => drop(Rc::make_mut(&mut marks).pop()),
            b"m" | b"l" | b"c" | b"v" | b"y" | b"re" | b"h" => in_path = true,
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"n" => in_path = false,
            _ => {}
        }
    }
    note(&now, &stack, text, &marks, (in_path, advanced));
    befores
}

fn matrix(numbers: &[f64]) -> Option<Affine> {
    let last = numbers.len().checked_sub(6)?;
    Some(Affine::new(numbers.get(last..)?.try_into().ok()?))
}

fn shift(numbers: &[f64]) -> Affine {
    match numbers {
        [.., x, y] => Affine::translate((*x, *y)),
        _ => Affine::IDENTITY,
    }
}

fn mark(op: &Op, content: &[u8], in_text: bool) -> Mark {
    let operands = op.operands(content);
    let tag = op.first_name(content).unwrap_or_default().to_vec();
    let rest =
        operands.iter().position(|byte| *byte == b'/').and_then(|at| operands.get(at + 1 + tag.len()..));
    let rest = rest.unwrap_or_default().trim_ascii();
    let mcid = rest.windows(5).position(|word| word == b"/MCID").and_then(|at| {
        let digits: Vec<u8> =
            rest.get(at + 5..)?.trim_ascii_start().iter().copied().take_while(u8::is_ascii_digit).collect();
        String::from_utf8(digits).ok()?.parse().ok()
    });
    let properties = rest.strip_prefix(b"/").map(<[u8]>::to_vec);
    Mark { tag, mcid, properties, in_text }
}
