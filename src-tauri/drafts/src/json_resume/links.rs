//! The candidate's pages and profiles.

use startline_engine::Link;

use super::fields::Part;

/// Networks by the name they write themselves, and where a profile of theirs stands.
const NETWORKS: [(&str, &str); 9] = [
    ("GitHub", "github.com/"),
    ("GitLab", "gitlab.com/"),
    ("LinkedIn", "www.linkedin.com/in/"),
    ("Twitter", "twitter.com/"),
    ("Bitbucket", "bitbucket.org/"),
    ("YouTube", ""),
    ("Stack Overflow", ""),
    ("Kaggle", "www.kaggle.com/"),
    ("Devpost", "devpost.com/"),
];

/// More than this do not fit on the lines of a header.
const ROOM: usize = 5;

pub(super) fn links(basics: Part<'_>, notes: &mut Vec<String>) -> Vec<Link> {
    let mut links = Vec::new();
    let mut add = |label: String, url: String| {
        if !links.iter().any(|link: &Link| link.url == url) {
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
    for profile in basics.items(&["profiles"]) {
        let (url, username) = (profile.text(&["url"]), profile.text(&["username"]));
        if url.is_none() && username.is_none() {
            continue;
        }
        let label = profile.text(&["network"]).map_or_else(|| "Profile".to_owned(), |name| own_name(&name));
        let formed = username.as_deref().and_then(|username| address(&label, username));
        match url.as_deref().filter(|url| is_page(url)).map(str::to_owned).or(formed) {
            Some(url) => add(label, url),
            None => {
                let given = username.or(url).unwrap_or_default();
                notes.push(format!(
                    "{label} ({given}) was left out, because the file gives no address for it."
                ));
            }
        }
    }
    if links.len() > ROOM {
        notes.push(format!(
            "The file has {} links, more than a header has room for: keep those that speak for you.",
            links.len()
        ));
    }
    links
}

/// Whether an address leads to someone's page, and not to a network's front door or nowhere.
fn is_page(url: &str) -> bool {
    let bare = url.split_once("://").map_or(url, |(_, bare)| bare);
    let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
    let front_door = path.is_empty()
        && NETWORKS.iter().any(|(_, site)| {
            let host = host.strip_prefix("www.").unwrap_or(host);
            !site.is_empty() && site.trim_start_matches("www.").starts_with(&format!("{host}/"))
        });
    host.contains('.') && !host.starts_with('@') && !url.contains(char::is_whitespace) && !front_door
}

/// A network's name as it writes itself.
fn own_name(name: &str) -> String {
    let same = |one: &str| one.replace(' ', "").eq_ignore_ascii_case(&name.replace(' ', ""));
    NETWORKS.iter().find(|(own, _)| same(own)).map_or(name, |(own, _)| own).to_owned()
}

/// The address that a name has on a network that forms it plainly.
fn address(network: &str, username: &str) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    let (_, site) = NETWORKS.iter().find(|(name, site)| *name == network && !site.is_empty())?;
    (!username.is_empty() && username.chars().all(plain)).then(|| format!("https://{site}{username}"))
}
