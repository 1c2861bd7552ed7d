//! What words mean: the vocabulary of `words/cues.txt`, and the words of time of every language.

use std::collections::HashMap;
use std::ops::{BitAnd, BitOr};
use std::sync::LazyLock;

use crate::words::fold::is_ideograph;
use crate::words::time::{Class, FILES, Time, entries};
use crate::words::token::{Gap, Kind, Token};

/// Meanings that a word can have, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cues(u128);

impl Cues {
    pub(crate) const NONE: Self = Self(0);

    /// The names of those in it.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = left.checked_ilog2()?;
            left &= !(1 << next);
            NAMED.get(next as usize).map(|(name, _)| *name)
        })
    }

    /// Whether any of `other` is among them.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Cues {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Cues {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

macro_rules! cues {
    ($($name:ident)*) => {
        cues!(@ 0, $($name)*);
        const NAMED: &[(&str, Cues)] = &[$((stringify!($name), Cues::$name)),*];
    };
    (@ $n:expr, $name:ident $($rest:ident)*) => {
        impl Cues { #[allow(missing_docs)] pub(crate) const $name: Cues = Cues(1 << $n); }
        cues!(@ $n + 1, $($rest)*);
    };
    (@ $n:expr,) => {};
}
cues! {
    START JOIN END DEADLINE APPLY OPEN CLOSE GRAD POSTED EVENT FOUNDED LEAVE EXPERIENCE TRAINING PROBATION
    RESPONSE EVERY INTERN PROGRAM DURATION RUN COMMIT WORK MIN MAX APPROX BY FROM UNTIL BETWEEN AND OR
    LAST DAYUNIT WEEKUNIT MONTHUNIT YEARUNIT HOURUNIT WEEKWORD PAY TOTALPAY NOTPAY CURRENCYWORD REQUEST AVAIL
    POSITION STUDENT ENROLLED ROLLING SPRING SUMMER FALL WINTER HALFYEAR CONDITIONAL PREVIOUS BENEFIT SENIOR
    JOBNOUN MINQUAL PREFQUAL SECTION OTHERJOBS ABOUTJOB AGO COMPANYLABEL TITLELABEL PLACELABEL FILL ARTICLE
    ENGLISH FOREIGN NOT DATEWORD DEGREE SHARE EXTENSION CARE ONWARDS ORSOONER
    EXAMPLE FURNITURE ALSO COHORT SHORT NUMBERED SKIP VERBTOO BEFORENOUN AFTERNOUN OFYEAR TIMES EMPLOYER
}

impl Cues {
    /// A name of a season.
    pub(crate) const SEASON: Self = Self(Self::SPRING.0 | Self::SUMMER.0 | Self::FALL.0 | Self::WINTER.0);
    /// What can tell what a date is for, apart from the smallest words.
    pub(crate) const TELLING: Self =
        Self(!(Self::ENGLISH.0 | Self::FOREIGN.0 | Self::ARTICLE.0 | Self::JOBNOUN.0));
    /// What says by itself what a date is for.
    pub(crate) const GOVERNING: Self = Self(
        Self::START.0
            | Self::JOIN.0
            | Self::END.0
            | Self::DEADLINE.0
            | Self::APPLY.0
            | Self::OPEN.0
            | Self::CLOSE.0
            | Self::GRAD.0
            | Self::POSTED.0
            | Self::EVENT.0
            | Self::FOUNDED.0
            | Self::LEAVE.0
            | Self::EXPERIENCE.0
            | Self::TRAINING.0
            | Self::PROBATION.0
            | Self::RESPONSE.0
            | Self::INTERN.0
            | Self::PROGRAM.0
            | Self::DURATION.0
            | Self::RUN.0
            | Self::COMMIT.0
            | Self::AVAIL.0
            | Self::EVERY.0
            | Self::PAY.0,
    );
    /// What heads a part of a posting, and names no programme.
    pub(crate) const PART: Self = Self(
        Self::START.0
            | Self::END.0
            | Self::DEADLINE.0
            | Self::APPLY.0
            | Self::DURATION.0
            | Self::SECTION.0
            | Self::MINQUAL.0
            | Self::PREFQUAL.0
            | Self::BENEFIT.0
            | Self::PAY.0
            | Self::DATEWORD.0
            | Self::TIMES.0,
    );
    /// A word that counts time.
    pub(crate) const UNIT: Self =
        Self(Self::DAYUNIT.0 | Self::WEEKUNIT.0 | Self::MONTHUNIT.0 | Self::YEARUNIT.0);
}

/// Everything that one word or phrase can mean.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sense {
    pub(crate) cues: Cues,
    /// What it means only where the text is not English, such as “stage”.
    pub(crate) foreign: Cues,
    /// What it means of time.
    pub(crate) time: Time,
}

/// The vocabulary, built once.
pub(crate) struct Lexicon {
    senses: Vec<Sense>,
    words: HashMap<Box<str>, u16>,
    stems: HashMap<[u8; 4], Vec<(Box<str>, u16)>>,
    endings: HashMap<[u8; 4], Vec<(Box<str>, u16)>>,
    /// Phrases, word by word: the sense so far (0 at the start) and the next word give a place further on.
    steps: HashMap<(u16, u16), u16>,
    places: Vec<u16>,
    /// The longest entry that begins with a character, in characters.
    ideographs: HashMap<char, usize>,
    /// The words of every phrase, and its sense.
    phrases: Vec<(Vec<u16>, u16)>,
}

impl Lexicon {
    pub(crate) fn get() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);
        &LEXICON
    }

    pub(crate) fn sense(&self, sense: u16) -> &Sense {
        const NOTHING: &Sense = &Sense { cues: Cues::NONE, foreign: Cues::NONE, time: Time::NONE };
        self.senses.get(usize::from(sense)).unwrap_or(NOTHING)
    }

    /// The number of a folded word, 0 where it is unknown.
    pub(crate) fn word(&self, word: &str) -> u16 {
        self.words.get(word).copied().unwrap_or_else(|| self.affixed(word))
    }

    /// The number of the beginning or ending of a word, 0 where none is known.
    fn affixed(&self, word: &str) -> u16 {
        let bytes = word.as_bytes();
        let Some(first) = bytes.first_chunk::<4>() else { return 0 };
        let begun = self.stems.get(first).into_iter().flatten().find(|(stem, _)| word.starts_with(&**stem));
        if let Some((_, id)) = begun {
            return *id;
        }
        let Some(last) = bytes.last_chunk::<4>() else { return 0 };
        let ended = self.endings.get(last).into_iter().flatten().find(|(end, _)| word.ends_with(&**end));
        ended.map_or(0, |(_, id)| *id)
    }

    /// The longest known word at the start of Chinese or Japanese text: its bytes and its number.
    pub(crate) fn ideographs(&self, rest: &str, first: char) -> (usize, u16) {
        let longest = self.ideographs.get(&first).copied().unwrap_or(0);
        let mut ends = [0_usize; 12];
        let mut count = 0;
        for (at, c) in rest.char_indices().take(longest.min(12)) {
            if !is_ideograph(c) {
                break;
            }
            if let Some(end) = ends.get_mut(count) {
                *end = at + c.len_utf8();
                count += 1;
            }
        }
        for end in ends.iter().take(count).rev() {
            if let Some(id) = rest.get(..*end).and_then(|word| self.words.get(word)) {
                return (*end, *id);
            }
        }
        (first.len_utf8(), 0)
    }

    /// The longest known word at the start of a run of Korean syllables, in bytes, and its number. After a number it
    /// may be any; elsewhere a word of one syllable must stand alone or before a particle.
    pub(crate) fn syllables(&self, run: &str, free: bool) -> (usize, u16) {
        let ends: Vec<usize> = run.char_indices().map(|(at, c)| at + c.len_utf8()).take(8).collect();
        for (count, end) in ends.iter().enumerate().rev() {
            let Some((id, rest)) = run
                .get(..*end)
                .zip(run.get(*end..))
                .and_then(|(word, rest)| Some((*self.words.get(word)?, rest)))
            else {
                continue;
            };
            let particle = || {
                ends.iter().skip(count + 1).any(|to| {
                    let word = run.get(*end..*to).and_then(|word| self.words.get(word));
                    word.is_some_and(|id| self.sense(*id).time.class.has(Class::PARTICLE))
                })
            };
            if self.sense(id).time.is_some() && (free || rest.is_empty() || count > 0 || particle()) {
                return (*end, id);
            }
        }
        (run.len(), 0)
    }

    /// Turns words that make a phrase into one token, the longest phrase first.
    pub(crate) fn join_phrases(&self, list: &mut Vec<Token>) {
        let (mut from, mut to) = (0, 0);
        while let Some(first) = list.get(from).copied() {
            let mut joined = first;
            let mut used = 1;
            if first.kind == Kind::Word && first.sense != 0 {
                let mut place = self.steps.get(&(0, first.sense)).copied();
                let mut ahead = from + 1;
                while let Some(at) = place {
                    if let Some(sense) = self.places.get(usize::from(at)).copied().filter(|sense| *sense != 0)
                    {
                        joined.sense = sense;
                        joined.end = list.get(ahead - 1).map_or(first.end, |token| token.end);
                        used = ahead - from;
                    }
                    while list
                        .get(ahead)
                        .is_some_and(|token| token.gap == Gap::None && token.is_any("-‐‑'’/"))
                    {
                        ahead += 1;
                    }
                    let next = list.get(ahead).filter(|token| {
                        token.kind == Kind::Word && token.sense != 0 && token.gap <= Gap::Space
                    });
                    place = next.and_then(|token| self.steps.get(&(at, token.sense)).copied());
                    ahead += 1;
                }
            }
            if let Some(slot) = list.get_mut(to) {
                *slot = joined;
            }
            to += 1;
            from += used;
        }
        list.truncate(to);
    }

    fn build() -> Self {
        let mut lexicon = Self {
            senses: vec![Sense::default()],
            words: HashMap::new(),
            stems: HashMap::new(),
            endings: HashMap::new(),
            steps: HashMap::new(),
            places: vec![0],
            ideographs: HashMap::new(),
            phrases: Vec::new(),
        };
        for line in include_str!("words/cues.txt").lines() {
            let Some((name, entries)) = line.split_once(": ") else { continue };
            let Some((_, cues)) = NAMED.iter().find(|(named, _)| *named == name) else { continue };
            for entry in entries.split(',') {
                match entry.trim().strip_prefix('~') {
                    Some(foreign) => lexicon.add(foreign, |sense| sense.foreign = sense.foreign | *cues),
                    None => lexicon.add(entry.trim(), |sense| sense.cues = sense.cues | *cues),
                };
            }
        }
        lexicon.add_time();
        for stems in lexicon.stems.values_mut().chain(lexicon.endings.values_mut()) {
            stems.sort_by_key(|(stem, _)| std::cmp::Reverse(stem.len()));
        }
        lexicon.inherit();
        lexicon
    }

    /// The words of time of every language.
    fn add_time(&mut self) {
        let known = self.phrases.len();
        let mut english = Vec::new();
        for (number, file) in FILES.into_iter().enumerate() {
            entries(file, |entry, put| {
                let id = self.add(entry, |sense| put(&mut sense.time));
                let Some(sense) = self.senses.get_mut(usize::from(id)).filter(|sense| sense.time.month > 0)
                else {
                    return;
                };
                // A month's name tells the language too.
                if number == 0 {
                    english.push(id);
                } else if entry.len() > 4 && entry.is_ascii() && !english.contains(&id) {
                    sense.cues = sense.cues | Cues::FOREIGN;
                }
            });
        }
        // A phrase that only these files know still means what its words do.
        for (words, id) in self.phrases.split_off(known) {
            let senses = words.iter().filter_map(|word| self.senses.get(usize::from(*word)));
            let (cues, foreign) = senses.fold((Cues::NONE, Cues::NONE), |(cues, foreign), sense| {
                (cues | sense.cues, foreign | sense.foreign)
            });
            if let Some(sense) = self.senses.get_mut(usize::from(id)) {
                (sense.cues, sense.foreign) = (cues, foreign);
            }
        }
    }

    /// A whole word that is known means as well what its beginning or ending does, where it has no sense of that
    /// kind of its own.
    fn inherit(&mut self) {
        for (word, id) in &self.words {
            let part = self.affixed(word);
            let Some(part) = self.senses.get(usize::from(part)).copied().filter(|_| part > 0) else {
                continue;
            };
            let Some(sense) = self.senses.get_mut(usize::from(*id)) else { continue };
            if sense.cues == Cues::NONE && sense.foreign == Cues::NONE {
                (sense.cues, sense.foreign) = (part.cues, part.foreign);
            }
            if !sense.time.is_some() {
                sense.time = part.time;
            }
        }
    }

    fn new_sense(&mut self) -> u16 {
        let id = u16::try_from(self.senses.len()).unwrap_or(0);
        self.senses.push(Sense::default());
        id
    }

    fn add(&mut self, entry: &str, put: impl FnOnce(&mut Sense)) -> u16 {
        let sense = if let Some(stem) = entry.strip_suffix('*') {
            self.affix(stem, true)
        } else if let Some(ending) = entry.strip_prefix('*') {
            self.affix(ending, false)
        } else if entry.contains([' ', '-', '\'', '/']) {
            self.phrase(entry)
        } else {
            self.single(entry)
        };
        if let Some(sense) = self.senses.get_mut(usize::from(sense)) {
            put(sense);
        }
        sense
    }

    fn single(&mut self, word: &str) -> u16 {
        if let Some(id) = self.words.get(word) {
            return *id;
        }
        let id = self.new_sense();
        if let Some(first) = word.chars().next().filter(|c| is_ideograph(*c)) {
            let longest = self.ideographs.entry(first).or_default();
            *longest = (*longest).max(word.chars().count());
        }
        self.words.insert(word.into(), id);
        id
    }

    fn affix(&mut self, part: &str, begins: bool) -> u16 {
        let chunk =
            if begins { part.as_bytes().first_chunk::<4>() } else { part.as_bytes().last_chunk::<4>() };
        let Some(chunk) = chunk.copied() else { return self.single(part) };
        let list = if begins { &self.stems } else { &self.endings };
        let known = list.get(&chunk).into_iter().flatten().find(|(stem, _)| **stem == *part);
        if let Some((_, id)) = known {
            return *id;
        }
        let id = self.new_sense();
        let list = if begins { &mut self.stems } else { &mut self.endings };
        list.entry(chunk).or_default().push((part.into(), id));
        id
    }

    fn phrase(&mut self, phrase: &str) -> u16 {
        let mut at = 0;
        let mut words = Vec::new();
        for word in phrase.split([' ', '-', '\'', '/']).filter(|word| !word.is_empty()) {
            let id = self.single(word);
            words.push(id);
            let next = u16::try_from(self.places.len()).unwrap_or(0);
            at = *self.steps.entry((at, id)).or_insert(next);
            if at == next {
                self.places.push(0);
            }
        }
        let known = self.places.get(usize::from(at)).copied().filter(|sense| *sense != 0);
        let sense = known.unwrap_or_else(|| {
            let sense = self.new_sense();
            self.phrases.push((words, sense));
            sense
        });
        if let Some(place) = self.places.get_mut(usize::from(at)) {
            *place = sense;
        }
        sense
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, NAMED};

    #[test]
    fn every_line_of_the_vocabulary_names_a_meaning() {
        for line in
            include_str!("words/cues.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty())
        {
            let name = line.split(':').next().unwrap();
            assert!(NAMED.iter().any(|(named, _)| *named == name), "{name}");
        }
        assert!(Lexicon::get().senses.len() < usize::from(u16::MAX));
    }
}
