//! The availability on the student's own résumé.

use std::io::Read as _;
use std::path::Path;

use startline_app::place::{Asked, Original, Password, Placement, Wish, place_on};
use startline_app::{Failure, PDF_LIMIT};
use startline_engine::unicode;
use startline_pdf::place::Where;

use crate::arguments::{Day, Out};
use crate::input::{self, today};
use crate::output::{complain, may_write, print, write};

/// The longest password that a PDF can have is far below.
const PASSWORD_LIMIT: u64 = 4096;

/// Standard input serves one thing at a time.
const STANDARD: &str = "-";

pub(crate) fn place(
    draft: &Path,
    resume: &Path,
    out: &Out,
    wish: Wish,
    password_stdin: bool,
    day: &Day,
) -> Result<(), Failure> {
    let readers = [draft == Path::new(STANDARD), resume == Path::new(STANDARD), password_stdin];
    if readers.iter().filter(|reads| **reads).count() > 1 {
        return Err(Failure::request(
            "Standard input can be the draft, the résumé or the password, but only one of them.",
        ));
    }
    let draft = input::draft(draft)?;
    let bytes = input::bytes(resume, PDF_LIMIT)?;
    let to_file = out.out != Path::new(STANDARD);
    if to_file {
        let path = (resume != Path::new(STANDARD)).then_some(resume);
        Original { path, bytes: &bytes }.spare(&out.out)?;
        may_write(out)?;
    }
    let password = if password_stdin { Some(password()?) } else { None };
    let (placement, pdf) = place_on(&bytes, Asked { draft, today: today(day), wish, password })?;
    write(out, &pdf)?;
    placement.warnings.iter().chain(&placement.proof.problems).for_each(|warning| complain(warning));
    let way = format!("{}: {}\n", name(&placement), placement.why);
    if to_file {
        return print(&way);
    }
    complain(way.trim_end());
    Ok(())
}

/// The way that was taken, by the name that `--where` has for it.
fn name(placement: &Placement) -> &'static str {
    match placement.chosen {
        Where::Splice => "splice",
        Where::Band => "band",
        Where::Cover => "cover",
    }
}

/// The first line of standard input, whatever form of text a shell made of it.
fn password() -> Result<Password, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(PASSWORD_LIMIT).read_to_end(&mut bytes);
    read.map_err(|error| Failure::request(format!("Standard input can’t be read: {error}.")))?;
    let text =
        unicode(&bytes).map_err(|_| Failure::request("The password on standard input is not text."))?;
    match text.lines().next().filter(|line| !line.is_empty()) {
        Some(line) => Ok(Password::new(line.to_owned())),
        None => Err(Failure::request("Standard input holds no password. Pipe it in, on one line.")),
    }
}
