//! Forms that hold most of a page, taken apart: their content becomes the page's own, so that the line can go
//! into the middle of it. What the page shows stays the same.

use hayro_svg::hayro_interpret::kurbo::Affine;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::insert::inherited;
use super::marking::number;
use super::open::{MAX_UNPACKED, dictionary};
use super::patterns::moved_pattern;
use super::sheet::Sheet;
use crate::page::{Before, Op, befores, ops};

/// The most that a page's content may come to.
const MOST: usize = 8 * 1024 * 1024;

/// A page's content and resources as the file has them.
#[derive(Debug, Clone)]
pub(super) struct Original {
    pub(super) contents: Option<Object>,
    pub(super) resources: Option<Object>,
}

/// The kinds of resources, and the operators that name them.
const KINDS: [(&[u8], &[&[u8]]); 7] = [
    (b"Font", &[b"Tf"]),
    (b"ExtGState", &[b"gs"]),
    (b"XObject", &[b"Do"]),
    (b"ColorSpace", &[b"cs", b"CS"]),
    (b"Pattern", &[b"scn", b"SCN"]),
    (b"Shading", &[b"sh"]),
    (b"Properties", &[b"BDC", b"DP"]),
];

/// Takes apart the forms that the page draws with text over much of its height. Gives what the page had before,
/// or nothing if there was none to take apart.
pub(super) fn expand(document: &mut Document, sheet: &Sheet, round: usize) -> Option<Original> {
    let page = sheet.page;
    let mut resources = inherited(document, page, b"Resources")
        .and_then(|found| document.dereference(found).ok()?.1.as_dict().ok().cloned())?;
    let mut content = Vec::with_capacity(sheet.content.len());
    let mut copied = 0;
    for (at, op) in sheet.ops.iter().enumerate().filter(|(at, _)| is_large(sheet, *at)) {
        if content.len() > MOST {
            return None;
        }
        let before = sheet.befores.get(at)?;
        let Some(part) = taken_apart(document, sheet, &resources, at, op, before) else { continue };
        let prefix = format!("Startline{round}x{at}");
        let part = part.named(document, &prefix, &mut resources);
        content.extend_from_slice(sheet.content.get(copied..op.range.start)?);
        content.extend_from_slice(&part);
        copied = op.range.end;
    }
    if copied == 0 {
        return None;
    }
    content.extend_from_slice(sheet.content.get(copied..)?);
    let original = original(document, page);
    let stream = document.add_object(Stream::new(dictionary! {}, content));
    let entries = document.get_dictionary_mut(page).ok()?;
    entries.set("Contents", stream);
    entries.set("Resources", resources);
    Some(original)
}

/// Whether there is anything to take apart.
pub(super) fn has_large_form(sheet: &Sheet) -> bool {
    (0..sheet.ops.len()).any(|at| is_large(sheet, at))
}

/// Whether an operator draws a form with text over much of the page.
fn is_large(sheet: &Sheet, at: usize) -> bool {
    let is_form = sheet.ops.get(at).is_some_and(|op| op.name(&sheet.content) == b"Do");
    is_form && sheet.look.runs.iter().any(|run| run.op == at) && {
        let areas = sheet.look.inks.iter().filter(|ink| ink.op == at).map(|ink| ink.area);
        areas.reduce(|a, b| a.union(b)).is_some_and(|area| area.height() > sheet.look.height * 0.3)
    }
}

/// A form's content, about to become the page's.
struct Part {
    content: Vec<u8>,
    ops: Vec<Op>,
    /// The form's own resources; none where it uses the page's.
    resources: Option<Dictionary>,
    /// Its matrix.
    matrix: Affine,
    bounds: [f64; 4],
    /// From its space to the page's own.
    whole: Affine,
}

/// The form that an operator draws, where the page looks the same with its content in place of it.
fn taken_apart(
    document: &Document,
    sheet: &Sheet,
    resources: &Dictionary,
    at: usize,
    op: &Op,
    before: &Before,
) -> Option<Part> {
    let name = op.first_name(&sheet.content)?;
    let form =
        dictionary(document, resources, b"XObject")?.get_deref(name, document).ok()?.as_stream().ok()?;
    let has = |key: &[u8]| form.dict.has(key);
    let is_form = form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
    if !is_form
        || has(b"StructParents")
        || has(b"StructParent")
        || has(b"OC")
        || has(b"Ref")
        || before.text.is_some()
    {
        return None;
    }
    let own = dictionary(document, &form.dict, b"Resources").cloned();
    if let Some(group) = dictionary(document, &form.dict, b"Group") {
        let knocks_out = group.get(b"K").and_then(Object::as_bool).unwrap_or(false);
        if knocks_out
            || !is_plain_at(document, sheet, resources, at)
            || !own.as_ref().is_none_or(|own| blends_plainly(document, own))
        {
            return None;
        }
    }
    let content = form.decompressed_content_with_limit(MAX_UNPACKED).ok()?;
    let ops = ops(&content);
    let states = befores(&content, &ops);
    let colours = own.as_ref().is_some_and(|own| own.has(b"ColorSpace"));
    let breaks = |(op, before): (&Op, &Before)| match op.name(&content) {
        b"Q" => before.depth == 0,
        b"BI" => colours,
        _ => before.marks.iter().any(|mark| mark.mcid.is_some()),
    };
    let end = states.last()?;
    if ops.iter().zip(&states).any(breaks) || end.depth > 0 || end.text.is_some() || !end.marks.is_empty() {
        return None;
    }
    let numbers = |key: &[u8]| -> Option<Vec<f64>> {
        Some(form.dict.get_deref(key, document).ok()?.as_array().ok()?.iter().filter_map(number).collect())
    };
    let matrix =
        numbers(b"Matrix").and_then(|parts| parts.try_into().ok()).map_or(Affine::IDENTITY, Affine::new);
    let bounds = numbers(b"BBox")?.try_into().ok()?;
    Some(Part { content, ops, resources: own, matrix, bounds, whole: before.ctm * matrix })
}

impl Part {
    /// The content with names that the page has for nothing else, and what they name among its resources.
    fn named(&self, document: &mut Document, prefix: &str, resources: &mut Dictionary) -> Vec<u8> {
        let [a, b, c, d, e, f] = self.matrix.as_coeffs();
        let [x0, y0, x1, y1] = self.bounds;
        let mut out =
            format!("q {a} {b} {c} {d} {e} {f} cm {x0} {y0} {} {} re W n\n", x1 - x0, y1 - y0).into_bytes();
        let mut copied = 0;
        for op in &self.ops {
            let Some((kind, name)) = self.named_by(op) else { continue };
            let decoded = plain_name(name);
            let Some(found) = self
                .resources
                .as_ref()
                .and_then(|own| dictionary(document, own, kind)?.get(&decoded).ok().cloned())
            else {
                continue;
            };
            let found = if kind == b"Pattern" {
                moved_pattern(document, &found, self.whole).map_or(found, Object::Reference)
            } else {
                found
            };
            let new = [prefix.as_bytes(), b"x", hex(&decoded).as_bytes()].concat();
            let mut of_kind = dictionary(document, resources, kind).cloned().unwrap_or_default();
            if !of_kind.has(&new) {
                of_kind.set(new.clone(), found);
                resources.set(kind, of_kind);
            }
            let start = name.as_ptr() as usize - self.content.as_ptr() as usize;
            out.extend_from_slice(self.content.get(copied..start).unwrap_or_default());
            out.extend_from_slice(&new);
            copied = start + name.len();
        }
        out.extend_from_slice(self.content.get(copied..).unwrap_or_default());
        out.extend_from_slice(b"\nQ");
        out
    }

    /// The kind of resource that an operator names, and the name as written.
    fn named_by(&self, op: &Op) -> Option<(&'static [u8], &[u8])> {
        let operator = op.name(&self.content);
        let (kind, _) = KINDS.iter().find(|(_, operators)| operators.contains(&operator))?;
        let name =
            if *kind == b"Properties" { op.last_name(&self.content) } else { op.first_name(&self.content) };
        Some((*kind, name?))
    }
}

/// Whether the page draws without transparency of any kind where an operator stands.
fn is_plain_at(document: &Document, sheet: &Sheet, resources: &Dictionary, at: usize) -> bool {
    let states = dictionary(document, resources, b"ExtGState");
    let (mut plain, mut stack) = (true, Vec::new());
    for op in sheet.ops.iter().take(at) {
        match op.name(&sheet.content) {
            b"q" => stack.push(plain),
            b"Q" => plain = stack.pop().unwrap_or(plain),
            b"gs" => {
                let name = op.first_name(&sheet.content).map(plain_name).unwrap_or_default();
                let state = states.and_then(|states| dictionary(document, states, &name));
                plain &= state.is_none_or(|state| is_opaque(state) && blends(state));
            }
            _ => {}
        }
    }
    plain
}

fn is_opaque(state: &Dictionary) -> bool {
    let full = |key: &[u8]| state.get(key).ok().and_then(number).is_none_or(|alpha| alpha >= 1.0);
    let mask = state.get(b"SMask");
    full(b"ca") && full(b"CA") && mask.map_or(true, |mask| mask.as_name().is_ok_and(|name| name == b"None"))
}

/// Whether a graphics state lays colour upon colour in the plain way.
fn blends(state: &Dictionary) -> bool {
    let is_plain =
        |mode: &Object| mode.as_name().is_ok_and(|mode| mode == b"Normal" || mode == b"Compatible");
    state.get(b"BM").map_or(true, is_plain)
}

fn blends_plainly(document: &Document, resources: &Dictionary) -> bool {
    let Some(states) = dictionary(document, resources, b"ExtGState") else { return true };
    states.iter().all(|(name, _)| dictionary(document, states, name).is_none_or(blends))
}

/// A name without its escapes.
fn plain_name(written: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| *first == b'#') {
            Some(code) => {
                plain.push(code);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                plain.push(*first);
                rest = after;
            }
        }
    }
    plain
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The page's entry for what it shows and what it shows that with.
pub(super) fn original(document: &Document, page: ObjectId) -> Original {
    let of = |key: &[u8]| document.get_dictionary(page).ok().and_then(|page| page.get(key).ok().cloned());
    Original { contents: of(b"Contents"), resources: of(b"Resources") }
}
