//! What the page may ask for: one file for each feature. Each command forwards to a use case of
//! `startline-app`, away from the main thread, so that the window never waits.

#![allow(clippy::needless_pass_by_value)] // The toolkit hands every argument over.

pub(crate) mod answer;
pub(crate) mod data;
pub(crate) mod drafts;
pub(crate) mod header;
pub(crate) mod lost;
pub(crate) mod place;
pub(crate) mod posting;
pub(crate) mod sent;

use startline_app::Failure;

type Answer<T> = Result<T, Failure>;

/// Works out what is asked again at every key, on a thread of its own: the few that answer the page stay free
/// for saving.
async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(Failure::other)
}
