"""A good file broken in many ways, and files that are something else."""

import io
import re
import zipfile
import zlib


def missing():
    return None


def version():
    return "damage.py"


def _pdf(objects, root=1):
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def _stream(data, entries=b""):
    return b"<</Length %d%s>>\nstream\n" % (len(data), entries) + data + b"\nendstream"


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
TEXT = b"BT /F1 20 Tf 54 720 Td (Maren Okafor) Tj 0 -16 Td /F1 10 Tf (maren@example.edu) Tj ET"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def write(folder):
    source = folder / "reportlab-left.pdf"
    if not source.exists():
        return
    good = source.read_bytes()
    half = len(good) // 2
    table = good.rindex(b"startxref")

    def bomb(times):
        data = b"q Q " * 2_000_000
        for _ in range(times):
            data = zlib.compress(data * (16 if times > 1 else 12), 9)
        return data

    small = [CATALOG, PAGES, PAGE, _stream(TEXT), FONT]
    broken = {
        "cut-at-half.pdf": good[:half],
        "cut-at-tenth.pdf": good[:len(good) // 10],
        "cut-before-table.pdf": good[:good.rindex(b"xref\n0")],
        "cut-last-line.pdf": good[:table],
        "header-only.pdf": b"%PDF-1.7\n",
        "empty.pdf": b"",
        "table-offset-wrong.pdf": good[:table] + b"startxref\n99999999\n%%EOF\n",
        "table-offset-negative.pdf": good[:table] + b"startxref\n-5\n%%EOF\n",
        "table-entries-wrong.pdf": re.sub(rb"\n(\d{10}) 00000 n", lambda m: b"\n%010d 00000 n" % (int(m[1]) + 7), good),
        "no-root.pdf": good.replace(b"/Root", b"/Boot"),
        "junk-before.pdf": b"junk\n" * 40 + good,
        "junk-after.pdf": good + b"junk\n" * 400,
        "middle-zeroed.pdf": good[:half] + bytes(400) + good[half + 400:],
        "wrong-length.pdf": re.sub(rb"/Length \d+", b"/Length 7", good),
        "pages-cycle.pdf": _pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
        "parent-cycle.pdf": _pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 2 0 R>>",
                                  b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", _stream(TEXT)]),
        "form-cycle.pdf": _pdf([CATALOG, PAGES, PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"), _stream(TEXT + b" /X Do"), FONT,
                                _stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 6 0 R>>>>")]),
        "table-cycle.pdf": good[:table].replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % good.rindex(b"xref\n0")) + good[table:],
        "length-cycle.pdf": _pdf([CATALOG, PAGES, PAGE, b"<</Length 4 0 R>>\nstream\n" + TEXT + b"\nendstream", FONT]),
        "kids-missing.pdf": _pdf([CATALOG, b"<</Type/Pages/Kids[9 0 R]/Count 1>>"]),
        "contents-missing.pdf": _pdf([CATALOG, PAGES, PAGE.replace(b"/Contents 4 0 R", b"")]),
        "size-missing.pdf": _pdf([CATALOG, PAGES, PAGE.replace(b"/MediaBox[0 0 612 792]", b""), _stream(TEXT), FONT]),
        "size-zero.pdf": _pdf([CATALOG, PAGES, PAGE.replace(b"612 792", b"0 0"), _stream(TEXT), FONT]),
        "size-huge.pdf": _pdf([CATALOG, PAGES, PAGE.replace(b"612 792", b"1e9 1e9"), _stream(TEXT), FONT]),
        "matrix-singular.pdf": _pdf([CATALOG, PAGES, PAGE, _stream(b"0 0 0 0 0 0 cm " + TEXT), FONT]),
        "deep-arrays.pdf": _pdf([CATALOG, PAGES, PAGE, _stream(TEXT), FONT, b"[" * 20000 + b"]" * 20000]),
        "deep-states.pdf": _pdf([CATALOG, PAGES, PAGE, _stream(b"q " * 20000 + TEXT), FONT]),
        "bomb.pdf": _pdf([CATALOG, PAGES, PAGE, _stream(bomb(1), b"/Filter/FlateDecode"), FONT]),
        "bomb-twice.pdf": _pdf([CATALOG, PAGES, PAGE, _stream(bomb(2), b"/Filter[/FlateDecode/FlateDecode]"), FONT]),
        "small.pdf": _pdf(small),
    }
    for name, data in broken.items():
        (folder / f"broken-{name}").write_bytes(data)
        yield f"broken-{name}", "broken on purpose" if name != "small.pdf" else "the file that some of the broken ones began as"

    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml", (2026, 1, 1, 0, 0, 0)), "<Types/>")
        archive.writestr(zipfile.ZipInfo("word/document.xml", (2026, 1, 1, 0, 0, 0)), "<w:document/>")
    others = {
        "word.pdf": document.getvalue(),
        "old-word.pdf": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
        "page.pdf": b"<!DOCTYPE html><title>R\xc3\xa9sum\xc3\xa9</title>",
        "picture.pdf": bytes.fromhex("89504e470d0a1a0a") + bytes(60),
        "text.pdf": b"Maren Okafor\nmaren@example.edu\n",
        "rich-text.pdf": b"{\\rtf1 Maren Okafor}",
    }
    for name, data in others.items():
        (folder / f"not-{name}").write_bytes(data)
        yield f"not-{name}", "not a PDF, in spite of its name"
