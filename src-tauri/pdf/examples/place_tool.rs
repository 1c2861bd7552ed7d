//! dev tool
use startline_engine::*;
use startline_pdf::place::*;
use std::time::Instant;
#[path = "../tests/common/mod.rs"]
mod common;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let out = std::path::PathBuf::from(&args[0]);
    std::fs::create_dir_all(&out).unwrap();
    let way = match args[1].as_str() { "splice" => Some(Where::Splice), "band" => Some(Where::Band), "cover" => Some(Where::Cover), _ => None };
    let stated = common::stated();
    let candidate = common::candidate("Zoë Nguyễn");
    let mut times = vec![]; let mut log = std::fs::File::create(out.join("results.jsonl")).unwrap();
    for f in &args[2..] {
        let bytes = std::fs::read(f).unwrap();
        let name = std::path::Path::new(f).file_name().unwrap().to_string_lossy().into_owned();
        let t = Instant::now();
        let what = Placing::Line { stated: &stated, dates: DateStyle::MonthDayYear, candidate: &candidate };
        let password = std::env::var("PW").ok();
        let r = std::panic::catch_unwind(|| place(&bytes, &what, &PlaceOptions { place: way, password: password.as_deref(), ..Default::default() }));
        let ms = t.elapsed().as_secs_f64() * 1000.0;
        match r {
            Err(_) => println!("PANIC {name}"),
            Ok(Err(e)) => println!("{name}: {ms:.0} ms REFUSED {}: {e}", e.code()),
            Ok(Ok(p)) => {
                times.push(ms);
                println!("{name}: {ms:.0} ms {:?} scale {:.3} moved {:.1} {}->{} {} {:?}{}", p.chosen, p.scale, p.moved, bytes.len(), p.pdf.len(), p.why, p.area, if p.replaced_earlier {" REPLACED"} else {""});
                if std::env::var("W").is_ok() { for w in &p.warnings { println!("    ! {w}"); } }
                std::fs::write(out.join(&name), &p.pdf).unwrap();
                use std::io::Write;
                let a = p.area;
                writeln!(log, "{{\"from\":{:?},\"to\":{:?},\"way\":\"{:?}\",\"scale\":{},\"moved\":{},\"area\":[{},{},{},{}],\"name\":{:?}}}", f, out.join(&name).to_string_lossy(), p.chosen, p.scale, p.moved, a.x, a.y, a.width, a.height, p.name.clone().unwrap_or_default()).unwrap();
            }
        }
    }
    times.sort_by(f64::total_cmp);
    if !times.is_empty() { println!("median {:.1} ms, max {:.1} of {}", times[times.len()/2], times[times.len()-1], times.len()); }
}
