use std::path::PathBuf;

use startline_tests::sample_posting;
use startline_tests::window::{Computer, Startline, until};

const NAME: &str = "Zoe Nguyen";

/// A computer on which the sample posting was just copied.
fn computer() -> Computer {
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    computer
}

/// A draft of the sample posting with a name in it, on disk; the window is closed.
async fn draft_on(computer: &Computer) {
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.fill("Name", NAME).await;
    startline.saved().await;
    startline.close().await;
}

async fn name_is(startline: &Startline<'_>, name: &str) {
    until(&format!("the name to be {name:?}"), async || {
        (startline.find("textbox", "Name").await.value().await.ok()?? == name).then_some(())
    })
    .await;
}

/// The one draft's file.
fn file_of_draft(computer: &Computer) -> PathBuf {
    let folder = computer.data().join("startline").join("drafts");
    let mut files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.find(|path| path.extension().is_some_and(|extension| extension == "json")).unwrap()
}

/// Chooses from the menu of the draft in the list, by keyboard.
async fn choose(startline: &Startline<'_>, item: &str) {
    startline.tab_to("button", "More for").await;
    startline.keyboard().press(&["Return"]).await;
    startline.click("menuitem", item).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn undo_and_redo_go_on_after_a_restart() {
    let computer = computer();
    draft_on(&computer).await;

    let startline = computer.open_startline().await;
    name_is(&startline, NAME).await;
    startline.keyboard().press(&["ctrl+z"]).await;
    name_is(&startline, "").await;
    startline.saved().await;
    startline.close().await;

    let startline = computer.open_startline().await;
    name_is(&startline, "").await;
    startline.keyboard().press(&["ctrl+shift+z"]).await;
    name_is(&startline, NAME).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn an_earlier_state_is_restored_and_that_is_undone() {
    let computer = computer();
    draft_on(&computer).await;

    let startline = computer.open_startline().await;
    name_is(&startline, NAME).await;
    startline.click("button", "History").await;
    startline.find("dialog", "History of this draft").await;
    startline.reads("dialog", NAME).await;
    // The newest state stands first and has no other to go to; the one before it has no name.
    startline.tab_to("button", "Restore the draft of").await;
    startline.keyboard().press(&["Tab", "Return"]).await;
    startline.gone("dialog", "History of this draft").await;
    name_is(&startline, "").await;
    startline.reads("status", "The draft is as it was").await;
    startline.click("button", "Undo").await;
    name_is(&startline, NAME).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn of_two_running_copies_the_second_reads_or_takes_over_and_the_first_is_told() {
    let computer = computer();
    let first = computer.open_startline().await;
    first.paste_posting().await;
    first.fill("Name", NAME).await;
    first.saved().await;

    let second = computer.open_startline().await;
    name_is(&second, NAME).await;
    second.reads("status", "Read-only").await;
    second.click("button", "Edit it here").await;
    second.reads("status", "Saved").await;
    second.fill("Name", "Second").await;
    second.saved().await;

    // One letter: a second could come when the first has already been refused, and the draft can only be read.
    first.add("Name", "s").await;
    first.reads("status", "Read-only").await;
    first.click("button", "Save as a new draft").await;
    first.saved().await;
    name_is(&first, &format!("{NAME}s")).await;
    second.fill("Name", "Second again").await;
    second.saved().await;
    name_is(&second, "Second again").await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_damaged_draft_is_offered_back() {
    let computer = computer();
    draft_on(&computer).await;
    let file = file_of_draft(&computer);
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();

    let startline = computer.open_startline().await;
    startline.click("button", "Restore the good copy").await;
    name_is(&startline, NAME).await;
    assert_eq!(std::fs::read(&file).unwrap(), whole);
    let aside = computer.data().join("startline").join("aside");
    assert_eq!(std::fs::read_dir(aside).unwrap().count(), 1, "the damaged file is kept");
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_deleted_draft_comes_back_by_undo_and_from_the_bin() {
    let computer = computer();
    draft_on(&computer).await;

    let startline = computer.open_startline().await;
    name_is(&startline, NAME).await;
    choose(&startline, "Delete").await;
    startline.reads("status", "is in the bin").await;
    startline.click("button", "Undo").await;
    name_is(&startline, NAME).await;

    choose(&startline, "Delete").await;
    startline.find("textbox", "Posting text").await;
    startline.click("button", "Bin").await;
    startline.click("button", "Restore").await;
    startline.reads("dialog", "The bin is empty.").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.click("button", "TikTok, ").await;
    name_is(&startline, NAME).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn everything_is_deleted_when_the_word_is_typed() {
    let computer = computer();
    draft_on(&computer).await;

    let startline = computer.open_startline().await;
    name_is(&startline, NAME).await;
    startline.click("button", "Settings").await;
    startline.tab_to("button", "Delete everything…").await;
    startline.keyboard().press(&["Return"]).await;
    startline.find("dialog", "Delete everything").await;
    startline.fill("Type delete to confirm", "delete").await;
    startline.tab_to("button", "Delete everything").await;
    startline.keyboard().press(&["Return"]).await;
    startline.find("heading", "Everything was deleted.").await;
    startline.keyboard().press(&["alt+F4"]).await;
    until("the drafts to be gone", async || (!computer.data().join("startline").exists()).then_some(()))
        .await;
}
