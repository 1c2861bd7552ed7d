//! A value read with whatever shape its writer gave it.

use serde_json::Value;

/// A part of the file. A field that is missing, null or of another shape is simply not there.
#[derive(Clone, Copy)]
pub(super) struct Part<'a>(&'a Value);

impl<'a> Part<'a> {
    /// A part in which there is nothing.
    pub(super) const NOTHING: Part<'static> = Part(&Value::Null);

    pub(super) fn of(value: &'a Value) -> Self {
        Self(value)
    }

    /// The first of these fields that is there.
    pub(super) fn get(self, names: &[&str]) -> Option<Part<'a>> {
        names.iter().find_map(|name| self.0.get(*name)).filter(|value| !value.is_null()).map(Part)
    }

    /// The text of the first of these fields that has one.
    pub(super) fn text(self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| Part(self.0.get(*name)?).as_text())
    }

    /// Its own text on one line, or `None` where it is empty. Some writers give a list or several kinds
    /// (`{"work": …, "personal": …}`) where one text belongs: then the first.
    pub(super) fn as_text(self) -> Option<String> {
        let text = match self.0 {
            Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Value::Number(number) => number.to_string(),
            Value::Array(items) => return items.iter().find_map(|item| Part(item).as_text()),
            Value::Object(parts) => {
                return ["personal", "home", "mobile", "work"]
                    .iter()
                    .find_map(|kind| Part(parts.get(*kind)?).as_text());
            }
            Value::Null | Value::Bool(_) => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// The items of the first of these fields; a single item may stand without its list.
    pub(super) fn items(self, names: &[&str]) -> Vec<Part<'a>> {
        match self.get(names) {
            Some(Part(Value::Array(items))) => items.iter().map(Part).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        }
    }
}
