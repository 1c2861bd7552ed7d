use super::Startline;

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
        self.type_day(day).await;
    }

    /// Types a day where the keyboard is, on the first part of a date field: the parts follow by themselves.
    pub async fn type_day(&self, day: &str) {
        let [year, month, date] = day.split('-').collect::<Vec<_>>()[..] else { panic!("{day} is no day") };
        self.keyboard().type_text(&format!("{month}{date}{year}")).await;
    }

    /// Waits until the draft is on disk.
    pub async fn saved(&self) {
        self.reads("status", "Saved").await;
    }
}
