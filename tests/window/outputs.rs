use startline_tests::sample_posting;
use startline_tests::window::{Computer, Startline, until};

/// A computer on which the sample posting was just copied.
fn computer() -> Computer {
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    computer
}

/// A draft of it that states May 18 to August 17.
async fn stating(computer: &Computer) -> Startline<'_> {
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.give_day("Free from", "2026-05-16").await;
    startline.give_day("Free to", "2026-08-23").await;
    startline.find("radio", "Monday, May 18. Passed. Fits.").await;
    startline.fill("Name", "Zoe Nguyen").await;
    startline.find("image", "The header page: Zoe Nguyen. Start date: May 18, 2026").await;
    startline
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn the_line_in_other_words_and_the_picture_by_keyboard_alone() {
    let computer = computer();
    let startline = stating(&computer).await;
    let keyboard = computer.keyboard();
    let covers = "the 12-week program and the 3-month minimum";
    let forms = [
        format!(
            "My start date is May 18, 2026 and my end date is August 17, 2026. These dates cover {covers}."
        ),
        "Start date: May 18, 2026; End date: August 17, 2026".to_owned(),
        format!(
            "\\textbf{{Start date:}} May~18,~2026 \\textperiodcentered{{}} \\textbf{{End date:}} August~17,~2026 \
             (covers {covers})"
        ),
        format!("*Start date:* #box[May 18, 2026] · *End date:* #box[August 17, 2026] (covers {covers})"),
        format!("**Start date:** May 18, 2026 · **End date:** August 17, 2026 (covers {covers})"),
    ];
    let names = ["as sentences", "in plain letters", "for LaTeX", "for Typst", "for Markdown"];
    startline.tab_to("button", "More ways to copy and save").await;
    for (name, text) in names.into_iter().zip(&forms) {
        keyboard.press(&["Return"]).await;
        choose(&startline, &format!("Copy {name}")).await;
        startline.reads("status", text).await;
        assert_eq!(computer.copied(), *text);
        startline.gone("menuitem", "Copy").await;
    }

    let picture = computer.home().join("Documents").join("header.png");
    keyboard.press(&["Return"]).await;
    choose(&startline, "Save as picture").await;
    keyboard.save_as("Save the header as a picture", &picture).await;
    startline.reads("status", "header.png").await;
    assert!(std::fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
}

/// Goes down an open menu to an item, and presses it.
async fn choose(startline: &Startline<'_>, item: &str) {
    startline.find("menuitem", item).await;
    let keyboard = startline.keyboard();
    for _ in 0..8 {
        let at = startline.focused().await.1;
        if at.starts_with(item) {
            return keyboard.press(&["Return"]).await;
        }
        keyboard.press(&["Down"]).await;
        until("the arrow to move the keyboard", async || (startline.focused().await.1 != at).then_some(()))
            .await;
    }
    panic!("the arrows never came to {item:?}");
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn how_the_header_looks_is_chosen_by_keyboard_alone() {
    let computer = computer();
    let startline = stating(&computer).await;
    let keyboard = computer.keyboard();
    startline.tab_to("button", "Style").await;
    keyboard.press(&["Return"]).await;
    startline.find("radio", "Sans").await;
    startline.tab_to("radio", "Sans").await;
    keyboard.press(&["Right"]).await;
    startline.tab_to("radio", "None").await;
    keyboard.press(&["Right", "Right"]).await;
    startline.tab_to("button", "Use for new applications").await;
    keyboard.press(&["Return", "Escape"]).await;
    startline.gone("radio", "Teal").await;
    assert_eq!(startline.focused().await, ("button".to_owned(), "Style".to_owned()));
    startline.saved().await;

    let settings = std::fs::read_to_string(computer.data().join("startline").join("settings.json")).unwrap();
    for chosen in ["\"serif\"", "\"#0b5c63\""] {
        assert!(settings.contains(chosen), "{chosen} is not in {settings}");
    }
}

#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn no_letter_is_lost_however_fast_it_is_typed() {
    let computer = computer();
    let startline = stating(&computer).await;
    startline.click("button", "Add commitment").await;
    startline.find("spinbutton", "First day, month").await;
    startline.keyboard().type_at_once("Family trip to the lake").await;
    until("the field to hold every letter", async || {
        (startline.value_here().await? == "Family trip to the lake").then_some(())
    })
    .await;
}
