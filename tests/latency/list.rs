use std::path::Path;

use startline_tests::sample_posting;
use startline_tests::window::Computer;

/// So many drafts lie in the folder.
const MANY: usize = 10_000;

/// How long the list takes with one draft and with many: what the window asks for first, and what is found.
pub(crate) async fn measure() {
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.saved().await;
    startline.close().await;
    println!("{:28} {:>9} {:>9} {:>9} {:>9}", "in milliseconds", "at first", "whole", "drawn", "rows");
    opened(&computer, "the list of 1 draft").await;
    multiply(&computer.data().join("startline/drafts"));
    opened(&computer, "of 10,000, never seen").await;
    opened(&computer, "of 10,000, seen before").await;
}

/// Opens the window, and tells how long its list took: as the page asks for it, and from the page's start until
/// it is drawn.
async fn opened(computer: &Computer, what: &str) {
    let startline = computer.open_startline().await;
    startline.find("button", "TikTok, ").await;
    let list = startline.time_list().await;
    println!("{what:28} {:9.1} {:9.1} {:9.1} {:9}", list.first, list.all, list.drawn, list.rows);
    startline.close().await;
}

/// Copies the one draft under as many names.
fn multiply(drafts: &Path) {
    let one = std::fs::read_dir(drafts).unwrap().map(|entry| entry.unwrap().path());
    let one =
        one.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "json")).unwrap();
    let text = std::fs::read_to_string(one).unwrap();
    for n in 1..MANY {
        let title = format!("\"title\": \"{n} ");
        std::fs::write(drafts.join(format!("{n:020}.json")), text.replacen("\"title\": \"", &title, 1))
            .unwrap();
    }
}
