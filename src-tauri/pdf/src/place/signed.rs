//! Whether a file bears a digital signature, which any change would break.

use lopdf::{Dictionary, Document, Object};

use super::open::dictionary;

/// Whether any field of the file is signed, wherever and however it is written: as an object of its own or within
/// another, with its kind or with one that it inherits, listed in the form or only on a page. A field to sign in that
/// nobody signed is none.
pub(super) fn is_signed(document: &Document) -> bool {
    by_the_catalog(document)
        || document.objects.values().any(|object| any(object, |each| has_signed(document, each)))
}

/// Signatures that no field shows: those that certify the document, or what a reader may do with it.
fn by_the_catalog(document: &Document) -> bool {
    let Ok(catalog) = document.catalog() else { return false };
    let Some(perms) = dictionary(document, catalog, b"Perms") else { return false };
    perms.has(b"DocMDP")
        || perms.iter().any(|(key, _)| dictionary(document, perms, key).is_some_and(is_signature))
}

/// Whether this is a field that holds a signature. A field of any other kind holds text, a name or a list, so it
/// need not say that it is one for signatures.
fn has_signed(document: &Document, field: &Dictionary) -> bool {
    let Some(value) = dictionary(document, field, b"V") else { return false };
    let is =
        |kind: &[u8]| field.get_deref(b"FT", document).and_then(Object::as_name).is_ok_and(|own| own == kind);
    is(b"Sig") || is_signature(value)
}

/// A signature, or the time stamp of a document.
fn is_signature(value: &Dictionary) -> bool {
    let kind = value.get(b"Type").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"Sig" || kind == b"DocTimeStamp")
        || value.has(b"Contents") && (value.has(b"ByteRange") || value.has(b"Filter"))
}

/// Whether `is` holds for a dictionary in the object, at any depth.
fn any(object: &Object, is: impl Fn(&Dictionary) -> bool) -> bool {
    let mut within = vec![object];
    while let Some(object) = within.pop() {
        let parts = match object {
            Object::Array(items) => {
                within.extend(items);
                continue;
            }
            Object::Dictionary(parts) => parts,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        if is(parts) {
            return true;
        }
        within.extend(parts.iter().map(|(_, part)| part));
    }
    false
}

#[cfg(test)]
mod tests {
    use lopdf::{Dictionary, Document, Object, dictionary};

    use super::is_signed;

    /// A document whose form or catalog holds this.
    fn document(catalog: impl Fn(&mut Document) -> Dictionary) -> Document {
        let mut document = Document::with_version("1.7");
        let mut catalog = catalog(&mut document);
        catalog.set("Type", "Catalog");
        let root = document.add_object(catalog);
        document.trailer.set("Root", root);
        document
    }

    fn signature(kind: &str) -> Dictionary {
        dictionary! { "Type" => kind, "Filter" => "Adobe.PPKLite", "Contents" => Object::string_literal("...") }
    }

    fn form(fields: Vec<Object>) -> Dictionary {
        dictionary! { "AcroForm" => dictionary! { "Fields" => fields, "SigFlags" => 3 } }
    }

    #[test]
    fn a_signature_is_found_however_it_is_written() {
        let untyped =
            || dictionary! { "Contents" => Object::string_literal("..."), "ByteRange" => vec![0.into()] };
        type Made = Box<dyn Fn(&mut Document) -> Dictionary>;
        let cases: [(&str, Made); 8] = [
            (
                "all in place",
                Box::new(|_| form(vec![dictionary! { "FT" => "Sig", "V" => signature("Sig") }.into()])),
            ),
            (
                "field in place, its value apart",
                Box::new(|document| {
                    let value = document.add_object(signature("Sig"));
                    form(vec![dictionary! { "FT" => "Sig", "V" => value }.into()])
                }),
            ),
            (
                "each an object",
                Box::new(|document| {
                    let value = document.add_object(signature("Sig"));
                    let field = document.add_object(dictionary! { "FT" => "Sig", "V" => value });
                    form(vec![field.into()])
                }),
            ),
            (
                "kids in place, deeper and deeper, of an inherited kind",
                Box::new(move |_| {
                    let kid = dictionary! { "V" => untyped() };
                    let kids = dictionary! { "Kids" => vec![kid.into()] };
                    form(vec![dictionary! { "FT" => "Sig", "Kids" => vec![kids.into()] }.into()])
                }),
            ),
            (
                "a kind that stands apart",
                Box::new(|document| {
                    let kind = document.add_object(Object::Name(b"Sig".to_vec()));
                    let value = dictionary! { "Cert" => Object::string_literal("...") };
                    form(vec![dictionary! { "FT" => kind, "V" => value }.into()])
                }),
            ),
            (
                "a time stamp",
                Box::new(|_| {
                    form(vec![
                        dictionary! { "T" => Object::string_literal("x"), "V" => signature("DocTimeStamp") }
                            .into(),
                    ])
                }),
            ),
            (
                "a certified document",
                Box::new(|document| {
                    let value = document.add_object(signature("Sig"));
                    dictionary! { "Perms" => dictionary! { "DocMDP" => value } }
                }),
            ),
            (
                "rights given to readers",
                Box::new(|_| dictionary! { "Perms" => dictionary! { "UR3" => signature("Sig") } }),
            ),
        ];
        for (how, catalog) in cases {
            assert!(is_signed(&document(catalog)), "{how}");
        }
        // On a page alone, in no list of fields.
        let page = |document: &mut Document| {
            let widget = dictionary! { "Subtype" => "Widget", "FT" => "Sig", "V" => signature("Sig") };
            document.add_object(dictionary! { "Type" => "Page", "Annots" => vec![widget.into()] });
            Dictionary::new()
        };
        assert!(is_signed(&document(page)));
    }

    #[test]
    fn what_nobody_signed_is_not_signed() {
        for fields in [
            vec![],
            vec![dictionary! { "FT" => "Sig", "T" => Object::string_literal("Sign here") }.into()],
            vec![dictionary! { "FT" => "Tx", "V" => Object::string_literal("Sig") }.into()],
            vec![dictionary! { "FT" => "Ch", "V" => vec![Object::string_literal("Sig")] }.into()],
            vec![dictionary! { "FT" => "Sig", "V" => Object::Null }.into()],
        ] {
            assert!(!is_signed(&document(|_| form(fields.clone()))), "{fields:?}");
        }
        assert!(!is_signed(&document(|_| dictionary! { "Perms" => Dictionary::new() })));
    }
}
