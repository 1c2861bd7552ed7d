//! What the codes of a font say, and how wide they are.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::STREAM_LIMIT;
use super::unicode_map::UnicodeMap;

/// A font of a page.
pub(super) struct Font<'d> {
    /// How many bytes a code has.
    code_length: usize,
    /// What codes say by the font's own map, which goes before its encoding.
    map: Option<UnicodeMap>,
    encoding: Option<Encoding<'d>>,
    widths: HashMap<u32, f32>,
    usual_width: f32,
}

/// One code, read.
pub(super) struct Read {
    /// What it says; a code that says nothing known is the replacement character.
    pub(super) text: String,
    /// Its width, in units of the font's size.
    pub(super) width: f32,
    /// Whether it is the one-byte space, which word spacing widens.
    pub(super) space: bool,
}

impl<'d> Font<'d> {
    pub(super) fn new(font: &'d Dictionary, document: &'d Document) -> Self {
        let composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let (widths, usual_width) =
            if composite { composite_widths(font, document) } else { simple_widths(font, document) };
        let map = own_map(font, document);
        // The encoding of a composite font leads to glyphs, not to text, unless it is one of the named ones.
        let named = !composite || map.is_none();
        let encoding = font.get_font_encoding_with_limit(document, STREAM_LIMIT).ok().filter(|_| named);
        Self { code_length: if composite { 2 } else { 1 }, map, encoding, widths, usual_width }
    }

    /// The codes of a string that is shown.
    pub(super) fn read(&self, string: &[u8]) -> Vec<Read> {
        string.chunks(self.code_length).map(|code| self.read_code(code)).collect()
    }

    fn read_code(&self, code: &[u8]) -> Read {
        let number = code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
        let by_map = self.map.as_ref().and_then(|map| map.get(number)).map(str::to_owned);
        let by_encoding = || {
            let text = self.encoding.as_ref()?.bytes_to_string(code).ok()?;
            (!text.contains('\u{fffd}')).then_some(text)
        };
        let text = by_map.or_else(by_encoding).unwrap_or_else(|| '\u{fffd}'.to_string());
        let width = self.widths.get(&number).copied().unwrap_or(self.usual_width);
        Read { text: text.replace('\0', ""), width, space: code == [b' '] }
    }
}

/// The font's own map.
fn own_map(font: &Dictionary, document: &Document) -> Option<UnicodeMap> {
    let stream = font.get_deref(b"ToUnicode", document).ok()?.as_stream().ok()?;
    let content = stream.decompressed_content_with_limit(STREAM_LIMIT).ok()?;
    Some(UnicodeMap::parse(&content))
}

fn simple_widths(font: &Dictionary, document: &Document) -> (HashMap<u32, f32>, f32) {
    // The glyphs of a Type 3 font are drawn in a space of their own.
    let unit = font
        .get_deref(b"FontMatrix", document)
        .and_then(Object::as_array)
        .ok()
        .and_then(|matrix| matrix.first()?.as_float().ok())
        .unwrap_or(0.001);
    let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
    let listed = font.get_deref(b"Widths", document).and_then(Object::as_array);
    let widths = listed.into_iter().flatten().zip(first..).filter_map(|(width, code)| {
        let width = document.dereference(width).ok()?.1.as_float().ok()?;
        Some((u32::try_from(code).ok()?, width * unit))
    });
    (widths.collect(), 0.5)
}

fn composite_widths(font: &Dictionary, document: &Document) -> (HashMap<u32, f32>, f32) {
    let mut widths = HashMap::new();
    let descendant = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
    let descendant = descendant.and_then(|fonts| document.dereference(fonts.first()?).ok()?.1.as_dict().ok());
    let Some(descendant) = descendant else { return (widths, 1.0) };
    let usual = descendant.get_deref(b"DW", document).and_then(Object::as_float).unwrap_or(1000.0) / 1000.0;
    let listed = descendant.get_deref(b"W", document).and_then(Object::as_array).ok();
    let resolve = |object| document.dereference(object).map(|(_, object)| object).ok();
    let mut entries = listed.into_iter().flatten().filter_map(resolve);
    // Either `first [width …]` or `first last width`.
    while let (Some(first), Some(next)) = (entries.next(), entries.next()) {
        let Some(first) = first.as_i64().ok().and_then(|first| u32::try_from(first).ok()) else { break };
        if let Ok(list) = next.as_array() {
            let each = list
                .iter()
                .zip(first..)
                .filter_map(|(width, code)| Some((code, resolve(width)?.as_float().ok()? / 1000.0)));
            widths.extend(each);
        } else if let (Ok(last), Some(Ok(width))) = (next.as_i64(), entries.next().map(Object::as_float)) {
            let last = u32::try_from(last).unwrap_or(0).min(0xffff);
            widths.extend((first..=last).map(|code| (code, width / 1000.0)));
        } else {
            break;
        }
    }
    (widths, usual)
}
