use std::collections::BTreeSet;
use std::net::{TcpListener, UdpSocket};
use std::path::Path;
use std::time::{Duration, Instant};

use startline_tests::sample_posting;
use startline_tests::window::{Computer, internet_sockets};

/// The watcher sees what it watches for: this test's own sockets.
#[test]
fn the_watcher_sees_a_socket() {
    let tcp = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let udp = UdpSocket::bind(("127.0.0.1", 0)).unwrap();
    let seen = internet_sockets(std::process::id());
    for (kind, port) in [("tcp", tcp.local_addr().unwrap().port()), ("udp", udp.local_addr().unwrap().port())]
    {
        let port = format!(":{port:04X} ");
        assert!(
            seen.iter().any(|it| it.kind == kind && it.addresses.contains(&port)),
            "{kind}{port} in {seen:?}"
        );
    }
}

/// From its start, while a posting is pasted and read, until the draft is on disk, the running program and all
/// that it starts open no internet socket. Nothing drives it but the keyboard.
#[tokio::test]
#[ignore = "needs the window built and a display: `cargo xtask test` runs it"]
async fn no_internet_socket_is_ever_open() {
    let mut computer = Computer::new();
    computer.copy(&std::fs::read_to_string(sample_posting()).unwrap());
    let startline = computer.start_undriven();
    let mut seen = BTreeSet::new();
    let begun = Instant::now();

    let keys = async {
        computer.keyboard().focus_window("Startline").await;
        // The page takes the paste once it stands; a paste before that goes nowhere.
        while !holds(&computer.data(), "12-week") {
            computer.keyboard().press(&["ctrl+v"]).await;
        }
    };
    let watch = async {
        loop {
            seen.extend(internet_sockets(startline.id()));
            assert!(begun.elapsed() < Duration::from_secs(120), "the posting never came to the data folder");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::select! { () = keys => {}, () = watch => {} }
    seen.extend(internet_sockets(startline.id()));
    assert_eq!(seen, BTreeSet::new());
}

/// Whether any file under a folder holds this text.
fn holds(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, text);
        }
        std::fs::read(&path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(text))
    })
}
