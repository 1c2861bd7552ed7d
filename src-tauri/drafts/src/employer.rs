//! Applications to one employer: a posting's limit counts them together, in the order they are sent.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{DraftId, Store, StoreError, Summary};

/// Companies that are known to count applications together, under the name that is offered for them.
const FAMILIES: [(&str, &[&str]); 6] = [
    ("TikTok and ByteDance", &["tiktok", "bytedance", "douyin", "capcut"]),
    ("Google and Alphabet", &["google", "alphabet", "youtube", "waymo", "deepmind", "verily"]),
    ("Meta", &["meta", "facebook", "instagram", "whatsapp"]),
    ("Amazon", &["amazon", "aws", "twitch", "audible", "zappos"]),
    ("Microsoft and LinkedIn", &["microsoft", "linkedin", "github"]),
    ("JPMorgan Chase", &["jpmorgan", "jpmorganchase", "jpmc", "chase"]),
];

/// What stands behind a company's own name.
const FORMS: [&str; 17] = [
    "inc",
    "incorporated",
    "llc",
    "ltd",
    "limited",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "gmbh",
    "ag",
    "sa",
    "bv",
    "pte",
    "pvt",
    "platforms",
];

/// The employer to offer for a posting's company: the name for the whole family where it is known, otherwise
/// the company without its legal form. The student may write another.
///
/// ```
/// use startline_drafts::employer_of;
/// assert_eq!(employer_of("TikTok Inc."), employer_of("ByteDance"));
/// assert_eq!(employer_of("Acme Robotics, LLC"), "Acme Robotics");
/// ```
#[must_use]
pub fn employer_of(company: &str) -> String {
    let plain = |word: &str| word.to_lowercase().replace(['.', ',', '™', '®'], "");
    let mut words: Vec<&str> = company.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(&plain(word).as_str())) {
        words.pop();
    }
    let first = words.first().map(|word| plain(word)).unwrap_or_default();
    match FAMILIES.iter().find(|(_, members)| members.contains(&first.as_str())) {
        Some((family, _)) => (*family).to_owned(),
        None => words.join(" ").trim_end_matches([',', ' ']).to_owned(),
    }
}

/// One application among those to the same employer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Slot {
    /// The draft.
    pub id: DraftId,
    /// What the student calls it.
    pub title: String,
    /// Its place in the order, from 1.
    pub place: u32,
    /// When it was first sent, if it was.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub sent: Option<DateTime<Utc>>,
    /// Whether the employer's limit leaves it out.
    pub over: bool,
}

/// The applications to an employer, in the order in which they count: those that were sent, in the order of
/// their sending; then those that the student gave a place; then the others, the last saved first.
#[must_use]
pub fn slots(drafts: &[Summary], employer: &str, limit: Option<u32>) -> Vec<Slot> {
    let same = |name: &str| name.trim().to_lowercase() == employer.trim().to_lowercase();
    let mut theirs: Vec<&Summary> =
        drafts.iter().filter(|draft| draft.employer.as_deref().is_some_and(same)).collect();
    let last = |place: Option<u32>| place.unwrap_or(u32::MAX);
    theirs.sort_by_key(|draft| (draft.sent.is_none(), draft.sent, last(draft.place)));
    let numbered = theirs.into_iter().zip(1..);
    numbered
        .map(|(draft, place)| Slot {
            id: draft.id,
            title: draft.title.clone(),
            place,
            sent: draft.sent,
            over: limit.is_some_and(|limit| place > limit),
        })
        .collect()
}

impl Store {
    /// Counts a draft towards an employer.
    ///
    /// # Errors
    /// As [`Store::save`].
    pub fn employ(&self, id: DraftId, employer: &str) -> Result<(), StoreError> {
        self.change(id, |draft| draft.employer = Some(employer.to_owned())).map(drop)
    }

    /// Gives these drafts the places 1, 2 and so on among the applications to their employer.
    ///
    /// # Errors
    /// As [`Store::save`]; the drafts before the one that failed have their places then.
    pub fn order(&self, ids: &[DraftId]) -> Result<(), StoreError> {
        ids.iter()
            .zip(1..)
            .try_for_each(|(id, place)| self.change(*id, |draft| draft.place = Some(place)).map(drop))
    }
}
