use super::{text_of_data, text_of_html};

#[test]
fn blocks_lists_and_tables_are_lines() {
    for (html, text) in [
        ("<h2>Dates</h2><p>May 18<br>June 8</p>", "## Dates\n\nMay 18\nJune 8"),
        ("<ul><li>12 weeks</li><li><p>Full-time</p></li></ul>", "- 12 weeks\n- Full-time"),
        (
            "<table><tr><th>Start</th><th>End</th></tr><tr><td>May 18</td><td></td></tr></table>",
            "| Start | End |\n| May 18 | |",
        ),
        ("<p>Start: <del>May 11</del> <s>May 12</s> May 18</p>", "Start: ~~May 11~~ ~~May 12~~ May 18"),
        (
            "<dl><dt>Duration</dt><dd>6 months</dd><dt>Start:</dt><dd>now</dd></dl>",
            "Duration: 6 months\nStart: now",
        ),
        // A table: its rows are lines whatever stands in the cells; what only lays out a page is none.
        (
            "<table><tr><th colspan=2>Dates</th><th>Pay</th></tr><tr><td>May 18<br>June 8</td><td><p>12 weeks</p></td>\
             <td><ul><li>$20</li></ul></td></tr></table>",
            "| Dates | Dates | Pay |\n| May 18 · June 8 | 12 weeks | $20 |",
        ),
        (
            "<table><tr><td rowspan=2>Fall<td>May 18</tr><tr><td>June 8</table><p>Then",
            "| Fall | May 18 |\n| | June 8 |\n\nThen",
        ),
        ("<table><tr><td><h1>Intern</h1><p>10 weeks</td></tr></table>", "# Intern\n\n10 weeks"),
        (
            "<table><tr><td>Menu</td><td><table><tr><td>Start</td><td>May 18</td></tr></table></td></tr></table>",
            "Menu\n\n| Start | May 18 |",
        ),
        // What is not shown is not said.
        ("<p>a<p style='Display : none'>May 1<p>b</p><div hidden><div>c</div>d</div>e", "a\n\nb\n\ne"),
        ("a<!-- May 1 --><template>b</template><i aria-hidden=true>c</i><dialog>d</dialog>", "a"),
        ("<p style='text-decoration:line-through'>May <b>1</b></p><p>May 2</p>", "~~May 1~~\n\nMay 2"),
        ("a &amp; b&nbsp;c &#8211; d", "a & b c – d"),
        ("<nav><a>Jobs</a></nav><script>var x = '<p>1</p>';</script><style>p{}</style><p>Text</p>", "Text"),
        ("<div>one<div>two</div></div>three", "one\ntwo\nthree"),
        ("<p>open <b>bold", "open bold"),
        ("<nav><p>never closed", "never closed"),
    ] {
        assert_eq!(text_of_html(html), text, "{html}");
    }
}

#[test]
fn a_pages_data_is_front_matter() {
    let html = r#"<head><title>Jobs</title><script type="application/ld+json">{"@graph": [{"@type": "JobPosting",
        "title": "Data Intern", "validThrough": "2026-03-01T23:59", "hiringOrganization": {"name": "Acme &amp; Sons"},
        "jobLocation": {"address": {"addressLocality": "Ghent", "addressCountry": {"name": "BE"}}},
        "baseSalary": {"currency": "EUR", "value": {"minValue": 900, "maxValue": 1000, "unitText": "MONTH"}},
        "description": "<p>A stage of 6 months.</p>"}]}</script></head><body></body>"#;
    let text = text_of_html(html);
    assert!(
        text.starts_with(
            "---\ntitle: Data Intern\nhiringOrganization: Acme & Sons\njobLocation: Ghent, BE\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("validThrough: 2026-03-01T23:59\nbaseSalary: EUR 900 - 1000 per month\n---\n"),
        "{text}"
    );
    assert!(text.ends_with("A stage of 6 months."), "{text}");
}

#[test]
fn data_alone_is_a_posting() {
    let page = |kind: &str, rest: &str| {
        text_of_html(&format!(r#"<script type="application/ld+json">{{"@type": "{kind}", {rest}}}</script>"#))
    };
    let job = page(
        "JobPosting",
        r#""jobStartDate": "2026-06-01", "jobDuration": "P12W", "employmentType": "INTERN""#,
    );
    assert_eq!(
        job.trim(),
        "---\nemploymentType: INTERN\njobStartDate: 2026-06-01\njobDuration: 12 weeks\n---"
    );
    let alone = r#"[{"@type": "JobPosting", "title": "Intern", "description": "<p>For 12 weeks</p>"}]"#;
    assert_eq!(text_of_data(alone).as_deref(), Some("---\ntitle: Intern\n---\n\nFor 12 weeks"));
    assert_eq!(text_of_data("{\"a\": 1}"), None);
    let program = page(
        "EducationalOccupationalProgram",
        r#""name": "Summer program", "startDate": "2026-06-01", "endDate": "2026-08-07", "timeToComplete": "P2M1D"
            , "applicationDeadline": "2026-02-01""#,
    );
    assert_eq!(
        program.trim(),
        "---\ntitle: Summer program\napplicationDeadline: 2026-02-01\njobStartDate: 2026-06-01\n\
         jobEndDate: 2026-08-07\njobDuration: 2 months 1 days\n---"
    );
    assert!(page("JobPosting", r#""jobDuration": "P1T""#).contains("jobDuration: P1T"));
}

#[test]
fn what_covers_a_page_does_not_hide_it() {
    let words = "internship ".repeat(300);
    let page = format!("<div aria-hidden=true>{words}</div><div>We use cookies.</div>");
    assert!(text_of_html(&page).starts_with("internship"));
}

#[test]
fn depth_costs_nothing() {
    let tables = "<table><tr><td>a".repeat(20_000);
    assert_eq!(text_of_html(&tables).matches('a').count(), 20_000);
    let deep = "<div>".repeat(200_000) + "end";
    assert_eq!(text_of_html(&deep), "end");
}
