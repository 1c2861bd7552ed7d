//! Which nation's forms of the Han characters a text is to be drawn in.
//!
//! One code stands for a character that China, Taiwan, Hong Kong, Japan and Korea write differently, so a
//! name by itself does not always say. What else the student gave does: kana, Hangul, a country's phone
//! number or web address. Where nothing says, the characters decide that one country's standard has and
//! another's lacks.

use encoding_rs::{BIG5, Encoding, GBK, SHIFT_JIS};
use startline_engine::Candidate;

use crate::header::printed;

/// The forms of Han characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EastAsian {
    /// Simplified Chinese.
    Simplified,
    /// Traditional Chinese as in Taiwan.
    Traditional,
    /// Traditional Chinese as in Hong Kong.
    HongKong,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
}

/// Beginnings of phone numbers, endings of web hosts and names of countries.
const SIGNS: [(EastAsian, &str, &[&str], &[&str]); 5] = [
    (EastAsian::Traditional, "+886", &["tw"], &["taiwan", "臺灣", "台灣"]),
    (EastAsian::HongKong, "+852", &["hk", "mo"], &["hong kong", "香港", "macau", "macao"]),
    (EastAsian::Japanese, "+81", &["jp"], &["japan", "日本"]),
    (EastAsian::Korean, "+82", &["kr"], &["korea"]),
    (EastAsian::Simplified, "+86", &["cn"], &["china", "中国"]),
];

impl EastAsian {
    /// The forms that a candidate's texts are to be drawn in; `None` where there is nothing East Asian.
    #[must_use]
    pub fn of(candidate: &Candidate) -> Option<Self> {
        let letters: Vec<char> = printed(candidate)
            .into_iter()
            .flat_map(|(_, text)| text.chars())
            .filter(|c| Self::uses(*c))
            .collect();
        if letters.iter().any(|c| is_kana(*c)) {
            return Some(Self::Japanese);
        }
        if letters.iter().any(|c| is_hangul(*c)) {
            return Some(Self::Korean);
        }
        if letters.iter().any(|c| is_bopomofo(*c)) {
            return Some(Self::Traditional);
        }
        let han: Vec<char> = letters.into_iter().filter(|c| is_han(*c)).collect();
        (!han.is_empty()).then(|| signed(candidate).unwrap_or_else(|| by_characters(&han)))
    }

    /// Whether a character is one that these languages share or bring.
    #[must_use]
    pub fn uses(character: char) -> bool {
        is_han(character) || is_kana(character) || is_hangul(character) || is_bopomofo(character)
    }

    /// The language as PDF and fonts name it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Simplified => "zh-Hans",
            Self::Traditional => "zh-Hant",
            Self::HongKong => "zh-Hant-HK",
            Self::Japanese => "ja",
            Self::Korean => "ko",
        }
    }
}

/// What the phone number, the addresses or the city say of the country, the name aside.
fn signed(candidate: &Candidate) -> Option<EastAsian> {
    let phone: String = candidate
        .phone
        .iter()
        .flat_map(|phone| phone.chars())
        .filter(|c| *c == '+' || c.is_ascii_digit())
        .collect();
    let emails = candidate.email.iter().filter_map(|email| email.rsplit_once('@').map(|(_, host)| host));
    let urls = candidate
        .links
        .iter()
        .map(|link| link.url.split_once("://").map_or(link.url.as_str(), |(_, rest)| rest));
    let hosts = emails.chain(urls).filter_map(|address| address.split(['/', ':', '?', '#']).next());
    let endings: Vec<String> = hosts
        .filter_map(|host| host.trim().rsplit_once('.'))
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .collect();
    let places: Vec<String> = candidate.location.iter().map(|location| location.to_lowercase()).collect();
    let by_phone = SIGNS.iter().find(|(_, prefix, ..)| phone.starts_with(prefix));
    let by_place = || {
        SIGNS
            .iter()
            .find(|(.., names)| names.iter().any(|name| places.iter().any(|place| place.contains(name))))
    };
    let by_host = || {
        SIGNS
            .iter()
            .find(|(_, _, hosts, _)| hosts.iter().any(|host| endings.iter().any(|ending| ending == host)))
    };
    by_place().or(by_phone).or_else(by_host).map(|(forms, ..)| *forms)
}

/// What the characters themselves say: some stand in one country's standard and not in another's.
fn by_characters(han: &[char]) -> EastAsian {
    let any = |holds: &dyn Fn(char) -> bool| han.iter().any(|c| holds(*c));
    let only_japanese = any(&|c| in_standard(c, SHIFT_JIS) && !in_gb2312(c) && !in_standard(c, BIG5));
    let only_simplified = any(&|c| in_gb2312(c) && !in_standard(c, BIG5));
    let only_traditional = any(&|c| in_standard(c, BIG5) && !in_gb2312(c));
    let all_japanese = han.iter().all(|c| in_standard(*c, SHIFT_JIS));
    match (only_simplified, only_traditional) {
        _ if only_japanese => EastAsian::Japanese,
        (true, true) if all_japanese => EastAsian::Japanese,
        (false, true) => EastAsian::Traditional,
        _ => EastAsian::Simplified,
    }
}

fn in_standard(character: char, standard: &'static Encoding) -> bool {
    let mut buffer = [0; 4];
    !standard.encode(character.encode_utf8(&mut buffer)).2
}

/// GB 2312 is the part of GBK whose bytes are both high, from row 16.
fn in_gb2312(character: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = GBK.encode(character.encode_utf8(&mut buffer));
    !unmappable && matches!(*bytes, [0xb0..=0xf7, 0xa1..=0xfe])
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{2fdf}' | '々' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}')
}

fn is_hangul(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}')
}

fn is_bopomofo(character: char) -> bool {
    matches!(character, '\u{3105}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}')
}

#[cfg(test)]
mod tests {
    use super::EastAsian;
    use startline_engine::Candidate;

    #[track_caller]
    fn check(name: &str, phone: &str, location: &str, email: &str, expected: Option<EastAsian>) {
        let given = |text: &str| Some(text.to_owned());
        let candidate = Candidate {
            name: name.to_owned(),
            phone: given(phone),
            location: given(location),
            email: given(email),
            ..Candidate::default()
        };
        assert_eq!(EastAsian::of(&candidate), expected, "{name} {phone} {location} {email}");
    }

    #[test]
    fn forms_follow_the_letters() {
        use EastAsian::{Japanese, Korean, Simplified, Traditional};
        let check = |name, expected| check(name, "+1 408-555-0142", "San José, CA", "a@sjsu.edu", expected);
        check("Zoë Nguyễn", None);
        check("さくら", Some(Japanese));
        check("김민준", Some(Korean));
        check("王小明", Some(Simplified));
        check("刘洋", Some(Simplified));
        check("劉洋", Some(Traditional));
        check("陳怡君", Some(Traditional));
        check("沢田研二", Some(Japanese));
        check("國分太一", Some(Traditional));
        check("渡辺徹", Some(Japanese));
        check("ㄅㄆ", Some(Traditional));
    }

    #[test]
    fn forms_follow_what_says_the_country() {
        use EastAsian::{HongKong, Japanese, Korean, Simplified, Traditional};
        check("高橋一生", "+81 90-1234-5678", "", "", Some(Japanese));
        check("高橋一生", "", "Kyoto, Japan", "", Some(Japanese));
        check("高橋一生", "", "", "a@kyoto-u.ac.jp", Some(Japanese));
        check("李明", "+886 912 345 678", "", "", Some(Traditional));
        check("李明", "+852 9123 4567", "", "", Some(HongKong));
        check("李明", "+86 10 1234 5678", "", "", Some(Simplified));
        check("金大中", "+82 10-1234-5678", "", "", Some(Korean));
        check("王小明", "+1 408-555-0142", "香港", "", Some(HongKong));
        check("Li Ming", "+86 10 1234 5678", "Beijing, China", "a@b.cn", None);
    }
}
