use super::{Startline, until};

/// What a student does in every journey, with a pointer and a keyboard.
impl Startline<'_> {
    /// Pastes what was copied into the first page, which holds the keyboard, and waits for the draft it begins.
    pub async fn paste_posting(&self) {
        self.find("textbox", "Posting text").await;
        self.keyboard().press(&["ctrl+v"]).await;
        self.find("textbox", "Title of this application").await;
    }

    /// Types a day, given as ISO 8601, into a date field from its first part on.
    pub async fn give_day(&self, field: &str, day: &str) {
        self.click("spinbutton", &format!("{field}, month")).await;
        self.type_day(field, day).await;
    }

    /// Types a day where the keyboard is, on the first part of a date field, and waits until the field has taken
    /// it: the parts follow by themselves.
    pub async fn type_day(&self, field: &str, day: &str) {
        let [year, month, date] = day.split('-').collect::<Vec<_>>()[..] else { panic!("{day} is no day") };
        until(&format!("the keyboard on {field}"), async || {
            self.focused().await.1.starts_with(&format!("{field}, month")).then_some(())
        })
        .await;
        self.keyboard().type_text(&format!("{month}{date}{year}")).await;
        let year_part = self.find("spinbutton", &format!("{field}, year")).await;
        until(&format!("{field} to hold {day}"), async || {
            (year_part.text().await.ok()? == year).then_some(())
        })
        .await;
    }

    /// Types text where the keyboard is, and waits until the field has taken it.
    pub async fn type_here(&self, text: &str) {
        self.keyboard().type_text(text).await;
        until(&format!("the field to hold {text:?}"), async || {
            self.value_here().await?.ends_with(text).then_some(())
        })
        .await;
    }

    /// Waits until the draft is on disk.
    pub async fn saved(&self) {
        self.reads("status", "Saved").await;
    }
}
