use std::process::{Child, Command};

use rustix::process::{Pid, Signal, kill_process_group};

/// A process and all that it starts, ended together. WebKit's helpers outlive the process that started them
/// when that one alone is ended.
#[derive(Debug)]
pub(super) struct Group(Child);

impl Group {
    pub(super) fn start(command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt;
        let child = command.process_group(0).spawn();
        Self(child.unwrap_or_else(|error| panic!("{:?} did not start: {error}", command.get_program())))
    }

    pub(super) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    pub(super) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw) {
            // The group may be gone already, which is as good.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.0.wait();
    }
}
