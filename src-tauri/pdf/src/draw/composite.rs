//! Glyphs made of glyphs, added to a TrueType font.
//!
//! Several glyphs that say something only together (a consonant with its vowel signs) become one glyph, so that
//! every reader finds what they say, also those that take a page glyph by glyph.

/// A glyph made of others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Composite {
    /// The glyphs and how far right and up of its origin each stands, in font units.
    pub(super) parts: Vec<(u16, i16, i16)>,
    /// How far the next glyph's origin is, in font units.
    pub(super) advance: u16,
}

/// The font with the glyphs behind its own, and the number of the first of them. `None` if the bytes are no
/// TrueType font.
pub(super) fn append(font: &[u8], composites: &[Composite]) -> Option<(Vec<u8>, u16)> {
    let mut tables = tables(font)?;
    let table = |tag: &[u8; 4]| tables.iter().find(|(of, _)| of == tag).map(|(_, data)| data.clone());
    let (mut head, mut hhea, mut maxp) = (table(b"head")?, table(b"hhea")?, table(b"maxp")?);
    let (mut glyf, loca, hmtx) = (table(b"glyf")?, table(b"loca")?, table(b"hmtx")?);
    let count = read(&maxp, 4)?;
    let long = read(&head, 50)? == 1;
    let mut offsets = (0..=usize::from(count))
        .map(|glyph| {
            if long {
                Some(u32::from(read(&loca, glyph * 4)?) << 16 | u32::from(read(&loca, glyph * 4 + 2)?))
            } else {
                Some(u32::from(read(&loca, glyph * 2)?) * 2)
            }
        })
        .collect::<Option<Vec<u32>>>()?;
    let metrics = usize::from(read(&hhea, 34)?);
    let mut widths = Vec::new();
    for glyph in 0..usize::from(count) {
        let advance = read(&hmtx, glyph.min(metrics.checked_sub(1)?) * 4)?;
        let at = if glyph < metrics { glyph * 4 + 2 } else { metrics * 4 + (glyph - metrics) * 2 };
        widths.extend([advance, read(&hmtx, at)?]);
    }
    let mut most = 0;
    for Composite { parts, advance } in composites {
        let drawn = parts.iter().filter_map(|part| Some((part, bounds(&glyf, &offsets, *part)?)));
        let drawn: Vec<_> = drawn.collect();
        let edge = |of: usize, pick: fn(i16, i16) -> i16| {
            drawn.iter().filter_map(|(_, bounds)| bounds.get(of).copied()).reduce(pick).unwrap_or(0)
        };
        let bounds = [edge(0, i16::min), edge(1, i16::min), edge(2, i16::max), edge(3, i16::max)];
        widths.extend([*advance, bounds[0].cast_unsigned()]);
        most = most.max(drawn.len());
        glyf.resize(glyf.len().next_multiple_of(4), 0);
        if let Some(last) = offsets.last_mut() {
            *last = u32::try_from(glyf.len()).ok()?;
        }
        if !drawn.is_empty() {
            let head = std::iter::once(u16::MAX).chain(bounds.map(i16::cast_unsigned));
            glyf.extend(head.flat_map(u16::to_be_bytes));
            for (place, ((glyph, right, up), _)) in (1..).zip(&drawn) {
                // Words that are distances; more follow.
                let flags = if place < drawn.len() { 0x23 } else { 0x03 };
                let component = [flags, *glyph, right.cast_unsigned(), up.cast_unsigned()];
                glyf.extend(component.into_iter().flat_map(u16::to_be_bytes));
            }
        }
        offsets.push(u32::try_from(glyf.len()).ok()?);
    }
    let all = count.checked_add(u16::try_from(composites.len()).ok()?)?;
    let most = u16::try_from(most).ok()?;
    write(&mut head, 50, 1)?;
    write(&mut hhea, 34, all)?;
    write(&mut maxp, 4, all)?;
    let largest =
        |of: usize, or: usize| Some(read(&maxp, of)?.max(read(&maxp, or)?).saturating_mul(most.max(1)));
    let (points, contours) = (largest(6, 10)?, largest(8, 12)?);
    let (elements, depth) = (read(&maxp, 28)?.max(most), read(&maxp, 30)?.max(1) + 1);
    for (at, value) in [(10, points), (12, contours), (28, elements), (30, depth)] {
        write(&mut maxp, at, value)?;
    }
    let loca: Vec<u8> = offsets.into_iter().flat_map(u32::to_be_bytes).collect();
    let hmtx: Vec<u8> = widths.into_iter().flat_map(u16::to_be_bytes).collect();
    let changed = [
        (b"head", head),
        (b"hhea", hhea),
        (b"maxp", maxp),
        (b"glyf", glyf),
        (b"loca", loca),
        (b"hmtx", hmtx),
    ];
    for (tag, data) in changed {
        tables.iter_mut().filter(|(of, _)| of == tag).for_each(|(_, old)| old.clone_from(&data));
    }
    Some((assemble(tables)?, count))
}

/// The edges of a part where it stands; `None` for one that draws nothing.
fn bounds(glyf: &[u8], offsets: &[u32], (glyph, right, up): (u16, i16, i16)) -> Option<[i16; 4]> {
    let at = |place: usize| offsets.get(place).and_then(|at| usize::try_from(*at).ok());
    let (from, to) = (at(usize::from(glyph))?, at(usize::from(glyph) + 1)?);
    let edge = |place: usize| read(glyf, from + 2 + place * 2).map(u16::cast_signed);
    let moved = |place, by: i16| Some(edge(place)?.saturating_add(by));
    if from == to { None } else { Some([moved(0, right)?, moved(1, up)?, moved(2, right)?, moved(3, up)?]) }
}

type Table = ([u8; 4], Vec<u8>);

fn tables(font: &[u8]) -> Option<Vec<Table>> {
    let entry = |place: usize| {
        let record = font.get(12 + place * 16..28 + place * 16)?;
        let number =
            |at: usize| Some(usize::from(read(record, at)?) << 16 | usize::from(read(record, at + 2)?));
        let data = font.get(number(8)?..number(8)?.checked_add(number(12)?)?)?;
        Some((*record.first_chunk()?, data.to_vec()))
    };
    (0..usize::from(read(font, 4)?)).map(entry).collect()
}

fn assemble(mut tables: Vec<Table>) -> Option<Vec<u8>> {
    /// Where in `head` the sum over the whole file stands, and what that sum and the file's make together.
    const ADJUSTMENT: usize = 8;
    const WHOLE: u32 = 0xb1b0_afba;
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let search = 16_u16 << power;
    let mut font = vec![0, 1, 0, 0];
    font.extend(
        [count, search, u16::try_from(power).ok()?, count * 16 - search]
            .into_iter()
            .flat_map(u16::to_be_bytes),
    );
    let mut body = Vec::new();
    let mut adjust = None;
    for (tag, data) in &mut tables {
        let at = 12 + usize::from(count) * 16 + body.len();
        if tag == b"head" {
            data.get_mut(ADJUSTMENT..ADJUSTMENT + 4)?.fill(0);
            adjust = Some(at + ADJUSTMENT);
        }
        font.extend(*tag);
        let numbers = [sum(data), u32::try_from(at).ok()?, u32::try_from(data.len()).ok()?];
        font.extend(numbers.into_iter().flat_map(u32::to_be_bytes));
        body.append(data);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    font.append(&mut body);
    let sum = WHOLE.wrapping_sub(sum(&font));
    font.get_mut(adjust?..)?.first_chunk_mut::<4>()?.copy_from_slice(&sum.to_be_bytes());
    Some(font)
}

fn sum(data: &[u8]) -> u32 {
    let word =
        |bytes: &[u8]| (0..4).fold(0, |word, at| word << 8 | u32::from(bytes.get(at).copied().unwrap_or(0)));
    data.chunks(4).map(word).fold(0, u32::wrapping_add)
}

fn read(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*data.get(at..)?.first_chunk()?))
}

fn write(data: &mut [u8], at: usize, value: u16) -> Option<()> {
    *data.get_mut(at..)?.first_chunk_mut()? = value.to_be_bytes();
    Some(())
}
