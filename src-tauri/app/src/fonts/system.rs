//! Faces of the fonts that the computer has, for letters that the bundled ones lack.
//!
//! The choice is the same wherever the same fonts are installed: by family first, in an order written down,
//! then by weight, then by name. What the system itself would choose is not asked.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, Source, Style};
use startline_engine::Typeface;
use startline_pdf::{EastAsian, Face, Weight};

use super::families;

/// Families that have a glyph for everything, to show which character it is and not to be read.
const UNREADABLE: [&str; 6] = ["LastResort", "Last Resort", "Unifont", "Adobe Blank", "Tofu", "Emoji"];

/// The faces that were opened, or could not be, by file, place in it, weight and forms.
type Opened = HashMap<(PathBuf, u32, Weight, Option<EastAsian>), Option<Arc<Face>>>;

/// What is known of the computer's fonts.
#[derive(Default)]
struct Known {
    fonts: Option<Database>,
    opened: Opened,
}

/// Faces that between them have the letters, as far as any has, in both weights. The fonts are looked for
/// again when some are lacking, since the student may just have installed one.
pub(super) fn faces(
    letters: Vec<char>,
    forms: Option<EastAsian>,
    typeface: Typeface,
) -> Vec<(Weight, Arc<Face>)> {
    static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let wanted = Wanted { letters, forms, typeface };
    if let Some(fonts) = known.fonts.take() {
        let (found, whole) = wanted.among(&fonts, &mut known.opened);
        known.fonts = Some(fonts);
        if whole {
            return found;
        }
    }
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let (found, _) = wanted.among(&fonts, &mut known.opened);
    known.fonts = Some(fonts);
    found
}

/// What is looked for.
struct Wanted {
    letters: Vec<char>,
    forms: Option<EastAsian>,
    typeface: Typeface,
}

impl Wanted {
    /// The faces in both weights, and whether they have all the letters.
    fn among(&self, fonts: &Database, opened: &mut Opened) -> (Vec<(Weight, Arc<Face>)>, bool) {
        let mut found = Vec::new();
        let mut whole = true;
        for weight in [Weight::Regular, Weight::SemiBold] {
            let mut lacking = self.letters.clone();
            for info in self.ordered(fonts, weight) {
                if lacking.is_empty() {
                    break;
                }
                let helps = |data: &[u8], index| Face::has_any(data, index, &lacking);
                if !fonts.with_face_data(info.id, helps).unwrap_or(false) {
                    continue;
                }
                let Some(path) = path(info) else { continue };
                let key = (path.to_owned(), info.index, weight, self.forms);
                let face = opened.entry(key).or_insert_with(|| self.open(info, path, weight));
                if let Some(face) = face {
                    lacking.retain(|letter| !face.has(*letter));
                    found.push((weight, Arc::clone(face)));
                }
            }
            whole &= lacking.is_empty();
        }
        (found, whole)
    }

    /// All upright faces that are made for reading, the best first.
    fn ordered<'d>(&self, fonts: &'d Database, weight: Weight) -> Vec<&'d FaceInfo> {
        let preferred: Vec<&str> =
            self.forms.into_iter().flat_map(|forms| families::preferred(forms, self.typeface)).collect();
        let order = |info: &FaceInfo| {
            let names = || info.families.iter().map(|(name, _)| name.as_str());
            let place = preferred.iter().position(|family| names().any(|name| name == *family));
            let first = names().next().unwrap_or_default().to_owned();
            let noto = first.starts_with("Noto ");
            let serif = first.contains("Serif") == (self.typeface == Typeface::Serif);
            let far = (f32::from(info.weight.0) - weight.value()).abs() as u16;
            (
                place.unwrap_or(usize::MAX),
                (Reverse(noto), Reverse(serif), info.monospaced),
                first,
                (info.stretch as u16).abs_diff(fontdb::Stretch::Normal as u16),
                far,
                info.post_script_name.clone(),
                path(info).map(Path::to_owned),
                info.index,
            )
        };
        let readable = |info: &&FaceInfo| {
            let names = || info.families.iter().map(|(name, _)| name);
            info.style == Style::Normal
                && !names().any(|name| UNREADABLE.iter().any(|unreadable| name.contains(unreadable)))
        };
        let mut ordered: Vec<&FaceInfo> = fonts.faces().filter(readable).collect();
        ordered.sort_by_cached_key(|info| order(info));
        ordered
    }

    fn open(&self, info: &FaceInfo, path: &Path, weight: Weight) -> Option<Arc<Face>> {
        let data = std::fs::read(path).ok()?;
        Face::of_system(&info.post_script_name, data, info.index, weight, self.forms.map(EastAsian::tag))
    }
}

fn path(info: &FaceInfo) -> Option<&Path> {
    match &info.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // A test fails where it can't go on.

    use super::*;

    /// The faces found among the small fonts of the tests, and whether they have all the letters.
    fn found(letters: &str, forms: Option<EastAsian>, typeface: Typeface) -> (Vec<String>, bool) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pdf/tests/fonts");
        let mut there = Database::new();
        there.load_fonts_dir(&folder);
        let mut backwards = Database::new();
        for style in ["Regular", "Bold"] {
            backwards.load_font_file(folder.join(format!("NotoSansCJK-{style}.ttc"))).unwrap();
        }
        let wanted = Wanted { letters: letters.chars().collect(), forms, typeface };
        let names = |fonts: &Database| {
            let (faces, whole) = wanted.among(fonts, &mut Opened::new());
            (faces.iter().map(|(_, face)| face.name().to_owned()).collect::<Vec<_>>(), whole)
        };
        assert_eq!(names(&there), names(&backwards), "whatever the order they are found in");
        names(&there)
    }

    #[test]
    fn faces_are_those_of_the_forms_in_both_weights() {
        #[track_caller]
        fn check(forms: EastAsian, letters: &str, place: &str) {
            for typeface in [Typeface::Sans, Typeface::Serif] {
                let faces = ["Regular", "Bold"].map(|style| format!("NotoSansCJK{place}-{style}"));
                assert_eq!(found(letters, Some(forms), typeface), (faces.to_vec(), true));
            }
        }
        check(EastAsian::Simplified, "王小明", "sc");
        check(EastAsian::Traditional, "陳怡君", "tc");
        check(EastAsian::HongKong, "李", "hk");
        check(EastAsian::Japanese, "さくら", "jp");
        check(EastAsian::Korean, "김민준", "kr");
    }

    #[test]
    fn letters_that_no_font_has_are_said_to_be_lacking() {
        assert!(!found("王鱻", Some(EastAsian::Simplified), Typeface::Sans).1);
        assert_eq!(found("ნ", None, Typeface::Sans), (Vec::new(), false));
    }
}
