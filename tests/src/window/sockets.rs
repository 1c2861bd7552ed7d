use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// An internet socket that a process holds open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Socket {
    /// The process, by its name.
    pub process: String,
    /// `tcp`, `tcp6`, `udp`, `udp6`, `raw` or `raw6`.
    pub kind: &'static str,
    /// The local and the remote address, as the system lists them.
    pub addresses: String,
}

/// Every internet socket of a process and of all that it started.
#[must_use]
pub fn internet_sockets(process: u32) -> BTreeSet<Socket> {
    tree(process).into_iter().flat_map(sockets_of).collect()
}

/// A process and its descendants. One that ends meanwhile is left out.
pub(super) fn tree(process: u32) -> Vec<u32> {
    let numbers = fs::read_dir("/proc").unwrap().flatten();
    let every: Vec<(u32, u32)> = numbers
        .filter_map(|entry| {
            let id = entry.file_name().to_str()?.parse().ok()?;
            // The name stands in brackets and may hold any character; then come the state and the parent.
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((id, parent))
        })
        .collect();
    let mut tree = vec![process];
    let mut next = 0;
    while let Some(&parent) = tree.get(next) {
        tree.extend(every.iter().filter(|(_, its)| *its == parent).map(|(id, _)| *id));
        next += 1;
    }
    tree
}

fn sockets_of(process: u32) -> Vec<Socket> {
    let folder = Path::new("/proc").join(process.to_string());
    let name = fs::read_to_string(folder.join("comm")).unwrap_or_default().trim().to_owned();
    let held: BTreeSet<String> = fs::read_dir(folder.join("fd"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|descriptor| {
            let target = fs::read_link(descriptor.path()).ok()?;
            Some(target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())
        })
        .collect();
    let mut sockets = Vec::new();
    for kind in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        // The process's own list: it may live in another network namespace.
        let list = fs::read_to_string(folder.join("net").join(kind)).unwrap_or_default();
        for line in list.lines().skip(1) {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let (Some(local), Some(remote), Some(inode)) = (columns.get(1), columns.get(2), columns.get(9))
            else {
                continue;
            };
            if held.contains(*inode) {
                let addresses = format!("{local} {remote}");
                sockets.push(Socket { process: name.clone(), kind, addresses });
            }
        }
    }
    sockets
}
