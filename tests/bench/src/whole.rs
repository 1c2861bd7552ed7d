//! Whole commands: from nothing running to a file on disk.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Contender;

/// Startline's command, krilla in a program of its own, and typst and RenderCV where `peers` is the folder of a
/// Python environment that has them.
pub(crate) fn contenders(startline: &str, peers: &str) -> Vec<Contender<'static>> {
    let folder = std::env::temp_dir().join(format!("startline-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut contenders = vec![ours("`startline header`", startline, &folder)];
    // It alone waits until its file is safe on the disk; in memory there is nothing to wait for.
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        let folder = memory.join(folder.file_name().unwrap());
        std::fs::create_dir_all(&folder).unwrap();
        contenders.push(ours("`startline header`, the file in memory", startline, &folder));
    }
    let place = folder.clone();
    contenders.push(Contender::new("krilla, a program of its own", move |_, _| {
        let itself = std::env::current_exe().unwrap();
        run(Command::new(itself).args(["krilla", "krilla.pdf"]), &place, "krilla.pdf")
    }));
    let python = Path::new(peers).join("bin/python");
    if python.exists() {
        let place = folder.clone();
        contenders.push(Contender::new("typst (from Python)", move |name, town| {
            std::fs::write(place.join("header.typ"), TYPST.replace("NAME", name).replace("TOWN", town)).unwrap();
            let compile = "import typst; typst.compile('header.typ', output='typst.pdf')";
            run(Command::new(&python).args(["-c", compile]), &place, "typst.pdf")
        }));
        let rendercv = Path::new(peers).join("bin/rendercv");
        let render = move |name: &str, town: &str| {
            std::fs::write(folder.join("cv.yaml"), RENDERCV.replace("NAME", name).replace("TOWN", town)).unwrap();
            let arguments = "render cv.yaml -nomd -nohtml -nopng -pdf rendercv.pdf".split(' ');
            try_run(Command::new(&rendercv).args(arguments), &folder, "rendercv.pdf")
        };
        // It downloads a package of icons; without a network it can't be measured.
        if render("Zoë Nguyễn", "San José").is_some() {
            contenders.push(Contender::new("RenderCV", move |name, town| render(name, town).unwrap()));
        }
    }
    contenders
}

fn ours(name: &'static str, command: &str, folder: &Path) -> Contender<'static> {
    let (command, folder) = (PathBuf::from(command), folder.to_owned());
    Contender::new(name, move |name, town| {
        std::fs::write(folder.join("draft.json"), DRAFT.replace("NAME", name).replace("TOWN", town)).unwrap();
        let arguments = ["header", "draft.json", "-o", "header.pdf", "--force"];
        run(Command::new(&command).args(arguments), &folder, "header.pdf")
    })
}

/// Runs a command to its end and gives the size of the file it left.
fn run(command: &mut Command, folder: &Path, file: &str) -> usize {
    try_run(command, folder, file).unwrap()
}

fn try_run(command: &mut Command, folder: &Path, file: &str) -> Option<usize> {
    command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    std::fs::metadata(folder.join(file)).ok()?.len().try_into().ok()
}

const DRAFT: &str = r#"{ "startline": 1,
  "calendar": { "free": [ {"first": "2026-05-16", "last": "2026-08-23"} ] },
  "candidate": { "name": "NAME", "email": "zoe.nguyen@sjsu.example", "phone": "+1 408-555-0142", "location": "TOWN, CA",
    "links": [ {"label": "GitHub", "url": "https://github.com/zoenguyen"} ],
    "education": [ {"school": "San José State University", "degree": "B.S. Computer Science", "graduation": "2027-05"} ] },
  "stated": { "start": "2026-05-18", "end": "2026-08-17", "full_time": true } }"#;

const TYPST: &str = r#"#set document(title: "NAME – Availability", author: "NAME")
#set page(paper: "us-letter", margin: 54pt)
#set text(11pt)
= NAME
TOWN, CA #h(15pt) #link("mailto:zoe.nguyen@sjsu.example") #h(15pt) #link("tel:+14085550142")[+1 408-555-0142] #h(15pt)
#link("https://github.com/zoenguyen")[github.com/zoenguyen]
#line(length: 100%)
== Availability
Start date: *May 18, 2026* #h(24pt) End date: *August 17, 2026*

Full-time; covers the 12-week program and the 3-month minimum
== Education
*San José State University*

B.S. Computer Science, expected May 2027
"#;

const RENDERCV: &str = r#"cv:
  name: NAME
  location: TOWN, CA
  email: zoe.nguyen@example.com
  phone: "+1 408-555-0142"
  social_networks:
    - network: GitHub
      username: zoenguyen
  sections:
    availability:
      - "Start date: **May 18, 2026** End date: **August 17, 2026**"
      - Full-time; covers the 12-week program and the 3-month minimum
    education:
      - institution: San José State University
        area: Computer Science
        degree: B.S.
        end_date: 2027-05
"#;
