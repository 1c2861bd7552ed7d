use std::cell::Cell;
use std::time::{Duration, SystemTime};

use serde_json::Value;
use startline_tests::sample_posting;
use startline_tests::window::{Computer, until};

const TITLE: &str = "Title of this application";

/// The one draft on this computer, as its file has it.
fn on_disk(computer: &Computer) -> Value {
    let folder = computer.data().join("startline").join("drafts");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let drafts: Vec<_> =
        files.iter().filter(|path| path.extension().is_some_and(|kind| kind == "json")).collect();
    let [draft] = drafts[..] else { panic!("one draft was made, and there are {files:?}") };
    serde_json::from_slice(&std::fs::read(draft).unwrap()).unwrap()
}

fn title_of(draft: &Value) -> String {
    draft["title"].as_str().unwrap().to_owned()
}

/// The draft without its title, which is all that changes here.
fn all_else(mut draft: Value) -> Value {
    draft["title"].take();
    draft
}

/// The program is killed while a student types, again and again: the draft opens each time, with all that was
/// said to be saved, and with what was typed since up to some letter. `STARTLINE_WINDOW_KILLS=200` does it
/// thoroughly; how much was missing is printed, and is no matter of pass or fail on a busy machine. What counts
/// is what stood in the field, where the student saw it.
#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn killed_while_typing_it_opens_again_with_what_was_saved() {
    let kills: u64 =
        std::env::var("STARTLINE_WINDOW_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3);
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.saved().await;
    startline.close().await;
    let first = on_disk(&computer);
    let mut expected = title_of(&first);
    let mut longest = Duration::ZERO;
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    for kill in 1..=kills {
        let startline = computer.open_startline().await;
        // The list names it after its employer.
        startline.click("button", "TikTok").await;
        until("the draft to open as it is on the disk", async || {
            (startline.find("textbox", TITLE).await.value().await.ok()?? == expected).then_some(())
        })
        .await;
        let sure = format!("{kill}:");
        startline.fill(TITLE, &sure).await;
        until("the disk to have it", async || (title_of(&on_disk(&computer)) == sure).then_some(())).await;

        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pause = Duration::from_micros(200_000 + (chance >> 42));
        startline.watch_typing().await;
        let mut killed = None;
        let (ended, mut words, mut shown) = (Cell::new(false), Vec::new(), Vec::new());
        let keyboard = computer.keyboard();
        let watch = async {
            loop {
                match startline.typed().await {
                    Some(typed) => shown = typed,
                    // It is killed: the last answer counts.
                    None => std::future::pending().await,
                }
            }
        };
        let kill_at_random = async {
            tokio::time::sleep(pause).await;
            killed = Some(SystemTime::now());
            startline.kill().await;
            ended.set(true);
        };
        tokio::join!(
            async {
                while !ended.get() {
                    let word = format!(" {}", words.len());
                    keyboard.type_as_people_do(&word).await;
                    words.push(word);
                }
            },
            async {
                tokio::select! {
                    () = watch => {}
                    () = kill_at_random => {}
                }
            }
        );

        let draft = on_disk(&computer);
        expected = title_of(&draft);
        let typed = sure.clone() + &words.concat();
        assert!(
            expected.starts_with(&sure) && typed.starts_with(&expected),
            "{kill}: {expected:?} of {typed:?}"
        );
        assert_eq!(all_else(draft), all_else(first.clone()), "{kill}");
        // The first letter that stood in the field and is not on the disk.
        let missing = shown.iter().find(|typed| typed.text.len() > expected.len());
        let since = missing.and_then(|typed| killed?.duration_since(typed.when).ok()).unwrap_or_default();
        let letters = shown.last().map_or(0, |typed| typed.text.len().saturating_sub(sure.len()));
        longest = longest.max(since);
        println!("{kill}: killed after {pause:.1?} and {letters} letters, missing the last {since:.1?}");
    }
    println!("killed {kills} times; at the longest the last {longest:.1?} of typing were missing");
}
