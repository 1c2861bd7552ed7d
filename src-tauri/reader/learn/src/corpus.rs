//! The labelled postings and sentences.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use startline_reader::{Source, posting_text};

/// A text with what each of its dates is for.
pub(crate) struct Labelled {
    /// Its file's name, or the place in a file of many.
    pub(crate) name: String,
    /// Texts of one group are never on both sides of a cross-validation.
    pub(crate) group: String,
    pub(crate) text: String,
    /// The bytes of each date and duration, and its role.
    pub(crate) mentions: Vec<(Range<usize>, String)>,
    /// The facts as a careful reader sees them, where they are labelled too.
    pub(crate) facts: Option<Value>,
    /// Whether it is an internship, where that is labelled.
    pub(crate) internship: Option<bool>,
    pub(crate) title: Option<String>,
    pub(crate) company: Option<String>,
}

/// Every labelled text below a folder, in the order of the names.
pub(crate) fn load(folder: &Path) -> Result<Vec<Labelled>> {
    let mut all = Vec::new();
    wide(&folder.join("wide"), &mut all)?;
    written(&folder.join("written"), &mut all)?;
    Ok(all)
}

/// Postings with a file of labels each.
fn wide(folder: &Path, into: &mut Vec<Labelled>) -> Result<()> {
    let groups: BTreeMap<String, String> = fs::read_to_string(folder.join("SOURCES.tsv"))?
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?.to_owned(), site(cells.next()?)))
        })
        .collect();
    let mut labels: Vec<_> = fs::read_dir(folder.join("labels"))?.collect::<Result<_, _>>()?;
    labels.sort_by_key(fs::DirEntry::file_name);
    for entry in labels {
        let name = entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let label: Value = serde_json::from_slice(&fs::read(entry.path())?)?;
        let file =
            ["txt", "html", "md"].iter().map(|end| folder.join(format!("{name}.{end}"))).find(|f| f.exists());
        let file = file.with_context(|| format!("{name} has a label and no text"))?;
        let html = file.extension().is_some_and(|end| end == "html");
        let text = posting_text(if html { Source::Html } else { Source::Text }, &fs::read(&file)?)?;
        let mentions = placed(&text, &label);
        let string = |key: &str| label[key].as_str().map(str::to_owned);
        into.push(Labelled {
            group: groups.get(&name).filter(|site| !site.is_empty()).cloned().unwrap_or_else(|| name.clone()),
            name,
            text,
            mentions,
            internship: label["is_internship"].as_bool(),
            title: string("title"),
            company: string("company"),
            facts: Some(label),
        });
    }
    Ok(())
}

/// The site of an address, as the group of what was shaped after its pages.
fn site(address: &str) -> String {
    let host = address.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    host.trim_start_matches("www.").to_owned()
}

/// Where the mentions of a label stand, looked for in order; what is hidden in HTML is left out.
fn placed(text: &str, label: &Value) -> Vec<(Range<usize>, String)> {
    let mut at = 0;
    let mut found = Vec::new();
    for mention in label["mentions"].as_array().into_iter().flatten() {
        let (Some(words), Some(role)) = (mention["text"].as_str(), mention["role"].as_str()) else {
            continue;
        };
        let rest = text.get(at..).unwrap_or("");
        let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = rest.find(words).map(|place| (place, words.len()));
        let Some((place, len)) = place.or_else(|| rest.find(&joined).map(|place| (place, joined.len())))
        else {
            continue;
        };
        found.push((at + place..at + place + len, role.to_owned()));
        at += place + 1;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// Postings and sentences with marks in the text: `[[June 8|start]]`.
fn written(folder: &Path, into: &mut Vec<Labelled>) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for entry in files {
        let stem = entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let whole = fs::read_to_string(entry.path())?;
        if stem.contains("-sentences-") {
            for (number, line) in whole.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                let marked = line.replace('⏎', "\n").replace('→', "\t");
                into.push(unmarked(format!("{stem}:{}", number + 1), &marked, None));
            }
        } else {
            for piece in whole.split("#### ").skip(1) {
                let (head, marked) = piece.split_once('\n').unwrap_or((piece, ""));
                let cells: Vec<&str> = head.split(" | ").map(str::trim).collect();
                let name = cells.first().copied().unwrap_or_default().to_owned();
                into.push(unmarked(name, marked, Some(&cells)));
            }
        }
    }
    Ok(())
}

fn unmarked(name: String, marked: &str, head: Option<&[&str]>) -> Labelled {
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut rest = marked.trim_end();
    while let Some((before, after)) = rest.split_once("[[") {
        text.push_str(before);
        let (mark, after) = after.split_once("]]").unwrap_or((after, ""));
        let (words, role) = mark.rsplit_once('|').unwrap_or((mark, "other"));
        mentions.push((text.len()..text.len() + words.len(), role.to_owned()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    let cell = |at: usize| {
        head.and_then(|head| head.get(at)).filter(|cell| **cell != "-").map(|cell| (*cell).to_owned())
    };
    Labelled {
        group: name.clone(),
        name,
        text,
        mentions,
        facts: None,
        internship: cell(1).map(|kind| kind == "internship"),
        title: cell(2),
        company: cell(3),
    }
}
