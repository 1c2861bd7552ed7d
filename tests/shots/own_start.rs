//! A start date of the student's own where no length is stated, and messages in dialogs.

use startline_tests::window::Computer;

use crate::states::{Camera, day};

/// The word for these pictures.
pub(crate) const OWN_START: &str = "own-start";

pub(crate) async fn own_start(camera: &mut Camera<'_>) {
    let mut computer = Computer::with(camera.theme);
    computer.copy("Robotics Intern\n\nYou will build controllers for our robots.");
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.fill("Name", "Zoë Nguyễn").await;
    startline.give_day("Free from", &day("05-09")).await;
    for start in ["05-18", "06-01"] {
        startline.click("button", "Add a start date").await;
        startline.type_day("Start date of your own", &day(start)).await;
        startline.keyboard().press(&["Return"]).await;
    }
    startline.click("radio", "Tuesday, May 18.").await;
    startline.find("spinbutton", "End date to state, month").await;
    camera.take(&startline, "own-start-without-an-end").await;
    startline.click("radio", "Table").await;
    camera.take(&startline, "own-start-without-an-end-table").await;
    startline.give_day("End date to state", &day("08-14")).await;
    startline.find("heading", "State May 18 to August 14").await;
    camera.take(&startline, "own-start-stated-table").await;
    startline.click("radio", "Picture").await;
    startline.give_day("Free to", &day("08-23")).await;
    camera.take(&startline, "own-start-stated").await;
    startline.give_day("End date to state", &day("08-30")).await;
    startline.find("heading", "August 30 no longer fits.").await;
    camera.take(&startline, "own-start-denied").await;
    startline.resize(760, 860).await;
    camera.take(&startline, "own-start-width-760").await;
    startline.resize(1280, 860).await;

    let documents = computer.home().join("Documents");
    std::fs::write(documents.join("letter.json"), "Dear Zoë").unwrap();
    startline.click("button", "Settings").await;
    startline.click("button", "Export everything").await;
    computer.keyboard().save_as("Export everything", &documents.join("all.zip")).await;
    startline.reads("dialog", "Everything is in all.zip.").await;
    camera.take(&startline, "own-start-said-in-settings").await;
    startline.click("button", "Import a draft").await;
    computer.keyboard().open_file("Import a draft or an archive", &documents.join("letter.json")).await;
    startline.reads("alert", "draft").await;
    camera.take(&startline, "own-start-refused-in-settings").await;
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("dialog", "Settings").await;
    camera.take(&startline, "own-start-said-behind-it").await;

    // A window that can't save asks before it closes; what comes of its copy is said in the question.
    let drafts = computer.data().join("startline").join("drafts");
    let away = drafts.with_file_name("away");
    std::fs::rename(&drafts, &away).unwrap();
    std::fs::write(&drafts, "in the way").unwrap();
    startline.fill("City", "San José").await;
    startline.find("button", "Retry").await;
    startline.keyboard().press(&["alt+F4"]).await;
    startline.find("dialog", "Not saved").await;
    startline.tab_to("button", "Save a copy elsewhere").await;
    startline.keyboard().press(&["Return"]).await;
    computer.keyboard().save_as("Save a copy of the draft", &documents.join("copy.json")).await;
    startline.reads("dialog", "Saved a copy as copy.json.").await;
    camera.take(&startline, "own-start-copy-said-in-the-question").await;
}
