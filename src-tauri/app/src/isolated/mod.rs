//! A stranger's file is opened in a child process of the same program, within limits of time and memory, so
//! that an endless loop, a stack overflow or a memory bomb ends in a sentence and never in a dead window.
//!
//! Everything that a child needs comes on its standard input, the job as well as the file: what stands in a
//! process's arguments can be read by every account of the computer, and a job may hold a password.

mod attend;
mod job;
mod message;

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::OnceLock;

use attend::{Ended, LIMITS, attend};
pub(crate) use job::Job;
pub(crate) use message::{joined, parted};

use crate::Failure;

/// The argument of a child.
const ARGUMENT: &str = "--isolated-job";

/// The statuses of a child: its result, or a [`Failure`], stands on standard output. Any other means that it
/// came to an end that it did not choose.
const DONE: u8 = 0;
const REFUSED: u8 = 1;
const UNHEARD: u8 = 2;

/// The program that can serve as a child; none in tests, where jobs run in the process itself.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// The first call of every program's `main`: a child does its job and gives the status to end with; the
/// program itself gets `None` and goes on, and from then on its jobs run in children.
#[must_use]
pub fn serve_if_child() -> Option<ExitCode> {
    // An argument need not be Unicode.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT) {
        return Some(ExitCode::from(serve()));
    }
    if let Ok(program) = std::env::current_exe() {
        // It is set once; a second call changes nothing.
        let _ = PROGRAM.set(program);
    }
    None
}

/// Does the job that stands on standard input.
fn serve() -> u8 {
    let mut input = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut input).is_err() {
        return UNHEARD;
    }
    let Some((job, file)) = parted::<Job>(&input) else { return UNHEARD };
    let (status, output) = match job.work(file) {
        Ok(output) => (DONE, output),
        Err(failure) => (REFUSED, serde_json::to_vec(&failure).unwrap_or_default()),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(&output).and_then(|()| out.flush()).map_or(UNHEARD, |()| status)
}

/// Does the job in a child.
///
/// # Errors
/// The job's own failure; or one that says that the file asks for more time or memory than it may have, or
/// that it made the child fail.
pub(crate) fn run(job: &Job, file: &[u8]) -> Result<Vec<u8>, Failure> {
    let Some(program) = PROGRAM.get() else { return job.work(file) };
    let mut child = Command::new(program);
    child.arg(ARGUMENT);
    match attend(child, LIMITS, joined(job, file)?) {
        Ok(Ended { status: Some(status), output }) if status == i64::from(DONE) => Ok(output),
        Ok(Ended { status: Some(status), output }) if status == i64::from(REFUSED) => {
            Err(serde_json::from_slice(&output).unwrap_or_else(|_| job.failed_badly()))
        }
        Ok(Ended { status: None, .. }) => Err(job.took_too_long()),
        Ok(_) => Err(job.failed_badly()),
        Err(error) => Err(Failure::other(format!("The file can’t be opened safely: {error}."))),
    }
}
