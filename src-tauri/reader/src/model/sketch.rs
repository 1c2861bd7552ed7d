//! The features that hold at one place of a text.

use crate::words::fold::fold;

/// A piece of a feature's name, with its hash.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'t> {
    hash: u64,
    text: &'t str,
    /// Whether the hash is that of the folded text.
    folds: bool,
}

impl<'t> Part<'t> {
    /// A piece by its text.
    pub(crate) fn of(text: &'t str) -> Self {
        Self { hash: hash(text), text, folds: false }
    }

    /// A word of a text, with the hash of it in small letters without accents.
    pub(crate) fn word(hash: u64, text: &'t str) -> Self {
        Self { hash, text, folds: true }
    }
}

/// The features that hold, as hashes of their names; and the names themselves where a table is learned.
#[derive(Debug, Default)]
pub(crate) struct Sketch {
    question: u64,
    question_name: &'static str,
    pub(crate) hashes: Vec<u64>,
    /// The names, where they are wanted.
    pub(crate) names: Option<Vec<String>>,
}

impl Sketch {
    /// A sketch that keeps the names too.
    #[cfg(any(test, feature = "learn"))]
    pub(crate) fn named() -> Self {
        Self { names: Some(Vec::new()), ..Self::default() }
    }

    /// Begins the features of another question.
    pub(crate) fn begin(&mut self, question: &'static str) {
        self.question = hash(question);
        self.question_name = question;
        self.hashes.clear();
        if let Some(names) = &mut self.names {
            names.clear();
        }
    }

    /// What is asked.
    pub(crate) fn question(&self) -> &'static str {
        self.question_name
    }

    /// One feature: its kind and the pieces that make it that one.
    pub(crate) fn put(&mut self, kind: &'static str, parts: &[Part<'_>]) {
        let start = mix(self.question, hash(kind));
        self.hashes.push(parts.iter().fold(start, |sum, part| mix(sum, part.hash)));
        if let Some(names) = &mut self.names {
            let mut name = format!("{} {kind}", self.question_name);
            for part in parts {
                name.push(' ');
                let mut text = part.text.to_owned();
                if part.folds {
                    fold(part.text, &mut text);
                }
                name.extend(text.chars().map(|c| if c.is_ascii_whitespace() { '_' } else { c }));
            }
            names.push(name);
        }
    }
}

/// The hash of a whole name, as a table of weights spells it.
pub(crate) fn feature_hash(name: &str) -> u64 {
    let mut parts = name.split(' ').map(hash);
    let first = parts.next().unwrap_or(0);
    parts.fold(first, mix)
}

/// FNV-1a, so that a name has the same hash on every system. White space counts as an underscore.
pub(crate) fn hash(text: &str) -> u64 {
    let byte = |b: u8| if b.is_ascii_whitespace() { b'_' } else { b };
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, b| (sum ^ u64::from(byte(b))).wrapping_mul(0x0100_0000_01b3))
}

pub(super) fn mix(sum: u64, part: u64) -> u64 {
    (sum.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95)
}

#[cfg(test)]
mod tests {
    use super::{Part, Sketch, feature_hash};

    #[test]
    fn a_name_has_the_hash_of_its_feature() {
        let mut sketch = Sketch::named();
        sketch.begin("date");
        sketch.put("left", &[Part::of("no later than"), Part::of("2")]);
        let names = sketch.names.clone().unwrap_or_default();
        assert_eq!(names, ["date left no_later_than 2"]);
        assert_eq!(sketch.hashes, [feature_hash("date left no_later_than 2")]);
    }
}
