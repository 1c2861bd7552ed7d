//! Postings that list no days, or more than they list. Their year lies far ahead, with the weekdays of 2027.

use startline_tests::window::{Computer, Startline};

use crate::whole_job::text_of;

const MONTH: &str =
    "Robotics Intern\n\nAt Halden Robotics we offer a 12-week internship starting in June 2038.\n";
const BARE: &str =
    "Robotics Intern\n\nYou will build controllers for our robots during your internship at Halden.\n";
const BESIDE: &str = "Robotics Intern\n\nA 12-week internship. Start date: May 24, 2038. You can also start \
                      any day between June 7, 2038 and June 25, 2038.\n";

/// A computer on which the posting was just copied.
fn computer(posting: &str) -> Computer {
    let mut computer = Computer::new();
    computer.copy(posting);
    computer
}

/// A draft of it, for a student who is free until September 5.
async fn judged<'a>(computer: &'a Computer, free_from: &str) -> Startline<'a> {
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.give_day("Free from", free_from).await;
    startline.give_day("Free to", "2038-09-05").await;
    startline
}

/// Waits until the start of the range stands on a day, with its verdict.
async fn start_is(startline: &Startline<'_>, day: &str) {
    startline.stands_on("Stated start date", day).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_month_and_a_length_the_start_is_moved_by_keyboard_saved_and_there_again() {
    let computer = computer(MONTH);
    let pdf = computer.home().join("Documents").join("header.pdf");
    let startline = judged(&computer, "2038-06-10").await;
    startline.find("heading", "Start on any day from June 10 to June 14: every way of counting").await;
    startline.find("radio", "June 2038. Fits Jun 10–14, depends Jun 15–18. Thursday, June 10. Fits.").await;
    startline
        .find("image", "The header page: no name yet. Start date: June 10, 2038 · End date: September 5")
        .await;
    startline.find("button", "Halden Robotics, Robotics Intern, Jun 10 – Sep 5, suggested").await;
    startline.fill("Name", "Zoe Nguyen").await;

    let keyboard = startline.keyboard();
    startline.tab_to("slider", "Stated start date").await;
    start_is(&startline, "Thursday, June 10, 2038, fits").await;
    keyboard.press(&["Right"]).await;
    start_is(&startline, "Friday, June 11, 2038, fits").await;
    keyboard.press(&["End"]).await;
    start_is(&startline, "Monday, June 14, 2038, fits").await;
    keyboard.press(&["Right"]).await;
    start_is(&startline, "Tuesday, June 15, 2038, depends").await;
    startline
        .find("heading", "State June 15 to September 5: it fits 12 working weeks, but not 12 full")
        .await;
    keyboard.press(&["Left"]).await;
    startline.find("heading", "State June 14 to September 5: it fits every way of counting.").await;
    keyboard.press(&["ctrl+s"]).await;
    keyboard.save_as("Save the header PDF", &pdf).await;
    startline.reads("status", "header.pdf").await;
    let text = text_of(&pdf);
    for expected in ["Start date: June 14, 2038", "End date: September 5, 2038"] {
        assert!(text.contains(expected), "{expected:?} is not in {text:?}");
    }
    startline.saved().await;
    startline.close().await;

    let startline = computer.open_startline().await;
    startline.find("heading", "State June 14 to September 5: it fits every way of counting.").await;
    start_is(&startline, "Monday, June 14, 2038, fits").await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn nothing_but_an_internship_gives_the_students_own_time_and_a_question() {
    let computer = computer(BARE);
    let startline = judged(&computer, "2038-06-10").await;
    startline.find("heading", "You are free from June 10").await;
    startline.find("radio", "Any day. Free Jun 10 – Sep 5. Thursday, June 10.").await;
    startline.click("button", "Copy question").await;
    startline.reads("status", "Copied the question.").await;
    assert!(
        computer.copied().starts_with("Could you tell me how long the internship “Robotics Intern” lasts")
    );
    startline.give_day("Start date to state", "2038-06-21").await;
    startline.find("heading", "State June 21 to September 5").await;
    startline.click("radio", "Table").await;
    startline.find("radio", "Jun 10 – Sep 5. Depends. Monday, June 21.").await;
    startline.saved().await;
    startline.close().await;

    let startline = computer.open_startline().await;
    startline.find("heading", "State June 21 to September 5").await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_listed_day_and_a_window_beside_it_stand_in_one_picture() {
    let computer = computer(BESIDE);
    let startline = judged(&computer, "2038-05-20").await;
    startline.find("heading", "State May 24 to August 15: it fits every way of counting.").await;
    startline.find("radio", "Monday, May 24. Fits.").await;
    startline.tab_to("radio", "Monday, May 24. Fits.").await;
    startline.keyboard().press(&["Down"]).await;
    startline.find("heading", "State June 7 to September 5: it fits every way of counting.").await;
    start_is(&startline, "Monday, June 7, 2038, fits").await;
    startline.tab_to("slider", "Stated start date").await;
    startline.keyboard().press(&["shift+Right", "shift+Right"]).await;
    start_is(&startline, "Monday, June 21, 2038, misses").await;
    startline.find("heading", "June 21 misses").await;
    startline.click("radio", "Monday, May 24. Fits.").await;
    startline.find("heading", "State May 24 to August 15: it fits every way of counting.").await;
    startline.gone("slider", "Stated start date").await;
}
