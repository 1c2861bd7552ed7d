use std::net::{TcpListener, UdpSocket};

use startline_tests::window::internet_sockets;

/// The watcher sees what it watches for: this test's own sockets, and then that they are gone.
#[test]
fn the_watcher_sees_a_socket() {
    let kinds = || -> Vec<&str> { internet_sockets(std::process::id()).iter().map(|it| it.kind).collect() };
    let tcp = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let udp = UdpSocket::bind(("127.0.0.1", 0)).unwrap();
    assert!(kinds().contains(&"tcp") && kinds().contains(&"udp"), "{:?}", kinds());
    drop((tcp, udp));
}
