use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::Platform;

/// The least Node that the page's tools run on (what Vite 8 asks for).
const LEAST: &str = "20.19, or 22.12 and newer";

/// Checks that Node is there and new enough. Rust needs no check of ours: cargo itself refuses to build the
/// workspace with a toolchain older than its `rust-version`.
pub(crate) fn need_node(shell: &Shell) -> Result<()> {
    let way = match Platform::here(shell) {
        Platform::Fedora => "sudo dnf install nodejs npm",
        Platform::Arch => "sudo pacman -S --needed nodejs npm",
        Platform::MacOs => "brew install node",
        Platform::Windows => "winget install --id OpenJS.NodeJS.LTS --exact",
        Platform::Debian | Platform::OtherLinux => "see https://nodejs.org/en/download",
    };
    let Ok(version) = cmd!(shell, "node --version").quiet().ignore_stderr().read() else {
        bail!(
            "Node is missing. The page is built with Node {LEAST}.\nInstall it, then try again:\n\n  {way}"
        );
    };
    let new_enough = is_new_enough(&version).with_context(|| format!("`node --version` said {version:?}"))?;
    if !new_enough {
        bail!(
            "Node {version} is too old. The page is built with Node {LEAST}.\nInstall it, then try again:\n\n  {way}"
        );
    }
    Ok(())
}

fn is_new_enough(version: &str) -> Option<bool> {
    let mut numbers =
        version.trim().trim_start_matches('v').split('.').map(|number| number.parse::<u32>().ok());
    let (major, minor) = (numbers.next()??, numbers.next()??);
    Some(matches!((major, minor), (20, 19..) | (22, 12..) | (23.., _)))
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn node_versions() {
        let check = |version, expected| assert_eq!(is_new_enough(version), expected, "{version}");
        check("v20.19.0", Some(true));
        check("v20.20.2\n", Some(true));
        check("v20.18.3", Some(false));
        check("v18.19.0", Some(false));
        check("v21.7.0", Some(false));
        check("v22.11.0", Some(false));
        check("v22.12.0", Some(true));
        check("v24.0.1", Some(true));
        check("nonsense", None);
    }
}
