//! The text as tokens: words, numbers and marks, each with the bytes it stands on.

use crate::words::fold::{fold, is_ideograph};
use crate::words::lexicon::{Cues, Lexicon, Sense};
use crate::words::time::{Class, Time};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters; `value` is 1 where the first is a capital.
    Word,
    /// Decimal digits; `value` is the number, `u32::MAX` where it is too long to matter.
    Number,
    /// One mark, or a run of the same one; `value` is its character.
    Mark,
    /// A web or mail address.
    Address,
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// Spaces.
    Space,
    /// A line break.
    Line,
    /// A blank line.
    Blank,
}

/// A piece of the text, sixteen bytes big.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) value: u32,
    /// Its meaning, by number in the lexicon.
    pub(crate) sense: u16,
    pub(crate) kind: Kind,
    pub(crate) gap: Gap,
    /// Whether a sentence, an item or a line begins here.
    pub(crate) opens: bool,
}

impl Token {
    pub(crate) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark && self.value == mark as u32
    }

    pub(crate) fn is_any(&self, marks: &str) -> bool {
        self.kind == Kind::Mark && marks.chars().any(|mark| mark as u32 == self.value)
    }

    /// A hyphen, a dash, a tilde or an arrow: what can stand between the ends of a span.
    pub(crate) fn is_dash(&self) -> bool {
        self.is_any("-–—‐‑‒―−－﹣~〜～→➔➜⟶")
    }

    /// How many digits or bytes.
    pub(crate) fn width(&self) -> u32 {
        self.end - self.start
    }

    /// How many characters a number has, wide digits as one each.
    pub(crate) fn digits(&self, text: &str) -> u32 {
        let wide = text.as_bytes().get(self.start as usize).is_some_and(|byte| *byte > 0x7f);
        if wide { self.width() / 3 } else { self.width() }
    }

    pub(crate) fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.value & 1 == 1
    }
}

/// The tokens of a text, and what its words mean.
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    pub(crate) list: Vec<Token>,
    pub(crate) lexicon: &'static Lexicon,
    /// Whether words that mean something else in English count in their other language.
    pub(crate) foreign: bool,
    /// Whether Japanese syllables stand near its beginning.
    pub(crate) japanese: bool,
    /// Whether it is Chinese, Japanese or Korean, where the month stands before the day.
    pub(crate) eastern: bool,
}

impl<'t> Tokens<'t> {
    /// Cuts a text up. Struck-out text (`~~so~~`) gives no tokens: it is not said any more.
    pub(crate) fn of(text: &'t str) -> Self {
        let lexicon = Lexicon::get();
        let mut cutter =
            Cutter { text, lexicon, at: 0, gap: Gap::Blank, list: Vec::new(), word: String::new() };
        cutter.list.reserve(text.len() / 5);
        cutter.run();
        let mut list = cutter.list;
        join_hyphenated(text, lexicon, &mut list);
        lexicon.join_phrases(&mut list);
        let japanese = text.chars().take(3000).any(|c| ('\u{3041}'..='\u{3096}').contains(&c));
        let near = || text.chars().take(20_000);
        let eastern = near().filter(|c| is_ideograph(*c) || is_syllable(*c)).count() * 4
            > near().filter(char::is_ascii_alphabetic).count();
        let eastern = eastern && near().any(|c| is_ideograph(c) || is_syllable(c));
        let mut tokens = Self { text, list, lexicon, foreign: false, japanese, eastern };
        tokens.foreign = tokens.is_foreign();
        tokens
    }

    /// Turns words that make a phrase into one token, once more.
    pub(crate) fn join_phrases(&mut self) {
        self.lexicon.join_phrases(&mut self.list);
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<&Token> {
        step();
        self.list.get(index)
    }

    /// What the token means; nothing for one past the end.
    pub(crate) fn sense(&self, index: usize) -> &Sense {
        self.lexicon.sense(self.get(index).map_or(0, |token| token.sense))
    }

    /// What the token means in a text of this language.
    pub(crate) fn cues(&self, index: usize) -> Cues {
        let sense = self.sense(index);
        if self.foreign { sense.cues | sense.foreign } else { sense.cues }
    }

    /// Whether the words are mostly not English.
    fn is_foreign(&self) -> bool {
        let (mut english, mut foreign) = (0_u32, 0_u32);
        for at in 0..self.len().min(200_000) {
            let cues = self.sense(at).cues;
            english += u32::from(cues.has(Cues::ENGLISH));
            foreign += u32::from(cues.has(Cues::FOREIGN));
        }
        foreign > english
    }

    /// What the token means of time.
    pub(crate) fn time(&self, index: usize) -> &Time {
        &self.sense(index).time
    }

    /// Whether a token is one of some classes of words of time.
    pub(crate) fn is(&self, index: usize, class: Class) -> bool {
        self.time(index).class.has(class)
    }

    /// The token's own words.
    pub(crate) fn word(&self, index: usize) -> &'t str {
        self.get(index).map_or("", |token| self.slice(token.start, token.end))
    }

    pub(crate) fn slice(&self, start: u32, end: u32) -> &'t str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }
}

struct Cutter<'t> {
    text: &'t str,
    lexicon: &'static Lexicon,
    at: usize,
    gap: Gap,
    list: Vec<Token>,
    word: String,
}

impl<'t> Cutter<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn run(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            match c {
                '\n' => {
                    self.gap = if self.gap >= Gap::Line { Gap::Blank } else { Gap::Line };
                    self.at += 1;
                }
                '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}' | '\u{2060}' => {
                    self.at += c.len_utf8();
                }
                c if c.is_whitespace() => self.skip_space(c.len_utf8()),
                '0'..='9' | '０'..='９' => self.number(),
                c if is_ideograph(c) => self.ideograph(c),
                '가'..='힣' => self.syllables(),
                c if c.is_alphabetic() => self.word(),
                '~' if self.rest().starts_with("~~") => self.struck(),
                '*' | '_' | '`' | '\\' => self.emphasis(c),
                '&' => self.entity(),
                c => self.mark(c),
            }
        }
    }

    fn skip_space(&mut self, len: usize) {
        self.gap = self.gap.max(Gap::Space);
        self.at += len;
    }

    fn push(&mut self, kind: Kind, len: usize, value: u32, sense: u16) {
        let (start, end) = (to_u32(self.at), to_u32(self.at + len));
        self.list.push(Token { start, end, value, sense, kind, gap: self.gap, opens: false });
        self.gap = Gap::None;
        self.at += len;
    }

    fn number(&mut self) {
        let mut value: u32 = 0;
        let mut len = 0;
        for c in self.rest().chars() {
            let Some(digit) = c.to_digit(10).or_else(|| full_width_digit(c)) else { break };
            value = value.saturating_mul(10).saturating_add(digit);
            len += c.len_utf8();
        }
        self.push(Kind::Number, len, value, 0);
    }

    /// A run of letters, up to a capital after a small letter: lost line breaks leave “internshipThis”.
    fn word(&mut self) {
        let rest = self.rest();
        if self.gap > Gap::None || self.list.last().is_none_or(|last| last.kind != Kind::Word) {
            let len = address(rest);
            if len > 0 {
                self.push(Kind::Address, len, 0, 0);
                return;
            }
        }
        let mut len = 0;
        let mut small = 0_u32;
        let mut capitals = 0_u32;
        let mut capital = false;
        let mut ahead = rest.chars().peekable();
        while let Some(c) = ahead.next() {
            if !(c.is_alphabetic() || is_combining(c)) || is_ideograph(c) || is_syllable(c) || len > 200 {
                break;
            }
            if c.is_uppercase() && small >= 2 {
                break;
            }
            // “$40/HRWe”, “BS in ITPeriod”, but not “APIs”
            let begins =
                c.is_uppercase() && ahead.peek().is_some_and(|next| next.is_lowercase() && *next != 's');
            if begins && capitals >= 2 && len == capitals as usize {
                break;
            }
            capitals += u32::from(c.is_ascii_uppercase());
            capital |= len == 0 && c.is_uppercase();
            small = if c.is_lowercase() { small + 1 } else { 0 };
            len += c.len_utf8();
        }
        // The letter itself is always taken, whatever the loop thought of it.
        let len = len.max(rest.chars().next().map_or(1, char::len_utf8));
        let mut word = std::mem::take(&mut self.word);
        fold(rest.get(..len).unwrap_or(""), &mut word);
        let id = self.lexicon.word(&word);
        self.word = word;
        // The word's own number stands in `sense` until the phrases are joined.
        self.push(Kind::Word, len, u32::from(capital), id);
    }

    fn ideograph(&mut self, first: char) {
        let (len, id) = self.lexicon.ideographs(self.rest(), first);
        self.push(Kind::Word, len, 0, id);
    }

    /// A run of Korean syllables: what is known at its start is a token, so that “7월부터” is a number, a month's mark
    /// and a particle.
    fn syllables(&mut self) {
        let rest = self.rest();
        let len = rest
            .char_indices()
            .find(|(at, c)| !is_syllable(*c) || *at > 120)
            .map_or(rest.len(), |(at, _)| at);
        let before = self.list.last().filter(|_| self.gap == Gap::None);
        let free = before.is_some_and(|before| before.kind == Kind::Number || before.sense > 0);
        let (len, id) = self.lexicon.syllables(rest.get(..len).unwrap_or(""), free);
        self.push(Kind::Word, len, 0, id);
    }

    fn struck(&mut self) {
        let rest = self.rest();
        let run = self.run_of('~');
        let after = rest.get(run..).unwrap_or("");
        let within = floor(after, 4000);
        if run == 2
            && !after.starts_with(char::is_whitespace)
            && let Some(close) = within.find("~~")
            && !within.get(..close).unwrap_or("").contains("\n\n")
        {
            self.at += run + close + 2;
            self.gap = self.gap.max(Gap::Space);
        } else {
            self.push(Kind::Mark, run, '~' as u32, 0);
        }
    }

    /// Emphasis of Markdown says nothing; a star or underscore that stands alone is a mark.
    fn emphasis(&mut self, c: char) {
        let run = self.run_of(c);
        let after = self.rest().get(run..).and_then(|rest| rest.chars().next());
        if run == 1 && c == '*' && after.is_none_or(char::is_whitespace) {
            self.push(Kind::Mark, run, c as u32, 0);
        } else {
            self.at += run;
        }
    }

    fn entity(&mut self) {
        let rest = self.rest();
        for (name, space) in [("&nbsp;", true), ("&amp;", false), ("&#39;", false), ("&quot;", false)] {
            if rest.starts_with(name) {
                if space {
                    self.skip_space(name.len());
                } else {
                    self.push(Kind::Mark, name.len(), '&' as u32, self.lexicon.word("&"));
                }
                return;
            }
        }
        self.mark('&');
    }

    /// How many bytes of one mark stand here in a row.
    fn run_of(&self, c: char) -> usize {
        self.rest().chars().take_while(|next| *next == c).inspect(|_| step()).map(char::len_utf8).sum()
    }

    fn mark(&mut self, c: char) {
        // Brackets stand one by one: what they hold matters.
        let len = if matches!(c, '(' | ')' | '[' | ']' | '|' | '（' | '）') {
            c.len_utf8()
        } else {
            self.run_of(c)
        };
        let sense = if matches!(c, '&' | '©' | '～' | '〜' | '💰' | '💵' | '💲') {
            self.lexicon.word(c.encode_utf8(&mut [0; 4]))
        } else {
            0
        };
        self.push(Kind::Mark, len, c as u32, sense);
    }
}

/// Joins a word of time that was broken with its line: “Octo-⏎ber”.
fn join_hyphenated(text: &str, lexicon: &Lexicon, list: &mut Vec<Token>) {
    let mut joined = String::new();
    let (mut from, mut to) = (0, 0);
    while let Some(mut token) = list.get(from).copied() {
        let mut used = 1;
        if let (Some(hyphen), Some(second)) = (list.get(from + 1), list.get(from + 2))
            && token.kind == Kind::Word
            && hyphen.is('-')
            && hyphen.gap == Gap::None
            && second.kind == Kind::Word
            && second.gap == Gap::Line
            && !second.is_capital()
            && token.width() + second.width() < 40
        {
            let part = |token: &Token| text.get(token.start as usize..token.end as usize).unwrap_or("");
            fold(&format!("{}{}", part(&token), part(second)), &mut joined);
            let sense = lexicon.word(&joined);
            if lexicon.sense(sense).time.is_some() {
                (token.end, token.sense, used) = (second.end, sense, 3);
            }
        }
        if let Some(slot) = list.get_mut(to) {
            *slot = token;
        }
        to += 1;
        from += used;
    }
    list.truncate(to);
}

/// How long an address begins here; 0 where none does.
fn address(rest: &str) -> usize {
    if !["http://", "https://", "www.", "mailto:"].iter().any(|start| rest.starts_with(start)) {
        return 0;
    }
    let near = floor(rest, 300);
    let ends = |c: char| {
        step();
        c.is_whitespace() || "()[]<>\"|，。（）".contains(c)
    };
    let word = near.find(ends).and_then(|end| near.get(..end)).unwrap_or(near);
    word.trim_end_matches(['.', ',', ';', ':', '!', '?']).len()
}

/// At most `len` bytes from the start, cut at a character's edge.
fn floor(text: &str, len: usize) -> &str {
    let mut len = len.min(text.len());
    while !text.is_char_boundary(len) {
        len -= 1;
    }
    text.get(..len).unwrap_or("")
}

/// What is counted where reading is tested to take steps in proportion to the text.
#[inline]
fn step() {
    #[cfg(test)]
    crate::linear::look();
}

fn is_syllable(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

fn full_width_digit(c: char) -> Option<u32> {
    ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
