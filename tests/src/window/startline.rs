use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;

use super::computer::program;
use super::group::Group;
use super::sockets::tree;
use super::{Computer, Keyboard, until};
use crate::root;

/// Startline, open on a [`Computer`] and driven through WebKit's own driver.
#[derive(Debug)]
pub struct Startline<'a> {
    pub(super) client: Client,
    computer: &'a Computer,
    driver: Group,
}

impl<'a> Startline<'a> {
    pub(super) async fn open(computer: &'a Computer) -> Self {
        let port = free_port();
        let mut driver = computer.command("WebKitWebDriver");
        driver.arg(format!("--port={port}")).arg("--host=127.0.0.1").env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Group::start(driver.stdout(Stdio::null()).stderr(Stdio::null()));
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": [] } });
        let Some(capabilities) = capabilities.as_object() else { unreachable!("an object was just written") };
        let client = until("the driver to open the window", async || {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities.clone());
            builder.connect(&format!("http://127.0.0.1:{port}")).await.ok()
        })
        .await;
        let startline = Self { client, computer, driver };
        startline.find("heading", "").await;
        startline.keyboard().focus_window("Startline").await;
        startline
    }

    /// The keys of the computer that it runs on.
    #[must_use]
    pub fn keyboard(&self) -> Keyboard<'a> {
        self.computer.keyboard()
    }

    /// Closes the window as a student does, and waits until the program has ended.
    pub async fn close(self) {
        self.keyboard().press(&["alt+F4"]).await;
        self.ended().await;
    }

    /// Waits until the program has ended.
    pub async fn ended(self) {
        until("the program to end", async || self.client.title().await.err()).await;
    }

    /// Ends the program at once, as a power cut does: it is asked nothing and told nothing.
    pub async fn kill(&self) {
        let own = |process: &u32| {
            let name = std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
            // The system cuts names off.
            !name.is_empty() && "startline-desktop".starts_with(name.trim())
        };
        let program = tree(self.driver.id()).into_iter().find(own).unwrap();
        let program = i32::try_from(program).ok().and_then(Pid::from_raw).unwrap();
        kill_process(program, Signal::KILL).unwrap();
        until("the program to end", async || {
            let id = program.as_raw_nonzero();
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok();
            // One that nobody has asked about yet is a Z. A thread of it that the disk keeps waiting keeps its
            // files open until the disk answers.
            let threads = std::fs::read_dir(format!("/proc/{id}/task")).map_or(0, Iterator::count);
            (stat.is_none_or(|stat| stat.contains(") Z")) && threads <= 1).then_some(())
        })
        .await;
    }

    /// Gives the window's content this size.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        until("the window to take its size", async || {
            let size = self.client.execute("return [innerWidth, innerHeight]", Vec::new()).await.ok()?;
            (size == json!([width, height])).then_some(())
        })
        .await;
    }

    /// Waits until the page stands still: two pictures of it are alike.
    pub async fn settled(&self) {
        let mut before = Vec::new();
        until("the page to stand still", async || {
            let now = self.client.screenshot().await.ok()?;
            let still = now == before;
            before = now;
            still.then_some(())
        })
        .await;
    }

    /// Leaves a picture of the page.
    pub async fn picture(&self, path: &std::path::Path) {
        std::fs::write(path, self.client.screenshot().await.unwrap()).unwrap();
    }
}

impl Drop for Startline<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let name = std::thread::current().name().unwrap_or("window").replace("::", "-");
            let path: PathBuf = root().join("target").join(format!("failed-{name}.png"));
            self.computer.picture(&path);
        }
    }
}

/// A port that nothing listens on. The system hands out another one each time it is asked.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).unwrap().port()
}
