//! A header as a picture of its own, for where a PDF can't go.

use hayro_svg::hayro_interpret::FillRule;
use hayro_svg::hayro_interpret::kurbo::{BezPath, PathEl, Rect, Shape as _};
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};
use tiny_skia::{Color, FillRule as Rule, Paint, Path, PathBuilder, Pixmap, Transform};

use super::shapes::{Shape, shapes};
use super::{PreviewError, opened};

/// Pixels for each point: sharp in print, and at twice the size on a screen.
const SCALE: f32 = 3.0;

/// Pixels for each metre, of which a point is 1/72 of an inch.
const PER_METRE: u32 = 8504;

/// The first page of a PDF as a PNG, cut off below what is drawn on it, with as much room there as above it.
/// `about` is kept in the file as its description, since a picture can't be read by a machine.
///
/// # Errors
/// [`PreviewError`] if the file can't be opened, or holds more than text and rules.
pub fn picture_png(pdf: &[u8], about: &str) -> Result<Vec<u8>, PreviewError> {
    let pdf = opened(pdf)?;
    let page = pdf.pages().first().ok_or(PreviewError::NoPages)?;
    let shapes = shapes(page).ok_or(PreviewError::NotPlain)?;
    let (width, height) = page.render_dimensions();
    let picture = painted(&shapes, width, height).ok_or(PreviewError::NotPlain)?;
    encoded(&picture, about).map_err(|_| PreviewError::NotPlain)
}

fn painted(shapes: &[Shape], width: f32, height: f32) -> Option<Pixmap> {
    let inked =
        shapes.iter().map(|shape| shape.outline.bounding_box()).reduce(|all, one: Rect| all.union(one));
    let inked = inked.unwrap_or(Rect::ZERO);
    let height = ((inked.y1 + inked.y0) as f32).clamp(1.0, height);
    let mut picture = Pixmap::new((width * SCALE).round() as u32, (height * SCALE).round() as u32)?;
    picture.fill(Color::WHITE);
    for Shape { outline, colour: [r, g, b, alpha], rule } in shapes {
        let Some(path) = path(outline) else { continue };
        let mut paint = Paint::default();
        paint.set_color_rgba8(*r, *g, *b, *alpha);
        let rule = if *rule == FillRule::EvenOdd { Rule::EvenOdd } else { Rule::Winding };
        picture.fill_path(&path, &paint, rule, Transform::from_scale(SCALE, SCALE), None);
    }
    Some(picture)
}

/// The same outline; `None` where it holds nothing.
fn path(outline: &BezPath) -> Option<Path> {
    let mut path = PathBuilder::new();
    for element in outline.elements() {
        match *element {
            PathEl::MoveTo(to) => path.move_to(to.x as f32, to.y as f32),
            PathEl::LineTo(to) => path.line_to(to.x as f32, to.y as f32),
            PathEl::QuadTo(by, to) => path.quad_to(by.x as f32, by.y as f32, to.x as f32, to.y as f32),
            PathEl::CurveTo(by, and, to) => {
                path.cubic_to(by.x as f32, by.y as f32, and.x as f32, and.y as f32, to.x as f32, to.y as f32);
            }
            PathEl::ClosePath => path.close(),
        }
    }
    path.finish()
}

fn encoded(picture: &Pixmap, about: &str) -> Result<Vec<u8>, png::EncodingError> {
    // The sheet is white under everything, so no pixel is clear.
    let rgb: Vec<u8> = picture.pixels().iter().flat_map(|one| [one.red(), one.green(), one.blue()]).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: PER_METRE, yppu: PER_METRE, unit: Unit::Meter }));
    encoder.add_itxt_chunk("Description".to_owned(), about.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(file)
}
