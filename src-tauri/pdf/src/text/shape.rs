//! Shaped text: glyphs with what each of them says.

use std::sync::Arc;

use harfrust::{Buffer, BufferFlags, ClusterLevel, Direction, Feature, Language, Tag};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::itemise::{Item, itemise};
use super::{Face, Fonts, Weight};

/// Characters that no face has, each as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyphs(pub Vec<String>);

/// A line of shaped text at the size of 1: measures are in ems.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// The runs from left to right.
    pub runs: Vec<Run>,
    /// From the first glyph's origin to where the next would stand.
    pub width: f32,
}

/// Glyphs of one face.
#[derive(Debug, Clone)]
pub struct Run {
    /// The face that its glyphs are of.
    pub face: Arc<Face>,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
    /// What the whole run says, where its glyphs taken one by one don't say it.
    pub says: Option<String>,
    /// Whether it is read from right to left.
    pub right_to_left: bool,
}

/// A glyph and where it stands, in ems.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the next glyph's origin is.
    pub advance: f32,
    /// How far right of its origin it is drawn.
    pub dx: f32,
    /// How far above the baseline it is drawn.
    pub dy: f32,
    /// What it says: one character, or several for a ligature.
    pub says: String,
}

impl Line {
    /// Shapes one line of text, composed (NFC) first. Latin ligatures are left out: every letter is a glyph
    /// that says itself.
    ///
    /// # Errors
    /// [`MissingGlyphs`] with every grapheme that no face has.
    pub fn shape(text: &str, weight: Weight, fonts: &Fonts) -> Result<Self, MissingGlyphs> {
        let text: String = text.nfc().collect();
        let mut runs = Vec::new();
        for item in itemise(&text, weight, fonts)? {
            shape_item(&text, &item, &mut runs);
        }
        let width = runs.iter().flat_map(|run: &Run| &run.glyphs).map(|glyph| glyph.advance).sum();
        Ok(Self { runs, width })
    }

    /// Spreads the letters by `by` ems each; a negative figure draws them together.
    #[must_use]
    pub fn spaced(mut self, by: f32) -> Self {
        for glyph in self.runs.iter_mut().flat_map(|run| &mut run.glyphs).filter(|glyph| glyph.advance > 0.0)
        {
            glyph.advance += by;
            self.width += by;
        }
        self
    }

    /// Its width without the spaces at its end.
    #[must_use]
    pub fn solid_width(&self) -> f32 {
        let glyphs = self.runs.iter().rev().flat_map(|run| run.glyphs.iter().rev());
        self.width - glyphs.take_while(|glyph| glyph.says == " ").map(|glyph| glyph.advance).sum::<f32>()
    }

    /// How far right of its origin its first glyph's ink begins.
    #[must_use]
    pub fn bearing(&self) -> f32 {
        let first = self.runs.first().and_then(|run| Some((run, run.glyphs.first()?)));
        first.map_or(0.0, |(run, glyph)| run.face.bearing(glyph.id) + glyph.dx)
    }

    /// This line with another at its right.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self.width += other.width;
        self
    }
}

fn shape_item(text: &str, item: &Item, runs: &mut Vec<Run>) {
    let Some(piece) = text.get(item.range.clone()) else { return };
    let mut buffer = Buffer::new();
    buffer.push_str(piece);
    // What is read from right to left is turned around letter by letter, so each letter stays one of its own.
    let level =
        if item.right_to_left { ClusterLevel::MonotoneCharacters } else { ClusterLevel::MonotoneGraphemes };
    buffer.set_cluster_level(level);
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    buffer.set_language(item.face.language().and_then(Language::new));
    buffer.guess_segment_properties();
    buffer.set_direction(if item.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    let off = |tag| Feature::new(Tag::new(tag), 0, ..);
    let plain = [off(b"liga"), off(b"clig"), off(b"ccmp")];
    // Letters with a dot of their own lose it under a mark; others stay whole, where a font would take “ị” apart.
    let plain = if is_alphabet(piece) && !has_dot_under_mark(piece) { &plain[..] } else { &plain[..2] };
    if item.face.shape(&mut buffer, plain).is_err() {
        return;
    }
    let em = f32::from(item.face.metrics().units_per_em);
    let placed: Vec<(usize, Glyph)> = buffer
        .glyph_infos()
        .iter()
        .zip(buffer.glyph_positions())
        .map(|(info, at)| {
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let in_ems = |units: i32| units as f32 / em;
            let (advance, dx, dy) = (in_ems(at.x_advance), in_ems(at.x_offset), in_ems(at.y_offset));
            (info.cluster as usize, Glyph { id, advance, dx, dy, says: String::new() })
        })
        .collect();
    say(piece, item, placed, runs);
}

/// Whether all letters are Latin, Greek or Cyrillic, with or without marks.
fn is_alphabet(text: &str) -> bool {
    text.chars().all(|c| matches!(u32::from(c), 0..0x530 | 0x1c80..0x1c90 | 0x1d00..0x2e80 | 0xa640..0xa700 | 0xa720..0xa800))
}

fn has_dot_under_mark(text: &str) -> bool {
    let dotted = |c: char| {
        std::iter::once(c).nfd().next().is_some_and(|base| matches!(base, 'i' | 'j' | 'і' | 'ј' | 'ɨ' | 'ʝ'))
    };
    text.chars().zip(text.chars().skip(1)).any(|(letter, mark)| dotted(letter) && is_combining_mark(mark))
}

/// Gives every glyph what it says. A cluster of one glyph on the line says its characters. One of several, or of
/// one off the line, is a run of its own that says them as a whole, except where several are read from right to
/// left: readers would turn such a run around, so there each glyph says its own character.
fn say(piece: &str, item: &Item, placed: Vec<(usize, Glyph)>, runs: &mut Vec<Run>) {
    let mut starts: Vec<usize> = placed.iter().map(|(cluster, _)| *cluster).collect();
    starts.sort_unstable();
    starts.dedup();
    let text_of = |start: usize| {
        let next = starts.partition_point(|at| *at <= start);
        piece.get(start..starts.get(next).copied().unwrap_or(piece.len())).unwrap_or_default()
    };
    let new_run = |says: Option<String>| Run {
        face: Arc::clone(&item.face),
        glyphs: Vec::new(),
        says,
        right_to_left: item.right_to_left,
    };
    let mut run = new_run(None);
    let mut rest = placed.into_iter().peekable();
    while let Some((start, first)) = rest.next() {
        let mut cluster = vec![first];
        while let Some((_, glyph)) = rest.next_if(|(at, _)| *at == start) {
            cluster.push(glyph);
        }
        let text = text_of(start);
        let off_line = |glyph: &Glyph| glyph.dx != 0.0 || glyph.dy != 0.0;
        if let [glyph] = cluster.as_mut_slice()
            && (item.right_to_left || !off_line(glyph))
        {
            glyph.says = text.to_owned();
        } else {
            for glyph in &mut cluster {
                let own = item.face.character(glyph.id).map(String::from);
                glyph.says = own.unwrap_or_else(|| text.to_owned());
            }
            if !item.right_to_left || text.chars().count() == 1 {
                let whole = Run { glyphs: cluster, ..new_run(Some(text.to_owned())) };
                runs.extend([std::mem::replace(&mut run, new_run(None)), whole]);
                continue;
            }
        }
        run.glyphs.append(&mut cluster);
    }
    runs.push(run);
    runs.retain(|run| !run.glyphs.is_empty());
}
