//! What the command line takes.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use startline_app::Wording;
use startline_app::place::What;
use startline_engine::{Graduation, Paper, Span};
use startline_pdf::place::Where;

/// Which start dates of an internship can you commit to?
///
/// Exit status: 0 done; 1 understood, and the answer is no; 2 the request itself is wrong.
#[derive(Debug, Parser)]
#[command(name = "startline", version, about, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show what a posting says, and where
    Read {
        /// A .txt, .md, .html or .pdf file; - reads standard input
        posting: PathBuf,
        /// One JSON value instead of sentences
        #[arg(long)]
        json: bool,
    },
    /// Judge every start date against your time
    Check {
        /// A posting or a draft; - reads standard input
        #[arg(value_name = "POSTING|DRAFT")]
        source: PathBuf,
        #[command(flatten)]
        time: Time,
        /// One JSON value instead of sentences
        #[arg(long)]
        json: bool,
    },
    /// Make a draft
    Draft {
        /// A posting or a draft; - reads standard input
        #[arg(value_name = "POSTING")]
        source: PathBuf,
        #[command(flatten)]
        time: Time,
        /// A JSON Resume, for the name and contact
        #[arg(long, value_name = "RESUME.json")]
        candidate: Option<PathBuf>,
        /// The dates to state
        #[arg(long, value_name = "FIRST..LAST")]
        state: Option<Span>,
        #[command(flatten)]
        out: TextOut,
    },
    /// Write the résumé header as a PDF or a picture
    Header {
        /// A draft; - reads standard input
        draft: PathBuf,
        #[command(flatten)]
        out: Out,
        /// The kind of file [default: what the file's name ends in, else pdf]
        #[arg(long = "as", value_name = "KIND")]
        kind: Option<Kind>,
        /// The paper, instead of the draft's
        #[arg(long, value_parser = paper)]
        paper: Option<Paper>,
        #[command(flatten)]
        day: Day,
    },
    /// Put your availability on your own résumé, as a new PDF
    Place {
        /// A draft; - reads standard input
        draft: PathBuf,
        /// Your résumé; it is only read
        #[arg(value_name = "RESUME.pdf")]
        resume: PathBuf,
        #[command(flatten)]
        out: Out,
        /// The availability line, or the whole header
        #[arg(long, value_name = "line|header", default_value = "line", value_parser = what)]
        what: What,
        /// Below the contact details (splice), above everything (band), or on a page of its own (cover); else
        /// the best that the page allows
        #[arg(long = "where", value_name = "auto|splice|band|cover", default_value = "auto", value_parser = place)]
        place: Place,
        /// Read the password that opens the résumé from standard input
        #[arg(long)]
        password_stdin: bool,
        #[command(flatten)]
        day: Day,
    },
    /// Show what parsers read back from a PDF
    Proof {
        /// The PDF; - reads standard input
        file: PathBuf,
        /// The draft whose name and dates it should state
        #[arg(long)]
        draft: Option<PathBuf>,
        /// One JSON value instead of sentences
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        day: Day,
    },
    /// Print the availability line
    Line {
        /// A draft; - reads standard input
        draft: PathBuf,
        /// The wording: text, sentence, short, latex, typst or markdown
        #[arg(long = "as", value_name = "WORDING", default_value = "text")]
        wording: Wording,
        #[command(flatten)]
        day: Day,
    },
    /// Write the internship's span as a calendar file
    Ics {
        /// A draft; - reads standard input
        draft: PathBuf,
        #[command(flatten)]
        out: Out,
        #[command(flatten)]
        day: Day,
    },
    /// Read a JSON Resume and make it a draft
    Import {
        /// The JSON Resume; - reads standard input
        #[arg(value_name = "RESUME.json")]
        resume: PathBuf,
        #[command(flatten)]
        out: TextOut,
    },
    /// Write a posting to try Startline with, its dates always those of the next season
    Sample {
        #[command(flatten)]
        out: TextOut,
        #[command(flatten)]
        day: Day,
    },
    /// List the drafts on this computer
    Drafts {
        #[command(subcommand)]
        show: Option<Drafts>,
        /// One JSON value instead of a table
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Drafts {
    /// Print one draft
    Show {
        /// Its name in the list
        id: String,
        #[command(flatten)]
        out: TextOut,
    },
}

/// What a header is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A document of one page, to be sent
    Pdf,
    /// A picture of it
    Png,
}

/// A name, a first day, and a last day unless it has no end.
pub(crate) type Named = (String, NaiveDate, Option<NaiveDate>);

/// When the student is free.
#[derive(Debug, Args)]
pub(crate) struct Time {
    /// Days you are free; 2026-05-16.. has no end
    #[arg(long, value_name = "FIRST..LAST", value_parser = free)]
    pub(crate) free: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// A commitment that can't be moved
    #[arg(long, value_name = "NAME=FIRST..LAST", value_parser = named)]
    pub(crate) busy: Vec<Named>,
    /// A commitment that can: time off to ask for
    #[arg(long, value_name = "NAME=FIRST..LAST", value_parser = named)]
    pub(crate) away: Vec<Named>,
    /// A work authorisation; days outside it are not free; FIRST.. has no end
    #[arg(long, value_name = "NAME=FIRST..LAST", value_parser = limit)]
    pub(crate) limit: Vec<Named>,
    /// A calendar file; every event in it counts as a commitment that can't be moved, unless it is marked as free
    #[arg(long, value_name = "FILE.ics")]
    pub(crate) calendar: Vec<PathBuf>,
    /// Count the events that a calendar file marks as free too, as many mark exams
    #[arg(long)]
    pub(crate) with_free_events: bool,
    /// When you graduate
    #[arg(long, value_name = "YYYY-MM[-DD]", value_parser = graduation)]
    pub(crate) graduation: Option<Graduation>,
    /// A start date of your own
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) start: Vec<NaiveDate>,
    #[command(flatten)]
    pub(crate) day: Day,
    /// The time zone of UTC times in calendar files, such as Europe/Berlin; else this computer's
    #[arg(long, value_name = "NAME")]
    pub(crate) zone: Option<String>,
}

/// The day that “passed” is told by.
#[derive(Debug, Args)]
pub(crate) struct Day {
    /// Judge as if today were this day
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) today: Option<NaiveDate>,
}

/// Where a file is written.
#[derive(Debug, Args)]
pub(crate) struct Out {
    /// The file to write; - is standard output
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
}

/// Where text is written.
#[derive(Debug, Args)]
pub(crate) struct TextOut {
    /// The file to write, instead of standard output
    #[arg(short = 'o', long = "out", value_name = "FILE", default_value = "-", hide_default_value = true)]
    out: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    force: bool,
}

impl From<TextOut> for Out {
    fn from(TextOut { out, force }: TextOut) -> Self {
        Self { out, force }
    }
}

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("“{text}” is not a day. Write it as 2026-05-16."))
}

fn graduation(text: &str) -> Result<Graduation, String> {
    text.parse().map_err(|()| format!("“{text}” is not a month or a day. Write it as 2027-05 or 2027-05-21."))
}

/// A way, or none for the best.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place(pub(crate) Option<Where>);

fn what(text: &str) -> Result<What, String> {
    match text {
        "line" => Ok(What::Line),
        "header" => Ok(What::Header),
        _ => Err(format!("“{text}” can’t be put on a résumé. Choose line or header.")),
    }
}

fn place(text: &str) -> Result<Place, String> {
    match text {
        "auto" => Ok(Place(None)),
        "splice" => Ok(Place(Some(Where::Splice))),
        "band" => Ok(Place(Some(Where::Band))),
        "cover" => Ok(Place(Some(Where::Cover))),
        _ => Err(format!("“{text}” is no place on a résumé. Choose auto, splice, band or cover.")),
    }
}

fn paper(text: &str) -> Result<Paper, String> {
    match text {
        "letter" => Ok(Paper::Letter),
        "a4" => Ok(Paper::A4),
        _ => Err(format!("“{text}” is no paper. Choose letter or a4.")),
    }
}

/// `FIRST..LAST`, or `FIRST..` with no end.
fn free(text: &str) -> Result<(NaiveDate, Option<NaiveDate>), String> {
    match text.strip_suffix("..") {
        Some(first) => Ok((date(first.trim())?, None)),
        None => {
            let span: Span = text.parse().map_err(|error| format!("{error}."))?;
            Ok((span.first(), Some(span.last())))
        }
    }
}

/// `NAME=FIRST..LAST`, or `NAME=DAY`; the name may hold `=` itself.
fn named(text: &str) -> Result<Named, String> {
    let (name, first, last) = limit(text)?;
    match last {
        Some(_) => Ok((name, first, last)),
        None => Err(format!("{name} has no last day. Write it as Finals=2026-05-12..2026-05-15.")),
    }
}

/// The same, where `NAME=FIRST..` has no end.
fn limit(text: &str) -> Result<Named, String> {
    let (name, span) = text
        .rsplit_once('=')
        .ok_or_else(|| format!("“{text}” has no name. Write it as Finals=2026-05-12..2026-05-15."))?;
    let (first, last) = match span.trim().parse() {
        Ok(day) => (day, Some(day)),
        Err(_) => free(span)?,
    };
    Ok((name.trim().to_owned(), first, last))
}
