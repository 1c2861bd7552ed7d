//! A stranger's file is opened in a child process of the same program, within limits of time and memory, so
//! that an endless loop, a stack overflow or a memory bomb ends in a sentence and never in a dead window.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use process_control::{ChildExt as _, Control as _};
use serde::{Deserialize, Serialize};
use startline_pdf::Expected;

use crate::Failure;

/// The first argument of a child: the second is its job, as JSON.
const ARGUMENT: &str = "--isolated-job";

/// The longest a job may take, and the most memory it may hold.
const TIME: Duration = Duration::from_secs(20);
const MEMORY: usize = 1 << 30;

/// The program that can serve as a child; none in tests, where jobs run in the process itself.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// What a child can do. The file comes on standard input, the result goes to standard output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Job {
    /// The text of a posting that is a PDF.
    PostingText,
    /// The proof of a PDF, as JSON.
    Proof(Option<Expected>),
}

impl Job {
    fn work(&self, file: &[u8]) -> Result<Vec<u8>, String> {
        match self {
            Self::PostingText => {
                startline_pdf::posting_text(file).map(String::into_bytes).map_err(|error| error.to_string())
            }
            Self::Proof(expected) => serde_json::to_vec(&startline_pdf::proof(file, expected.as_ref()))
                .map_err(|error| error.to_string()),
        }
    }
}

/// The first call of every program's `main`: a child does its job and gives the status to end with; the
/// program itself gets `None` and goes on, and from then on its jobs run in children.
#[must_use]
pub fn serve_if_child() -> Option<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some(ARGUMENT) {
        if let Ok(program) = std::env::current_exe() {
            // It is set once; a second call changes nothing.
            let _ = PROGRAM.set(program);
        }
        return None;
    }
    let job = arguments.next().and_then(|job| serde_json::from_str::<Job>(&job).ok());
    Some(job.map_or(ExitCode::from(2), |job| serve(&job)))
}

/// Status 0 with the result on standard output, or 1 with a sentence there.
fn serve(job: &Job) -> ExitCode {
    let mut file = Vec::new();
    if std::io::stdin().lock().read_to_end(&mut file).is_err() {
        return ExitCode::from(2);
    }
    let (status, output) = match job.work(&file) {
        Ok(output) => (0, output),
        Err(sentence) => (1, sentence.into_bytes()),
    };
    let mut out = std::io::stdout().lock();
    match out.write_all(&output).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::from(status),
        Err(_) => ExitCode::from(2),
    }
}

/// Does the job in a child.
///
/// # Errors
/// The job's own sentence; or one that says that the file asks for more time or memory than it may have, or
/// that it made the child fail.
pub(crate) fn run(job: &Job, file: &[u8]) -> Result<Vec<u8>, Failure> {
    let Some(program) = PROGRAM.get() else { return job.work(file).map_err(Failure::other) };
    let argument = serde_json::to_string(job).map_err(Failure::other)?;
    let no_child =
        |error: &std::io::Error| Failure::other(format!("The file can’t be opened safely: {error}."));
    let mut child = Command::new(program)
        .args([ARGUMENT, &argument])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| no_child(&error))?;
    let (stdin, file) = (child.stdin.take(), file.to_vec());
    let feeder = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&file)));
    let control = child.controlled_with_output().time_limit(TIME).terminate_for_timeout();
    // macOS has no such limit; there the time has to do.
    #[cfg(any(target_os = "linux", windows))]
    let control = control.memory_limit(MEMORY);
    let ended = control.wait().map_err(|error| no_child(&error))?;
    // A child that ended before it read everything breaks the pipe: its own status says why.
    let _ = feeder.join();
    match ended.map(|output| (output.status.code(), output.stdout)) {
        Some((Some(0), output)) => Ok(output),
        Some((Some(1), sentence)) => Err(Failure::other(String::from_utf8_lossy(&sentence))),
        Some(_) => Err(Failure::other(
            "This file is damaged in a way that can’t be read safely. It was left as it is; paste its text instead.",
        )),
        None => Err(Failure::other(
            "This file takes too long to read, so it was put aside, unchanged. Paste its text instead.",
        )),
    }
}
