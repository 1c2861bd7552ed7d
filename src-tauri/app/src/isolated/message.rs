//! What goes to and from a child: something as JSON, then a file's bytes.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Failure;

/// The bytes that say how long the first part is.
const LENGTH: usize = 8;

/// The two parts as one run of bytes.
///
/// # Errors
/// A sentence where the first part can't be written as JSON.
pub(crate) fn joined(about: &impl Serialize, file: &[u8]) -> Result<Vec<u8>, Failure> {
    let about = serde_json::to_vec(about).map_err(Failure::other)?;
    let length = (about.len() as u64).to_le_bytes();
    Ok([&length[..], &about, file].concat())
}

/// The two parts of what was joined; nothing where it was cut short.
pub(crate) fn parted<T: DeserializeOwned>(bytes: &[u8]) -> Option<(T, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<LENGTH>()?;
    let (about, file) = rest.split_at_checked(u64::from_le_bytes(*length).try_into().ok()?)?;
    Some((serde_json::from_slice(about).ok()?, file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_parts_go_together_and_come_apart() {
        let bytes = joined(&"Zoë", b"%PDF-1.7").unwrap();
        assert_eq!(parted::<String>(&bytes), Some(("Zoë".to_owned(), &b"%PDF-1.7"[..])));
        for cut in 0..bytes.len() - b"%PDF-1.7".len() {
            assert_eq!(parted::<String>(bytes.get(..cut).unwrap()), None, "cut at {cut}");
        }
        assert_eq!(parted::<String>(&[0xff; 64]), None);
    }
}
