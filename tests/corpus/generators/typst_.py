"""Résumés by Typst, which writes tagged PDF."""

import tempfile
from pathlib import Path

from people import PEOPLE


def missing():
    try:
        import typst  # noqa: F401
    except ImportError:
        return "the Python package typst"
    return None


def version():
    from importlib.metadata import version as of
    return f"Typst {of('typst')}"


def _text(text):
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _source(person, setup, centred=False):
    head = f"= {_text(person.name)}\n{_text(person.contact(' · '))}\n"
    out = [setup, f"#align(center)[\n{head}]" if centred else head]
    for title, entries in person.sections:
        out.append(f"\n== {_text(title)}\n")
        for name, date, points in entries:
            out.append(f"*{_text(name)}* #h(1fr) {_text(date)}\n" if date else f"{_text(name)}\n")
            out += [f"- {_text(point)}" for point in points]
            out.append("")
    return "\n".join(out)


def write(folder):
    import typst
    plain = '#set page("us-letter", margin: 0.7in)\n#set text(size: 10pt, font: "Libertinus Serif")\n'
    ruled = plain + "#show heading.where(level: 2): it => [#it.body #v(-0.7em) #line(length: 100%, stroke: 0.5pt)]\n"
    titled = '#set document(title: "Résumé", author: "Maren Okafor")\n' + plain
    for name, source, note, *standards in [
        ("typst-left.pdf", _source(PEOPLE[0], plain), "left"),
        ("typst-centred.pdf", _source(PEOPLE[3], ruled, centred=True), "centred, ruled sections"),
        ("typst-columns.pdf", _source(PEOPLE[2], plain.replace("margin: 0.7in", "margin: 0.6in, columns: 2")), "two columns from the top"),
        ("typst-ua.pdf", _source(PEOPLE[0], titled), "valid PDF/UA-1", "ua-1"),
        ("typst-archive.pdf", _source(PEOPLE[0], titled), "valid PDF/A-2a", "a-2a"),
    ]:
        with tempfile.TemporaryDirectory() as place:
            page = Path(place) / "page.typ"
            page.write_text(source, encoding="utf-8")
            typst.compile(str(page), output=str(folder / name), pdf_standards=standards)
        yield name, note
