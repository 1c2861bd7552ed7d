//! From text to facts (rules P1–P5). Reading never fails.
//!
//! The text is cut into tokens; lines, sentences and headings are found; recognisers find dates, lengths and
//! seasons in one pass; and then the words around each one decide what it is for. No fact rests on a phrase:
//! a date is a start because of the verb, the label or the heading that governs it.

use startline_engine::{Fact, Facts, Program};

use crate::facts::kind::Offer;
use crate::items::calendar::Order;
use crate::items::item::What;
use crate::items::page::Page;
use crate::model::Table;
use crate::roles::role::{Role, Said};
use crate::words::layout::Zone;

/// Reads a posting. It gives facts and doubts, never an error; what is not stated is absent (P1).
#[must_use]
pub fn read(text: &str) -> Facts {
    read_by(Table::own(), text)
}

/// Reads a posting with a table of weights.
pub(crate) fn read_by(table: &Table, text: &str) -> Facts {
    let mut page = Page::of(text);
    let mut facts = Facts { text: text.to_owned(), ..Facts::default() };
    let header = page.header();
    let title = header.title.clone();
    let header_title = title.clone();
    let fact = |page: &Page<'_>, tokens: Option<std::ops::Range<usize>>| {
        let quote = page.quote(tokens?)?;
        let words = text.get(quote.start..quote.end)?.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Fact::read(words.replace("**", ""), quote))
    };
    facts.title = fact(&page, header.title);
    facts.company = fact(&page, header.company);
    facts.location = fact(&page, header.location);
    facts.pay = page.pay();
    facts.hours_per_week = page.hours();
    facts.asks_availability = page.asks_availability();
    facts.max_applications = page.max_applications();
    facts.rolling = page.rolling();
    (facts.minimum_qualifications, facts.preferred_qualifications) = page.qualifications();

    facts.mentions = page.mentions(table, header_title.as_ref());
    let mut cues = Vec::new();
    let mut said: Vec<Said> = (0..page.items.len()).map(|index| page.role(index, &mut cues)).collect();
    page.share_roles(&mut said);
    for (said, item) in said.iter_mut().zip(&page.items) {
        if matches!(page.zone(item.from), Zone::Example | Zone::Others) {
            said.role = Role::Other;
        }
    }
    let roles: Vec<Role> = said.iter().map(|said| said.role).collect();
    page.settle_order();
    page.give_years(&roles, title.as_ref());
    page.settle_by_sense(&roles, title.as_ref());

    let offer = page.offer(title.as_ref());
    let title = title.unwrap_or(0..0);
    if let Offer::Internship(tokens) = &offer {
        facts.internship = page.quote(tokens.clone()).map(|quote| Fact::read(true, quote));
    }
    if offer != Offer::Job {
        facts.enrolled = page.enrolled();
        page.program(&said, &roles, &title, &mut facts);
        for taken in page.seasons() {
            let quote = page.items.get(taken.item).and_then(|item| page.item_quote(item));
            if let Some(quote) = quote {
                crate::facts::program::add(&mut facts.seasons, taken.season, quote);
            }
        }
        facts.season = facts.seasons.first().cloned();
        page.date_doubts(&roles, &mut facts);
    }
    facts.graduation = page.graduation(&roles);
    facts.year = page.year(&title, &facts);
    facts.deadline = page.deadline(&said);
    let standing = Program::doubts(&facts);
    facts.doubts.extend(standing);
    facts
}

impl Page<'_> {
    /// The year of the program: its season's, else the title's, else its dates', else its sentence's.
    fn year(&self, title: &std::ops::Range<usize>, facts: &Facts) -> Option<Fact<i32>> {
        let of_item = |year: i32, index: usize| {
            let quote = self.items.get(index).and_then(|item| self.item_quote(item))?;
            Some(Fact::read(year, quote))
        };
        let season = self.seasons().into_iter().find_map(|taken| taken.year);
        if let Some((year, index)) = season {
            return of_item(year, index);
        }
        if let Some((year, index)) = self
            .program_year(Some(title))
            .filter(|(_, index)| self.items.get(*index).is_some_and(|item| title.contains(&item.from)))
        {
            return of_item(year, index);
        }
        let days = facts.start_dates.iter().map(|fact| (fact.value.year, fact.quote));
        let months = facts.start_months.iter().map(|start| (start.month.value.year, start.month.quote));
        let window = facts.start_window.iter().map(|fact| (fact.value.first.year, fact.quote));
        let dated =
            days.chain(months).chain(window).find_map(|(year, quote)| Some(Fact::read(year?, quote?)));
        dated.or_else(|| self.program_year(Some(title)).and_then(|(year, index)| of_item(year, index)))
    }

    /// The last day to apply: the one that is said most plainly, the first of equals.
    fn deadline(&self, said: &[Said]) -> Option<Fact<startline_engine::PostedDay>> {
        let mut best: Option<(f32, Fact<startline_engine::PostedDay>)> = None;
        for (item, said) in self.items.iter().zip(said) {
            if said.role != Role::Deadline || !self.body.contains(&item.from) {
                continue;
            }
            let day = match item.what {
                What::Day(day) | What::Days(_, day) if day.order != Order::Open => day,
                _ => continue,
            };
            if best.as_ref().is_none_or(|(most, _)| said.strength > *most + 0.01)
                && let Some(quote) = self.item_quote(item)
            {
                best = Some((said.strength, Fact::read(day.posted(), quote)));
            }
        }
        best.map(|(_, fact)| fact)
    }
}
