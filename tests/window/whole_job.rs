use std::path::Path;
use std::process::Command;

use startline_tests::sample_posting;
use startline_tests::window::{Computer, Startline, until};

const SAVE: &str = "Save the header PDF";
const ANSWER: &str = "Every listed start date has passed. May 18 would have fit.";
/// Once a start date was chosen, and not only recommended.
const CHOSEN: &str = "State May 18 to August 17: it fits every way of counting.";

/// A computer on which the sample posting was just copied.
pub(crate) fn computer() -> Computer {
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    computer
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn the_whole_job_and_everything_is_there_again() {
    let computer = computer();
    let pdf = computer.home().join("Documents").join("header.pdf");

    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.give_day("Free from", "2026-05-16").await;
    startline.give_day("Free to", "2026-08-23").await;
    startline.find("heading", ANSWER).await;
    startline.find("radio", "Monday, May 18. Passed. Fits.").await;
    startline.find("radio", "Tuesday, May 26. Passed. Depends.").await;
    startline.find("radio", "Monday, June 8. Passed. Misses.").await;
    startline.fill("Name", "Zoë Nguyễn").await;
    startline.fill("Email", "zoe@example.edu").await;
    startline.fill("School", "San José State University").await;
    startline.click("button", "Save header PDF").await;
    startline.keyboard().save_as(SAVE, &pdf).await;
    startline.reads("status", "header.pdf").await;
    let text = text_of(&pdf);
    for expected in ["Zoë Nguyễn", "zoe@example.edu", "Start date: May 18, 2026", "End date: August 17, 2026"]
    {
        assert!(text.contains(expected), "{expected:?} is not in {text:?}");
    }
    startline.saved().await;
    startline.close().await;

    let startline = computer.open_startline().await;
    assert_is_there_again(&startline, "Zoë Nguyễn", ANSWER).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn the_whole_job_by_keyboard_alone() {
    let computer = computer();
    let keyboard = computer.keyboard();
    let pdf = computer.home().join("Documents").join("header.pdf");

    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.tab_to("spinbutton", "Free from, month").await;
    startline.type_day("Free from", "2026-05-16").await;
    startline.tab_to("spinbutton", "Free to, month").await;
    startline.type_day("Free to", "2026-08-23").await;
    startline.tab_to("textbox", "Name").await;
    startline.type_here("Zoe Nguyen").await;
    startline.tab_to("radio", "Monday, May 18. Passed. Fits.").await;
    keyboard.press(&["Down"]).await;
    startline.find("heading", "State May 26 to August 17: it fits").await;
    keyboard.press(&["Up"]).await;
    startline.find("heading", CHOSEN).await;
    keyboard.press(&["ctrl+s"]).await;
    keyboard.save_as(SAVE, &pdf).await;
    startline.reads("status", "header.pdf").await;
    assert!(text_of(&pdf).contains("Start date: May 18, 2026"), "{:?}", text_of(&pdf));
    startline.saved().await;
    startline.close().await;

    let startline = computer.open_startline().await;
    assert_is_there_again(&startline, "Zoe Nguyen", CHOSEN).await;
}

/// The draft stands in the list, and opens with all that was given and the same answer.
async fn assert_is_there_again(startline: &Startline<'_>, name: &str, answer: &str) {
    startline.click("button", "TikTok, ").await;
    startline.find("heading", answer).await;
    startline.find("radio", "Monday, May 18. Passed. Fits.").await;
    until("the name to stand in its field", async || {
        let value = startline.find("textbox", "Name").await.value().await.ok()??;
        (value == name).then_some(())
    })
    .await;
}

/// A PDF's text, as a parser reads it.
pub(crate) fn text_of(pdf: &Path) -> String {
    let pdftotext = Command::new("pdftotext").args([pdf, Path::new("-")]).output().unwrap();
    assert!(pdftotext.status.success(), "{}", String::from_utf8_lossy(&pdftotext.stderr));
    String::from_utf8(pdftotext.stdout).unwrap()
}
