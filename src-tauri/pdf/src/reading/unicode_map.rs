//! The map from codes to text that a font brings along (`ToUnicode`).

use std::collections::HashMap;

/// What each code says.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct UnicodeMap {
    says: HashMap<u32, String>,
}

/// The most codes that one map may name: all that two bytes can.
const CODES: usize = 1 << 16;

enum Token {
    Bytes(Vec<u8>),
    Open,
    Close,
    Word(String),
}

impl UnicodeMap {
    /// Reads a map. What isn't understood in it is passed over.
    pub(super) fn parse(content: &[u8]) -> Self {
        let mut map = Self::default();
        let mut tokens = tokens(content).into_iter();
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(word) if word == "beginbfchar" => map.characters(&mut tokens),
                Token::Word(word) if word == "beginbfrange" => map.ranges(&mut tokens),
                _ => {}
            }
        }
        map
    }

    /// What a code says, if the map names it.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.says.get(&code).map(String::as_str)
    }

    fn put(&mut self, code: u32, units: &[u16]) {
        if self.says.len() < CODES {
            self.says.insert(code, String::from_utf16_lossy(units));
        }
    }

    /// Pairs of a code and its text.
    fn characters(&mut self, tokens: &mut impl Iterator<Item = Token>) {
        while let Some(Token::Bytes(code)) = tokens.next() {
            let Some(Token::Bytes(text)) = tokens.next() else { return };
            self.put(number(&code), &units(&text));
        }
    }

    /// Triples of a first code, a last code, and either the text of the first or a list of the text of each.
    fn ranges(&mut self, tokens: &mut impl Iterator<Item = Token>) {
        while let Some(Token::Bytes(first)) = tokens.next() {
            let Some(Token::Bytes(last)) = tokens.next() else { return };
            let codes = number(&first)..=number(&last).min(number(&first).saturating_add(0xffff));
            match tokens.next() {
                Some(Token::Bytes(text)) => {
                    let mut text = units(&text);
                    for code in codes {
                        self.put(code, &text);
                        if let Some(unit) = text.last_mut() {
                            *unit = unit.wrapping_add(1);
                        }
                    }
                }
                Some(Token::Open) => {
                    let texts: Vec<Vec<u8>> = tokens
                        .map_while(|token| if let Token::Bytes(text) = token { Some(text) } else { None })
                        .collect();
                    for (code, text) in codes.zip(texts) {
                        self.put(code, &units(&text));
                    }
                }
                _ => return,
            }
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)))
            .collect(),
    }
}

/// The words, hexadecimal strings and brackets of a map.
fn tokens(content: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = content;
    while let Some((first, after)) = rest.split_first() {
        let until = |stop: fn(u8) -> bool| after.iter().position(|byte| stop(*byte)).unwrap_or(after.len());
        rest = match first {
            b'<' if after.first() != Some(&b'<') => {
                let (digits, left) = after.split_at(until(|byte| byte == b'>'));
                tokens.push(Token::Bytes(from_hex(digits)));
                left.get(1..).unwrap_or_default()
            }
            b'[' => {
                tokens.push(Token::Open);
                after
            }
            b']' => {
                tokens.push(Token::Close);
                after
            }
            b'%' => after.get(until(|byte| matches!(byte, b'\n' | b'\r'))..).unwrap_or_default(),
            byte if byte.is_ascii_alphabetic() => {
                let (word, left) = after.split_at(until(|byte| !byte.is_ascii_alphanumeric()));
                let word: String = std::iter::once(byte).chain(word).map(|byte| char::from(*byte)).collect();
                tokens.push(Token::Word(word));
                left
            }
            _ => after,
        };
    }
    tokens
}

fn from_hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        digits.iter().filter_map(|digit| char::from(*digit).to_digit(16)).map(|digit| digit as u8).collect();
    digits
        .chunks(2)
        .map(|pair| pair.first().map_or(0, |high| high << 4) | pair.get(1).copied().unwrap_or(0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::UnicodeMap;

    #[test]
    fn characters_and_ranges_are_read() {
        let map = UnicodeMap::parse(
            b"/CIDInit /ProcSet findresource begin % a comment <00>\n1 begincodespacerange <0000> <ffff> \
              endcodespacerange 2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar\n\
              3 beginbfrange <0010> <0012> <0061> <0020><0021>[<0078> <D83DDE00>] <30> <31> <0035> endbfrange end",
        );
        let said = |code| map.get(code);
        assert_eq!((said(1), said(2), said(3)), (Some("A"), Some("fi"), None));
        assert_eq!((said(0x10), said(0x12), said(0x13)), (Some("a"), Some("c"), None));
        assert_eq!((said(0x20), said(0x21)), (Some("x"), Some("😀")));
        assert_eq!((said(0x30), said(0x31)), (Some("5"), Some("6")));
    }

    #[test]
    fn broken_maps_say_what_they_can() {
        for broken in [&b"beginbfchar <00"[..], b"beginbfrange <00> <ff> [", b"<<>>[]%", b""] {
            UnicodeMap::parse(broken);
        }
    }
}
