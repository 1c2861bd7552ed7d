//! Applications to one employer: how many there may be, which comes first, which is one too many.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use serde::Serialize;
use startline_drafts::{Draft, DraftId, Slot, Summary, employer_of, slots};
use startline_reader::read;

use super::{Desk, parsed};
use crate::Failure;

/// How many of an employer's other postings are looked at for a limit.
const LOOKED_AT: usize = 50;

/// The limits that postings state, as far as they were read: each is good until its draft is saved again.
pub(super) type Limits = Mutex<HashMap<DraftId, (DateTime<Utc>, Option<u32>)>>;

/// The place of one draft among the applications to its employer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Counted {
    /// The draft.
    pub id: DraftId,
    /// Its place in the order, from 1.
    pub place: u32,
    /// How many applications the employer takes.
    pub limit: u32,
}

/// The applications to one employer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Applications {
    /// The employer's name, or that of its family.
    pub employer: String,
    /// How many it takes, where a posting says so.
    pub limit: Option<u32>,
    /// The applications, in the order in which they count.
    pub slots: Vec<Slot>,
    /// The name to count them under together with those of the same family, where they are not yet.
    pub family: Option<String>,
}

impl Desk {
    /// The places of these drafts, for those whose employer takes only so many.
    ///
    /// # Errors
    /// A sentence where the drafts can't be listed.
    pub fn counted(&self, ids: &[String]) -> Result<Vec<Counted>, Failure> {
        let drafts = self.list()?;
        let mut families: HashMap<String, Option<Applications>> = HashMap::new();
        let counted = ids.iter().filter_map(|id| {
            let id = parsed(id).ok()?;
            let employer = drafts.iter().find(|draft| draft.id == id)?.employer.clone()?;
            let family = families
                .entry(employer.trim().to_lowercase())
                .or_insert_with(|| self.applications_among(&drafts, &employer).ok());
            let Applications { limit, slots, .. } = family.as_ref()?;
            let place = slots.iter().find(|slot| slot.id == id)?.place;
            Some(Counted { id, place, limit: (*limit)? })
        });
        Ok(counted.collect())
    }

    /// The applications to an employer.
    ///
    /// # Errors
    /// A sentence where the drafts can't be listed.
    pub fn applications(&self, employer: &str) -> Result<Applications, Failure> {
        self.applications_among(&self.list()?, employer)
    }

    /// Gives these drafts the places 1, 2 and so on among the applications to their employer.
    ///
    /// # Errors
    /// A sentence where one of them can't be saved.
    pub fn order(&self, ids: &[String]) -> Result<Vec<Summary>, Failure> {
        let ids = ids.iter().map(|id| parsed(id)).collect::<Result<Vec<_>, _>>()?;
        self.store()?.order(&ids)?;
        self.read_again(&ids)?;
        self.list()
    }

    /// Counts every draft of an employer's family under one name.
    ///
    /// # Errors
    /// A sentence where one of them can't be saved.
    pub fn count_as_one(&self, family: &str) -> Result<Vec<Summary>, Failure> {
        let of = |draft: &&Summary| draft.employer.as_deref().is_some_and(|name| employer_of(name) == family);
        let ids: Vec<DraftId> = self.list()?.iter().filter(of).map(|draft| draft.id).collect();
        ids.iter().try_for_each(|id| self.store()?.employ(*id, family).map_err(Failure::from).map(drop))?;
        self.read_again(&ids)?;
        self.list()
    }

    /// These drafts were changed by this copy itself: what the window saves next is made from that.
    fn read_again(&self, ids: &[DraftId]) -> Result<(), Failure> {
        let mut versions = self.versions();
        for id in ids {
            if versions.contains_key(id) {
                versions.insert(*id, self.store()?.load(*id)?.version);
            }
        }
        Ok(())
    }

    fn applications_among(&self, drafts: &[Summary], employer: &str) -> Result<Applications, Failure> {
        let theirs = slots(drafts, employer, None);
        let limits = theirs.iter().take(LOOKED_AT).filter_map(|slot| self.limit(drafts, slot.id));
        let limit = limits.min();
        let family = employer_of(employer);
        let others = drafts.iter().filter_map(|draft| draft.employer.as_deref());
        let apart = others
            .map(str::trim)
            .any(|name| name.to_lowercase() != employer.trim().to_lowercase() && employer_of(name) == family);
        Ok(Applications {
            employer: employer.to_owned(),
            limit,
            slots: slots(drafts, employer, limit),
            family: apart.then_some(family),
        })
    }

    /// How many applications a draft's posting allows.
    fn limit(&self, drafts: &[Summary], id: DraftId) -> Option<u32> {
        let changed = drafts.iter().find(|draft| draft.id == id)?.changed;
        let known = self.limits.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied();
        if let Some((_, limit)) = known.filter(|(then, _)| *then == changed) {
            return limit;
        }
        let Draft { posting, .. } = self.store().ok()?.load(id).ok()?.draft;
        let facts = read(&posting.text).corrected(&posting.corrections);
        let limit = facts.max_applications.map(|fact| fact.value);
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).insert(id, (changed, limit));
        limit
    }
}
