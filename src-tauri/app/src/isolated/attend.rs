//! A child process from its start to its end: fed, listened to, and ended when it takes too much.

use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use process_control::{ChildExt as _, Control as _};

/// How much a child may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// From its start to its end.
    pub(super) time: Duration,
    /// In bytes; macOS has no such limit, and there the time has to do.
    #[cfg_attr(not(any(target_os = "linux", windows)), expect(dead_code))]
    pub(super) memory: usize,
}

/// What opening a stranger's file may take.
pub(super) const LIMITS: Limits = Limits { time: Duration::from_secs(20), memory: 1 << 30 };

/// How a child came to its end.
#[derive(Debug)]
pub(super) struct Ended {
    /// Its status, −1 where something else ended it; `None` where its time was up.
    pub(super) status: Option<i64>,
    /// What it wrote.
    pub(super) output: Vec<u8>,
}

/// Starts a child, gives it `input`, and waits for its end.
pub(super) fn attend(mut child: Command, limits: Limits, input: Vec<u8>) -> io::Result<Ended> {
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let stdin = child.stdin.take();
    let feeder = std::thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&input)));
    let control = child.controlled_with_output().time_limit(limits.time).terminate_for_timeout();
    #[cfg(any(target_os = "linux", windows))]
    let control = control.memory_limit(limits.memory);
    let ended = control.wait()?;
    // A child that ended before it read everything breaks the pipe: its own status says why.
    let _ = feeder.join();
    Ok(match ended {
        Some(output) => {
            let status = output.status.code().map_or(-1, i64::from);
            Ended { status: Some(status), output: output.stdout }
        }
        None => Ended { status: None, output: Vec::new() },
    })
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    /// A shell that does what a stranger's file might make a child do.
    fn ended(script: &str, limits: Limits, input: &[u8]) -> Ended {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        attend(shell, limits, input.to_vec()).unwrap()
    }

    #[test]
    fn a_child_gets_its_input_and_its_output_is_kept() {
        let input = vec![b'a'; 3_000_000];
        let ended = ended("cat; exit 1", LIMITS, &input);
        assert_eq!((ended.status, ended.output), (Some(1), input));
    }

    #[test]
    fn an_endless_child_is_ended() {
        let limits = Limits { time: Duration::from_millis(50), ..LIMITS };
        let ended = ended("while :; do :; done", limits, b"never read");
        assert_eq!(ended.status, None);
    }

    #[test]
    fn a_child_that_fails_by_itself_is_told_from_one_that_answers() {
        assert_eq!(ended("kill -SEGV $$", LIMITS, &vec![0; 1_000_000]).status, Some(-1));
        assert_eq!(ended("exit 101", LIMITS, b"").status, Some(101));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_child_gets_no_more_memory_than_it_may() {
        // The shell itself would go on for as long as there is memory.
        let limits = Limits { memory: 64 << 20, ..LIMITS };
        let script = "x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done";
        assert!(!matches!(ended(script, limits, b"").status, Some(0) | None));
    }
}
