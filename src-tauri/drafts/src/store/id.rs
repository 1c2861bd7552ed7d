//! The names of drafts: safe as file names, and not to be guessed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Digits and lower-case letters without those that are taken for others: the same name on every file
/// system, whether or not it tells capitals apart.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 20;

/// The name of one draft: twenty letters and digits drawn at random. Nothing else parses as one, so that a
/// name from outside is never a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export, type = "string"))]
pub struct DraftId([u8; LENGTH]);

/// The text is not the name of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("There is no draft of that name. The list of drafts shows their names.")]
pub struct NotAnId;

impl DraftId {
    /// A name that no draft has: a hundred bits of chance.
    pub(crate) fn random() -> Result<Self, getrandom::Error> {
        let mut drawn = [0; LENGTH];
        getrandom::fill(&mut drawn)?;
        Ok(Self(drawn.map(|byte| LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'0'))))
    }

    /// The draft that a file's name begins with, and what follows in the name.
    pub(crate) fn begins(name: &str) -> Option<(Self, &str)> {
        let (id, rest) = name.split_at_checked(LENGTH)?;
        Some((id.parse().ok()?, rest))
    }
}

impl FromStr for DraftId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let letters: [u8; LENGTH] = text.as_bytes().try_into().map_err(|_| NotAnId)?;
        if letters.iter().all(|letter| LETTERS.contains(letter)) { Ok(Self(letters)) } else { Err(NotAnId) }
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

impl Serialize for DraftId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DraftId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
