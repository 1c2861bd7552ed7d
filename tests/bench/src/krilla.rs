//! The same header drawn by krilla: the same words and faces at the same places, the same tags, links and
//! standards. Its places are written down here; ours computes them.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::destination::XyzDestination;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::tagging::{ArtifactType, Artifact, ContentTag, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, TextDirection};

/// The two faces that a Latin header takes.
pub(crate) struct Faces {
    regular: Font,
    semibold: Font,
}

impl Faces {
    pub(crate) fn new() -> Self {
        let face = |data: &'static [u8]| Font::new(data.to_vec().into(), 0).unwrap();
        Self {
            regular: face(include_bytes!("../../../src-tauri/pdf/fonts/NotoSans-Regular.ttf")),
            semibold: face(include_bytes!("../../../src-tauri/pdf/fonts/NotoSans-SemiBold.ttf")),
        }
    }
}

/// A stretch of text: what, where, how large, heavy or not, what it is, where it leads.
type Piece<'a> = (&'a str, f32, f32, f32, bool, Part, Option<&'a str>);

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Title,
    Heading,
    Paragraph,
    /// Of the element before.
    Same,
}

pub(crate) fn header(name: &str, town: &str, faces: &Faces) -> Vec<u8> {
    use Part::{Heading, Paragraph, Same, Title};
    let town = format!("{town}, CA ");
    let pieces: [Piece<'_>; 15] = [
        (name, 54.0, 66.0, 26.0, true, Title, None),
        (&town, 54.0, 85.0, 10.5, false, Paragraph, None),
        ("zoe.nguyen@sjsu.example ", 135.0, 85.0, 10.5, false, Same, Some("mailto:zoe.nguyen@sjsu.example")),
        ("+1 408-555-0142 ", 283.0, 85.0, 10.5, false, Same, Some("tel:+14085550142")),
        ("github.com/zoenguyen ", 385.0, 85.0, 10.5, false, Same, Some("https://github.com/zoenguyen")),
        ("Availability ", 54.0, 113.0, 10.5, true, Heading, None),
        ("Start date: ", 146.0, 113.0, 11.0, false, Paragraph, None),
        ("May 18, 2026 ", 205.0, 113.0, 11.0, true, Same, None),
        ("End date: ", 302.0, 113.0, 11.0, false, Same, None),
        ("August 17, 2026 ", 356.0, 113.0, 11.0, true, Same, None),
        ("Full-time; covers the 12-week program and the 3-month minimum", 146.0, 129.0, 10.5, false, Paragraph, None),
        ("Education ", 54.0, 154.0, 10.5, true, Heading, None),
        ("San José State University", 146.0, 154.0, 11.0, true, Paragraph, None),
        ("B.S. Computer Science, ", 146.0, 170.0, 11.0, false, Same, None),
        ("expected May 2027", 272.0, 170.0, 11.0, false, Same, None),
    ];
    let standards = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1);
    let settings = SerializeSettings { configuration: standards.finish().unwrap(), ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let title = format!("{name} – Availability");
    document.set_metadata(
        Metadata::new().title(title.clone()).authors(vec![name.to_owned()]).language("en-US".to_owned())
            .creation_date(DateTime::new(2026)),
    );
    // It asks for both a date and an outline before it calls a file valid.
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(name.to_owned(), XyzDestination::new(0, Point::from_xy(54.0, 40.0))));
    document.set_outline(outline);
    let mut page = document.start_page_with(PageSettings::from_wh(612.0, 792.0).unwrap());
    let mut surface = page.surface();
    let mut groups: Vec<(Part, TagGroup, Vec<(usize, Rect, String)>)> = Vec::new();
    let ink = |grey: u8| Fill { paint: rgb::Color::new(grey, grey, grey).into(), ..Fill::default() };
    for (text, x, y, size, heavy, part, leads) in pieces {
        surface.set_fill(Some(ink(if size > 10.5 { 24 } else { 69 })));
        let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        let face = if heavy { &faces.semibold } else { &faces.regular };
        surface.draw_text(Point::from_xy(x, y), face.clone(), size, text, false, TextDirection::LeftToRight);
        surface.end_tagged();
        if part != Same {
            let group = match part {
                Title => TagGroup::new(Tag::Hn(NonZeroU16::new(1).unwrap(), Some(title.clone()))),
                Heading => TagGroup::new(Tag::Hn(NonZeroU16::new(2).unwrap(), Some(text.to_owned()))),
                Paragraph | Same => TagGroup::new(Tag::P),
            };
            groups.push((part, group, Vec::new()));
        }
        let Some((_, group, links)) = groups.last_mut() else { continue };
        if let Some(uri) = leads {
            let mut link = TagGroup::new(Tag::Link);
            link.push(mark);
            links.push((links.len(), Rect::from_xywh(x, y - size, 100.0, size * 1.1).unwrap(), uri.to_owned()));
            group.push(link);
        } else {
            group.push(mark);
        }
    }
    for y in [97.0, 138.0] {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        let mut path = PathBuilder::new();
        path.move_to(54.0, y);
        path.line_to(558.0, y);
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { width: 0.9, ..Stroke::default() }));
        surface.draw_path(&path.finish().unwrap());
        surface.end_tagged();
    }
    surface.finish();
    let mut tree = TagTree::new().with_lang(Some("en-US".to_owned()));
    for (_, mut group, links) in groups {
        for (_, area, uri) in links {
            let action = Target::Action(Action::Link(LinkAction::new(uri.clone())));
            let annotation = Annotation::new_link(LinkAnnotation::new(area, action), Some(uri));
            let mut link = TagGroup::new(Tag::Link);
            link.push(page.add_tagged_annotation(annotation));
            group.push(link);
        }
        tree.push(group);
    }
    page.finish();
    document.set_tag_tree(tree);
    document.finish().unwrap()
}
