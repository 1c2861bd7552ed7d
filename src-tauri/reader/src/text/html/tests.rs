use super::text_of_html;

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
fn depth_costs_nothing() {
    let deep = "<div>".repeat(200_000) + "end";
    assert_eq!(text_of_html(&deep), "end");
}
