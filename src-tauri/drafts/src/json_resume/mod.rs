//! A JSON Resume, as a candidate: the fields of today's schema and those of its older ones.

mod error;
mod fields;
mod links;
mod school;

pub use error::ImportError;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use startline_engine::{Candidate, unicode};

use fields::Part;

/// No résumé is larger; with its pictures written into it neither.
const LIMIT: usize = 16 << 20;

/// A candidate taken from a JSON Resume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Imported {
    /// Who the résumé is of.
    pub candidate: Candidate,
    /// What the student should look at, a sentence each.
    pub notes: Vec<String>,
}

/// The candidate that a JSON Resume describes.
///
/// ```
/// let resume = br#"{ "basics": { "name": "Zoe Nguyen", "website": "https://zoe.example" } }"#;
/// let imported = startline_drafts::import_json_resume(resume)?;
/// assert_eq!(imported.candidate.name, "Zoe Nguyen");
/// assert_eq!(imported.candidate.links[0].url, "https://zoe.example");
/// # Ok::<(), startline_drafts::ImportError>(())
/// ```
///
/// # Errors
/// [`ImportError`] if the bytes are not JSON, with the line that breaks it, if they are no JSON Resume, or
/// if it has nothing that a header shows.
pub fn import_json_resume(bytes: &[u8]) -> Result<Imported, ImportError> {
    if bytes.len() > LIMIT {
        return Err(ImportError::TooLarge);
    }
    let text = unicode(bytes).map_err(|error| ImportError::not_text(bytes, error))?;
    let whole: Value = serde_json::from_str(&text).map_err(|error| ImportError::broken(&text, &error))?;
    if whole.is_array() {
        return Err(ImportError::AList);
    }
    let whole = Part::of(&whole);
    if whole.get(&["basics", "bio", "education", "work"]).is_none() {
        return Err(ImportError::NotAResume);
    }
    let mut notes = Vec::new();
    let basics = whole.get(&["basics", "bio"]).unwrap_or(Part::NOTHING);
    let candidate = Candidate {
        name: name(basics),
        headline: basics.text(&["label", "headline", "title"]),
        email: basics.text(&["email"]),
        phone: basics.text(&["phone"]),
        location: location(basics, &mut notes),
        links: links::links(basics, &mut notes),
        education: school::education(whole, &mut notes),
    };
    if candidate == Candidate::default() {
        return Err(ImportError::Empty);
    }
    if candidate.name.is_empty() {
        notes.push("The file gives no name: type it in.".to_owned());
    }
    Ok(Imported { candidate, notes })
}

fn name(basics: Part<'_>) -> String {
    basics.text(&["name"]).unwrap_or_else(|| {
        let parts = ["firstName", "lastName"].iter().filter_map(|key| basics.text(&[key]));
        parts.collect::<Vec<_>>().join(" ")
    })
}

/// “City, Region”, or the country where there is no region.
fn location(basics: Part<'_>, notes: &mut Vec<String>) -> Option<String> {
    let place = basics.get(&["location"])?;
    if let Some(line) = place.as_text() {
        return Some(line);
    }
    if place.text(&["address"]).is_some() {
        notes.push("The street address was left out: a header needs only the city.".to_owned());
    }
    let around = place.text(&["region", "state"]).or_else(|| place.text(&["countryCode", "country"]));
    let parts: Vec<String> = place.text(&["city"]).into_iter().chain(around).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
