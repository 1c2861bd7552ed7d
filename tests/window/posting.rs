use startline_tests::window::{Computer, Startline, until};

/// A posting with numbers that can be read in two ways, and a length that the student knows better.
const POSTING: &str = "Robotics Intern\n\nOur internship is a 10-week program. It starts on 05/06/2027.\n";

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn a_doubt_is_answered_a_fact_corrected_and_both_are_there_again() {
    let mut computer = Computer::new();
    computer.copy(POSTING);

    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.click("button", "5 June 2027").await;
    startline.gone("button", "5 June 2027").await;
    startline.find("radio", "Saturday, June 5").await;

    startline.click("button", "Length 10 weeks").await;
    the_line_leads_to_the_words(&startline).await;
    startline.fill("Length", "12").await;
    startline.click("button", "Close Length").await;
    startline.find("button", "Length 12 weeks").await;
    startline.saved().await;
    startline.close().await;

    let startline = computer.open_startline().await;
    startline.click("button", "Robotics Intern").await;
    startline.find("radio", "Saturday, June 5").await;
    startline.click("button", "Length 12 weeks").await;
    startline.click("button", "Restore").await;
    startline.click("button", "Close Length").await;
    startline.find("button", "Length 10 weeks").await;
}

/// From the open fact into the text, where the words have the keyboard, and back.
async fn the_line_leads_to_the_words(startline: &Startline<'_>) {
    startline.click("button", "Line 3, show in the text").await;
    startline.reads("dialog", "Our internship is a 10-week program.").await;
    until("the keyboard on the words", async || (startline.focused().await.0 == "mark").then_some(())).await;
    startline.keyboard().press(&["Escape"]).await;
    startline.gone("dialog", "The posting").await;
}
