//! Who the student is, as the header prints it.

use serde::{Deserialize, Serialize};

/// What the student says of themselves. Everything is as typed; nothing is required until export.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Candidate {
    /// The name as it stands on the résumé.
    pub name: String,
    /// A line under the name, such as “Software engineering student”.
    pub headline: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The phone number, best written `+1 408-555-0142`.
    pub phone: Option<String>,
    /// A plain “City, ST”.
    pub location: Option<String>,
    /// Web addresses, in the order they are printed.
    pub links: Vec<Link>,
    /// Schools, the newest first.
    pub education: Vec<Education>,
}

/// A web address with the word that stands for it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Link {
    /// What it is, such as “GitHub”.
    pub label: String,
    /// The address, `https://…`; a bare `github.com/zoe` is taken as https.
    pub url: String,
}

/// One school.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(export))]
pub struct Education {
    /// The school's name.
    pub school: String,
    /// The degree and its subject.
    pub degree: Option<String>,
    /// The graduation as printed: `2027-05` is written out as “May 2027”, other text stands as typed.
    pub graduation: Option<String>,
}
