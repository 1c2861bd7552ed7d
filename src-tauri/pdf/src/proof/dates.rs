//! The stated dates as they stand in text.

use chrono::NaiveDate;

/// The first dates behind the labels “Start date” and “End date”.
pub(super) fn stated(text: &str) -> (Option<NaiveDate>, Option<NaiveDate>) {
    (behind(text, "start date"), behind(text, "end date"))
}

fn behind(text: &str, label: &str) -> Option<NaiveDate> {
    let lower = text.to_ascii_lowercase();
    lower.match_indices(label).find_map(|(at, _)| date(text.get(at + label.len()..)?))
}

/// The date that a text begins with: `May 18, 2026`, `18 May 2026` or `2026-05-18`.
fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim_start_matches([':', ' ', '\n', '\u{a0}']);
    let words: Vec<&str> = text.split_whitespace().take(3).collect();
    let three = words.join(" ");
    let three = three.trim_end_matches([',', '.', ';', '·', ')']);
    let one = words.first()?.trim_end_matches([',', '.', ';', '·', ')']);
    let iso = NaiveDate::parse_from_str(one, "%Y-%m-%d").ok().filter(|_| one.len() == 10);
    let full = |form| NaiveDate::parse_from_str(three, form).ok();
    iso.or_else(|| full("%B %d, %Y")).or_else(|| full("%d %B %Y"))
}

#[cfg(test)]
mod tests {
    use super::stated;

    #[track_caller]
    fn check(text: &str, start: Option<&str>, end: Option<&str>) {
        let day = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        assert_eq!(stated(text), (day(start), day(end)), "{text}");
    }

    #[test]
    fn dates_are_read_behind_their_labels() {
        let both = (Some("2026-05-18"), Some("2026-08-17"));
        check("Start date: May 18, 2026 · End date: August 17, 2026 (full-time)", both.0, both.1);
        check("Availability\nStart date: 18 May 2026\nEnd date: 17 August 2026", both.0, both.1);
        check("Start date: 2026-05-18 End date: 2026-08-17.", both.0, both.1);
        check("start date\nMay 18,\n2026", both.0, None);
        check("May 18, 2026 to August 17, 2026", None, None);
        check("Start date: May 32, 2026", None, None);
        check("Start date: 05/18/26 End date: soon", None, None);
        check("", None, None);
    }
}
