//! The availability on the student's own résumé, which is Maren Okafor's.

use startline_tests::root;
use startline_tests::window::{Computer, Startline};

use crate::states::{Camera, NEXT_SUMMER, day, posting_of};

/// What the names of these states begin with.
pub(crate) const PUT_ON: &str = "put-on";

const DIALOG: &str = "Put on my résumé";

pub(crate) async fn put_on_my_resume(camera: &mut Camera<'_>) {
    let mut computer = Computer::with(camera.theme);
    computer.copy(&posting_of(NEXT_SUMMER));
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.fill("Name", "Zoë Nguyễn").await;
    startline.fill("Email", "zoe.nguyen@example.edu").await;
    startline.give_day("Free from", &day("05-16")).await;
    startline.give_day("Free to", &day("08-23")).await;

    put_on(&computer, &startline, "latex-centred.pdf").await;
    startline.find("radio", "Under the contact line").await;
    camera.take(&startline, "put-on-another-s-resume").await;
    leave(&startline).await;

    startline.fill("Name", "Maren Okafor").await;
    startline.fill("Email", "maren.okafor@example.edu").await;
    put_on(&computer, &startline, "reportlab-left.pdf").await;
    startline.find("radio", "Under the contact line").await;
    camera.take(&startline, PUT_ON).await;
    for width in [640, 900] {
        startline.resize(width, 860).await;
        camera.take(&startline, &format!("put-on-width-{width}")).await;
    }
    startline.resize(1280, 860).await;
    startline.click("radio", "On a cover page").await;
    startline.reads("listitem", "Your pages are as they were.").await;
    camera.take(&startline, "put-on-cover").await;
    startline.click("radio", "The whole header").await;
    startline.reads("group", "Place the header").await;
    camera.take(&startline, "put-on-header").await;
    leave(&startline).await;

    for (name, state, words) in [
        ("encrypted-user-aes-256.pdf", "put-on-locked", "This PDF needs its password."),
        ("broken-cut-at-tenth.pdf", "put-on-refused", "This PDF is damaged"),
    ] {
        put_on(&computer, &startline, name).await;
        startline.reads("dialog", words).await;
        camera.take(&startline, state).await;
        leave(&startline).await;
    }
}

/// Opens a résumé of the corpus.
async fn put_on(computer: &Computer, startline: &Startline<'_>, name: &str) {
    let path = computer.home().join("Documents").join("Maren_Okafor_Resume.pdf");
    std::fs::copy(root().join("tests/corpus/files").join(name), &path).unwrap();
    startline.click("button", DIALOG).await;
    startline.keyboard().open_file("Open your résumé", &path).await;
    startline.find("dialog", DIALOG).await;
}

async fn leave(startline: &Startline<'_>) {
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("dialog", DIALOG).await;
}
