use startline_tests::sample_posting;
use startline_tests::window::{Computer, Shown, Startline};

/// The keys pressed before any is counted, and those that are.
const WARM: usize = 8;
const COUNTED: usize = 60;

pub(crate) async fn measure() {
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    let startline = computer.open_startline().await;
    startline.paste_posting().await;
    startline.give_day("Free from", "2026-05-16").await;
    startline.give_day("Free to", "2026-08-23").await;
    for (name, text) in [
        ("City", "San José, CA"),
        ("Email", "zoe.nguyen@example.edu"),
        ("Phone", "+1 408-555-0142"),
        ("Link", "github.com/zoenguyen"),
        ("School", "San José State University"),
        ("Degree", "B.S. Computer Science"),
        ("Name", "Zoe Nguyen"),
    ] {
        startline.fill(name, text).await;
    }
    startline.find("image", "The header page: Zoe Nguyen").await;
    startline.saved().await;
    let shown = press(&startline).await;
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("{COUNTED} keys in the name, in milliseconds; load of the machine {}", load.trim());
    println!("{:28} {:>7} {:>7} {:>7}", "", "1st qu.", "median", "3rd qu.");
    tell("letter in its field", shown.iter().map(|each| each.letter));
    tell("sheet asked for", shown.iter().map(|each| each.asked));
    tell("sheet answered", shown.iter().map(|each| each.answered));
    tell("sheet on the page", shown.iter().map(|each| each.sheet));
}

/// A letter more, a letter less, and so on: the sheet stays about as large.
async fn press(startline: &Startline<'_>) -> Vec<Shown> {
    let mut shown = Vec::new();
    for n in 0..WARM + COUNTED {
        shown.push(startline.time_key(if n % 2 == 0 { "a" } else { "BackSpace" }).await);
    }
    shown.split_off(WARM)
}

fn tell(what: &str, times: impl Iterator<Item = f64>) {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times[(times.len() - 1) * part / 4];
    println!("{what:28} {:7.1} {:7.1} {:7.1}", at(1), at(2), at(3));
}
