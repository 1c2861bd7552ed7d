//! How a password may be written in the file that it opens.

use unicode_normalization::UnicodeNormalization as _;

/// The letters that PDFDocEncoding has for the bytes from 0x80 on (ISO 32000-2, table D.2); for those after these it
/// has the letters of Latin-1.
const FROM_80: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ',
    'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', UNUSED, '€',
];
/// For a byte that stands for no letter.
const UNUSED: char = '\u{fffd}';

/// What was typed, to be written as the file's kind of protection wants it: “ä” is one letter, however a keyboard or
/// a file name writes it. Then the same in the bytes of UTF-8 where some program wrote those, whatever the kind.
pub(super) fn spellings(typed: &str) -> Vec<String> {
    let composed: String = typed.nfc().collect();
    let bytes: String = composed.bytes().map(letter).collect();
    let other = bytes != composed && !bytes.contains(UNUSED);
    std::iter::once(composed).chain(other.then_some(bytes)).collect()
}

/// The letter that is written as this byte.
fn letter(byte: u8) -> char {
    match byte {
        0xad => UNUSED,
        0x80.. => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or(char::from(byte)),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn a_password_is_tried_as_it_may_be_written() {
        assert_eq!(spellings("open"), ["open"]);
        assert_eq!(spellings("pässwörd"), ["pässwörd", "pÃ¤sswÃ¶rd"]);
        assert_eq!(spellings("a\u{308}"), ["ä", "Ã¤"]);
        assert_eq!(spellings("密码"), ["密码", "å¯ƒç€†"]);
        // One of its bytes stands for no letter.
        assert_eq!(spellings("ß"), ["ß"]);
    }
}
