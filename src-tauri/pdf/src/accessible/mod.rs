//! A drawing as a file that lasts and that everyone can read: tagged (PDF/UA-1) and archival (PDF/A-2a).

mod compress;
mod metadata;
mod structure;

use lopdf::{Dictionary, Document, Object, dictionary};

use crate::draw::{Drawing, DrawingError};

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The title that a viewer shows.
    pub title: String,
    /// Whose it is.
    pub author: String,
    /// The language of its words, such as `en-US`.
    pub language: String,
}

/// The file's bytes. The same drawing gives the same bytes: there is no clock and no chance in them.
///
/// # Errors
/// [`DrawingError::Page`] if the drawing's objects can't be written.
pub fn to_pdf(drawing: Drawing, about: &About) -> Result<Vec<u8>, DrawingError> {
    write(drawing, about).map_err(|error| DrawingError::Page(error.to_string()))
}

fn write(drawing: Drawing, about: &About) -> Result<Vec<u8>, lopdf::Error> {
    let id = identity(&drawing, about);
    let Drawing { elements, mut document, page, .. } = drawing;
    let annotations = structure::annotate(&mut document, &elements, page);
    let tree = structure::tree(&mut document, &elements, page, &annotations);
    let links = annotations.into_iter().map(Object::Reference).collect();
    dress_page(&mut document, page, links)?;
    let metadata = metadata::add(&mut document, about);
    let intent = metadata::output_intent(&mut document);
    let catalog = document.catalog_mut()?;
    catalog.remove(b"PageLayout");
    catalog.remove(b"PageMode");
    catalog.set("Lang", Object::string_literal(about.language.as_str()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent]);
    document.trailer.remove(b"Info");
    document.trailer.set("ID", vec![id.clone(), id]);
    "1.7".clone_into(&mut document.version);
    document.prune_objects();
    document.renumber_objects();
    compress::save(&mut document)
}

/// The page with what PDF/UA asks of it and without what printpdf adds and nothing uses.
fn dress_page(
    document: &mut Document,
    page: lopdf::ObjectId,
    links: Vec<Object>,
) -> Result<(), lopdf::Error> {
    let fonts = {
        let resources = document.get_dictionary(page)?.get_deref(b"Resources", document)?.as_dict()?;
        resources.get(b"Font")?.clone()
    };
    let page = document.get_dictionary_mut(page)?;
    page.remove(b"TrimBox");
    page.remove(b"CropBox");
    page.remove(b"Annots");
    page.set("Resources", dictionary! { "Font" => fonts });
    page.set("StructParents", 0);
    page.set("Tabs", "S");
    if !links.is_empty() {
        page.set("Annots", links);
    }
    Ok(())
}

/// A name for the file made from what it holds.
fn identity(drawing: &Drawing, about: &About) -> Object {
    let mut held = drawing.content();
    held.extend(about.title.bytes().chain(about.language.bytes()));
    let first = crate::digest(&held);
    let second = crate::digest_on(first, &[1]);
    let bytes = [first.to_be_bytes(), second.to_be_bytes()].concat();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}

/// Text as PDF writes it outside of fonts.
fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), lopdf::StringFormat::Hexadecimal)
}

/// A dictionary as an object of its own.
fn add(document: &mut Document, entries: Dictionary) -> lopdf::ObjectId {
    document.add_object(Object::Dictionary(entries))
}
