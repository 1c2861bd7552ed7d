//! What turned one state of a draft into the next, small enough to keep many of.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One place that differs between two states, with what stood there before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Edit {
    /// A part of a text: the `was` that stood at byte `at` became `now`.
    Text { path: String, at: usize, was: String, now: String },
    /// A whole value.
    Value { path: String, was: Value, now: Value },
}

/// Which way edits are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// From the older state to the newer.
    Forward,
    /// From the newer state to the older.
    Back,
}

impl Edit {
    /// Where it is, as a JSON pointer.
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::Text { path, .. } | Self::Value { path, .. } => path,
        }
    }

    /// About how many bytes it takes to keep.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Text { path, was, now, .. } => path.len() + was.len() + now.len(),
            Self::Value { path, was, now } => path.len() + was.to_string().len() + now.to_string().len(),
        }
    }

    /// Makes the edit, if what it expects stands there.
    fn make(&self, state: &mut Value, way: Way) -> Option<()> {
        let place = state.pointer_mut(self.path())?;
        match self {
            Self::Text { at, was, now, .. } => {
                let Value::String(text) = place else { return None };
                let (from, to) = if way == Way::Forward { (was, now) } else { (now, was) };
                let range = *at..at.checked_add(from.len())?;
                if text.get(range.clone())? != from {
                    return None;
                }
                text.replace_range(range, to);
            }
            Self::Value { was, now, .. } => {
                let (from, to) = if way == Way::Forward { (was, now) } else { (now, was) };
                if place != from {
                    return None;
                }
                *place = to.clone();
            }
        }
        Some(())
    }
}

/// The edits that lead from one state to the other.
pub(crate) fn edits(was: &Value, now: &Value) -> Vec<Edit> {
    let mut found = Vec::new();
    collect(String::new(), was, now, &mut found);
    found
}

/// The state that the edits lead to, or `None` if they were not made on this one.
pub(crate) fn edited(state: &Value, edits: &[Edit], way: Way) -> Option<Value> {
    let mut state = state.clone();
    match way {
        Way::Forward => edits.iter().try_for_each(|edit| edit.make(&mut state, way))?,
        Way::Back => edits.iter().rev().try_for_each(|edit| edit.make(&mut state, way))?,
    }
    Some(state)
}

fn collect(path: String, was: &Value, now: &Value, found: &mut Vec<Edit>) {
    if was == now {
        return;
    }
    match (was, now) {
        (Value::Object(old), Value::Object(new))
            if old.len() == new.len() && old.keys().all(|key| new.contains_key(key)) =>
        {
            for (key, old) in old {
                if let Some(new) = new.get(key) {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    collect(format!("{path}/{key}"), old, new, found);
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (at, (old, new)) in old.iter().zip(new).enumerate() {
                collect(format!("{path}/{at}"), old, new, found);
            }
        }
        (Value::String(old), Value::String(new)) => found.push(text_edit(path, old, new)),
        _ => found.push(Edit::Value { path, was: was.clone(), now: now.clone() }),
    }
}

/// What differs between two texts once their common beginning and end are left out.
fn text_edit(path: String, old: &str, new: &str) -> Edit {
    let common = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(old, new)| old == new).map(|(letter, _)| letter.len_utf8()).sum()
    };
    let at = common(&mut old.chars().zip(new.chars()));
    let (old, new) = (old.split_at(at).1, new.split_at(at).1);
    let end = common(&mut old.chars().rev().zip(new.chars().rev()));
    let middle = |text: &str| text.split_at(text.len() - end).0.to_owned();
    Edit::Text { path, at, was: middle(old), now: middle(new) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn edits_are_small_and_lead_both_ways() {
        let check = |was: Value, now: Value, expected: Value| {
            let edits = edits(&was, &now);
            assert_eq!(serde_json::to_value(&edits).unwrap(), expected);
            assert_eq!(edited(&was, &edits, Way::Forward).as_ref(), Some(&now));
            assert_eq!(edited(&now, &edits, Way::Back).as_ref(), Some(&was));
            let read: Vec<Edit> = serde_json::from_value(expected).unwrap();
            assert_eq!(read, edits);
        };
        check(json!({"a": 1}), json!({"a": 1}), json!([]));
        check(
            json!({"text": "Dear Zoë, hello"}),
            json!({"text": "Dear Zoé, hello"}),
            json!([{"path": "/text", "at": 7, "was": "ë", "now": "é"}]),
        );
        check(
            json!({"text": "aaa"}),
            json!({"text": "aaaa"}),
            json!([{"path": "/text", "at": 3, "was": "", "now": "a"}]),
        );
        check(
            json!({"list": [{"name": "A", "day": null}, {"name": "B", "day": null}]}),
            json!({"list": [{"name": "A", "day": "2026-05-12"}, {"name": "BC", "day": null}]}),
            json!([
                {"path": "/list/0/day", "was": null, "now": "2026-05-12"},
                {"path": "/list/1/name", "at": 1, "was": "", "now": "C"},
            ]),
        );
        check(json!({"l": [1]}), json!({"l": []}), json!([{"path": "/l", "was": [1], "now": []}]));
        check(
            json!({"a/b~": "x"}),
            json!({"a/b~": ""}),
            json!([{"path": "/a~1b~0", "at": 0, "was": "x", "now": ""}]),
        );
    }

    #[test]
    fn an_edit_is_made_only_where_it_was_made() {
        let edit = edits(&json!({"text": "one two"}), &json!({"text": "one 2"}));
        for elsewhere in [json!({"text": "on"}), json!({"text": 5}), json!({}), json!({"text": "ééééé"})]
        {
            assert_eq!(edited(&elsewhere, &edit, Way::Forward), None, "{elsewhere}");
        }
    }
}
