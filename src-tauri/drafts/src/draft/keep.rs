//! Keys that this version does not know outlive a save.

use std::collections::{HashMap, VecDeque};

use serde_json::{Map, Value};

/// Copies into `now` what stood in `was` and is unknown to this version.
///
/// `was` is a file as it was read, `known` what this version understood of it, and `now` what this version
/// is about to write. A key is unknown where `was` has it and `known` does not.
pub(crate) fn keep_unknown(was: &Value, known: &Value, now: &mut Value) {
    if was == known {
        return;
    }
    match (was, known, now) {
        (Value::Object(was), Value::Object(known), Value::Object(now)) => objects(was, known, now),
        (Value::Array(was), Value::Array(known), Value::Array(now)) if was.len() == known.len() => {
            for (from, to) in partners(known, now) {
                if let (Some(was), Some(known), Some(now)) = (was.get(from), known.get(from), now.get_mut(to))
                {
                    keep_unknown(was, known, now);
                }
            }
        }
        _ => {}
    }
}

fn objects(was: &Map<String, Value>, known: &Map<String, Value>, now: &mut Map<String, Value>) {
    for (key, old) in was {
        match (known.get(key), now.get_mut(key)) {
            (None, None) => {
                now.insert(key.clone(), old.clone());
            }
            (Some(known), Some(now)) => keep_unknown(old, known, now),
            _ => {}
        }
    }
}

/// Lists that would take more comparisons than this are matched by place alone.
const COMPARISONS: usize = 1_000_000;

/// Which item of the old list each item of the new one was: first those that did not change, in their order;
/// then those most alike, the nearer first.
fn partners(old: &[Value], new: &[Value]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut unchanged: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (from, item) in old.iter().enumerate() {
        unchanged.entry(item.to_string()).or_default().push_back(from);
    }
    let mut changed = Vec::new();
    for (to, item) in new.iter().enumerate() {
        match unchanged.get_mut(&item.to_string()).and_then(VecDeque::pop_front) {
            Some(from) => pairs.push((from, to)),
            None => changed.push(to),
        }
    }
    let mut gone: Vec<usize> = unchanged.into_values().flatten().collect();
    gone.sort_unstable();
    if changed.len() * gone.len() > COMPARISONS {
        pairs.extend(changed.into_iter().filter(|to| gone.binary_search(to).is_ok()).map(|to| (to, to)));
        return pairs;
    }
    for to in changed {
        let likeness = |from: usize| match (old.get(from), new.get(to)) {
            (Some(old), Some(new)) => alike(old, new),
            _ => 0,
        };
        let best = gone
            .iter()
            .enumerate()
            .max_by_key(|(_, from)| (likeness(**from), std::cmp::Reverse(from.abs_diff(to))));
        // An item that shares nothing with what stood there is a new one, unless nothing came or went.
        let Some((at, &from)) = best else { break };
        if likeness(from) > 0 || (old.len() == new.len() && from == to) {
            gone.remove(at);
            pairs.push((from, to));
        }
    }
    pairs
}

/// How many parts two items share, not counting what both leave empty.
fn alike(one: &Value, other: &Value) -> usize {
    let (Value::Object(one), Value::Object(other)) = (one, other) else { return 0 };
    one.iter().filter(|(key, part)| !is_empty(part) && other.get(*key) == Some(part)).count()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(parts) => parts.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
