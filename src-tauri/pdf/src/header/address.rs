//! Addresses as they are typed, and where they lead.

/// The `mailto:` address, if it is an e-mail address at all.
pub(super) fn email(text: &str) -> Option<String> {
    let (local, domain) = text.split_once('@')?;
    let plain = |part: &str| {
        !part.is_empty()
            && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "@<>\",;:".contains(c))
    };
    (plain(local) && plain(domain) && !domain.starts_with('.') && !domain.ends_with('.'))
        .then(|| encode(&format!("mailto:{text}")))
}

/// The `tel:` address, if the text has enough digits for one.
pub(super) fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    let digits: String =
        text.chars().take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit).collect();
    let plus = if text.starts_with('+') { "+" } else { "" };
    (digits.len() >= 5).then(|| format!("tel:{plus}{digits}"))
}

/// The web address, if it leads to the web or is a `mailto:`. A bare `github.com/zoe` is taken as https.
pub(super) fn web(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    if let Some((scheme, rest)) = text.split_once("://") {
        let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        return (web && is_host(rest)).then(|| encode(&format!("{}://{rest}", scheme.to_ascii_lowercase())));
    }
    match text.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto") => email(rest),
        // A port follows a host, which has a dot; anything else before a colon is a scheme.
        Some((before, _)) if !before.contains('.') => None,
        _ => is_host(text).then(|| encode(&format!("https://{text}"))),
    }
}

/// The address as print shows it: without what goes without saying.
pub(super) fn shown(text: &str) -> &str {
    let text = text.trim();
    let bare = ["https://", "http://", "HTTPS://", "HTTP://", "mailto:"];
    let text = bare.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let text = text.strip_prefix("www.").unwrap_or(text);
    text.strip_suffix('/').unwrap_or(text)
}

fn is_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, _) = host.split_once(':').unwrap_or((host, ""));
    name.contains('.') && !name.starts_with('.') && !name.contains(['@', '"', '<', '>', '\\'])
}

/// Everything that isn't plain ASCII is written as its bytes, as addresses want it.
fn encode(address: &str) -> String {
    let mut encoded = String::new();
    for character in address.chars() {
        if character.is_ascii_graphic() && !"\"<>\\^`{|}".contains(character) {
            encoded.push(character);
        } else {
            let mut buffer = [0; 4];
            for byte in character.encode_utf8(&mut buffer).bytes() {
                encoded.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    encoded
}
