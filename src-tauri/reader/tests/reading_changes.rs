//! A posting says the same however it was copied: lines lost or broken for width, other bullets, other dashes,
//! other spaces, marked up, as a page, or with another job below it.

use startline_engine::Facts;
use startline_reader::{Source, posting_text, read};

/// Postings of our own, each with most of what decides.
const POSTINGS: [&str; 5] = [
    "Robotics Intern\nNorthwind, Boston, MA\n\nOur internship is a 12-week program. You can start on May 18, 2026 or \
     June 8, 2026.\n\nWhat you bring\n- Python\n- A minimum of 6 months of experience with ROS\n\nApply by February 1, \
     2026. Pay: $32 per hour, 40 hours per week.\n",
    "Summer Analyst (Summer 2026)\nHarbour Bank\n\nProgram dates: June 1, 2026 – August 7, 2026\n\nBenefits\n- 16 weeks of \
     parental leave for employees\n- 10 paid holidays\n\nRequirements\n- Graduating between December 2026 and June 2027\n",
    "Data Science Co-op\nLakeside Labs\n\nThis co-op lasts 8 months, from January to August 2026.\n\nWhat you will do\n- Ship \
     a feature every 2 weeks\n- Join our conference in May\n\nApplications are reviewed on a rolling basis.\n",
    "Praktikum Marketing (m/w/d)\nNordwind GmbH, Hamburg\n\nBeginn: 1. September 2026\nDauer: mindestens 4 Monate\n\nWir bieten\n\
     - 30 Tage Urlaub\n- 950 € pro Monat\n\nBewerbungsschluss: 15. Mai 2026\n",
    "Industrial Placement, Engineering\nMoorgate Ltd, Leeds\n\nA 12 month placement starting on 29 June 2026. Closing date: \
     31 January 2026. Salary: £22,000 per year.\n\nYou are in your penultimate year of a four-year degree.\n",
];

/// What decides a window, as one text to compare.
fn deciding(facts: &Facts) -> String {
    let mut said = Vec::new();
    said.extend(facts.lengths.iter().map(|fact| format!("{:?}", fact.value)));
    said.extend(facts.start_dates.iter().map(|fact| format!("start {}", fact.value)));
    said.extend(facts.end_dates.iter().map(|fact| format!("end {}", fact.value)));
    said.extend(facts.month_spans.iter().map(|fact| format!("{} to {}", fact.value.first, fact.value.last)));
    said.extend(facts.start_months.iter().map(|fact| format!("month {}", fact.month.value)));
    said.extend(facts.deadline.iter().map(|fact| format!("by {}", fact.value)));
    said.sort();
    said.join("; ")
}

/// Lines broken at a width, as mail breaks them.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        let mut width = 0;
        for word in line.split(' ') {
            if width > 0 && width + word.len() > 72 {
                out.push('\n');
                width = 0;
            } else if width > 0 {
                out.push(' ');
            }
            out.push_str(word);
            width += word.len() + 1;
        }
        out.push('\n');
    }
    out
}

fn page(text: &str) -> String {
    let blocks = text.split('\n').filter(|line| !line.is_empty()).map(|line| match line.strip_prefix("- ") {
        Some(point) => format!("<ul><li>{point}</li></ul>"),
        None => format!("<p>{line}</p>"),
    });
    let page = format!("<!doctype html><html><body>{}</body></html>", blocks.collect::<String>());
    posting_text(Source::Html, page.as_bytes()).unwrap_or_default()
}

const OTHER_JOB: &str =
    "\n\nSimilar jobs\nSales Intern\nAcme\n10-week program starting July 1, 2027. Apply by March 3, 2027.\n";
const MENU: &str = "Skip to main content\nHome\nJobs\nSign in\nPosted 3 days ago\nOver 200 applicants\n\n";

#[test]
fn a_posting_says_the_same_however_it_was_copied() {
    type Change = (&'static str, fn(&str) -> String);
    let changes: [Change; 15] = [
        ("lines as spaces", |text| text.replace('\n', " ")),
        ("lines twice as far apart", |text| text.replace('\n', "\n\n")),
        ("Windows' line ends", |text| text.replace('\n', "\r\n")),
        ("broken for width", wrapped),
        ("other bullets", |text| text.replace("- ", "• ")),
        ("stars for bullets", |text| text.replace("\n- ", "\n* ")),
        ("a hyphen for a dash", |text| text.replace('–', "-")),
        ("words for a dash", |text| text.replace('–', "through")),
        ("no-break spaces", |text| text.replace(' ', "\u{a0}")),
        ("curly quotes", |text| text.replace('\'', "’")),
        ("headings marked", |text| text.replace("\n\n", "\n\n## ")),
        ("in bold", |text| text.replace("2026", "**2026**")),
        ("as a page", page),
        ("another job below", |text| format!("{text}{OTHER_JOB}")),
        ("a menu above", |text| format!("{MENU}{text}")),
    ];
    let mut wrong = Vec::new();
    for posting in POSTINGS {
        let said = deciding(&read(posting));
        assert!(said.len() > 20, "{posting}");
        for (name, change) in &changes {
            let changed = change(posting);
            let now = deciding(&read(&changed));
            if now != said {
                wrong.push(format!("{name}: {changed}\n   said {said}\n   says {now}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} changes change what is said:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn other_years_are_other_years_and_nothing_else() {
    for posting in POSTINGS {
        let later = deciding(&read(&posting.replace("2027", "2031").replace("2026", "2030")));
        assert_eq!(later.replace("2031", "2027").replace("2030", "2026"), deciding(&read(posting)));
    }
}
