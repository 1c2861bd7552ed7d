//! One page, operator by operator.

use std::collections::HashMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::STREAM_LIMIT;
use super::font::Font;
use super::matrix::Matrix;

/// A glyph, or a stretch that says something as a whole, where it stands on the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    /// What it says.
    pub(crate) text: String,
    /// Where it begins, in points from the left.
    pub(crate) x: f32,
    /// Where the next would begin.
    pub(crate) end: f32,
    /// Its baseline, in points from the bottom.
    pub(crate) y: f32,
    /// The size of its letters in points.
    pub(crate) size: f32,
}

/// How deep forms may stand in forms.
const DEPTH: usize = 8;
/// The most glyphs taken from one page.
const GLYPHS: usize = 1 << 20;

/// The text of a page in the order of its content. What can't be read is passed over.
pub(super) fn read(document: &Document, page: ObjectId) -> Vec<Shown> {
    let content = document.get_page_content_with_limit(page, STREAM_LIMIT).unwrap_or_default();
    let mut resources = Vec::new();
    if let Ok((own, inherited)) = document.get_page_resources(page) {
        resources.extend(own);
        resources.extend(inherited.into_iter().filter_map(|id| document.get_dictionary(id).ok()));
    }
    let rotation = inherited(document, page, b"Rotate").and_then(|object| object.as_i64().ok()).unwrap_or(0);
    let mut reader = Reader { document, shown: Vec::new(), fonts: HashMap::new() };
    let base = State { ctm: upright(rotation), ..State::default() };
    reader.run(&content, &resources, base, DEPTH);
    reader.shown
}

/// What turns a page the way it is shown. Only directions matter: where the page begins does not.
fn upright(rotation: i64) -> Matrix {
    match rotation.rem_euclid(360) {
        90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
        180 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
        270 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        _ => Matrix::SAME,
    }
}

fn inherited<'d>(document: &'d Document, page: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..64 {
        if let Ok(value) = node.get_deref(key, document) {
            return Some(value);
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

/// The part of the graphics state that moves text.
#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Option<ObjectKey>,
    size: f32,
    character_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            ctm: Matrix::SAME,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// A font's dictionary, told apart by its place in memory.
type ObjectKey = usize;

struct Reader<'d> {
    document: &'d Document,
    shown: Vec<Shown>,
    fonts: HashMap<ObjectKey, Font<'d>>,
}

/// A stretch of marked content that says something as a whole.
struct Marked {
    says: Option<String>,
    from: usize,
}

/// The text matrices, between BT and ET.
struct Pen {
    at: Matrix,
    line: Matrix,
}

impl<'d> Reader<'d> {
    fn run(&mut self, content: &[u8], resources: &[&'d Dictionary], base: State, depth: usize) {
        let Ok(content) = Content::decode(content) else { return };
        let mut state = base;
        let mut saved: Vec<State> = Vec::new();
        let mut pen = Pen { at: Matrix::SAME, line: Matrix::SAME };
        let mut marked: Vec<Marked> = Vec::new();
        for Operation { operator, operands } in &content.operations {
            if self.shown.len() > GLYPHS {
                return;
            }
            let number = |place: usize| operands.get(place).and_then(|o| o.as_float().ok()).unwrap_or(0.0);
            let string = |place: usize| operands.get(place).and_then(|o| o.as_str().ok()).unwrap_or_default();
            let matrix = || Matrix([number(0), number(1), number(2), number(3), number(4), number(5)]);
            match operator.as_str() {
                "q" => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.ctm = matrix().then(state.ctm),
                "BT" => pen = Pen { at: Matrix::SAME, line: Matrix::SAME },
                "Tf" => {
                    state.font = operands.first().and_then(|name| self.font(resources, name.as_name().ok()?));
                    state.size = number(1);
                }
                "Tc" => state.character_space = number(0),
                "Tw" => state.word_space = number(0),
                "Tz" => state.stretch = number(0) / 100.0,
                "TL" => state.leading = number(0),
                "Ts" => state.rise = number(0),
                "Td" => pen.next_line(number(0), number(1)),
                "TD" => {
                    state.leading = -number(1);
                    pen.next_line(number(0), number(1));
                }
                "Tm" => pen = Pen { at: matrix(), line: matrix() },
                "T*" => pen.next_line(0.0, -state.leading),
                "Tj" => self.show(&state, &mut pen, string(0)),
                "'" => {
                    pen.next_line(0.0, -state.leading);
                    self.show(&state, &mut pen, string(0));
                }
                "\"" => {
                    (state.word_space, state.character_space) = (number(0), number(1));
                    pen.next_line(0.0, -state.leading);
                    self.show(&state, &mut pen, string(2));
                }
                "TJ" => self.show_all(&state, &mut pen, operands),
                "BMC" => marked.push(Marked { says: None, from: self.shown.len() }),
                "BDC" => {
                    let says = operands.get(1).and_then(|properties| self.says(resources, properties));
                    marked.push(Marked { says, from: self.shown.len() });
                }
                "EMC" => {
                    if let Some(Marked { says: Some(says), from }) = marked.pop() {
                        self.say(&says, from);
                    }
                }
                "Do" if depth > 0 => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    self.form(resources, name, &state, depth);
                }
                _ => {}
            }
        }
    }

    fn font(&mut self, resources: &[&'d Dictionary], name: &[u8]) -> Option<ObjectKey> {
        let document = self.document;
        let font = resource(document, resources, b"Font", name)?.as_dict().ok()?;
        let key = std::ptr::from_ref(font) as ObjectKey;
        self.fonts.entry(key).or_insert_with(|| Font::new(font, document));
        Some(key)
    }

    fn show_all(&mut self, state: &State, pen: &mut Pen, operands: &[Object]) {
        for piece in operands.first().and_then(|pieces| pieces.as_array().ok()).into_iter().flatten() {
            if let Ok(string) = piece.as_str() {
                self.show(state, pen, string);
            } else if let Ok(back) = piece.as_float() {
                pen.advance(-back / 1000.0 * state.size * state.stretch);
            }
        }
    }

    fn show(&mut self, state: &State, pen: &mut Pen, string: &[u8]) {
        let Some(font) = state.font.and_then(|key| self.fonts.get(&key)) else { return };
        for read in font.read(string) {
            let whole = pen.at.then(state.ctm);
            let (x, y) = whole.apply(0.0, state.rise);
            let word_space = if read.space { state.word_space } else { 0.0 };
            let width = read.width * state.size * state.stretch;
            let (end, _) = whole.apply(width, state.rise);
            pen.advance(width + (state.character_space + word_space) * state.stretch);
            let size = (whole.height() * state.size).abs();
            if !read.text.is_empty() {
                self.shown.push(Shown { text: read.text, x: x.min(end), end: x.max(end), y, size });
            }
        }
    }

    /// Puts what a stretch says as a whole in the place of its glyphs.
    fn say(&mut self, says: &str, from: usize) {
        let glyphs = self.shown.split_off(from.min(self.shown.len()));
        let Some(first) = glyphs.first().cloned() else { return };
        let (x, end) =
            glyphs.iter().fold((first.x, first.end), |(x, end), glyph| (x.min(glyph.x), end.max(glyph.end)));
        self.shown.push(Shown { text: says.to_owned(), x, end, ..first });
    }

    fn says(&self, resources: &[&'d Dictionary], properties: &Object) -> Option<String> {
        let properties = match properties {
            Object::Name(name) => resource(self.document, resources, b"Properties", name)?,
            inline => inline,
        };
        let says = properties.as_dict().ok()?.get_deref(b"ActualText", self.document).ok()?;
        lopdf::decode_text_string(says).ok()
    }

    fn form(&mut self, resources: &[&'d Dictionary], name: &[u8], state: &State, depth: usize) {
        let document = self.document;
        let Some(Object::Stream(form)) = resource(document, resources, b"XObject", name) else { return };
        if !form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
            return;
        }
        let Ok(content) = form.decompressed_content_with_limit(STREAM_LIMIT) else { return };
        let mut inner = state.clone();
        if let Ok(entries) = form.dict.get_deref(b"Matrix", document).and_then(Object::as_array) {
            let mut matrix = Matrix::SAME;
            for (slot, entry) in matrix.0.iter_mut().zip(entries) {
                *slot = entry.as_float().unwrap_or(*slot);
            }
            inner.ctm = matrix.then(state.ctm);
        }
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict).ok();
        let all: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        self.run(&content, &all, inner, depth - 1);
    }
}

impl Pen {
    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.at = self.line;
    }

    fn advance(&mut self, by: f32) {
        self.at = Matrix::moved(by, 0.0).then(self.at);
    }
}

/// A named resource, from the first of the dictionaries that has it.
fn resource<'d>(
    document: &'d Document,
    resources: &[&'d Dictionary],
    kind: &[u8],
    name: &[u8],
) -> Option<&'d Object> {
    let of_kind = |one: &&'d Dictionary| one.get_deref(kind, document).ok()?.as_dict().ok();
    resources.iter().filter_map(of_kind).find_map(|named| named.get_deref(name, document).ok())
}
