//! Letters that can be read on what they stand on.

use hayro_svg::hayro_interpret::kurbo::Point;

use super::units::Unit;
use crate::draw::Ink;
use crate::page::InkKind;

/// The résumé's own colour, unless it is too faint on the ground where the line stands.
pub(super) fn readable([red, green, blue, _]: [u8; 4], ground: Option<[u8; 4]>) -> Ink {
    let Some([r, g, b, _]) = ground else { return Ink(red, green, blue) };
    let ground = luminance([r, g, b]);
    let contrast = |colour: [u8; 3]| {
        let (one, other) = (luminance(colour).max(ground) + 0.05, luminance(colour).min(ground) + 0.05);
        one / other
    };
    if contrast([red, green, blue]) >= 4.5 {
        Ink(red, green, blue)
    } else if contrast([0x33; 3]) >= contrast([0xff; 3]) {
        Ink(0x33, 0x33, 0x33)
    } else {
        Ink(0xff, 0xff, 0xff)
    }
}

/// The colour under a point once the units have moved down by `moved`; none where a picture or pattern is.
pub(super) fn ground(units: &[Unit], moves: &[bool], moved: f64, at: Point) -> Option<[u8; 4]> {
    let mut ground = Some([255, 255, 255, 255]);
    for (unit, unit_moves) in units.iter().zip(moves) {
        let Some(ink) = unit.ink else { continue };
        let at = if *unit_moves { Point::new(at.x, at.y - moved) } else { at };
        if ink.area.contains(at) {
            match ink.kind {
                InkKind::Fill(Some(colour)) if colour[3] > 200 => ground = Some(colour),
                InkKind::Fill(None) | InkKind::Image => ground = None,
                _ => {}
            }
        }
    }
    ground
}

/// As WCAG has it.
fn luminance(colour: [u8; 3]) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(part);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
