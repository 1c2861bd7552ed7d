use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use super::{Platform, Purpose};

/// What dpkg is asked for: whether a package is installed, and not only known.
const DPKG_STATUS: &str = "${db:Status-Status}";

/// A system with its package names and its way of asking and installing.
pub(super) struct System {
    platform: Platform,
}

impl System {
    pub(super) fn of(platform: Platform) -> Self {
        Self { platform }
    }

    /// The packages that `purpose` needs and that aren't installed.
    pub(super) fn missing(&self, shell: &Shell, purpose: Purpose) -> Result<Vec<&'static str>> {
        if self.platform == Platform::OtherLinux {
            // Nothing can be asked here. The build itself will name a library that it doesn't find.
            println!("This Linux is not known here. The window needs WebKitGTK 4.1 with its headers.");
            return Ok(Vec::new());
        }
        Ok(self.packages(purpose).into_iter().filter(|package| !self.has(shell, package)).collect())
    }

    fn packages(&self, purpose: Purpose) -> Vec<&'static str> {
        let (window, tests): (&[_], &[_]) = match self.platform {
            Platform::Debian => (
                &["libwebkit2gtk-4.1-dev"],
                &[
                    "xvfb",
                    "openbox",
                    "xdotool",
                    "xclip",
                    "imagemagick",
                    "webkit2gtk-driver",
                    "fonts-dejavu-core",
                    "poppler-utils",
                    "qpdf",
                ],
            ),
            Platform::Fedora => (
                &["webkit2gtk4.1-devel"],
                &[
                    "xorg-x11-server-Xvfb",
                    "openbox",
                    "xdotool",
                    "xclip",
                    "ImageMagick",
                    "webkitgtk-webdriver",
                    "dejavu-sans-fonts",
                    "poppler-utils",
                    "qpdf",
                ],
            ),
            Platform::Arch => (
                &["webkit2gtk-4.1"],
                &[
                    "xorg-server-xvfb",
                    "openbox",
                    "xdotool",
                    "xclip",
                    "imagemagick",
                    "ttf-dejavu",
                    "poppler",
                    "qpdf",
                ],
            ),
            Platform::MacOs => (&["xcode command line tools"], &[]),
            Platform::Windows => (&["Microsoft.EdgeWebView2Runtime"], &[]),
            Platform::OtherLinux => (&[], &[]),
        };
        match purpose {
            Purpose::Window => window.to_vec(),
            Purpose::WindowTests => [window, tests].concat(),
            Purpose::Corpus => self.producers().to_vec(),
        }
    }

    /// The programs that print the corpus' résumés. Elsewhere the corpus is written without theirs.
    fn producers(&self) -> &'static [&'static str] {
        match self.platform {
            Platform::Debian => {
                &["python3-venv", "chromium", "libreoffice-writer-nogui", "texlive-latex-recommended"]
            }
            Platform::Fedora => &["chromium", "libreoffice-writer", "texlive-collection-latexrecommended"],
            Platform::Arch => &["chromium", "libreoffice-still", "texlive-latexrecommended"],
            Platform::MacOs | Platform::Windows | Platform::OtherLinux => &[],
        }
    }

    fn has(&self, shell: &Shell, package: &str) -> bool {
        let ask = match self.platform {
            Platform::Debian => cmd!(shell, "dpkg-query --show --showformat {DPKG_STATUS} {package}"),
            Platform::Fedora => cmd!(shell, "rpm --query --whatprovides {package}"),
            Platform::Arch => cmd!(shell, "pacman --query {package}"),
            Platform::MacOs => cmd!(shell, "xcode-select --print-path"),
            Platform::Windows => {
                let key = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
                cmd!(shell, "reg query {key} /v pv")
            }
            Platform::OtherLinux => return true,
        };
        match ask.quiet().ignore_stderr().ignore_status().output() {
            Ok(answer) if self.platform == Platform::Debian => answer.stdout == b"installed",
            Ok(answer) => answer.status.success(),
            Err(_) => false,
        }
    }

    pub(super) fn install(&self, shell: &Shell, missing: &[&str], purpose: Purpose) -> Result<()> {
        let reason = match purpose {
            Purpose::Window => "to build and open the window",
            Purpose::WindowTests => "to build the window and to drive it in the tests",
            Purpose::Corpus => "to print the corpus' résumés",
        };
        let list = missing.join(" ");
        println!("Missing, {reason}: {list}");
        if self.platform != Platform::Debian {
            bail!("Install it with this command, then try again:\n\n  {}", self.command(&list));
        }
        let root = cmd!(shell, "id --user").quiet().read()? == "0";
        let sudo = || cmd!(shell, "sudo --version").quiet().ignore_stdout().ignore_stderr().run().is_ok();
        let (program, environment) = ("env", "DEBIAN_FRONTEND=noninteractive");
        let (program, before): (&str, &[&str]) = match root {
            true => (program, &[environment]),
            false if sudo() => ("sudo", &[program, environment]),
            false => bail!("As root, run this command, then try again:\n\n  {}", self.command(&list)),
        };
        println!("Installing from the system's own packages{}:", if root { "" } else { ", through sudo" });
        // Another installation may be under way, right after a machine has started: wait for it.
        let apt: &[&str] = &["apt-get", "--quiet", "--option=DPkg::Lock::Timeout=300"];
        let install: &[&str] = &["install", "--yes", "--no-install-recommends"];
        cmd!(shell, "{program} {before...} {apt...} update").run()?;
        cmd!(shell, "{program} {before...} {apt...} {install...} {missing...}").run()?;
        Ok(())
    }

    fn command(&self, list: &str) -> String {
        match self.platform {
            Platform::Debian => format!("apt-get update && apt-get install --no-install-recommends {list}"),
            Platform::Fedora => format!("sudo dnf install {list}"),
            Platform::Arch => format!("sudo pacman -S --needed {list}"),
            Platform::MacOs => "xcode-select --install".to_owned(),
            Platform::Windows => format!("winget install --id {list} --exact"),
            Platform::OtherLinux => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_need_all_that_the_window_needs() {
        use Platform::{Arch, Debian, Fedora, MacOs, OtherLinux, Windows};
        for platform in [Debian, Fedora, Arch, OtherLinux, MacOs, Windows] {
            let system = System::of(platform);
            let tests = system.packages(Purpose::WindowTests);
            assert!(tests.starts_with(&system.packages(Purpose::Window)), "{platform:?}");
        }
    }

    #[test]
    fn the_printed_command_names_what_is_missing() {
        let check = |platform, expected: &str| {
            let system = System::of(platform);
            let list = system.packages(Purpose::Window).join(" ");
            assert_eq!(system.command(&list), expected);
        };
        check(
            Platform::Debian,
            "apt-get update && apt-get install --no-install-recommends libwebkit2gtk-4.1-dev",
        );
        check(Platform::Fedora, "sudo dnf install webkit2gtk4.1-devel");
        check(Platform::Arch, "sudo pacman -S --needed webkit2gtk-4.1");
        check(Platform::MacOs, "xcode-select --install");
        check(Platform::Windows, "winget install --id Microsoft.EdgeWebView2Runtime --exact");
    }
}
