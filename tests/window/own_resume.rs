use std::path::{Path, PathBuf};

use startline_tests::root;
use startline_tests::window::{Computer, Startline};

use crate::whole_job::{computer, text_of};

const OPEN: &str = "Open your résumé";
const SAVE: &str = "Save a copy of your résumé";
const DIALOG: &str = "Put on my résumé";

/// Puts a résumé of the corpus among the student's documents.
fn resume(computer: &Computer, name: &str) -> PathBuf {
    let path = computer.home().join("Documents").join("resume.pdf");
    std::fs::copy(root().join("tests/corpus/files").join(name), &path).unwrap();
    path
}

/// A draft of which May 18 to August 17 is stated.
async fn judged(computer: &Computer) -> Startline<'_> {
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.give_day("Free from", "2026-05-16").await;
    startline.give_day("Free to", "2026-08-23").await;
    startline.find("radio", "Monday, May 18. Passed. Fits.").await;
    startline
}

fn assert_states_the_dates(copy: &Path) {
    let text = text_of(copy);
    assert!(text.starts_with("Maren Okafor"), "{text:?}");
    for expected in ["Start date: May 18, 2026", "End date: August 17, 2026", "maren.okafor@example.edu"] {
        assert!(text.contains(expected), "{expected:?} is not in {text:?}");
    }
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn the_line_goes_onto_the_student_s_own_resume() {
    let computer = computer();
    let own = resume(&computer, "reportlab-left.pdf");
    let original = std::fs::read(&own).unwrap();
    let copy = computer.home().join("Documents").join("with-dates.pdf");

    let startline = judged(&computer).await;
    startline.click("button", "Put on my résumé").await;
    startline.keyboard().open_file(OPEN, &own).await;
    startline.find("dialog", DIALOG).await;
    startline.find("image", "The first page of resume.pdf").await;
    startline.find("image", "The first page of the copy. Start date: May 18, 2026").await;
    startline.reads("row", "2026-08-17").await;
    // The résumé is somebody's who is not named here yet, and its own name is taken.
    startline.click("button", "Save a copy").await;
    startline.keyboard().save_as(SAVE, &copy).await;
    startline.reads("status", "Saved with-dates.pdf.").await;
    startline.gone("dialog", DIALOG).await;
    assert_states_the_dates(&copy);
    assert_eq!(std::fs::read(&own).unwrap(), original, "the résumé itself is as it was");

    // The copy can be placed on again, and the résumé itself can't be saved over, whatever the system is told.
    startline.click("button", "Put on my résumé").await;
    startline.keyboard().open_file(OPEN, &own).await;
    startline.find("radio", "Under the contact line").await;
    startline.click("button", "Save a copy").await;
    startline.keyboard().save_over(SAVE, &own).await;
    startline.reads("alert", "That is your résumé itself").await;
    assert_eq!(std::fs::read(&own).unwrap(), original);
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn onto_the_resume_by_keyboard_alone() {
    let computer = computer();
    let keyboard = computer.keyboard();
    let own = resume(&computer, "encrypted-user-aes-256.pdf");
    let copy = computer.home().join("Documents").join("with-dates.pdf");

    let startline = judged(&computer).await;
    keyboard.press(&["ctrl+e"]).await;
    keyboard.open_file(OPEN, &own).await;
    startline.tab_to("textbox", "Password").await;
    startline.type_here("open").await;
    keyboard.press(&["Return"]).await;
    startline.find("radio", "Under the contact line").await;
    startline.tab_to("radio", "Under the contact line").await;
    keyboard.press(&["Down"]).await;
    startline.reads("listitem", "The name is not at the top of the page.").await;
    keyboard.press(&["Down"]).await;
    startline.reads("listitem", "Your pages are as they were.").await;
    startline.tab_to("button", "Save a copy").await;
    keyboard.press(&["Return"]).await;
    keyboard.save_as(SAVE, &copy).await;
    startline.reads("status", "Saved with-dates.pdf.").await;
    startline.gone("dialog", DIALOG).await;
    assert_states_the_dates(&copy);
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_damaged_resume_is_refused_and_nothing_is_lost() {
    let computer = computer();
    let own = resume(&computer, "broken-cut-at-tenth.pdf");
    let original = std::fs::read(&own).unwrap();

    let startline = judged(&computer).await;
    startline.tab_to("button", "Put on my résumé").await;
    startline.keyboard().press(&["Return"]).await;
    startline.keyboard().open_file(OPEN, &own).await;
    startline.reads("alert", "This PDF is damaged").await;
    startline.find("button", "Choose another file").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("dialog", DIALOG).await;
    // The keyboard is back where it came from, and the draft is as it was.
    startline.tab_to("button", "Put on my résumé").await;
    startline.find("radio", "Monday, May 18. Passed. Fits.").await;
    startline.saved().await;
    assert_eq!(std::fs::read(&own).unwrap(), original);
}
