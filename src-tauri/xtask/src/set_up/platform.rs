use xshell::Shell;

/// The systems whose way of installing packages is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Platform {
    Debian,
    Fedora,
    Arch,
    OtherLinux,
    MacOs,
    Windows,
}

impl Platform {
    /// The one this runs on.
    pub(crate) fn here(shell: &Shell) -> Self {
        match std::env::consts::OS {
            "macos" => Self::MacOs,
            "windows" => Self::Windows,
            _ => Self::of_linux(&shell.read_file("/etc/os-release").unwrap_or_default()),
        }
    }

    /// The Linux that an os-release file names, by its own name first and then by its kin.
    fn of_linux(os_release: &str) -> Self {
        let value = |key: &str| {
            let line = os_release.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches('"').to_owned()
        };
        format!("{} {}", value("ID"), value("ID_LIKE"))
            .split_whitespace()
            .find_map(|name| match name {
                "debian" | "ubuntu" => Some(Self::Debian),
                "fedora" | "rhel" => Some(Self::Fedora),
                "arch" => Some(Self::Arch),
                _ => None,
            })
            .unwrap_or(Self::OtherLinux)
    }
}

#[cfg(test)]
mod tests {
    use super::Platform;

    #[test]
    fn a_linux_is_known_by_its_name_or_its_kin() {
        let check =
            |os_release, expected| assert_eq!(Platform::of_linux(os_release), expected, "{os_release}");
        check("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n", Platform::Debian);
        check("ID=ubuntu\nID_LIKE=debian\n", Platform::Debian);
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Platform::Debian);
        check("ID=fedora\n", Platform::Fedora);
        check("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", Platform::Fedora);
        check("ID=manjaro\nID_LIKE=arch\n", Platform::Arch);
        check("ID=nixos\n", Platform::OtherLinux);
        check("", Platform::OtherLinux);
    }
}
