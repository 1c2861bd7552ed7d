use startline_tests::window::{Computer, Startline, until};

/// A posting of which 12 weeks from May 19 fit a summer from the 17th to August 24.
const TWELVE_WEEKS: &str = "Robotics Intern\n\nThis is a 12-week internship. It starts on May 19, 2031.";
/// One that says neither when nor for how long.
const NO_LENGTH: &str = "Robotics Intern\n\nYou will build controllers for our robots.";
const FITS: &str = "Monday, May 19. Fits.";
const SAVE: &str = "Save the header PDF";
const BROKE: &str = "This part of the window failed";

fn computer(posting: &str) -> Computer {
    let mut computer = Computer::new();
    computer.copy(posting);
    computer
}

/// A draft of the copied posting, and the summer of 2031 free.
async fn draft(computer: &Computer) -> Startline<'_> {
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.give_day("Free from", "2031-05-17").await;
    startline.give_day("Free to", "2031-08-24").await;
    startline
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn the_proof_of_a_header_with_one_link_twice_is_shown_again_and_again() {
    let computer = computer(TWELVE_WEEKS);
    let startline = draft(&computer).await;
    startline.find("radio", FITS).await;
    startline.fill("Name", "Zoe Nguyen").await;
    startline.fill("Link", "github.com/zoe").await;
    startline.click("button", "Add link").await;
    startline.fill("Link 2", "github.com/zoe").await;
    startline.find("image", "The header page: Zoe Nguyen. Start date: May 19, 2031").await;
    startline.click("button", "Save header PDF").await;
    computer.keyboard().save_as(SAVE, &computer.home().join("Documents/header.pdf")).await;
    startline.reads("status", "header.pdf").await;
    for _ in 0..2 {
        startline.click("button", "Show proof").await;
        startline.find("dialog", "Proof").await;
        startline.reads("listitem", "Link read: https://github.com/zoe").await;
        assert!(!startline.has("heading", BROKE).await);
        startline.click("button", "Done").await;
        startline.gone("dialog", "Proof").await;
    }
    startline.find("radio", FITS).await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn what_a_dialog_brought_about_is_said_in_it() {
    let computer = computer(TWELVE_WEEKS);
    let documents = computer.home().join("Documents");
    std::fs::write(documents.join("letter.json"), "Dear Zoe").unwrap();
    let startline = draft(&computer).await;
    startline.click("button", "Settings").await;
    startline.click("button", "Export everything").await;
    computer.keyboard().save_as("Export everything", &documents.join("all.zip")).await;
    startline.reads("dialog", "Everything is in all.zip.").await;
    assert!(documents.join("all.zip").is_file());
    startline.click("button", "Import a draft").await;
    computer.keyboard().open_file("Import a draft or an archive", &documents.join("letter.json")).await;
    startline.reads("alert", "draft").await;
    startline.gone("status", "Everything is in").await;
    startline.click("button", "Done").await;
    startline.gone("dialog", "Settings").await;
    startline.reads("alert", "draft").await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn keys_pressed_three_times_open_one_dialog() {
    let computer = computer(TWELVE_WEEKS);
    let startline = draft(&computer).await;
    startline.find("radio", FITS).await;
    startline.fill("Name", "Zoe Nguyen").await;
    startline.saved().await;
    let keyboard = computer.keyboard();
    keyboard.press(&["ctrl+s", "ctrl+s", "ctrl+s"]).await;
    keyboard.focus_window(SAVE).await;
    // A page that has answered this since has answered the keys, too.
    startline.find("radio", FITS).await;
    assert_eq!(keyboard.windows(SAVE).await, 1);
    keyboard.save_as(SAVE, &computer.home().join("Documents/header.pdf")).await;
    startline.reads("status", "header.pdf").await;
    assert_eq!(keyboard.windows(SAVE).await, 0);
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_start_without_a_length_is_stated_by_keyboard_alone() {
    let computer = computer(NO_LENGTH);
    let startline = draft(&computer).await;
    let keyboard = computer.keyboard();
    startline.tab_to("button", "Add a start date").await;
    keyboard.press(&["Return"]).await;
    startline.type_day("Start date of your own", "2031-05-20").await;
    keyboard.press(&["Return"]).await;
    until("the keyboard on the added start", async || {
        startline.focused().await.1.starts_with("Tuesday, May 20. Depends.").then_some(())
    })
    .await;
    keyboard.press(&["space"]).await;
    startline.find("heading", "State May 20 to August 24").await;
    startline.tab_to("spinbutton", "End date to state, month").await;
    startline.type_day("End date to state", "2031-08-15").await;
    startline.find("heading", "State May 20 to August 15").await;
    startline.tab_to("button", "Copy line").await;
    keyboard.press(&["Return"]).await;
    startline.reads("status", "Start date: May 20, 2031 · End date: August 15, 2031").await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_calendar_dropped_on_a_draft_gives_its_events() {
    let computer = computer(TWELVE_WEEKS);
    let startline = draft(&computer).await;
    startline.find("radio", FITS).await;
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "X-WR-CALNAME:École",
        "BEGIN:VEVENT",
        "UID:1",
        "DTSTART;VALUE=DATE:20310602",
        "DTEND;VALUE=DATE:20310607",
        "SUMMARY:Finals",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    startline.drop_file("school.ics", &lines.join("\r\n")).await;
    startline.find("dialog", "Events in École").await;
    startline.click("checkbox", "Finals").await;
    startline.click("button", "Add 1 commitment").await;
    startline.find("radio", "Monday, May 19. Misses. Finals, 5 days.").await;
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn closed_twice_right_after_the_last_key_it_keeps_what_was_typed() {
    let computer = computer(TWELVE_WEEKS);
    let startline = draft(&computer).await;
    startline.fill("City", "").await;
    startline.saved().await;
    startline.click("textbox", "City").await;
    startline.keyboard().type_at_once("San Jose").await;
    // WebKit hands keys on one by one: the window is closed once the last is there, and not yet saved.
    holds_the_city(&startline).await;
    startline.keyboard().press(&["alt+F4", "alt+F4"]).await;
    startline.ended().await;

    let startline = computer.open_startline().await;
    holds_the_city(&startline).await;
}

async fn holds_the_city(startline: &Startline<'_>) {
    until("the city to be there", async || {
        (startline.find("textbox", "City").await.value().await.ok()?? == "San Jose").then_some(())
    })
    .await;
}
