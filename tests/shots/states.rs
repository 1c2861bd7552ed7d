use std::path::{Path, PathBuf};

use startline_tests::window::{Computer, Startline, Theme};

use crate::own_resume::PUT_ON;
use crate::own_start::OWN_START;
use crate::ranges::RANGES;

/// Where pictures go, and which.
pub(crate) struct Camera<'a> {
    folder: &'a Path,
    wanted: &'a str,
    pub(crate) theme: Theme,
    taken: u32,
}

impl Camera<'_> {
    pub(crate) async fn take(&mut self, startline: &Startline<'_>, state: &str) {
        startline.settled().await;
        if let Some(path) = self.next(state) {
            startline.picture(&path).await;
        }
    }

    /// With what the system draws: the window's frame, its dialogs.
    fn take_display(&mut self, computer: &Computer, state: &str) {
        if let Some(path) = self.next(state) {
            computer.picture(&path);
        }
    }

    fn next(&mut self, state: &str) -> Option<PathBuf> {
        self.taken += 1;
        let theme = if self.theme == Theme::Dark { "dark" } else { "light" };
        let name = format!("{:02}-{state}-{theme}.png", self.taken);
        println!("{name}");
        state.contains(self.wanted).then(|| self.folder.join(name))
    }
}

/// The word for all pictures of what is kept, and of what can happen to it.
const KEPT: &str = "kept";

pub(crate) async fn take_all(folder: &Path, wanted: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        let mut camera = Camera { folder, wanted, theme, taken: 0 };
        // What is looked at by itself has a computer of its own, and is there in a minute.
        if wanted == KEPT {
            camera.wanted = "";
            crate::kept::what_is_kept(&mut camera).await;
            continue;
        }
        if wanted == OWN_START {
            crate::own_start::own_start(&mut camera).await;
            continue;
        }
        if wanted == RANGES {
            crate::ranges::ranges(&mut camera).await;
            continue;
        }
        if !wanted.starts_with(PUT_ON) {
            one_application(&mut camera).await;
            crate::kept::what_is_kept(&mut camera).await;
            crate::own_start::own_start(&mut camera).await;
            crate::ranges::ranges(&mut camera).await;
        }
        crate::own_resume::put_on_my_resume(&mut camera).await;
    }
}

async fn one_application(camera: &mut Camera<'_>) {
    let mut computer = Computer::with(camera.theme);
    computer.copy(&posting_of(NEXT_SUMMER));
    let startline = computer.open_startline().await;
    camera.take(&startline, "first-run").await;

    startline.paste_posting().await;
    camera.take(&startline, "no-free-time-yet").await;

    for (name, text) in [
        ("Name", "Zoë Nguyễn"),
        ("City", "San José, CA"),
        ("Email", "zoe.nguyen@example.edu"),
        ("Phone", "+1 408-555-0142"),
        ("Link", "github.com/zoenguyen"),
        ("School", "San José State University"),
        ("Degree", "B.S. Computer Science"),
    ] {
        startline.fill(name, text).await;
    }
    camera.take(&startline, "you").await;

    startline.give_day("Free from", &day("05-20")).await;
    startline.give_day("Free to", &day("08-10")).await;
    startline.find("radio", "Tuesday, May 25. Misses.").await;
    to_the_top(&startline).await;
    camera.take(&startline, "nothing-fits").await;

    startline.give_day("Free from", &day("05-09")).await;
    startline.give_day("Free to", &day("08-23")).await;
    add_commitment(&startline, "Family trip", ["07-09", "07-12"]).await;
    startline.click("radio", "Flexible").await;
    camera.take(&startline, "commitment-being-added").await;
    startline.click("button", "Done").await;
    add_commitment(&startline, "Finals", ["05-12", "05-15"]).await;
    startline.click("button", "Done").await;
    startline.find("radio", "Monday, May 10. Misses. Finals").await;
    to_the_top(&startline).await;
    camera.take(&startline, "main").await;

    startline.click("button", "Length 12 weeks").await;
    camera.take(&startline, "fact-open").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.click("button", "Show text").await;
    camera.take(&startline, "posting-text").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.click("button", "Free to, calendar").await;
    camera.take(&startline, "calendar").await;
    startline.keyboard().press(&["Escape"]).await;

    startline.click("radio", "Tuesday, May 25. Depends.").await;
    camera.take(&startline, "depends-chosen").await;
    startline.click("radio", "Monday, May 10. ").await;
    camera.take(&startline, "misses-chosen").await;
    startline.click("radio", "Monday, May 17. Fits.").await;
    startline.click("radio", "Table").await;
    camera.take(&startline, "table").await;
    startline.click("radio", "Picture").await;
    startline.click("button", "Style").await;
    startline.click("radio", "Serif").await;
    startline.click("radio", "Teal").await;
    camera.take(&startline, "style").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("radio", "Teal").await;
    startline.click("button", "More ways to copy and save").await;
    startline.find("menuitem", "Save as picture").await;
    camera.take(&startline, "other-forms").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("menuitem", "Save as picture").await;
    startline.give_day("Free to", &day("08-10")).await;
    startline.gone("radio", "Monday, May 17. Fits.").await;
    camera.take(&startline, "stated-date-gone-stale").await;
    startline.give_day("Free to", &day("08-23")).await;
    startline.find("radio", "Monday, May 17. Fits.").await;
    to_the_top(&startline).await;

    for width in [760, 900, 1160, 1600] {
        startline.resize(width, 860).await;
        camera.take(&startline, &format!("width-{width}")).await;
    }
    startline.resize(1280, 860).await;

    startline.fill("Name", "Zoë 玥").await;
    camera.take(&startline, "missing-glyph").await;
    startline.fill("Name", "Zoë Nguyễn").await;

    startline.click("button", "Save header PDF").await;
    computer.keyboard().focus_window("Save the header PDF").await;
    camera.take_display(&computer, "save-dialog");
    computer.keyboard().press(&["Escape"]).await;

    startline.click("button", "Save header PDF").await;
    computer.keyboard().save_as("Save the header PDF", &computer.home().join("Documents/header.pdf")).await;
    startline.reads("status", "header.pdf").await;
    camera.take(&startline, "saved").await;
    startline.click("button", "Show proof").await;
    startline.find("dialog", "Proof").await;
    camera.take(&startline, "proof").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("dialog", "Proof").await;

    startline.click("button", "Settings").await;
    startline.find("dialog", "Settings").await;
    camera.take(&startline, "settings").await;
}

/// Fills in a new commitment, and leaves its editor open.
async fn add_commitment(startline: &Startline<'_>, name: &str, [first, last]: [&str; 2]) {
    startline.click("button", "Add commitment").await;
    // Its editor opens under the draft's own fields of that name.
    startline.find("spinbutton", "First day, month").await;
    startline.type_here(name).await;
    startline.give_day("First day", &day(first)).await;
    startline.give_day("Last day", &day(last)).await;
}

/// Takes the keyboard out of every field, and the inputs back to their top.
async fn to_the_top(startline: &Startline<'_>) {
    startline.click("heading", "Posting").await;
    startline.keyboard().press(&["Home"]).await;
}

/// Pictures are reviewed for years: the dates lie ahead of whoever looks.
pub(crate) const NEXT_SUMMER: i32 = 2027;

/// The sample posting, as it is offered at the beginning of a year.
pub(crate) fn posting_of(year: i32) -> String {
    startline_engine::sample_posting(format!("{year}-01-01").parse().unwrap())
}

pub(crate) fn day(month_day: &str) -> String {
    format!("{NEXT_SUMMER}-{month_day}")
}
