"""The same résumé as a web page, for the programs that print web pages."""

import html


def page(person, style="", extra=""):
    def items(points):
        return "<ul>" + "".join(f"<li>{html.escape(point)}</li>" for point in points) + "</ul>" if points else ""

    sections = "".join(
        f"<section><h2>{html.escape(title)}</h2>" + "".join(
            f"<div class=entry><h3>{html.escape(head)}<span>{html.escape(date)}</span></h3>{items(points)}</div>"
            for head, date, points in entries) + "</section>"
        for title, entries in person.sections)
    return f"""<!doctype html><html lang=en><meta charset=utf-8><title>{html.escape(person.name)}</title><style>
    @page {{ size: letter; margin: 0.75in }} body {{ font: 10pt/1.35 "DejaVu Sans", sans-serif; margin: 0; color: #222 }}
    h1 {{ font-size: 22pt; margin: 0 }} h2 {{ font-size: 11.5pt; border-bottom: 1px solid #888; margin: 12pt 0 4pt }}
    h3 {{ font-size: 10pt; margin: 4pt 0 0; display: flex; justify-content: space-between }} ul {{ margin: 2pt 0 0 }}
    p.contact {{ margin: 2pt 0 0; font-size: 9.5pt }} {style}</style>
    <body><header><h1>{html.escape(person.name)}</h1>
    <p class=contact><a href="mailto:{person.email}">{person.email}</a> | {person.phone} | {person.city} |
    <a href="https://{person.link}">{person.link}</a></p></header>{extra}<main>{sections}</main></body></html>"""


CENTRED = "header { text-align: center }"
COLUMNS = "main { display: grid; grid-template-columns: 2fr 1fr; gap: 18pt }"
CARDS = """header { background: #24405f; color: white; padding: 14pt; border-radius: 6pt } header a { color: white }
section { background: #f2f4f7; padding: 4pt 10pt; margin-top: 8pt; border-radius: 6pt }"""
# Gradients are patterns, which a movement of the content does not move by itself.
GRADIENT = "h2 { background: linear-gradient(90deg, #cfe0f5, #ffffff) }"
