//! From a résumé's bytes to the new file's.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_svg::hayro_interpret::kurbo::{Affine, Point};

use super::art::Art;
use super::choose::Choice;
use super::cover::{cover, title_page};
use super::expand::original;
use super::insert::{add_resources, content_of, set_content};
use super::kept::keeps;
use super::links;
use super::marking::{Earlier, keep};
use super::moving::{Movement, move_annotations, move_destinations};
use super::patterns::move_patterns;
use super::plan::Plan;
use super::ready::{Ready, ready, save};
use super::tags::Tree;
use super::{Area, Inspection, PlaceError, PlaceOptions, Placed, Placing, Way, Where};

/// Puts a line or a header on a résumé and gives the new file. The résumé's own bytes are only read. The same
/// input gives the same bytes.
///
/// # Errors
/// [`PlaceError`], a sentence for the student, where the file can't be opened or changed, or where the way asked
/// for isn't possible on its first page.
pub fn place(resume: &[u8], what: &Placing<'_>, options: &PlaceOptions<'_>) -> Result<Placed, PlaceError> {
    guarded(|| placed(ready(resume, what, options)?, options))
}

/// Looks at a résumé and says which ways are possible.
///
/// # Errors
/// [`PlaceError`] where the file can't be opened or changed.
pub fn inspect(
    resume: &[u8],
    what: &Placing<'_>,
    options: &PlaceOptions<'_>,
) -> Result<Inspection, PlaceError> {
    guarded(|| {
        let ready = ready(resume, what, options)?;
        let best = match ready.choose(None)? {
            Choice::Page(plan) => plan.way,
            Choice::Cover(_) => Where::Cover,
        };
        let ways = [Where::Splice, Where::Band, Where::Cover].map(|place| match ready.choose(Some(place)) {
            Ok(Choice::Page(plan)) => Way { place, possible: true, why: plan.why },
            Ok(Choice::Cover(why)) => Way { place, possible: true, why },
            Err(error) => Way { place, possible: false, why: error.to_string() },
        });
        Ok(Inspection {
            pages: ready.document.page_iter().count(),
            width: ready.sheet.look.width as f32,
            height: ready.sheet.look.height as f32,
            name: ready.name(),
            email: ready.contact.as_ref().and_then(|contact| contact.email.clone()),
            ways: ways.to_vec(),
            best,
            placed_before: ready.placed_before,
            warnings: ready.warnings,
        })
    })
}

/// A stranger's file may bring down a library that reads it. That is a damaged file to the student, no more.
fn guarded<T>(work: impl FnOnce() -> Result<T, PlaceError>) -> Result<T, PlaceError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PlaceError::Damaged { at: None }))
}

fn placed(mut ready: Ready, options: &PlaceOptions<'_>) -> Result<Placed, PlaceError> {
    let choice = ready.choose(options.place)?;
    let name = ready.name();
    let (replaced_earlier, warnings) = (ready.placed_before, std::mem::take(&mut ready.warnings));
    let mut done = match choice {
        Choice::Page(plan) => {
            let area = ready.area(&plan);
            let (chosen, why) = (plan.way, plan.why.clone());
            let (scale, moved) = (plan.scale as f32, (plan.shift * Point::ZERO).y as f32);
            let pdf = write(ready, &plan)?;
            Placed { pdf, chosen, why, scale, moved, name, replaced_earlier, warnings, area }
        }
        Choice::Cover(why) => {
            let (pdf, area) = write_cover(ready, name.as_deref())?;
            let chosen = Where::Cover;
            Placed { pdf, chosen, why, scale: 1.0, moved: 0.0, name, replaced_earlier, warnings, area }
        }
    };
    done.warnings.extend(crowded(done.scale));
    Ok(done)
}

fn crowded(scale: f32) -> Option<String> {
    (scale < 0.95)
        .then(|| format!("The page is shown at {:.0}% of its size. Check that it reads well.", scale * 100.0))
}

/// Changes the first page.
fn write(mut ready: Ready, plan: &Plan) -> Result<Vec<u8>, PlaceError> {
    let page = ready.sheet.page;
    let ink = ready.ink(plan);
    let (place, shift, upright) = (ready.place_of(plan), ready.own(plan.shift), ready.sheet.look.upright);
    let tree = Tree::of(&mut ready.document);
    let spot = tree.as_ref().map(|tree| tree.place(&ready.document, &ready.sheet, plan.after));
    let first_mark = spot.as_ref().map(|spot| spot.mark);
    let drawing = ready.art.drawing(ink)?;
    let content =
        ready.content(plan, &content_of(&drawing, first_mark)).ok_or(PlaceError::Damaged { at: None })?;
    let mut document = ready.document;
    if shift != Affine::IDENTITY {
        let below = |point: Point| plan.part.holds((upright * point).y);
        let movement = Movement { page, shift, moves: &below };
        move_annotations(&mut document, &movement);
        move_destinations(&mut document, &movement);
    }
    let original = ready.original.unwrap_or_else(|| original(&document, page));
    add_resources(&mut document, page, &drawing)?;
    move_patterns(&mut document, page, &ready.sheet, &ready.units, &plan.moves, shift);
    let links = links::add(&mut document, page, &drawing.elements, place);
    let elements = match (tree, spot) {
        (Some(tree), Some(spot)) => tree.add(&mut document, page, &spot, &drawing.elements, &links),
        _ => Vec::new(),
    };
    let kept = content.trim_ascii_end().to_vec();
    set_content(&mut document, page, content);
    keep(&mut document, page, Earlier { original, shift, part: plan.part, elements }, &kept);
    document.prune_objects();
    let pdf = save(&mut document)?;
    keeps(&pdf, &ready.sheet, 0)?;
    Ok(pdf)
}

/// Puts a page before the first.
fn write_cover(ready: Ready, name: Option<&str>) -> Result<(Vec<u8>, Area), PlaceError> {
    let (drawing, area) = match &ready.art {
        Art::Line(line) => {
            let name = name.unwrap_or(&ready.candidate.name);
            let (drawing, area) = title_page(&ready.sheet, name, line, ready.face)?;
            (Arc::new(drawing), area)
        }
        Art::Header(header) => (header.drawing(), header.area()),
    };
    let mut document = ready.document;
    cover(&mut document, &ready.sheet, &drawing)?;
    document.prune_objects();
    let pdf = save(&mut document)?;
    keeps(&pdf, &ready.sheet, 1)?;
    Ok((pdf, area))
}
