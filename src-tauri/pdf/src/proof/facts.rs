//! What a file is, beside its text.

use lopdf::{Dictionary, Document, Object};

/// Whether the file says that it is tagged and has a structure to show for it.
pub(super) fn tagged(document: &Document) -> bool {
    let Ok(catalog) = document.catalog() else { return false };
    let marked = catalog.get_deref(b"MarkInfo", document).and_then(Object::as_dict);
    let marked = marked.and_then(|info| info.get_deref(b"Marked", document)).and_then(Object::as_bool);
    let tree = catalog.get_deref(b"StructTreeRoot", document).and_then(Object::as_dict);
    marked.unwrap_or(false) && tree.is_ok_and(|tree| tree.has(b"K"))
}

/// Whether every font of the file comes with it, and there is one.
pub(super) fn fonts_embedded(document: &Document) -> bool {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let mut fonts = dictionaries.filter(|one| one.has_type(b"Font") && !is_descendant(one)).peekable();
    fonts.peek().is_some() && fonts.all(|font| is_embedded(font, document))
}

/// The font within a composite font, which is asked for through that one.
fn is_descendant(font: &Dictionary) -> bool {
    let kind = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    kind.starts_with(b"CIDFont")
}

fn is_embedded(font: &Dictionary, document: &Document) -> bool {
    if font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type3") {
        return true;
    }
    let descendants = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
    let first = descendants.ok().and_then(|fonts| document.dereference(fonts.first()?).ok());
    let described = first.and_then(|(_, object)| object.as_dict().ok()).unwrap_or(font);
    let descriptor = described.get_deref(b"FontDescriptor", document).and_then(Object::as_dict);
    let files: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];
    descriptor.is_ok_and(|descriptor| files.iter().any(|file| descriptor.has(file)))
}
