use fantoccini::Locator;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use url::{ParseError, Url};

use super::{Startline, until};

/// Something on the page.
#[derive(Debug, Clone)]
pub struct Found(Element);

impl Startline<'_> {
    /// Waits for the element of this role whose accessible name begins with `name`, and that can be seen.
    pub async fn find(&self, role: &str, name: &str) -> Found {
        until(&format!("the {role} {name:?}"), async || self.look_for(role, name).await).await
    }

    /// Whether such an element stands on the page now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.look_for(role, name).await.is_some()
    }

    /// Waits until something of this role reads so, wherever in its text.
    pub async fn reads(&self, role: &str, text: &str) {
        until(&format!("a {role} that reads {text:?}"), async || {
            for element in self.client.find_all(Locator::Css(&selector(role))).await.ok()? {
                if element.text().await.ok()?.contains(text) {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Waits until a slider of this name stands on a value, in words.
    pub async fn stands_on(&self, slider: &str, value: &str) {
        until(&format!("the slider {slider:?} to stand on {value:?}"), async || {
            let found = self.look_for("slider", slider).await?;
            (found.aria("valuetext").await.ok()?? == value).then_some(())
        })
        .await;
    }

    /// Waits until no such element stands on the page.
    pub async fn gone(&self, role: &str, name: &str) {
        until(&format!("the {role} {name:?} to go"), async || {
            self.look_for(role, name).await.is_none().then_some(())
        })
        .await;
    }

    /// Waits for such an element and clicks it.
    pub async fn click(&self, role: &str, name: &str) {
        until(&format!("a click on the {role} {name:?}"), async || {
            // A page that is being drawn anew may take the element away between the look and the click.
            self.look_for(role, name).await?.0.click().await.ok()
        })
        .await;
    }

    /// Drops a file on the page, which no key or pointer from outside can do: the page is told as WebKit tells it.
    pub async fn drop_file(&self, name: &str, contents: &str) {
        let drop = "const held = new DataTransfer(); \
                    held.items.add(new File([arguments[1]], arguments[0])); \
                    document.body.dispatchEvent(new DragEvent('drop', \
                    { dataTransfer: held, bubbles: true, cancelable: true }));";
        self.client.execute(drop, vec![name.into(), contents.into()]).await.unwrap();
    }

    /// Writes into a text field in place of what it held.
    pub async fn fill(&self, name: &str, text: &str) {
        let Found(field) = self.find("textbox", name).await;
        field.clear().await.unwrap();
        // The driver refuses to type nothing.
        if !text.is_empty() {
            field.send_keys(text).await.unwrap();
        }
    }

    /// Types on at the end of the text field of this name.
    pub async fn add(&self, name: &str, text: &str) {
        let Found(field) = self.find("textbox", name).await;
        field.send_keys(text).await.unwrap();
    }

    /// The role and accessible name of what has the keyboard.
    pub async fn focused(&self) -> (String, String) {
        let Ok(element) = self.client.active_element().await else { return Default::default() };
        let role = self.computed(&element, "computedrole").await.unwrap_or_default();
        let name = self.computed(&element, "computedlabel").await.unwrap_or_default();
        (role, name)
    }

    /// What is written in the field that has the keyboard.
    pub async fn value_here(&self) -> Option<String> {
        self.client.active_element().await.ok()?.prop("value").await.ok()?
    }

    /// Presses Tab until the keyboard is on the element of this role and name.
    pub async fn tab_to(&self, role: &str, name: &str) {
        let mut passed = Vec::new();
        while passed.len() < 120 {
            let (at_role, at_name) = self.focused().await;
            if at_role == role && at_name.starts_with(name) {
                return;
            }
            passed.push(format!("{at_role} {at_name:?}"));
            let before = self.here().await;
            self.keyboard().press(&["Tab"]).await;
            // The key is on its way: another one now would go too far.
            until("Tab to move the keyboard", async || (self.here().await != before).then_some(())).await;
        }
        panic!("Tab never came to the {role} {name:?}, only to:\n{}", passed.join("\n"));
    }

    /// Which element has the keyboard.
    async fn here(&self) -> Option<String> {
        Some(self.client.active_element().await.ok()?.element_id().to_string())
    }

    async fn look_for(&self, role: &str, name: &str) -> Option<Found> {
        for element in self.client.find_all(Locator::Css(&selector(role))).await.ok()? {
            // What lies behind an open dialog has no role, and what is gone by now has nothing.
            let is = self.computed(&element, "computedrole").await;
            if is.as_deref() != Some(role) {
                continue;
            }
            let called = self.computed(&element, "computedlabel").await;
            let fits = called.is_some_and(|called| called.starts_with(name));
            if fits && element.is_displayed().await.ok()? {
                return Some(Found(element));
            }
        }
        None
    }

    async fn computed(&self, element: &Element, what: &'static str) -> Option<String> {
        let answer = self.client.issue_cmd(Computed { element: element.element_id(), what }).await;
        Some(answer.ok()?.as_str()?.to_owned())
    }
}

impl Found {
    /// Its text, as it is drawn.
    pub async fn text(&self) -> Result<String, CmdError> {
        self.0.text().await
    }

    /// What is written in it, if it is a field.
    pub async fn value(&self) -> Result<Option<String>, CmdError> {
        self.0.prop("value").await
    }

    /// An ARIA attribute, without its prefix.
    pub async fn aria(&self, name: &str) -> Result<Option<String>, CmdError> {
        self.0.attr(&format!("aria-{name}")).await
    }
}

/// Where an element of this role can be: it only spares asking every element for its role.
fn selector(role: &str) -> String {
    let native = match role {
        "button" => "button, summary",
        "textbox" => "input, textarea",
        "combobox" | "listbox" => "select, input",
        "heading" => "h1, h2, h3, h4",
        "link" => "a",
        "radio" => "input[type=radio]",
        "checkbox" => "input[type=checkbox]",
        "navigation" => "nav",
        "main" => "main",
        "region" => "section",
        "group" => "fieldset",
        "dialog" => "dialog",
        "table" => "table",
        "row" => "tr",
        "listitem" => "li",
        "image" => "img, svg, [role='img']",
        "option" => "option",
        _ => return format!("[role='{role}']"),
    };
    format!("{native}, [role='{role}']")
}

/// Asks WebKit for an element's computed role or name, which the driver's library has no word for.
#[derive(Debug)]
struct Computed {
    element: ElementRef,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let (session, element) = (session.unwrap_or_default(), &*self.element);
        base.join(&format!("session/{session}/element/{element}/{}", self.what))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}
