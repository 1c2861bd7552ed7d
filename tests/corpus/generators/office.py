"""Résumés by LibreOffice Writer, from documents that are written here as flat OpenDocument text."""

import html
import shutil
import subprocess
import tempfile
from pathlib import Path

from people import PEOPLE


def _program():
    return shutil.which("soffice") or shutil.which("libreoffice")


def missing():
    return None if _program() else "LibreOffice (Debian: libreoffice-writer-nogui)"


def version():
    shown = subprocess.run([_program(), "--version"], capture_output=True, text=True, check=False).stdout
    return " ".join(shown.split()[:2])


HEAD = """<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"><office:styles>
<style:style style:name="Name" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Plain" style:family="paragraph"><style:paragraph-properties fo:text-align="start" fo:margin-bottom="2pt"/><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Contact" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}"/><style:text-properties fo:font-size="10pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="8pt" fo:border-bottom="0.5pt solid #888888"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin="0.8in"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles><office:body><office:text>"""


def _source(person, align):
    esc = html.escape
    out = [HEAD.replace("{align}", align), f'<text:p text:style-name="Name">{esc(person.name)}</text:p>',
           f'<text:p text:style-name="Contact"><text:a xlink:href="mailto:{person.email}">{person.email}</text:a> | {esc(person.phone)} | {esc(person.city)} | {person.link}</text:p>']
    for title, entries in person.sections:
        out.append(f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{esc(title)}</text:h>')
        for head, date, points in entries:
            out.append(f'<text:p text:style-name="Plain">{esc(head)}  {esc(date)}</text:p>')
            out += [f'<text:p text:style-name="Plain">• {esc(point)}</text:p>' for point in points]
    return "".join(out) + "</office:text></office:body></office:document>"


def write(folder):
    jobs = [
        ("libreoffice-odt-left.pdf", PEOPLE[0], "start", None, ""),
        ("libreoffice-odt-centred.pdf", PEOPLE[1], "center", None, ""),
        ("libreoffice-docx.pdf", PEOPLE[2], "start", "docx", ""),
        ("libreoffice-tagged.pdf", PEOPLE[3], "start", None, ':writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'),
    ]
    for name, person, align, through, options in jobs:
        with tempfile.TemporaryDirectory() as place:
            def convert(file, to):
                subprocess.run([_program(), f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", to,
                                "--outdir", place, str(file)], check=True, capture_output=True, timeout=240)
            page = Path(place) / "page.fodt"
            page.write_text(_source(person, align), encoding="utf-8")
            if through:
                convert(page, through)
                page = page.with_suffix("." + through)
            convert(page, "pdf" + options)
            shutil.copy(Path(place) / "page.pdf", folder / name)
        yield name, f"{'through ' + through if through else 'flat odt'}, {align}{', tagged' if options else ''}"
