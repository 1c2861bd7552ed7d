//! Shapes as SVG, as small as can be: it is sent and drawn at every key that is pressed.

use std::fmt::Write as _;

use hayro_svg::hayro_interpret::FillRule;
use hayro_svg::hayro_interpret::kurbo::{BezPath, PathEl, Point};

use super::shapes::Shape;

/// Parts of a point that are told apart: far below what can be seen at any size.
const PARTS: f64 = 100.0;

/// A picture of the shapes, one path for all that follow each other in one colour.
pub(super) fn svg(shapes: &[Shape], width: f32, height: f32) -> String {
    let mut out = String::new();
    let (x, y) = (f64::from(width) * PARTS, f64::from(height) * PARTS);
    let _ = write!(out, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {x:.0} {y:.0}">"#);
    for alike in shapes.chunk_by(|one, next| one.colour == next.colour && one.rule == next.rule) {
        let Some(Shape { colour: [r, g, b, alpha], rule, .. }) = alike.first() else { continue };
        let _ = write!(out, r##"<path fill="#{r:02x}{g:02x}{b:02x}""##);
        if *alpha < u8::MAX {
            let _ = write!(out, r#" fill-opacity="{:.3}""#, f64::from(*alpha) / 255.0);
        }
        if *rule == FillRule::EvenOdd {
            out.push_str(r#" fill-rule="evenodd""#);
        }
        out.push_str(r#" d=""#);
        let mut pen = Pen { out: &mut out, at: (0, 0), start: (0, 0), verb: ' ' };
        alike.iter().for_each(|shape| pen.draw(&shape.outline));
        out.push_str(r#""/>"#);
    }
    out.push_str("</svg>");
    out
}

/// Writes a path in whole parts, each place as the way from the one before.
struct Pen<'a> {
    out: &'a mut String,
    at: (i32, i32),
    start: (i32, i32),
    verb: char,
}

impl Pen<'_> {
    fn draw(&mut self, outline: &BezPath) {
        for element in outline.elements() {
            match *element {
                PathEl::MoveTo(to) => {
                    self.step('m', &[to]);
                    self.start = self.at;
                }
                PathEl::LineTo(to) => self.step('l', &[to]),
                PathEl::QuadTo(by, to) => self.step('q', &[by, to]),
                PathEl::CurveTo(by, and, to) => self.step('c', &[by, and, to]),
                PathEl::ClosePath => {
                    self.out.push('z');
                    (self.verb, self.at) = ('z', self.start);
                }
            }
        }
    }

    fn step(&mut self, verb: char, points: &[Point]) {
        // The same verb again is left out, but for a move, after which a line would be taken.
        let mut parted = verb != self.verb || verb == 'm';
        if parted {
            self.out.push(verb);
        }
        self.verb = verb;
        let mut last = self.at;
        for point in points {
            last = (part(point.x), part(point.y));
            for way in [last.0 - self.at.0, last.1 - self.at.1] {
                // A minus sign parts two numbers by itself.
                if !parted && way >= 0 {
                    self.out.push(' ');
                }
                parted = false;
                let _ = write!(self.out, "{way}");
            }
        }
        self.at = last;
    }
}

/// A coordinate in whole parts; what is drawn miles off the page stays there, in numbers that can be subtracted.
fn part(coordinate: f64) -> i32 {
    (coordinate * PARTS).round().clamp(-1e9, 1e9) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_miles_off_the_page_is_written_too() {
        let mut outline = BezPath::new();
        outline.move_to((-1e300, f64::MAX));
        outline.line_to((1e300, f64::MIN));
        let shape = Shape { outline, colour: [0, 0, 0, 255], rule: FillRule::NonZero };
        let drawn = svg(&[shape], 612.0, 792.0);
        assert!(drawn.contains("m-1000000000 1000000000l2000000000-2000000000"), "{drawn}");
    }

    #[test]
    fn a_path_is_written_from_place_to_place() {
        let mut outline = BezPath::new();
        outline.move_to((1.0, 2.0));
        outline.line_to((3.0, 2.0));
        outline.line_to((3.0, 1.5));
        outline.quad_to((2.0, 1.0), (1.004, 1.5));
        outline.close_path();
        outline.move_to((10.0, 10.0));
        outline.curve_to((10.0, 11.0), (11.0, 12.0), (12.0, 12.0));
        let shape = |colour, rule| Shape { outline: outline.clone(), colour, rule };
        let drawn = svg(&[shape([0, 0, 0, 255], FillRule::NonZero)], 612.0, 792.0);
        assert_eq!(
            drawn,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 61200 79200\"><path fill=\"#000000\" \
             d=\"m100 200l200 0 0-50q-100-50-200 0zm900 800c0 100 100 200 200 200\"/></svg>"
        );
        let two = [
            shape([0, 0, 0, 255], FillRule::NonZero),
            shape([0, 0, 0, 255], FillRule::NonZero),
            shape([255, 0, 0, 51], FillRule::EvenOdd),
        ];
        let drawn = svg(&two, 612.0, 792.0);
        assert_eq!(drawn.matches("<path").count(), 2, "{drawn}");
        assert!(drawn.contains("fill=\"#ff0000\" fill-opacity=\"0.200\" fill-rule=\"evenodd\""), "{drawn}");
    }
}
