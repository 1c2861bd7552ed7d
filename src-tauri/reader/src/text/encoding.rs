//! The characters that a posting's bytes stand for, in whatever encoding they were written.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a page its own word on its encoding is looked for, in bytes.
const HEAD: usize = 4096;

/// Bytes as characters: by their mark, as UTF-8 where they are, as the page itself says, or as they look.
pub(crate) fn characters(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    let escapes = bytes.windows(2).any(|pair| pair == b"\x1b$" || pair == b"\x1b(");
    if !escapes && let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if let Some(text) = declared(bytes).and_then(|encoding| strictly(encoding, bytes)) {
        return text;
    }
    // A text cut in the middle of a character is still UTF-8.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.chars().filter(|c| *c == '\u{fffd}').count();
    if !escapes && broken * 20 < lossy.chars().filter(|c| !c.is_ascii()).count() {
        return lossy.into_owned();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny).decode_without_bom_handling(bytes).0.into_owned()
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// What the page's head says: `charset=` or, in XML, `encoding=`. UTF-8 was tried already, and a text whose head
/// can be read is not UTF-16.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(HEAD).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let (_, label) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let quoted = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let ends = |c: char| quoted(c) || matches!(c, ';' | '>' | '/' | '?');
    let label = label.trim_start_matches(quoted).split(ends).next()?;
    Encoding::for_label(label.as_bytes()).filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding))
}

#[cfg(test)]
mod tests {
    use encoding_rs::Encoding;

    use super::characters;

    const TEXTS: &[(&str, &[&str])] = &[
        ("Start: 1. März – für 6 Monate, Vergütung 1.000 €", &["windows-1252"]),
        (
            "Praktyka: początek 1 czerwca, długość sześć tygodni, zgłoszenia są ważne",
            &["windows-1250", "iso-8859-2"],
        ),
        ("实习时间：2026年6月1日至8月28日，每周到岗四天，可连续实习三个月以上", &["gbk", "gb18030"]),
        ("實習期間：2026年7月1日至8月31日，請於五月十五日前寄履歷至本公司人事部門", &["big5"]),
        (
            "インターンシップ期間：2026年6月1日から8月28日まで。応募締切は4月30日です。",
            &["shift_jis", "euc-jp", "iso-2022-jp"],
        ),
        ("인턴 기간: 2026년 7월 1일부터 8월 31일까지. 지원 마감은 5월 15일입니다.", &["euc-kr"]),
    ];

    #[test]
    fn bytes_in_any_encoding_are_read_with_and_without_their_name() {
        for (text, labels) in TEXTS {
            assert_eq!(characters(text.as_bytes()), *text);
            for label in *labels {
                let encoding = Encoding::for_label(label.as_bytes()).unwrap();
                let bytes = encoding.encode(text).0.into_owned();
                assert_eq!(characters(&bytes), *text, "{label}");
                for head in [format!("<meta charset=\"{label}\">"), format!("<?xml encoding='{label}'?>")] {
                    let page = [head.as_bytes(), &bytes].concat();
                    assert_eq!(characters(&page), format!("{head}{text}"), "{label}");
                }
            }
        }
    }

    #[test]
    fn marks_are_followed_and_broken_utf_8_stays_utf_8() {
        let text = "Début : 1er mars – 6 mois";
        let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for bytes in [
            [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
            [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        ] {
            assert_eq!(characters(&bytes), text);
        }
        let long = "é à ü ".repeat(10);
        let cut = long.as_bytes().get(..long.len() - 2).unwrap();
        assert_eq!(characters(cut).matches('é').count(), 10);
        // A page may be wrong about itself.
        let wrong = [b"<meta charset=euc-kr>".to_vec(), "für März".as_bytes().to_vec()].concat();
        assert!(characters(&wrong).ends_with("für März"));
    }
}
