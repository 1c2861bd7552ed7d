//! Words made alike: small letters, without accents.

/// Writes `word` in small letters without accents into `to`, which is emptied first.
pub(crate) fn fold(word: &str, to: &mut String) {
    to.clear();
    if word.is_ascii() {
        to.push_str(word);
        to.make_ascii_lowercase();
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{300}'..='\u{36f}' => {}
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ą' => to.push('a'),
            'ç' | 'ć' | 'č' => to.push('c'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' => to.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' => to.push('i'),
            'ñ' | 'ń' => to.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => to.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' => to.push('u'),
            'ý' | 'ÿ' => to.push('y'),
            'ß' => to.push_str("ss"),
            'œ' => to.push_str("oe"),
            'æ' => to.push_str("ae"),
            other => to.push(other),
        }
    }
}

/// A character of Chinese or Japanese writing, which sets no spaces between words.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_and_capitals_go() {
        let mut to = String::new();
        for (word, folded) in
            [("MÄRZ", "marz"), ("Août", "aout"), ("Straße", "strasse"), ("e\u{301}te", "ete")]
        {
            fold(word, &mut to);
            assert_eq!(to, folded);
        }
    }
}
