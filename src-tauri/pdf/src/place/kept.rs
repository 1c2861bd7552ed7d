//! Holds the new file to what the résumé said, before it is handed out: a stranger's file may be broken in a
//! way that only shows once it is written anew.

use std::collections::HashMap;

use hayro_svg::hayro_syntax::Pdf;

use super::PlaceError;
use super::sheet::Sheet;
use crate::page::{Look, look_at};

/// Refuses a new file that lost a page or a word. `before` pages were put before the résumé's own.
pub(super) fn keeps(pdf: &[u8], sheet: &Sheet, before: usize) -> Result<(), PlaceError> {
    let damaged = PlaceError::Damaged { at: None };
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| damaged.clone())?;
    let mut pages = pdf.pages().iter().skip(before);
    let first = pages.next().map(look_at).ok_or_else(|| damaged.clone())?;
    let others: Vec<u64> = pages.map(|page| crate::digest(page.page_stream().unwrap_or_default())).collect();
    let whole = others == sheet.others && has_all(&letters(&first), &letters(&sheet.look));
    if whole { Ok(()) } else { Err(damaged) }
}

fn letters(look: &Look) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    let said = look.runs.iter().flat_map(|run| run.text.chars());
    for letter in said.filter(|letter| !letter.is_whitespace()) {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

fn has_all(after: &HashMap<char, usize>, before: &HashMap<char, usize>) -> bool {
    before.iter().all(|(letter, count)| after.get(letter).is_some_and(|after| after >= count))
}
