//! Which of the bundled typefaces stands nearest to a résumé's own.

use lopdf::{Dictionary, Document, Object};
use startline_engine::Typeface;

use super::contact::Contact;
use super::insert::inherited;
use super::open::dictionary;
use super::sheet::Sheet;

/// Parts of the names of typefaces with serifs.
const SERIF: &[&str] = &[
    "serif",
    "times",
    "roman",
    "georgia",
    "garamond",
    "palatino",
    "cambria",
    "minion",
    "antiqua",
    "baskerville",
    "merriweather",
    "lora",
    "charter",
    "libertin",
    "playfair",
    "nimbusrom",
    "tinos",
    "crimson",
    "utopia",
    "bookman",
    "century",
    "schoolbook",
    "didot",
    "bodoni",
    "caslon",
    "termes",
    "pagella",
    "stix",
    "sfrm",
    "cmr",
    "cmb",
    "cmti",
    "cmcsc",
    "lmr",
    "newcm",
    "constantia",
    "spectral",
    "cormorant",
    "slab",
    "rockwell",
    "courierprime",
];

/// The typeface to draw in beside `contact`.
pub(super) fn typeface(document: &Document, sheet: &Sheet, contact: Option<&Contact>) -> Typeface {
    let runs = contact.into_iter().flat_map(|contact| &contact.last.runs);
    let run = runs.filter_map(|at| sheet.look.runs.get(*at)).max_by_key(|run| run.text.len());
    let font = run.and_then(|run| font(document, sheet, run.op));
    if font.is_some_and(|font| has_serifs(document, font)) { Typeface::Serif } else { Typeface::Sans }
}

fn font<'a>(document: &'a Document, sheet: &Sheet, op: usize) -> Option<&'a Dictionary> {
    let name = sheet.befores.get(op)?.font.clone()?;
    let resources = inherited(document, sheet.page, b"Resources")?;
    let resources = document.dereference(resources).ok()?.1.as_dict().ok()?;
    dictionary(document, dictionary(document, resources, b"Font")?, &name)
}

fn has_serifs(document: &Document, font: &Dictionary) -> bool {
    let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
    let name = String::from_utf8_lossy(name).to_lowercase();
    let name = name.rsplit('+').next().unwrap_or_default().replace([' ', '-'], "");
    if name.contains("sans") || name.contains("cmss") || name.contains("grotesk") {
        return false;
    }
    let below =
        font.get_deref(b"DescendantFonts", document).ok().and_then(|fonts| fonts.as_array().ok()?.first());
    let below = below.and_then(|font| document.dereference(font).ok()?.1.as_dict().ok()).unwrap_or(font);
    let flags =
        dictionary(document, below, b"FontDescriptor").and_then(|of| of.get(b"Flags").ok()?.as_i64().ok());
    SERIF.iter().any(|part| name.contains(part)) || flags.is_some_and(|flags| flags & 2 != 0)
}
