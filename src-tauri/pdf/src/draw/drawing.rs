//! What was drawn, as objects of a PDF.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};
use printpdf::{FontId, Op, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt, Rect, to_lopdf_doc};

use super::{Element, Size, handover};

/// Content and fonts of one page, and what the content means.
pub struct Drawing {
    /// The size of the sheet.
    pub size: Size,
    /// The elements in reading order.
    pub elements: Vec<Element>,
    /// One page: its content is the drawing, its resources the fonts.
    pub(crate) document: Document,
    /// That page.
    pub(crate) page: ObjectId,
}

/// Why nothing could be drawn. None of these is the student's doing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawingError {
    /// A font can't be cut down to its glyphs.
    #[error("The font {0} could not be embedded. Nothing was written; choose the other typeface.")]
    Font(String),
    /// printpdf's bytes could not be read back.
    #[error("The page could not be put together ({0}). Nothing was written.")]
    Page(String),
}

impl Drawing {
    pub(super) fn new(
        size: Size,
        ops: Vec<Op>,
        fonts: BTreeMap<FontId, PdfFont>,
        elements: Vec<Element>,
    ) -> Result<Self, DrawingError> {
        let mut pdf = PdfDocument::new("");
        pdf.resources.fonts.map = fonts;
        let sheet = Rect::from_wh(Pt(size.width), Pt(size.height));
        pdf.pages.push(PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops });
        let options = PdfSaveOptions { optimize: false, ..PdfSaveOptions::default() };
        let document = handover::document(to_lopdf_doc(&pdf, &options, &mut Vec::new()));
        let page = document.page_iter().next().ok_or_else(|| DrawingError::Page("no page".to_owned()))?;
        Ok(Self { size, elements, document, page })
    }

    /// The operators that draw it, to stand between `q` and `Q` in any page. They name the fonts of
    /// [`Drawing::fonts_into`] and mark content by the numbers in [`Drawing::elements`].
    #[must_use]
    pub fn content(&self) -> Vec<u8> {
        self.document.get_page_content(self.page)
    }

    /// Copies its fonts into another document and gives the entries for the `Font` resources of a page there.
    ///
    /// # Errors
    /// [`DrawingError::Page`] if the drawing holds no fonts.
    pub fn fonts_into(&self, other: &mut Document) -> Result<Dictionary, DrawingError> {
        let fonts = self.fonts().map_err(|error| DrawingError::Page(error.to_string()))?;
        let mut copied = BTreeMap::new();
        let Object::Dictionary(fonts) = self.copy(&Object::Dictionary(fonts), other, &mut copied) else {
            return Err(DrawingError::Page("no fonts".to_owned()));
        };
        Ok(fonts)
    }

    fn fonts(&self) -> lopdf::Result<Dictionary> {
        let page = self.document.get_dictionary(self.page)?;
        let resources = page.get_deref(b"Resources", &self.document)?.as_dict()?;
        resources.get_deref(b"Font", &self.document)?.as_dict().cloned()
    }

    /// An object with all that it refers to, copied into `other` under new numbers.
    fn copy(
        &self,
        object: &Object,
        other: &mut Document,
        copied: &mut BTreeMap<ObjectId, ObjectId>,
    ) -> Object {
        match object {
            Object::Reference(id) => {
                if let Some(new) = copied.get(id) {
                    return Object::Reference(*new);
                }
                let new = other.new_object_id();
                copied.insert(*id, new);
                let target = self.document.get_object(*id).cloned().unwrap_or(Object::Null);
                let target = self.copy(&target, other, copied);
                other.set_object(new, target);
                Object::Reference(new)
            }
            Object::Array(items) => {
                Object::Array(items.iter().map(|item| self.copy(item, other, copied)).collect())
            }
            Object::Dictionary(entries) => Object::Dictionary(self.copy_entries(entries, other, copied)),
            Object::Stream(stream) => {
                let mut stream = stream.clone();
                stream.dict = self.copy_entries(&stream.dict, other, copied);
                Object::Stream(stream)
            }
            plain => plain.clone(),
        }
    }

    fn copy_entries(
        &self,
        entries: &Dictionary,
        other: &mut Document,
        copied: &mut BTreeMap<ObjectId, ObjectId>,
    ) -> Dictionary {
        entries.iter().map(|(key, value)| (key.clone(), self.copy(value, other, copied))).collect()
    }
}
