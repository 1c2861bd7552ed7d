//! A content stream cut into its operators.

use std::ops::Range;

/// An operator with its operands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// The bytes of the operands and the operator.
    pub range: Range<usize>,
    /// The bytes of the operator alone. For an inline image it is `BI`.
    pub operator: Range<usize>,
}

impl Op {
    /// The operator's name.
    #[must_use]
    pub fn name<'a>(&self, content: &'a [u8]) -> &'a [u8] {
        content.get(self.operator.clone()).unwrap_or_default()
    }

    /// The operands as written.
    #[must_use]
    pub fn operands<'a>(&self, content: &'a [u8]) -> &'a [u8] {
        content.get(self.range.start..self.operator.start).unwrap_or_default()
    }

    /// The operands that are numbers.
    #[must_use]
    pub fn numbers(&self, content: &[u8]) -> Vec<f64> {
        let words = self.operands(content).split(|byte| is_space(*byte) || matches!(byte, b'[' | b']'));
        words.filter_map(number).collect()
    }

    /// The first operand that is a name, without its slash.
    #[must_use]
    pub fn first_name<'a>(&self, content: &'a [u8]) -> Option<&'a [u8]> {
        let operands = self.operands(content);
        name_at(operands, operands.iter().position(|byte| *byte == b'/'))
    }

    /// The last operand, where it is a name, without its slash.
    #[must_use]
    pub fn last_name<'a>(&self, content: &'a [u8]) -> Option<&'a [u8]> {
        let operands = self.operands(content).trim_ascii_end();
        let name = name_at(operands, operands.iter().rposition(|byte| *byte == b'/'))?;
        operands.ends_with(name).then_some(name)
    }
}

fn name_at(operands: &[u8], slash: Option<usize>) -> Option<&[u8]> {
    let rest = operands.get(slash? + 1..)?;
    let end = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
    rest.get(..end)
}

fn number(word: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(word).ok()?;
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// The operators of a content stream, in order. Operands that no operator follows are left out.
#[must_use]
pub fn ops(content: &[u8]) -> Vec<Op> {
    let mut cut = Cut { content, at: 0 };
    let mut ops = Vec::new();
    let mut start = None;
    while let Some(token) = cut.token() {
        let from = *start.get_or_insert(token.range.start);
        if token.is_operator {
            let mut end = token.range.end;
            if cut.content.get(token.range.clone()) == Some(b"BI") {
                cut.skip_inline_image();
                end = cut.at;
            }
            ops.push(Op { range: from..end, operator: token.range });
            start = None;
        }
    }
    ops
}

struct Token {
    range: Range<usize>,
    is_operator: bool,
}

struct Cut<'a> {
    content: &'a [u8],
    at: usize,
}

impl Cut<'_> {
    fn peek(&self) -> Option<u8> {
        self.content.get(self.at).copied()
    }

    /// Moves on while `wanted` holds.
    fn pass(&mut self, wanted: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
    }

    fn skip_space(&mut self) {
        loop {
            self.pass(is_space);
            if self.peek() != Some(b'%') {
                return;
            }
            self.pass(|byte| byte != b'\n' && byte != b'\r');
        }
    }

    /// The next operand, as a whole where it is an array or a dictionary, or the next operator.
    fn token(&mut self) -> Option<Token> {
        self.skip_space();
        let start = self.at;
        let first = self.peek()?;
        let is_operator = is_regular(first) && !matches!(first, b'0'..=b'9' | b'+' | b'-' | b'.');
        self.piece();
        let mut open = isize::from(matches!(first, b'[' | b'{')) + isize::from(self.is_dictionary(start));
        while open > 0 {
            self.skip_space();
            let Some(byte) = self.peek() else { break };
            let from = self.at;
            self.piece();
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open -= 1,
                b'<' if self.is_dictionary(from) => open += 1,
                b'>' => open -= 1,
                _ => {}
            }
        }
        let word = self.content.get(start..self.at).unwrap_or_default();
        let is_operator = is_operator && !matches!(word, b"true" | b"false" | b"null");
        Some(Token { range: start..self.at, is_operator })
    }

    fn is_dictionary(&self, at: usize) -> bool {
        self.content.get(at..at + 2) == Some(b"<<")
    }

    /// Passes one string, name, number, keyword or bracket. Always moves on.
    fn piece(&mut self) {
        let Some(first) = self.peek() else { return };
        let from = self.at;
        self.at += 1;
        match first {
            b'(' => self.string(),
            b'<' if self.is_dictionary(from) => self.at += 1,
            b'<' => {
                self.pass(|byte| byte != b'>');
                self.at = (self.at + 1).min(self.content.len());
            }
            b'>' if self.peek() == Some(b'>') => self.at += 1,
            b'/' => self.pass(is_regular),
            _ if is_regular(first) => self.pass(is_regular),
            _ => {}
        }
    }

    fn string(&mut self) {
        let mut open = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at = (self.at + 1).min(self.content.len()),
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return;
            }
        }
    }

    /// From after `BI` to after `EI`. The data ends at the first `EI` that stands alone and is followed by
    /// what reads like operators.
    fn skip_inline_image(&mut self) {
        while let Some(token) = self.token() {
            if token.is_operator && self.content.get(token.range) == Some(b"ID") {
                break;
            }
        }
        let mut from = self.at;
        let rest = |from: usize| self.content.get(from..).unwrap_or_default();
        while let Some(found) = rest(from).windows(2).position(|pair| pair == b"EI") {
            let (start, end) = (from + found, from + found + 2);
            let alone = start
                .checked_sub(1)
                .and_then(|before| self.content.get(before))
                .copied()
                .is_some_and(is_space)
                && self.content.get(end).copied().is_none_or(is_space);
            let reads_on = rest(end).iter().take(12).all(|byte| byte.is_ascii_graphic() || is_space(*byte));
            if alone && reads_on {
                self.at = end;
                return;
            }
            from = end;
        }
        self.at = self.content.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(content: &[u8]) -> Vec<String> {
        ops(content).iter().map(|op| String::from_utf8_lossy(op.name(content)).into_owned()).collect()
    }

    #[test]
    fn operators_are_found_whatever_stands_in_their_operands() {
        let content =
            b"q 1 0 0 1 0 -.5 cm /P <</MCID 0/L[(a)<41>]>> BDC BT /F1 12 Tf [(Q \\) (q))-250<4142>]TJ \
            T* (x)' ET EMC % Q\nQ true";
        assert_eq!(names(content), ["q", "cm", "BDC", "BT", "Tf", "TJ", "T*", "'", "ET", "EMC", "Q"]);
    }

    #[test]
    fn operands_are_read() {
        let content = b"1 0 0 1 72 -7.5 cm /F1.0 12 Tf";
        let ops = ops(content);
        assert_eq!(ops[0].numbers(content), [1.0, 0.0, 0.0, 1.0, 72.0, -7.5]);
        assert_eq!(ops[1].first_name(content), Some(b"F1.0".as_slice()));
    }

    #[test]
    fn the_data_of_an_inline_image_is_no_operator() {
        let content = b"q BI /W 2 /H 2 /BPC 8 /CS /G ID \x01 EI\x02 Q q\nEI Q";
        assert_eq!(names(content), ["q", "BI", "Q"]);
    }

    #[test]
    fn any_bytes_end() {
        for content in [b"(".as_slice(), b"<", b"<<", b"[[[", b"BI ID", b"\\", b"/", b">>]", b"% "] {
            let _ = ops(content);
        }
    }
}
