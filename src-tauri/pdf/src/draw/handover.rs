//! printpdf's document taken over object by object: it hands over those of an older lopdf. To write them out
//! and read them in again would take as long as all of the drawing.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use printpdf_lopdf as theirs;

/// The same document as one of ours.
pub(super) fn document(from: theirs::Document) -> Document {
    let mut document = Document::with_version(from.version);
    document.trailer = dictionary(from.trailer);
    document.max_id = from.max_id;
    document.objects = from.objects.into_iter().map(|(id, it)| (id, object(it))).collect();
    document
}

fn object(from: theirs::Object) -> Object {
    match from {
        theirs::Object::Null => Object::Null,
        theirs::Object::Boolean(it) => Object::Boolean(it),
        theirs::Object::Integer(it) => Object::Integer(it),
        theirs::Object::Real(it) => Object::Real(it),
        theirs::Object::Name(it) => Object::Name(it),
        theirs::Object::String(it, theirs::StringFormat::Literal) => {
            Object::String(it, StringFormat::Literal)
        }
        theirs::Object::String(it, theirs::StringFormat::Hexadecimal) => {
            Object::String(it, StringFormat::Hexadecimal)
        }
        theirs::Object::Array(it) => Object::Array(it.into_iter().map(object).collect()),
        theirs::Object::Dictionary(it) => Object::Dictionary(dictionary(it)),
        theirs::Object::Stream(it) => {
            let stream = Stream::new(dictionary(it.dict), it.content);
            Object::Stream(stream.with_compression(it.allows_compression))
        }
        theirs::Object::Reference(it) => Object::Reference(it),
    }
}

fn dictionary(from: theirs::Dictionary) -> Dictionary {
    from.into_iter().map(|(key, value)| (key, object(value))).collect()
}
