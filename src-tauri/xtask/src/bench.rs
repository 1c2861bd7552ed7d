//! The measurements: how long a header takes, beside others drawing the same one; how long a key takes to
//! show in the real window.

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use crate::set_up::{self, Purpose};
use crate::whole::WHOLE;
use crate::{page, peers};

/// RenderCV's command needs a click that still has what it names.
const PEERS: &[&str] = &["rendercv[full]==2.3", "click<8.2", "typer==0.29.2", "typst==0.15.2"];
const TABLE: &str = "docs/benchmarks.md";

/// What stands above the tables.
const HEAD: &str = "\
# How long a header takes

`cargo xtask bench --peers` measures this and writes the tables below. Everyone draws the same header (a name, four contact details, two dates, a
school) and takes a turn in every round, so that what else the computer does falls on all; figures are medians, ratios are to the first line.

krilla writes the same standards (PDF/UA-1 and PDF/A-2a) from the same two faces; the places of its words are written down, while ours are
computed. typst is called through Python, as it comes from PyPI. RenderCV makes its own page of the same facts; where its icon package can't
be downloaded it is left out. Of the whole commands Startline alone waits until its file is safe on the disk; the second line leaves that out.
";

type Measure = fn(&Shell) -> Result<()>;

/// What is measured without a display, in this order, each under its word.
const PARTS: [(&str, Measure); 4] =
    [("header", header), ("placing", placing), ("reading", reading), ("drafts", drafts)];

/// With words only what they name: one of the parts, or the window. With `--peers` typst and RenderCV are
/// installed first; without, they are measured where they already are.
pub(crate) fn bench(shell: &Shell, rest: &[&str]) -> Result<()> {
    let (flags, words): (Vec<&str>, Vec<&str>) = rest.iter().partition(|word| word.starts_with("--"));
    let known = |word: &&str| *word == "window" || PARTS.iter().any(|(name, _)| name == word);
    if let Some(word) = words.iter().find(|word| !known(word)) {
        bail!("Nothing called “{word}” is measured: header, placing, reading, drafts and window are.");
    }
    if flags.contains(&"--peers") {
        peers::python(shell, "bench", PEERS)?;
    }
    for (name, measure) in PARTS {
        if words.is_empty() || words.contains(&name) {
            println!("\n━━ {name}");
            measure(shell)?;
        }
    }
    if words.contains(&"window") { latency(shell) } else { Ok(()) }
}

/// A header, in process and as a whole command. The tables are kept.
fn header(shell: &Shell) -> Result<()> {
    let peers = shell.current_dir().join("target/peers/bench");
    let target = shell.current_dir().join("target");
    cmd!(shell, "cargo build --release -p startline-cli").run()?;
    let ours = target.join("release").join(format!("startline{}", std::env::consts::EXE_SUFFIX));
    let manifest = "tests/bench/Cargo.toml";
    let bench =
        || cmd!(shell, "cargo run --release --manifest-path {manifest} --target-dir {target}/bench --");
    let within = bench().arg("within").read()?;
    let whole = bench().arg("whole").arg(ours).arg(peers).read()?;
    let tables = format!("{HEAD}\n## In process\n\n{within}\n\n## As a whole command\n\n{whole}\n");
    shell.write_file(TABLE, &tables)?;
    println!("{tables}");
    Ok(())
}

/// The availability onto each résumé of the corpus, beside drawing the same page.
fn placing(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo bench -p startline-pdf --bench place").run()?)
}

/// Postings, and ten times as much text beside them.
fn reading(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo bench -p startline-engine --bench reading").run()?)
}

/// The list, the search and saving, among ten thousand drafts.
fn drafts(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo bench -p startline-drafts --bench ten_thousand").run()?)
}

/// From a key to the new sheet on the page, in a release build of the window.
fn latency(shell: &Shell) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("The window is driven through WebKitGTK's own driver, so it is measured on Linux.");
    }
    set_up::need_system_packages(shell, Purpose::WindowTests)?;
    page::build(shell)?;
    cmd!(shell, "cargo build --release {WHOLE...} --bin startline-desktop --bin latency").run()?;
    let latency = shell.current_dir().join("target/release/latency");
    cmd!(shell, "{latency}").run()?;
    Ok(())
}
