//! What each command does.

use startline_app::place::Wish;
use startline_app::{self as app, Failure};
use startline_pdf::Proof;

use crate::arguments::{Command, Drafts, Kind, Out, TextOut};
use crate::input::{self, today};
use crate::output::{print, print_json, write};
use crate::{place, show};

pub(crate) fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Read { posting, json } => {
            let facts = startline_reader::read(&input::posting(&posting)?);
            if json { print_json(&facts) } else { print(&show::facts(&facts)) }
        }
        Command::Check { source, time, json } => {
            let draft = input::with_time(input::draft_or_posting(&source)?, &time)?;
            let judged = app::judge(&draft, today(&time.day));
            if json { print_json(&judged.answer) } else { print(&show::answer(&judged)) }
        }
        Command::Draft { source, time, candidate, state, out } => {
            let draft = input::with_time(input::draft_or_posting(&source)?, &time)?;
            let draft = input::with_person(draft, candidate.as_deref(), state)?;
            write_draft(&draft, out)
        }
        Command::Header { draft, out, kind, paper, day } => {
            let mut draft = input::draft(&draft)?;
            draft.style.paper = paper.unwrap_or(draft.style.paper);
            let header = match kind.unwrap_or_else(|| told_by_name(&out)) {
                Kind::Pdf => app::header_pdf(&draft, today(&day))?,
                Kind::Png => app::header_png(&draft, today(&day))?,
            };
            write(&out, &header)
        }
        Command::Place { draft, resume, out, what, place, password_stdin, day } => {
            let wish = Wish { what, place: place.0, ..Wish::default() };
            place::place(&draft, &resume, &out, wish, password_stdin, &day)
        }
        Command::Proof { file, draft, json, day } => {
            let draft = draft.map(|path| input::draft(&path)).transpose()?;
            let pdf = input::bytes(&file, app::PDF_LIMIT)?;
            let proof = app::proof(&pdf, draft.as_ref(), today(&day))?;
            if json { print_json(&proof) } else { print(&show::proof(&proof)) }?;
            passed(&proof)
        }
        Command::Line { draft, wording, day } => {
            let line = app::line(&input::draft(&draft)?, wording, today(&day))?;
            print(&format!("{line}\n"))
        }
        Command::Ics { draft, out, day } => {
            let ics = app::ics(&input::draft(&draft)?, today(&day))?;
            write(&out, ics.as_bytes())
        }
        Command::Import { resume, out } => write_draft(&input::resume(&resume)?, out),
        Command::Sample { out, day } => write(&out.into(), app::sample(today(&day)).text.as_bytes()),
        Command::Drafts { show: None, json } => {
            let drafts = app::Desk::open_default().list()?;
            if json { print_json(&drafts) } else { print(&show::drafts(&drafts)) }
        }
        Command::Drafts { show: Some(Drafts::Show { id, out }), .. } => {
            write_draft(&app::Desk::open_default().show(&id)?, out)
        }
    }
}

fn told_by_name(out: &Out) -> Kind {
    let png = out.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
    if png { Kind::Png } else { Kind::Pdf }
}

/// A draft goes to a file by its own way too: some shells write what they are piped in another encoding.
fn write_draft(draft: &app::Draft, out: TextOut) -> Result<(), Failure> {
    write(&out.into(), draft.to_json().as_bytes())
}

fn passed(proof: &Proof) -> Result<(), Failure> {
    if proof.passed { Ok(()) } else { Err(Failure::other(proof.problems.join(" "))) }
}
