//! The command line: the same job as the window, for scripts and for machines without a display.

mod arguments;
mod calendar;
mod input;
mod output;
mod place;
mod run;
mod show;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    if let Some(status) = startline_app::isolated::serve_if_child() {
        return status;
    }
    let arguments = match arguments::Arguments::try_parse() {
        Ok(arguments) => arguments,
        // clap prints help and version to standard output with status 0, and its errors with status 2.
        Err(shown) => {
            let status = if shown.use_stderr() { 2 } else { 0 };
            let printed = shown.print();
            return ExitCode::from(if printed.is_ok() { status } else { 1 });
        }
    };
    match run::run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::complain(&failure.message);
            ExitCode::from(failure.exit_status())
        }
    }
}
