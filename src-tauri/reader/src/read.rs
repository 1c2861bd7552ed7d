//! From text to facts (rules P1–P5). Reading never fails.
//!
//! The text is cut into words and lines; recognisers find every date and duration in one pass; learned weights tell what
//! each is for; and the facts are drawn from those that decide.

use std::ops::Range;

use startline_engine::{Fact, Facts, MentionRole, PostedDay, Program};

use crate::facts::kind::Offer;
use crate::items::calendar::Order;
use crate::items::item::What;
use crate::items::page::Page;
use crate::model::Table;
use crate::roles::told::Told;
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
    let title = page.name(table, &mut facts);
    facts.pay = page.pay(table);
    facts.hours_per_week = page.hours();
    facts.asks_availability = page.asks_availability();
    facts.max_applications = page.max_applications();
    facts.rolling = page.rolling();
    (facts.minimum_qualifications, facts.preferred_qualifications) = page.qualifications();

    let offer = page.offer(table, Some(&title));
    let mut told = page.told(table, &title);
    if offer == Offer::Job {
        told.iter_mut().for_each(Told::without_program);
    }
    // What is only an example, or of another job, decides nothing.
    for (told, item) in told.iter_mut().zip(&page.items) {
        if matches!(page.zone(item.from), Zone::Example | Zone::Others) {
            told.role = MentionRole::Other;
        }
    }
    page.settle_order();
    page.give_years(&told, &title);
    page.settle_by_sense(&told);
    if let Offer::Internship(tokens) = &offer {
        facts.internship = page.quote(tokens.clone()).map(|quote| Fact::read(true, quote));
    }
    if offer != Offer::Job {
        facts.enrolled = page.enrolled();
        page.program(&told, &title, &mut facts);
        page.date_doubts(&told, &mut facts);
    }
    facts.graduation = page.graduation(&told);
    facts.year = page.program_year(&told, &title).and_then(|(year, at)| {
        page.items.get(at).and_then(|item| page.item_quote(item)).map(|quote| Fact::read(year, quote))
    });
    facts.deadline = page.deadline(&told);
    facts.mentions = page.mentions(&told);
    page.unsure_doubts(&told, &mut facts);
    let standing = Program::doubts(&facts);
    facts.doubts.extend(standing);
    facts
}

impl Page<'_> {
    /// The title, the company and the place; gives the title's tokens.
    fn name(&self, table: &Table, facts: &mut Facts) -> Range<usize> {
        let header = self.header(table);
        let fact = |tokens: Option<Range<usize>>| {
            let quote = self.quote(tokens?)?;
            let words = self
                .tokens
                .text
                .get(quote.start..quote.end)?
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            Some(Fact::read(words.replace("**", ""), quote))
        };
        facts.title = fact(header.title.clone());
        facts.company = fact(header.company);
        facts.location = fact(header.location);
        header.title.unwrap_or(0..0)
    }

    /// The last day to apply: the most likely, the first of equals.
    fn deadline(&self, told: &[Told]) -> Option<Fact<PostedDay>> {
        let mut best: Option<(f32, Fact<PostedDay>)> = None;
        for (item, told) in self.items.iter().zip(told) {
            if told.role != MentionRole::Deadline || !self.body.contains(&item.from) {
                continue;
            }
            let day = match item.what {
                What::Day(day) | What::Days(_, day) | What::Week(_, day) if day.order != Order::Open => day,
                _ => continue,
            };
            if best.as_ref().is_none_or(|(most, _)| told.likely > *most + 0.1)
                && let Some(quote) = self.item_quote(item)
            {
                best = Some((told.likely, Fact::read(day.posted(), quote)));
            }
        }
        best.map(|(_, fact)| fact)
    }
}
