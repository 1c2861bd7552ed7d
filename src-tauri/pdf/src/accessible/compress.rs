//! Streams made small, and the file written.
//!
//! No stream may end in a carriage return: before the line feed that ends it, some validators would take the
//! two for one line end, and the stream for a byte too short. The last byte of a packed stream is that of a
//! sum over what was packed (Adler-32, whose last byte every byte but zero changes), so a byte more is packed.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, SaveOptions, Stream};

/// The quickest. A header is two kilobytes larger than at the usual level, and made in a fifth less time.
const LEVEL: u32 = 1;

/// Writes the document with its streams and plain objects compressed.
pub(super) fn save(document: &mut Document) -> Result<Vec<u8>, lopdf::Error> {
    let mut packer = Compress::new(Compression::new(LEVEL), true);
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            deflate(stream, &mut packer)?;
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
    let returns = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\r');
    returns.filter_map(|(at, _)| bytes.get(at..)).any(|rest| rest.starts_with(CLASH))
}

fn deflate(stream: &mut Stream, packer: &mut Compress) -> Result<(), lopdf::Error> {
    let font = stream.dict.has(b"Length1");
    loop {
        let packed = pack(&stream.content, packer)?;
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

/// Packs with what others were packed with before: making it ready anew takes longer than a short stream.
fn pack(content: &[u8], packer: &mut Compress) -> Result<Vec<u8>, lopdf::Error> {
    packer.reset();
    let mut packed = Vec::with_capacity(content.len() + 64);
    loop {
        let rest = usize::try_from(packer.total_in()).ok().and_then(|taken| content.get(taken..));
        let status = packer.compress_vec(rest.unwrap_or_default(), &mut packed, FlushCompress::Finish);
        if status.map_err(std::io::Error::from)? == Status::StreamEnd {
            return Ok(packed);
        }
        packed.reserve(packed.len());
    }
}
