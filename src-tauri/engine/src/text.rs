//! A file's bytes as text, in whichever form of Unicode they are.

use std::borrow::Cow;

/// Bytes that are no Unicode text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("byte {at} is no part of a text")]
pub struct NotText {
    /// How many bytes before it are text.
    pub at: usize,
}

/// The text of bytes in UTF-8 or UTF-16, with a byte order mark or without one: Windows PowerShell and old
/// editors there write UTF-16, and a mark before UTF-8. The mark is no part of the text.
///
/// # Errors
/// [`NotText`] where they are neither.
pub fn unicode(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    let Some((units, skipped)) = wide(bytes) else {
        let text = std::str::from_utf8(bytes).map_err(|error| NotText { at: error.valid_up_to() })?;
        return Ok(Cow::Borrowed(without_mark(text)));
    };
    let (mut text, mut at) = (String::new(), skipped);
    for letter in char::decode_utf16(units) {
        let letter = letter.map_err(|_| NotText { at })?;
        at += 2 * letter.len_utf16();
        text.push(letter);
    }
    Ok(Cow::Owned(text))
}

/// The same for what has to be read whatever is wrong with it: `\u{fffd}` stands for what is no text.
#[must_use]
pub fn unicode_lossy(bytes: &[u8]) -> Cow<'_, str> {
    let Some((units, _)) = wide(bytes) else {
        return String::from_utf8_lossy(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes));
    };
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The units of UTF-16 and the bytes of the mark before them, if it is that. Without a mark it shows by its
/// first letter, which has one byte of nothing: text in UTF-8 has none.
fn wide(bytes: &[u8]) -> Option<(impl Iterator<Item = u16> + '_, usize)> {
    let (unit, skipped): (fn([u8; 2]) -> u16, usize) = match bytes {
        [0xff, 0xfe, ..] => (u16::from_le_bytes, 2),
        [0xfe, 0xff, ..] => (u16::from_be_bytes, 2),
        [1..=0x7f, 0, ..] => (u16::from_le_bytes, 0),
        [0, 1..=0x7f, ..] => (u16::from_be_bytes, 0),
        _ => return None,
    };
    let (pairs, _) = bytes.get(skipped..).unwrap_or_default().as_chunks::<2>();
    Some((pairs.iter().map(move |pair| unit(*pair)), skipped))
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{NotText, unicode, unicode_lossy};

    /// A text in every form that programs write.
    fn forms(text: &str) -> Vec<Vec<u8>> {
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        vec![
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes()),
            marked(b"\xff\xfe", &little),
            marked(b"\xfe\xff", &big),
            little,
            big,
        ]
    }

    #[test]
    fn a_text_is_the_same_in_every_form() {
        for text in ["{\"name\": \"Zoë 王 👩\"}", "BEGIN:VCALENDAR\r\n", "a"] {
            for bytes in forms(text) {
                assert_eq!(unicode(&bytes).as_deref(), Ok(text), "{bytes:?}");
                assert_eq!(unicode_lossy(&bytes), text, "{bytes:?}");
            }
        }
        assert_eq!(unicode(b"").as_deref(), Ok(""));
    }

    #[test]
    fn what_is_no_text_is_found() {
        for (bytes, at, lossy) in [
            (&b"ab\xff"[..], 2, "ab\u{fffd}"),
            (b"\xff\xfea\0\0\xd8", 4, "a\u{fffd}"),
            (b"\xfe\xff\xdc\0\0a", 2, "\u{fffd}a"),
        ] {
            assert_eq!(unicode(bytes), Err(NotText { at }), "{bytes:?}");
            assert_eq!(unicode_lossy(bytes), lossy, "{bytes:?}");
        }
    }
}
