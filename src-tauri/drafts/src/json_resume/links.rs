//! The candidate's pages and profiles.

use startline_engine::Link;

use super::fields::Part;

/// Networks by the name they write themselves: their host, and where on it a profile stands, if its name says so.
const NETWORKS: [(&str, &str, Option<&str>); 9] = [
    ("GitHub", "github.com", Some("/")),
    ("GitLab", "gitlab.com", Some("/")),
    ("LinkedIn", "www.linkedin.com", Some("/in/")),
    ("Twitter", "twitter.com", Some("/")),
    ("Bitbucket", "bitbucket.org", Some("/")),
    ("YouTube", "www.youtube.com", None),
    ("Stack Overflow", "stackoverflow.com", None),
    ("Kaggle", "www.kaggle.com", Some("/")),
    ("Devpost", "devpost.com", Some("/")),
];

/// More than this do not fit on the lines of a header.
const ROOM: usize = 5;

pub(super) fn links(basics: Part<'_>, notes: &mut Vec<String>) -> Vec<Link> {
    let mut links = Vec::new();
    let mut add = |label: String, url: String| {
        if is_a_files(&url) {
            notes.push(format!(
                "{label} ({url}) was left out, because that is the address of a file on a computer, which nobody \
                 else can open."
            ));
        } else if !links.iter().any(|link: &Link| link.url == url) {
            links.push(Link { label, url });
        }
    };
    if let Some(url) = basics.text(&["url", "website"]) {
        add("Website".to_owned(), url);
    }
    for site in basics.items(&["websites"]) {
        if let Some(url) = site.as_text().or_else(|| site.text(&["url"])) {
            add(site.text(&["label", "name"]).unwrap_or_else(|| "Website".to_owned()), url);
        }
    }
    let mut without = Vec::new();
    for profile in basics.items(&["profiles"]) {
        let (url, username) = (profile.text(&["url"]), profile.text(&["username"]));
        if url.is_none() && username.is_none() {
            continue;
        }
        let named = profile.text(&["network", "name", "label"]).map(|name| own_name(&name));
        let label = named.or_else(|| network_of(url.as_deref()?)).unwrap_or_else(|| "Profile".to_owned());
        let formed = username.as_deref().and_then(|username| address(&label, username));
        let files = url.clone().filter(|url| is_a_files(url));
        match url.as_deref().filter(|url| is_page(url)).map(str::to_owned).or(formed).or(files) {
            Some(url) => add(label, url),
            None => without.push(format!(
                "{label} ({}) was left out, because the file gives no address for it.",
                username.or(url).unwrap_or_default()
            )),
        }
    }
    notes.extend(without);
    if links.len() > ROOM {
        notes.push(format!(
            "The file has {} links, more than a header has room for: keep those that speak for you.",
            links.len()
        ));
    }
    links
}

/// Whether an address leads to a file on a computer, by its scheme or as a path.
fn is_a_files(url: &str) -> bool {
    let drive = matches!(url.as_bytes(), [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    let scheme = url.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("file:"));
    let path = ["/", "~/", "./", "../", "\\\\"].iter().any(|start| url.starts_with(start));
    scheme || drive || (path && !url.starts_with("//"))
}

/// The host of an address and what follows it.
fn parts(url: &str) -> (&str, &str) {
    let bare = url.split_once("://").map_or(url, |(_, bare)| bare);
    bare.split_once('/').unwrap_or((bare, ""))
}

fn same_host(one: &str, other: &str) -> bool {
    let bare = |host: &str| host.to_lowercase().trim_start_matches("www.").to_owned();
    bare(one) == bare(other)
}

/// The network that someone's page stands on: as it writes itself, else by its host.
fn network_of(url: &str) -> Option<String> {
    let (host, _) = parts(url);
    let known =
        NETWORKS.iter().find(|(_, site, _)| same_host(site, host)).map(|(name, ..)| (*name).to_owned());
    is_page(url).then(|| known.unwrap_or_else(|| host.trim_start_matches("www.").to_owned()))
}

/// Whether an address leads to someone's page, and not to a network's front door or nowhere.
fn is_page(url: &str) -> bool {
    let (host, path) = parts(url);
    let front_door = path.is_empty() && NETWORKS.iter().any(|(_, site, _)| same_host(site, host));
    host.contains('.')
        && !host.starts_with('@')
        && !url.contains(char::is_whitespace)
        && !front_door
        && !is_a_files(url)
}

/// A network's name as it writes itself.
fn own_name(name: &str) -> String {
    let same = |one: &str| one.replace(' ', "").eq_ignore_ascii_case(&name.replace(' ', ""));
    NETWORKS.iter().find(|(own, ..)| same(own)).map_or(name, |(own, ..)| own).to_owned()
}

/// The address that a name has on a network that forms it plainly.
fn address(network: &str, username: &str) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let (_, host, path) = NETWORKS.iter().find(|(name, ..)| *name == network)?;
    let path = (*path)?;
    (!username.is_empty() && username.chars().all(plain)).then(|| format!("https://{host}{path}{username}"))
}
