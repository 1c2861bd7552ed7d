//! A line cut into pieces that can be shaped: one direction and one face each, in the order drawn.

use std::ops::Range;
use std::sync::Arc;

use unicode_bidi::BidiInfo;
use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::is_invisible;
use super::{Face, Fonts, MissingGlyphs, Weight};

/// A stretch of the text and the face it is set in.
type Stretch = (Range<usize>, Arc<Face>);

/// A piece of one direction and one face.
pub(super) struct Item {
    pub(super) range: Range<usize>,
    pub(super) face: Arc<Face>,
    pub(super) right_to_left: bool,
}

/// The pieces of `text`, from left to right as they are drawn.
pub(super) fn itemise(text: &str, weight: Weight, fonts: &Fonts) -> Result<Vec<Item>, MissingGlyphs> {
    let faces = faces(text, weight, fonts)?;
    let mut items = Vec::new();
    if text.is_ascii() {
        items.extend(pieces(&faces, &(0..text.len()), false));
        return Ok(items);
    }
    let bidi = BidiInfo::new(text, None);
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let right_to_left = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
            let mut cut = pieces(&faces, &run, right_to_left);
            if right_to_left {
                cut.reverse();
            }
            items.append(&mut cut);
        }
    }
    Ok(items)
}

/// The stretches of `run` that share a face, in the order of the text.
fn pieces(faces: &[Stretch], run: &Range<usize>, right_to_left: bool) -> Vec<Item> {
    let within = |(range, face): &Stretch| {
        let range = range.start.max(run.start)..range.end.min(run.end);
        (!range.is_empty()).then(|| Item { range, face: Arc::clone(face), right_to_left })
    };
    faces.iter().filter_map(within).collect()
}

/// A face for every stretch of the text. Spaces, digits and punctuation stay with the face before them where
/// it has them, so that a phrase is not cut at each comma.
fn faces(text: &str, weight: Weight, fonts: &Fonts) -> Result<Vec<Stretch>, MissingGlyphs> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut missing = Vec::new();
    for (start, grapheme) in text.grapheme_indices(true) {
        let end = start + grapheme.len();
        let neutral = !grapheme.chars().any(char::is_alphabetic);
        if let Some((range, face)) = stretches.last_mut()
            && neutral
            && grapheme.chars().all(|c| is_invisible(c) || face.has(c))
        {
            range.end = end;
            continue;
        }
        match fonts.face_for(grapheme, weight) {
            Some(found) => match stretches.last_mut() {
                Some((range, face)) if Arc::ptr_eq(face, found) => range.end = end,
                _ => stretches.push((start..end, Arc::clone(found))),
            },
            None => missing.push(grapheme.to_owned()),
        }
    }
    if missing.is_empty() { Ok(stretches) } else { Err(MissingGlyphs(missing)) }
}
