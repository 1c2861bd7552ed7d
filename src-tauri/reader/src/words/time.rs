//! The words of time: their classes, and the files that list them, one of a language.

use startline_engine::{MonthPhase, Season};

use crate::words::fold::fold;

/// What words of time can be, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

impl Class {
    /// Whether any of `other` is among them.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($name:ident $word:literal)*) => {
        classes!(@ 0, $($name)*);
        const NAMED: &[(&str, Class)] = &[$(($word, Class::$name)),*];
    };
    (@ $n:expr, $name:ident $($rest:ident)*) => {
        impl Class { #[allow(missing_docs)] pub(crate) const $name: Class = Class(1 << $n); }
        classes!(@ $n + 1, $($rest)*);
    };
    (@ $n:expr,) => {};
}
classes! {
    JOINT "joint" BETWEEN "between" AND "and" OR "or" IN "in" SMALL "small" TAIL "tail" APPROX "approx" MIN "min" MAX "max"
    FILL "fill" PER "per" EVERY "every" RHYTHM "rhythm" TIMES "times" ARTICLE "article" FEW "few" HALF "half"
    ORDINAL_MARK "ordinal mark" ORDINAL_END "ordinal end" WEEK "week" CALENDAR_WEEK "calendar week" WEEK_OF "week of" QUARTER "quarter"
    HALF_YEAR "half year" HALF_MONTH "half month" DECADE "decade" PART_EARLY "part early" PART_LATE "part late"
    ACADEMIC "academic" TERM "term" HOLIDAY "holiday" RELATIVE "relative" NEXT "next" NEXT_YEAR "next year"
    AFTER "after" DAY_PART "day part" NOON "noon" AM "am" O_CLOCK "o'clock" ZONE "zone" SINCE "since"
    CLASS_YEAR "class year" AGE "age" GRADE "grade" WEAK "weak" RARE "rare" WEAK_SEASON "weak season"
    YEAR_MARK "year mark" MONTH_MARK "month mark" DAY_MARK "day mark" PARTICLE "particle"
    ERA "era" NAMING "naming" TRAILING "trailing" AT_HOUR "at hour" MONTH_WEEK "month week" HALF_MORE "half more" PAY_LETTER "pay letter" NEEDS_OF "needs of" PER_UNIT "per unit" COMPOUND "compound"
}

/// What a duration counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    /// Semesters, sessions and their like: of no certain length.
    Term,
}

/// What one word or phrase means of time.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Time {
    pub(crate) class: Class,
    /// A month, 1 to 12, or 0.
    pub(crate) month: u8,
    /// A weekday, 1 for Monday to 7, or 0.
    pub(crate) weekday: u8,
    /// A weekday as it is shortened, in brackets or in a list, or 0.
    pub(crate) short_weekday: u8,
    /// A number in letters.
    pub(crate) number: Option<u16>,
    /// “First” is 1; “last” is 99; 0 for none.
    pub(crate) ordinal: u8,
    /// A unit, and how many of it the word is: a fortnight is two weeks.
    pub(crate) unit: Option<(Unit, u16)>,
    /// What a rhythm repeats in, as in “monthly” and “a month”.
    pub(crate) per: Option<Unit>,
    pub(crate) phase: Option<MonthPhase>,
    pub(crate) season: Option<Season>,
    /// The year before the first one of an era's counting.
    pub(crate) era: u16,
}

impl Time {
    /// Nothing.
    pub(crate) const NONE: Self = Self {
        class: Class(0),
        month: 0,
        weekday: 0,
        short_weekday: 0,
        number: None,
        ordinal: 0,
        unit: None,
        per: None,
        phase: None,
        season: None,
        era: 0,
    };

    /// Whether it means anything.
    pub(crate) fn is_some(&self) -> bool {
        self.class != Class::default()
            || self.month > 0
            || self.weekday > 0
            || self.short_weekday > 0
            || self.number.is_some()
            || self.ordinal > 0
            || self.unit.is_some()
            || self.phase.is_some()
            || self.season.is_some()
    }
}

/// The name of “last” among the ordinals.
pub(crate) const LAST: u8 = 99;

/// The files, English first.
pub(crate) const FILES: [&str; 10] = [
    include_str!("data/en.txt"),
    include_str!("data/de.txt"),
    include_str!("data/nl.txt"),
    include_str!("data/fr.txt"),
    include_str!("data/es.txt"),
    include_str!("data/it.txt"),
    include_str!("data/pt.txt"),
    include_str!("data/zh.txt"),
    include_str!("data/ja.txt"),
    include_str!("data/ko.txt"),
];

/// Calls back with every entry of a file, folded, and what it means.
pub(crate) fn entries(file: &str, mut add: impl FnMut(&str, &dyn Fn(&mut Time))) {
    let mut numbers: Vec<(u16, String)> = Vec::new();
    let mut months: Vec<(u8, String)> = Vec::new();
    let mut folded = String::new();
    for line in file.lines() {
        let Some((head, words)) = line.split_once(": ").filter(|_| !line.starts_with('#')) else { continue };
        for word in words.split(',').map(str::trim) {
            fold(word, &mut folded);
            if let Some(number) = head.strip_prefix("number ").and_then(|n| n.parse().ok()) {
                numbers.push((number, folded.clone()));
            }
            if let Some(month) = head.strip_prefix("month ").and_then(|n| n.parse().ok()) {
                months.push((month, folded.clone()));
            }
            // “Augustwoche”, “Maihälfte”
            if head == "month week" {
                for (month, name) in &months {
                    add(&format!("{name}{folded}"), &|time| {
                        time.class = time.class.or(Class::MONTH_WEEK);
                        time.month = *month;
                    });
                }
                continue;
            }
            // “dreieinhalb”
            if head == "compound half" {
                for (number, name) in &numbers {
                    add(&format!("{name}{folded}"), &|time| {
                        time.class = time.class.or(Class::HALF_MORE);
                        time.number = Some(*number);
                    });
                }
                continue;
            }
            // “sechs” and “monatig*” are “sechsmonatig*”.
            if let Some(unit) = head.strip_prefix("compound ").and_then(unit_named) {
                for (number, name) in &numbers {
                    add(&format!("{name}{folded}"), &|time| {
                        time.number = Some(*number);
                        time.unit = Some((unit, 1));
                        time.class = time.class.or(Class::COMPOUND);
                    });
                }
            } else {
                add(&folded, &|time| {
                    put(head, time);
                });
            }
        }
    }
}

fn unit_named(name: &str) -> Option<Unit> {
    Some(match name {
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        "term" => Unit::Term,
        _ => return None,
    })
}

/// Writes what the head of a line says; nothing where it is unknown.
fn put(head: &str, time: &mut Time) -> Option<()> {
    if let Some((_, class)) = NAMED.iter().find(|(name, _)| *name == head) {
        time.class = time.class.or(*class);
        return Some(());
    }
    let (kind, rest) = head.rsplit_once(' ')?;
    match kind {
        "month" => time.month = rest.parse().ok()?,
        "weekday" => time.weekday = rest.parse().ok()?,
        "short weekday" => time.short_weekday = rest.parse().ok()?,
        "number" => time.number = Some(rest.parse().ok()?),
        "half more" => {
            time.class = time.class.or(Class::HALF_MORE);
            time.number = Some(rest.parse().ok()?);
        }
        "ordinal" => time.ordinal = rest.parse().ok()?,
        "era" => {
            time.class = time.class.or(Class::ERA);
            time.era = rest.parse().ok()?;
        }
        "phase" => {
            time.phase = Some(match rest {
                "early" => MonthPhase::Early,
                "mid" => MonthPhase::Mid,
                "late" => MonthPhase::Late,
                _ => return None,
            });
        }
        "season" => {
            time.season = Some(match rest {
                "spring" => Season::Spring,
                "summer" => Season::Summer,
                "fall" => Season::Fall,
                "winter" => Season::Winter,
                _ => return None,
            });
        }
        "unit" => time.unit = Some((unit_named(rest)?, 1)),
        "per" => {
            time.per = Some(unit_named(rest)?);
            time.class = time.class.or(Class::PER_UNIT);
        }
        _ => {
            // “unit week 2”, “length 6 month”
            let mut words = head.split(' ');
            match (words.next()?, words.next()?, words.next()?) {
                ("unit", unit, times) => time.unit = Some((unit_named(unit)?, times.parse().ok()?)),
                ("length", number, unit) => {
                    time.number = Some(number.parse().ok()?);
                    time.unit = Some((unit_named(unit)?, 1));
                    time.class = time.class.or(Class::COMPOUND);
                }
                _ => return None,
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{FILES, Time, put, unit_named};

    #[test]
    fn every_line_of_the_files_names_a_class() {
        for line in FILES.iter().flat_map(|file| file.lines()) {
            if line.starts_with('#') || line.is_empty() {
                continue;
            }
            let (head, _) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
            let compound = head
                .strip_prefix("compound ")
                .is_some_and(|name| name == "half" || unit_named(name).is_some());
            assert!(compound || put(head, &mut Time::default()).is_some(), "{line}");
        }
    }
}
