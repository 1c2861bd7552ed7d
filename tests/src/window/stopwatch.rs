use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::Startline;

/// How long one key took to show, in milliseconds from the key.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Until the page asked for a new sheet.
    pub asked: f64,
    /// Until it had the answer.
    pub answered: f64,
    /// Until the letter stood in its field.
    pub letter: f64,
    /// Until the new sheet stood on the page, drawn.
    pub sheet: f64,
}

/// What stood in the field that is typed into, and since when.
#[derive(Debug, Clone)]
pub struct Typed {
    /// When the page had it.
    pub when: SystemTime,
    /// All of the field.
    pub text: String,
}

/// How long the list of drafts took, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    /// Asking for everything that the window opens with.
    pub first: f64,
    /// Asking for the whole list.
    pub all: f64,
    /// From the page's start until the list stood in it.
    pub drawn: f64,
    /// The rows that are drawn of it.
    pub rows: u64,
}

/// The page tells when its list first stood, as a mark of its own.
const LISTED: &str = r"
    const done = arguments[arguments.length - 1];
    const ask = async (what) => {
        const begun = performance.now();
        await window.__TAURI_INTERNALS__.invoke(what);
        return performance.now() - begun;
    };
    const drawn = performance.getEntriesByName('listed')[0]?.startTime ?? NaN;
    const rows = document.querySelectorAll('nav li > button[aria-label]').length;
    ask('boot').then(async (first) => done({ first, all: await ask('list_drafts'), drawn, rows }));
";

/// Looks out for the next key, and for what follows from it to be drawn. A task that is posted from an
/// animation frame runs after that frame's layout and paint.
const LOOK_OUT: &str = r"
    const times = {};
    let pressed;
    // The page asks through the window's own `fetch`, which is watched once.
    window.unwatched ??= window.fetch;
    window.fetch = async (...request) => {
        const isPreview = String(request[0]).includes('preview');
        if (isPreview) times.asked ??= performance.now() - pressed;
        const answer = await window.unwatched(...request);
        if (isPreview) times.answered ??= performance.now() - pressed;
        return answer;
    };
    window.nextKey = new Promise((done) => {
        const drawn = (what) => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                times[what] ??= performance.now() - pressed;
                if ('letter' in times && 'sheet' in times) done(times);
            };
            port2.postMessage(0);
        });
        // A key's own time can be told by another clock, which runs ahead.
        const press = (event) => { pressed = Math.min(event.timeStamp, performance.now()); };
        addEventListener('keydown', press, { capture: true, once: true });
        addEventListener('input', () => drawn('letter'), { capture: true, once: true });
        const sheet = document.querySelector('[data-sheet]');
        const watch = new MutationObserver(async () => {
            if (pressed === undefined) return;
            watch.disconnect();
            await sheet.querySelector('img')?.decode();
            drawn('sheet');
        });
        watch.observe(sheet, { childList: true, subtree: true, attributeFilter: ['src'] });
    });
";

const ANSWER: &str = "window.nextKey.then(arguments[arguments.length - 1])";

const WATCH: &str = r"
    window.typed = [];
    addEventListener('input', (event) => window.typed.push([Date.now(), event.target.value]), true);
";

impl Startline<'_> {
    /// From now on the page notes what comes to stand in its fields.
    pub async fn watch_typing(&self) {
        self.client.execute(WATCH, Vec::new()).await.unwrap();
    }

    /// What came to stand in the fields since then; `None` where the page is gone.
    pub async fn typed(&self) -> Option<Vec<Typed>> {
        let noted = self.client.execute("return window.typed", Vec::new()).await.ok()?;
        let typed = noted.as_array()?.iter().filter_map(|one| {
            let when = SystemTime::UNIX_EPOCH + Duration::from_secs_f64(one[0].as_f64()? / 1000.0);
            Some(Typed { when, text: one[1].as_str()?.to_owned() })
        });
        Some(typed.collect())
    }

    /// How long the list took that stands in the window.
    pub async fn time_list(&self) -> Listed {
        let times = self.client.execute_async(LISTED, Vec::new()).await.unwrap();
        let time = |what: &str| times.get(what).and_then(Value::as_f64).unwrap_or(f64::NAN);
        let rows = times.get("rows").and_then(Value::as_u64).unwrap_or_default();
        Listed { first: time("first"), all: time("all"), drawn: time("drawn"), rows }
    }

    /// Presses a key that changes the sheet, and measures in the page how long it takes to show.
    pub async fn time_key(&self, key: &str) -> Shown {
        self.client.execute(LOOK_OUT, Vec::new()).await.unwrap();
        self.keyboard().press(&[key]).await;
        let times = self.client.execute_async(ANSWER, Vec::new()).await.unwrap();
        let time = |what: &str| times.get(what).and_then(Value::as_f64).unwrap_or(f64::NAN);
        Shown {
            asked: time("asked"),
            answered: time("answered"),
            letter: time("letter"),
            sheet: time("sheet"),
        }
    }
}
