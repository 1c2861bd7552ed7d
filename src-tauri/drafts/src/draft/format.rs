//! The file of a draft: its format number, its reading and its writing.

use serde::Serialize;
use serde_json::{Map, Value};
use startline_engine::unicode;

use super::keep::keep_unknown;
use super::{Draft, DraftError};

/// The format that this version writes. A change of a name's meaning raises it and adds a step to
/// [`MIGRATIONS`]; a new name does not.
pub const FORMAT: u32 = 1;

/// Step `n` turns a draft of format `n + 1` into one of format `n + 2`.
const MIGRATIONS: [fn(&mut Map<String, Value>); FORMAT as usize - 1] = [];

/// No draft is larger: the longest posting that is read has 10 MB, and JSON writes a byte with at most six.
pub(crate) const LIMIT: usize = 64 << 20;

/// A draft as it was read, with everything of its file that this version does not know.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// What this version knows of it.
    pub draft: Draft,
    /// The format number that the file has.
    pub format: u32,
    whole: Value,
}

impl Parsed {
    /// Whether a newer version of Startline wrote it. Such a draft is shown and never rewritten.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.format > FORMAT
    }

    /// Whether the file has an older format, so that saving it rewrites it in this one.
    #[must_use]
    pub fn is_older(&self) -> bool {
        self.format < FORMAT
    }

    /// As it would be if a step had led here.
    #[cfg(test)]
    pub(crate) fn of_an_older_format(self) -> Self {
        Self { format: FORMAT - 1, ..self }
    }
}

impl Draft {
    /// The draft that a file holds. A newer format is read as far as it can be: what this version does not
    /// understand of it is left out of [`Parsed::draft`].
    ///
    /// # Errors
    /// [`DraftError`] if the bytes are not JSON, have no format number, or have something else where this
    /// version's format has a value.
    pub fn parse(bytes: &[u8]) -> Result<Parsed, DraftError> {
        if bytes.len() > LIMIT {
            return Err(DraftError::TooLarge);
        }
        // What is no text breaks where the reader of JSON finds it.
        let read =
            unicode(bytes).map_or_else(|_| serde_json::from_slice(bytes), |text| serde_json::from_str(&text));
        let mut whole: Value = read.map_err(|error| DraftError::broken(&error))?;
        let object = whole.as_object_mut().ok_or(DraftError::NotADraft)?;
        let format = object.get("startline").and_then(Value::as_u64).filter(|format| *format > 0);
        let format = u32::try_from(format.ok_or(DraftError::NotADraft)?).unwrap_or(u32::MAX);
        if format > FORMAT {
            return Ok(Parsed { draft: what_can_be_read(object, format), format, whole });
        }
        migrate(object, format, &MIGRATIONS);
        object.insert("startline".to_owned(), FORMAT.into());
        let draft = serde_path_to_error::deserialize(&whole).map_err(|error| DraftError::Wrong {
            path: error.path().to_string(),
            reason: error.inner().to_string(),
        })?;
        Ok(Parsed { draft, format, whole })
    }

    /// The draft's file: JSON that a person can read, the same for the same draft.
    #[must_use]
    pub fn to_json(&self) -> String {
        written(&value(self))
    }

    /// As [`Draft::to_json`], with the keys that `was` had and this version does not know, wherever the part
    /// that they stood in is still there.
    #[must_use]
    pub fn to_json_keeping(&self, was: &Parsed) -> String {
        let mut now = value(self);
        keep_unknown(&was.whole, &value(&was.draft), &mut now);
        written(&now)
    }
}

fn migrate(draft: &mut Map<String, Value>, format: u32, steps: &[fn(&mut Map<String, Value>)]) {
    for step in steps.iter().skip(format as usize - 1) {
        step(draft);
    }
}

/// Each part that still has the shape known here, and nothing in the place of the others.
fn what_can_be_read(newer: &Map<String, Value>, format: u32) -> Draft {
    let readable = newer.iter().filter_map(|(key, part)| {
        let alone = Map::from_iter([(key.clone(), part.clone())]);
        serde_json::from_value::<Draft>(Value::Object(alone.clone())).is_ok().then_some(alone)
    });
    let draft: Draft =
        serde_json::from_value(Value::Object(readable.flatten().collect())).unwrap_or_default();
    Draft { startline: format, ..draft }
}

/// A value of ours as JSON.
#[expect(clippy::expect_used, reason = "text keys and plain values: there is nothing that JSON can't hold")]
pub(crate) fn value<T: Serialize>(of: &T) -> Value {
    serde_json::to_value(of).expect("our types are JSON")
}

/// JSON as a file has it: indented, with a line break at its end.
pub(crate) fn written(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_from_the_file_s_own_format() {
        let steps: [fn(&mut Map<String, Value>); 2] = [
            |draft| {
                let name = draft.remove("name").unwrap_or_default();
                draft.insert("title".to_owned(), name);
            },
            |draft| {
                draft.insert("seen".to_owned(), true.into());
            },
        ];
        let check = |format, before: &str, after: &str| {
            let mut draft: Map<String, Value> = serde_json::from_str(before).unwrap();
            migrate(&mut draft, format, &steps);
            assert_eq!(Value::Object(draft), serde_json::from_str::<Value>(after).unwrap());
        };
        check(1, r#"{"name": "A"}"#, r#"{"title": "A", "seen": true}"#);
        check(2, r#"{"title": "A"}"#, r#"{"title": "A", "seen": true}"#);
        check(3, r#"{"title": "A"}"#, r#"{"title": "A"}"#);
    }
}
