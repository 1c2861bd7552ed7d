//! Postings that list no days, or more than they list.

use startline_tests::window::{Computer, Startline};

use crate::states::{Camera, NEXT_SUMMER, day};

/// The word for these pictures.
pub(crate) const RANGES: &str = "ranges";

pub(crate) async fn ranges(camera: &mut Camera<'_>) {
    let month = format!(
        "Robotics Intern\n\nAt Halden Robotics we offer a 12-week internship starting in June {NEXT_SUMMER}."
    );
    let mut computer = Computer::with(camera.theme);
    computer.copy(&month);
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    camera.take(&startline, "ranges-no-free-time-yet").await;
    free(&startline, "06-10").await;
    startline.find("heading", "Start on any day from June 10").await;
    camera.take(&startline, "ranges-month").await;
    startline.click("radio", "Table").await;
    camera.take(&startline, "ranges-month-table").await;
    startline.click("radio", "Picture").await;
    startline.give_day("Start date to state", &day("06-16")).await;
    startline.find("heading", "State June 16").await;
    camera.take(&startline, "ranges-depends-chosen").await;
    startline.tab_to("slider", "Stated start date").await;
    startline.keyboard().press(&["shift+Right"]).await;
    startline.find("heading", "June 23 misses").await;
    camera.take(&startline, "ranges-misses-chosen").await;
    startline.keyboard().press(&["shift+Left"]).await;
    for width in [640, 760, 900, 1160, 1600] {
        startline.resize(width, 860).await;
        if width == 640 {
            startline.click("button", "Go to answer").await;
        }
        camera.take(&startline, &format!("ranges-width-{width}")).await;
    }
    startline.resize(1280, 860).await;
    startline.give_day("Free from", &day("07-01")).await;
    startline.find("heading", "June 16 misses").await;
    camera.take(&startline, "ranges-stale").await;

    for (name, text, says) in [
        (
            "bare",
            "Robotics Intern\n\nYou will build controllers for our robots during your internship.".to_owned(),
            "You are free",
        ),
        (
            "beside",
            format!(
                "Robotics Intern\n\nA 12-week internship. Start date: May 24, {NEXT_SUMMER}. You can also start any day between \
                 June 7, {NEXT_SUMMER} and June 25, {NEXT_SUMMER}."
            ),
            "State May 24",
        ),
        (
            "depends",
            format!(
                "Robotics Intern\n\nA 14-week internship that takes at least 3 months, starting in early June {NEXT_SUMMER} or in August {NEXT_SUMMER}."
            ),
            "",
        ),
        (
            "nothing",
            format!("Robotics Intern\n\nA 20-week internship starting in June {NEXT_SUMMER}."),
            "No day in June",
        ),
        ("no-internship", "A recipe for bread.".to_owned(), "No internship was found"),
    ] {
        let mut computer = Computer::with(camera.theme);
        computer.copy(&text);
        let startline = computer.open_startline().await;
        startline.paste_posting().await;
        free(&startline, "05-20").await;
        startline.find("heading", says).await;
        camera.take(&startline, &format!("ranges-{name}")).await;
    }
}

async fn free(startline: &Startline<'_>, first: &str) {
    startline.give_day("Free from", &day(first)).await;
    startline.give_day("Free to", &day("09-05")).await;
}
