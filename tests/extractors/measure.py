"""What other programs read from our headers: every file of a folder in every extractor, as a table.

`cargo xtask extractors` makes the files, installs the extractors and runs this. A cell counts the files of which
everything reads back exactly (NFC); white space counts as white space, however much there is. Below the table stands
what doesn't, and where the name is read but not first.
"""

import collections
import io
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import pdfminer.high_level
import pdfminer.layout
import pdfminer.pdfdocument
import pdfminer.pdfpage
import pdfminer.pdfparser
import pdfminer.pdftypes
import pymupdf
import pypdf

HERE = pathlib.Path(__file__).parent


def pdftotext(*options):
    def read(path):
        done = subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True)
        return done.stdout.decode(), None
    return read


def mupdf(path):
    page = pymupdf.open(path)[0]
    return page.get_text(), [link["uri"] for link in page.get_links()]


def by_pypdf(path):
    page = pypdf.PdfReader(path).pages[0]
    notes = [note.get_object() for note in page.get("/Annots", [])]
    return page.extract_text(), [note["/A"]["/URI"] for note in notes]


def pdfminer_six(path):
    resolve = pdfminer.pdftypes.resolve1
    with open(path, "rb") as file:
        page = next(pdfminer.pdfpage.PDFPage.get_pages(file))
        notes = [resolve(note) for note in resolve(page.annots) or []]
        uris = [resolve(note["A"])["URI"].decode() for note in notes]
    return pdfminer.high_level.extract_text(path, laparams=pdfminer.layout.LAParams()), uris


def pdf_js(paths, modules):
    """All files in one run of Node."""
    script = [HERE / "read.mjs", modules]
    done = subprocess.run(["node", *script], input=json.dumps(paths), capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def plain(text):
    """Composed, its white space plain, without the marks that pdftotext sets around right-to-left text."""
    text = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def wrong(expected, text, links):
    """The fields that don't read back."""
    text = plain(text)
    fields = []
    if not text.startswith(plain(expected["name"])):
        fields.append("name first" if plain(expected["name"]) in text else "name")
    for field in ["labels", "dates", "email", "phone", "school"]:
        values = expected[field] if isinstance(expected[field], list) else [expected[field]]
        if not all(plain(value) in text for value in values):
            fields.append(field)
    if links is not None and links != expected["links"]:
        fields.append("links")
    return fields


def main(folder, modules):
    files = json.loads((folder / "files.json").read_text())
    paths = [str(folder / entry["file"]) for entry in files]
    readers = {
        "pdftotext -raw": pdftotext("-raw"),
        "pdftotext -layout": pdftotext("-layout"),
        "PyMuPDF": mupdf,
        "pypdf": by_pypdf,
        "pdfminer.six": pdfminer_six,
    }
    read = {name: [reader(path) for path in paths] for name, reader in readers.items()}
    read["pdf.js"] = [(one["text"], one["links"]) for one in pdf_js(paths, modules)]
    scripts = list(dict.fromkeys(entry["script"] for entry in files))
    exact = collections.Counter()
    totals = collections.Counter(entry["script"] for entry in files)
    misread = collections.defaultdict(collections.Counter)
    for name, results in read.items():
        for entry, (text, links) in zip(files, results, strict=True):
            fields = wrong(entry, text, links)
            exact[name, entry["script"]] += not set(fields) - {"name first"}
            for field in fields:
                misread[entry["script"], field, entry["name"]][name] += 1
    print("| Script | Files | " + " | ".join(read) + " |")
    print("| --- |" + " ---: |" * (len(read) + 1))
    for script in scripts:
        cells = [str(exact[name, script]) for name in read]
        print(f"| {script} | {totals[script]} | " + " | ".join(cells) + " |")
    print()
    for (script, field, who), names in sorted(misread.items()):
        print(f"- {script}, {field}, {who}: " + ", ".join(f"{name} {count}" for name, count in names.items()))


if __name__ == "__main__":
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
    main(pathlib.Path(sys.argv[1]), sys.argv[2])
