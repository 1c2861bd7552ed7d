//! What is kept: history, bin, what was sent, applications, damage, everything that can go wrong with a disk.

use std::path::{Path, PathBuf};

use startline_tests::window::{Computer, Startline};

use crate::states::{Camera, day, posting_of};

pub(crate) async fn what_is_kept(camera: &mut Camera<'_>) {
    let mut computer = Computer::with(camera.theme);
    computer.copy(&posting_of(crate::states::NEXT_SUMMER));
    let startline = computer.open_startline().await;
    begin(&startline, "Zoë Nguyễn").await;
    startline.click("button", "Save header PDF").await;
    computer.keyboard().save_as("Save the header PDF", &computer.home().join("Documents/header.pdf")).await;
    startline.reads("status", "header.pdf").await;
    startline.give_day("Free to", &day("08-05")).await;
    startline.click("button", "Sent copies, 1 no longer").await;
    startline.reads("dialog", "No longer holds").await;
    camera.take(&startline, "sent-copies").await;
    startline.keyboard().press(&["Escape"]).await;

    startline.close().await;
    let startline = computer.open_startline().await;
    startline.click("button", "History").await;
    startline.find("button", "Restore the draft of").await;
    camera.take(&startline, "history").await;
    startline.keyboard().press(&["Escape"]).await;

    for title in ["Backend Intern, Live", "Data Intern, Search"] {
        startline.click("button", "New application").await;
        startline.paste_posting().await;
        startline.fill("Title of this application", title).await;
        startline.saved().await;
    }
    startline.find("textbox", "Employer that this counts for").await;
    startline.click("heading", "Posting").await;
    camera.take(&startline, "applications").await;
    startline.fill("Employer that this counts for", "ByteDance").await;
    startline.find("button", "Count as one").await;
    camera.take(&startline, "one-family").await;
    startline.fill("Employer that this counts for", "TikTok").await;
    startline.give_day("Free from", &day("05-09")).await;
    startline.give_day("Free to", &day("08-23")).await;
    startline.fill("Name", "Zoë Nguyễn").await;
    startline.find("radio", "Monday, May 17. Fits.").await;
    startline.saved().await;

    startline.keyboard().press(&["ctrl+f"]).await;
    startline.type_here("backend").await;
    startline.gone("button", "TikTok, Data Intern").await;
    camera.take(&startline, "search").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.tab_to("button", "More for").await;
    startline.keyboard().press(&["Return"]).await;
    startline.find("menuitem", "Delete").await;
    camera.take(&startline, "draft-menu").await;
    startline.click("menuitem", "Delete").await;
    startline.reads("status", "is in the bin").await;
    camera.take(&startline, "deleted").await;
    startline.click("button", "Bin").await;
    startline.find("button", "Restore").await;
    camera.take(&startline, "bin").await;
    startline.keyboard().press(&["Escape"]).await;

    startline.click("button", "Settings").await;
    startline.tab_to("button", "Delete everything…").await;
    camera.take(&startline, "settings-your-data").await;
    startline.keyboard().press(&["Return"]).await;
    startline.find("dialog", "Delete everything").await;
    camera.take(&startline, "delete-everything").await;
    startline.keyboard().press(&["Escape"]).await;

    let second = computer.open_startline().await;
    second.reads("status", "Read-only").await;
    camera.take(&second, "open-elsewhere").await;
    second.click("button", "Edit it here").await;
    second.saved().await;
    startline.fill("City", "San José").await;
    startline.find("button", "Take it back").await;
    camera.take(&startline, "taken-over").await;
    // Keys go to the window in front, which is the first: the second ends without them.
    second.kill().await;
    drop(second);
    startline.click("button", "Take it back").await;
    startline.saved().await;

    disk(camera, &computer, &startline).await;
}

/// A draft with a name and a summer that fits.
async fn begin(startline: &Startline<'_>, name: &str) {
    startline.paste_posting().await;
    startline.fill("Name", name).await;
    startline.give_day("Free from", &day("05-09")).await;
    startline.give_day("Free to", &day("08-23")).await;
    startline.find("radio", "Monday, May 17. Fits.").await;
}

/// A folder that takes no writing, and a draft whose file is cut off.
async fn disk(camera: &mut Camera<'_>, computer: &Computer, startline: &Startline<'_>) {
    let data = computer.data().join("startline");
    let (drafts, away) = (data.join("drafts"), data.join("away"));
    std::fs::rename(&drafts, &away).unwrap();
    std::fs::write(&drafts, "in the way").unwrap();
    startline.fill("City", "San José, CA").await;
    startline.find("button", "Retry").await;
    camera.take(startline, "not-saved").await;
    std::fs::remove_file(&drafts).unwrap();
    std::fs::rename(&away, &drafts).unwrap();
    startline.click("button", "Retry").await;
    startline.saved().await;

    let file = newest(&drafts);
    startline.click("button", "New application").await;
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let conflict = file.with_extension("").display().to_string() + " (conflicted copy).json";
    std::fs::write(conflict, &whole).unwrap();
    let second = computer.open_startline().await;
    second.find("button", "Restore the good copy").await;
    camera.take(&second, "damaged").await;
}

/// The draft that was saved last.
fn newest(drafts: &Path) -> PathBuf {
    let files = std::fs::read_dir(drafts).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.max_by_key(|path| path.metadata().unwrap().modified().unwrap()).unwrap()
}
