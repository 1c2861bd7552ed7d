//! Streams made small, and the file written.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, SaveOptions, Stream};

/// Compression levels in the order they are tried: the first is nearly as small as the second and costs half.
const LEVELS: [u32; 7] = [6, 9, 5, 4, 3, 2, 1];

/// Writes the document with its streams and plain objects compressed.
///
/// No stream ends in a carriage return: before the line feed that ends it, some validators would take the two
/// for one line end and the stream for a byte too short. Another level of compression ends it otherwise.
pub(super) fn save(document: &mut Document) -> Result<Vec<u8>, lopdf::Error> {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            deflate(stream)?;
        }
    }
    let mut bytes = Vec::new();
    for level in LEVELS {
        bytes.clear();
        let mut options =
            SaveOptions { use_object_streams: true, use_xref_streams: true, ..SaveOptions::default() };
        options.object_stream_config.compression_level = level;
        document.save_with_options(&mut bytes, options)?;
        if !bytes.windows(CLASH.len()).any(|end| end == CLASH) {
            break;
        }
    }
    Ok(bytes)
}

const CLASH: &[u8] = b"\r\nendstream";

fn deflate(stream: &mut Stream) -> Result<(), lopdf::Error> {
    for level in LEVELS {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(level));
        encoder.write_all(&stream.content)?;
        let packed = encoder.finish()?;
        if packed.len() >= stream.content.len() {
            return Ok(());
        }
        if packed.last() != Some(&b'\r') {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
            return Ok(());
        }
    }
    Ok(())
}
