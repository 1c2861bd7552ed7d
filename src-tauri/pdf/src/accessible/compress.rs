//! Streams made small, and the file written.
//!
//! No stream may end in a carriage return: before the line feed that ends it, some validators would take the
//! two for one line end, and the stream for a byte too short. The last byte of a packed stream is that of a
//! sum over what was packed (Adler-32, whose last byte every byte but zero changes), so a byte more is packed.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, SaveOptions, Stream};

/// Nearly as small as the highest level, in half its time.
const LEVEL: u32 = 6;

/// Writes the document with its streams and plain objects compressed.
pub(super) fn save(document: &mut Document) -> Result<Vec<u8>, lopdf::Error> {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            deflate(stream)?;
        }
    }
    let packed = write(document, true)?;
    if !clashes(&packed) {
        return Ok(packed);
    }
    // The packed objects clash by themselves: the version, said once more, makes them longer.
    document.catalog_mut()?.set("Version", Object::Name(b"1.7".to_vec()));
    let packed = write(document, true)?;
    if clashes(&packed) { write(document, false) } else { Ok(packed) }
}

fn write(document: &mut Document, pack: bool) -> Result<Vec<u8>, lopdf::Error> {
    let mut options =
        SaveOptions { use_object_streams: pack, use_xref_streams: pack, ..SaveOptions::default() };
    options.object_stream_config.compression_level = LEVEL;
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}

fn clashes(bytes: &[u8]) -> bool {
    const CLASH: &[u8] = b"\r\nendstream";
    bytes.windows(CLASH.len()).any(|end| end == CLASH)
}

fn deflate(stream: &mut Stream) -> Result<(), lopdf::Error> {
    let font = stream.dict.has(b"Length1");
    loop {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
        encoder.write_all(&stream.content)?;
        let packed = encoder.finish()?;
        if packed.last() == Some(&b'\r') {
            // Nothing reads a byte behind the tables of a font, or white space behind an operator.
            stream.content.push(b'\n');
            continue;
        }
        if font {
            stream.dict.set("Length1", stream.content.len() as i64);
        }
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
        return Ok(());
    }
}
