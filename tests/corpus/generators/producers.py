"""Résumés written by hand in the dialects of programs that can't be run here: Word, Google Docs, Canva, InDesign,
Pages, a scanner, PowerPoint. Only the shape of their content is theirs; the words are of invented people."""

import zlib

from people import PEOPLE

# The widths of Helvetica from the space to the tilde, in thousandths of the size.
WIDTHS = [int(width) for width in (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584").split()]


def missing():
    return None


def version():
    return "producers.py"


def wide(text, size):
    return sum(WIDTHS[ord(c) - 32] if 32 <= ord(c) < 127 else 556 for c in text) * size / 1000


class Line:
    """Text at a place, from the left and the top of a page of Letter."""

    def __init__(self, kind, text, x, y, size, bold=False, grey=0.1):
        self.kind, self.text, self.x, self.y, self.size, self.bold, self.grey = kind, text, x, y, size, bold, grey

    @property
    def right(self):
        return self.x + wide(self.text, self.size)


def page(person, left=72, right=540, top=60, centred=False, between="  |  ", size=10, contact=None, gap=20):
    """The lines of a résumé, and the rows of its rules."""
    lines, rules = [], []

    def put(kind, text, y, size, bold=False, x=None, end=None):
        x = left if x is None else x
        if end is not None:
            x = end - wide(text, size)
        elif centred and kind in ("name", "contact"):
            x = (left + right - wide(text, size)) / 2
        lines.append(Line(kind, text, x, y, size, bold))

    y = top + 18
    put("name", person.name, y, 21, True)
    for row in contact or [person.contact(between)]:
        y += size * 1.6
        put("contact", row, y, size)
    y += gap
    for title, entries in person.sections:
        put("heading", title, y, size + 1.5, True)
        rules.append(y + 4)
        y += size * 1.8
        for head, date, points in entries:
            put("entry", head, y, size, True)
            if date:
                put("date", date, y, size, end=right)
            y += size * 1.4
            for point in points:
                put("bullet", point.encode("ascii", "ignore").decode(), y, size, x=left + 12)
                y += size * 1.35
        y += size * 1.1
    return lines, rules


class File:
    """A PDF being put together, object by object."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(self.objects)

    def stream(self, data, entries=""):
        data = zlib.compress(data if isinstance(data, bytes) else data.encode("latin-1", "replace"), 9)
        return self.add(f"<</Length {len(data)}/Filter/FlateDecode{entries}>>\nstream\n".encode() + data + b"\nendstream")

    def fonts(self):
        return (self.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"),
                self.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"))

    def save(self, path, root):
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        table = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer\n<</Size {len(places) + 1}/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n".encode()
        path.write_bytes(out)


def single(folder, name, content, resources="", page="", catalog="", fonts=None, file=None):
    """A file of one page of Letter with `content`, a string or the pieces of one."""
    file = file or File()
    regular, bold = fonts or file.fonts()
    pieces = [content] if isinstance(content, (str, bytes)) else content
    streams = " ".join(f"{file.stream(piece)} 0 R" for piece in pieces)
    number = len(file.objects) + 2
    own = "" if "/Resources" in page else f"/Resources<</Font<</F1 {regular} 0 R/F2 {bold} 0 R>>{resources}>>"
    box = "" if "/MediaBox" in page else "/MediaBox[0 0 612 792]"
    file.add(f"<</Type/Page/Parent {number} 0 R{box}/Contents[{streams}]{own}{page}>>")
    file.add(f"<</Type/Pages/Kids[{number - 1} 0 R]/Count 1>>")
    root = file.add(f"<</Type/Catalog/Pages {number} 0 R{catalog}>>")
    file.save(folder / name, root)


def quoted(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("é", "\\351").replace("á", "\\341").replace("–", "\\226")


def font(line):
    return "F2" if line.bold else "F1"


def kerned(text):
    """A string cut in pieces with kerning between them, as Word and LaTeX write it."""
    pieces = [text[at:at + 3] for at in range(0, len(text), 3)]
    return "[" + "".join(f"({quoted(piece)}){(-1) ** at * 3}" for at, piece in enumerate(pieces)) + "]"


def word(folder, name, person, cells=False, **how):
    """Word: every paragraph marked, each run a text object of its own within a clip; rules are artifacts."""
    lines, rules = page(person, **how)
    file = File()
    fonts = file.fonts()
    tree = len(file.objects) + 1
    file.add("")  # the tree, written once its elements are known
    body = file.add("")
    out, elements, kids = [], [], []
    number = len(file.objects) + len(lines) + 4  # elements, content, parents and link come before the page
    for mark, line in enumerate(lines):
        kind = {"name": "H1", "heading": "H2"}.get(line.kind, "P")
        clip = f"{line.x - 5.4:.2f} {792 - line.y - 4:.2f} {line.right - line.x + 10.8:.2f} {line.size * 1.5:.2f} re"
        clip = clip if cells and line.kind in ("name", "contact") else "0.000008871 0 612 792 re"
        out.append(f"/{kind} <</MCID {mark}>> BDC q\n{clip}\nW* n\nBT\n/{font(line)} {line.size} Tf\n1 0 0 1 {line.x:.2f} "
                   f"{792 - line.y:.2f} Tm\n0 g\n0 G\n{kerned(line.text)} TJ\nET\nQ\n"
                   f"q\n0.000008871 0 612 792 re\nW* n\nBT\n/F1 {line.size} Tf\n1 0 0 1 {line.right:.2f} {792 - line.y:.2f} Tm\n"
                   "0 g\n0 G\n[( )] TJ\nET\nQ\n EMC ")
        elements.append(file.add(f"<</Type/StructElem/S/{kind}/P {body} 0 R/Pg {number} 0 R/K {mark}>>"))
        kids.append(f"{elements[-1]} 0 R")
        if line.kind == "heading":
            out.append(f"/Artifact BMC q\n0 0 0 rg\n72 {792 - line.y - 5:.2f} 468 0.48 re\nf*\nQ\n EMC ")
    contact = next(line for line in lines if line.kind == "contact")
    content = file.stream("".join(out))
    parents = file.add("[" + " ".join(kids) + "]")
    link = file.add(f"<</Type/Annot/Subtype/Link/Rect[{contact.x:.2f} {789 - contact.y:.2f} {contact.x + wide(person.email, contact.size):.2f} "
                    f"{801 - contact.y:.2f}]/BS<</W 0>>/F 4/A<</S/URI/URI(mailto:{person.email})>>/StructParent 1>>")
    assert file.add(f"<</Type/Page/Parent {number + 1} 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 {fonts[0]} 0 R/F2 {fonts[1]} 0 R>>"
                    f"/ProcSet[/PDF/Text]>>/Annots[{link} 0 R]/Contents {content} 0 R/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>"
                    f"/Tabs/S/StructParents 0>>") == number
    file.add(f"<</Type/Pages/Count 1/Kids[{number} 0 R]>>")
    numbers = file.add(f"<</Nums[0 {parents} 0 R 1 {elements[1]} 0 R]>>")
    file.objects[tree - 1] = f"<</Type/StructTreeRoot/K {body} 0 R/ParentTree {numbers} 0 R/ParentTreeNextKey 2>>".encode()
    file.objects[body - 1] = f"<</Type/StructElem/S/Document/P {tree} 0 R/K[{' '.join(kids)}]>>".encode()
    root = file.add(f"<</Type/Catalog/Pages {number + 1} 0 R/Lang(en-US)/StructTreeRoot {tree} 0 R/MarkInfo<</Marked true>>>>")
    file.save(folder / name, root)


def google(folder, name, person, marked=True, **how):
    """Google Docs: one large transformation, then text in text objects turned over, words placed one by one."""
    lines, rules = page(person, **how)
    out = ["1 0 0 -1 0 792 cm\nq\n.75 0 0 .75 0 0 cm\n1 1 1 RG 1 1 1 rg\n/G3 gs\n0 0 816 1056 re\nf\n"]
    for mark, line in enumerate(lines):
        out.append(f"/P <</MCID {mark} >>BDC\n" if marked else "")
        out.append(f"0 0 0 RG 0 0 0 rg\n/G3 gs\nBT\n/{font(line)} {line.size / .75:.4f} Tf\n1 0 0 -1 0 0 Tm\n")
        x, at = line.x / .75, (0.0, 0.0)
        for piece in line.text.split(" "):
            out.append(f"{x - at[0]:.4f} {-line.y / .75 - at[1]:.4f} Td ({quoted(piece)} ) Tj\n")
            at = (x, -line.y / .75)
            x += wide(piece + " ", line.size / .75)
        out.append("ET\n" + ("EMC\n" if marked else ""))
        if line.kind == "heading":
            out.append(f"q\n{72 / .75} {(line.y + 4) / .75:.3f} {468 / .75} 1 re\nW\nn\n.6 .6 .6 rg\n{72 / .75} {(line.y + 4) / .75:.3f} "
                       f"{468 / .75} 1 re\nf\nQ\n")
    out.append("Q\n")
    single(folder, name, "".join(out), "/ExtGState<</G3<</ca 1/BM/Normal>>>>")


def canva(folder, name, person, whole=False, panel=False, **how):
    """Canva: each element a transparency group of its own, placed by a transformation; every letter placed."""
    lines, rules = page(person, **how)
    file = File()
    fonts = file.fonts()
    state = "/ExtGState<</G3<</ca 1/BM/Normal>>>>"
    forms, out = [], ["q\n.75 0 0 -.75 0 792 cm\n1 1 1 rg /G3 gs\n0 0 816 1056 re f\n"]

    def element(x, y, width, height, body):
        name = f"X{len(forms)}"
        forms.append((name, file.stream(body, f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.2f} {height:.2f}]/Group<</S/Transparency"
                                              f"/CS/DeviceRGB/I true/K false>>/Resources<</Font<</F1 {fonts[0]} 0 R/F2 {fonts[1]} 0 R>>{state}>>")))
        out.append(f"q\n1 0 0 1 {x:.3f} {y:.3f} cm\n/G3 gs\n/{name} Do\nQ\n")

    if panel:
        element(0, 0, 816, 150, ".1 .2 .35 rg 0 0 816 150 re f\n")
    for line in lines:
        size, x = line.size / .75, 2.0
        colour = "1 1 1 rg" if panel and line.kind in ("name", "contact") else ".13 .13 .16 rg"
        body = [f"{colour}\n/G3 gs\nBT\n/{font(line)} {size:.4f} Tf\n1 0 0 -1 0 {size:.4f} Tm\n{x} 0 Td\n"]
        for letter in line.text:
            body.append(f"({quoted(letter)}) Tj {wide(letter, size):.4f} 0 Td\n")
        body.append("ET\n")
        element(line.x / .75 - 2, line.y / .75 - size, (line.right - line.x) / .75 + size, size * 1.4, "".join(body))
        if line.kind == "heading":
            element(72 / .75, (line.y + 4) / .75, 468 / .75, 1.5, ".13 .13 .16 rg 0 0 624 1.5 re f\n")
    out.append("Q\n")
    names = "".join(f"/{name} {number} 0 R" for name, number in forms)
    if whole:
        inner = file.stream("".join(out), f"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Group<</S/Transparency/CS/DeviceRGB/I true>>"
                                          f"/Resources<</XObject<<{names}>>{state}>>")
        single(folder, name, "q 1 0 0 1 0 0 cm /Page Do Q", f"/XObject<</Page {inner} 0 R>>", fonts=fonts, file=file)
    else:
        single(folder, name, "".join(out), f"/XObject<<{names}>>{state}", fonts=fonts, file=file)


def indesign(folder, name, person, first_last=False, **how):
    """InDesign: layers, colour spaces by name, spans with the text that they stand for, lines set by T* with letter and word
    space; the story of the page may come before that of its head."""
    lines, rules = page(person, **how)
    file = File()
    fonts = file.fonts()
    layer = file.add("<</Type/OCG/Name(Layer 1)/Intent[/View/Design]>>")
    profile = file.add("[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]>>]")
    head = [line for line in lines if line.kind in ("name", "contact")]
    rest = [line for line in lines if line not in head]

    def story(lines):
        out = ["/CS0 cs 0.137 0.122 0.125 scn\n/GS0 gs\n"]
        for line in lines:
            size = line.size
            out.append(f"BT\n/{font(line)} 1 Tf\n0 Tc 0.005 Tw 0 Ts 100 Tz 0 Tr {size} 0 0 {size} {line.x:.4f} {792 - line.y:.4f} Tm\n")
            half = len(line.text) // 2
            out.append(f"({quoted(line.text[:half])})Tj\n/Span<</ActualText(\\376\\377\\000{line.text[half]})>> BDC \n"
                       f"({quoted(line.text[half])})Tj\nEMC \n({quoted(line.text[half + 1:])})Tj\nET\n")
            if line.kind == "heading":
                out.append(f"/CS0 CS 0.137 0.122 0.125 SCN\n0.5 w 4 M 0 j 0 J []0 d \n/GS0 gs\nq 1 0 0 1 72 {792 - line.y - 4:.3f} cm\n0 0 m\n468 0 l\nS\nQ\n")
        return "".join(out)

    stories = [story(rest), story(head)] if first_last else [story(head), story(rest)]
    content = "/OC /MC0 BDC \nq\n0 0 612 792 re\nW n\n" + "".join(stories) + "Q\nEMC \n"
    single(folder, name, content, f"/ColorSpace<</CS0 {profile} 0 R>>/ExtGState<</GS0<</AIS false/BM/Normal/CA 1/ca 1/OP false/SA true/SMask/None"
           f"/Type/ExtGState>>>>/Properties<</MC0 {layer} 0 R>>", "/CropBox[0 0 612 792]/TrimBox[0 0 612 792]/BleedBox[0 0 612 792]"
           "/MediaBox[-20 -20 632 812]/Group<</S/Transparency/CS/DeviceRGB/I true>>",
           f"/OCProperties<</OCGs[{layer} 0 R]/D<</ON[{layer} 0 R]/Order[{layer} 0 R]>>>>", fonts, file)


def pages(folder, name, person, **how):
    """Pages and every print to PDF on a Mac: sizes in the text matrix, colour spaces by name, content in pieces."""
    lines, rules = page(person, **how)
    file = File()
    fonts = file.fonts()
    space = file.add("[/CalRGB<</WhitePoint[0.9505 1 1.089]>>]")
    out = ["q Q q 0 0 612 792 re W n /Cs1 cs 1 1 1 sc 0 0 612 792 re f\n"]
    for line in lines:
        size = line.size
        out.append(f"/Cs1 cs {line.grey} {line.grey} {line.grey} sc q 1 0 0 1 {line.x:.4f} {792 - line.y:.4f} cm BT {size} 0 0 {size} 0 0 Tm\n"
                   f"/{font(line)} 1 Tf 0.0002 Tc ({quoted(line.text)}) Tj ET Q\n")
        if line.kind == "heading":
            out.append(f"0.5 w /Cs1 CS .6 .6 .6 SC q 1 0 0 1 72 {792 - line.y - 4:.4f} cm 0 0 m 468 0 l S Q\n")
    content = "".join(out) + "Q"
    third = len(content) // 3
    cut = [content.index(" ", third), content.index(" ", 2 * third)]
    single(folder, name, [content[:cut[0]], content[cut[0]:cut[1]], content[cut[1]:]], f"/ColorSpace<</Cs1 {space} 0 R>>", fonts=fonts, file=file)


def one_object(folder, name, person, **how):
    """A whole page in one text object, every line placed by Td from the last, as LaTeX and troff write it."""
    lines, rules = page(person, **how)
    out, at = ["BT\n"], (0.0, 0.0)
    for line in lines:
        out.append(f"/{font(line)} {line.size} Tf {line.x - at[0]:.3f} {792 - line.y - at[1]:.3f} Td {kerned(line.text)}TJ\n")
        at = (line.x, 792 - line.y)
    single(folder, name, "".join(out) + "ET\n")


def one_line(folder, name, person, **how):
    """Words that only the leading puts on lines: a text object of T* and ' alone."""
    lines, rules = page(person, **how)
    out = [f"BT /F2 18 Tf 14 TL 72 720 Td ({quoted(person.name)}) Tj /F1 10 Tf\n"]
    out += [f"({quoted(line.text)}) '\n" if at % 2 else f"T* ({quoted(line.text)}) Tj\n" for at, line in enumerate(lines[1:])]
    single(folder, name, "".join(out) + "ET\n")


def head_form(folder, name, person, **how):
    """The name and contact details in a form, as page templates have them, and the rest on the page."""
    lines, rules = page(person, **how)
    file = File()
    fonts = file.fonts()

    def text(lines):
        return "".join(f"BT /{font(line)} {line.size} Tf {line.x:.3f} {792 - line.y:.3f} Td ({quoted(line.text)}) Tj ET\n" for line in lines)
    head = [line for line in lines if line.kind in ("name", "contact")]
    form = file.stream(text(head), f"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 {fonts[0]} 0 R/F2 {fonts[1]} 0 R>>>>")
    single(folder, name, "q /Fm0 Do Q\n" + text(line for line in lines if line not in head), f"/XObject<</Fm0 {form} 0 R>>", fonts=fonts, file=file)


def pictured(folder, name, person, **how):
    """The name is a picture of letters; everything else is text."""
    lines, rules = page(person, **how)
    rows = 24
    data = bytes([0b10101010, 0x55] * 12 * rows)
    out = [f"q 200 0 0 24 72 {792 - 82} cm BI /W 192 /H {rows} /BPC 1 /CS /G ID ".encode() + data + b"\nEI Q\n"]
    out += [f"BT /{font(line)} {line.size} Tf {line.x:.3f} {792 - line.y:.3f} Td ({quoted(line.text)}) Tj ET\n".encode() for line in lines[1:]]
    single(folder, name, b"".join(out))


def clipped_name(folder, name, person, **how):
    """The name is a clip that a gradient shows through, as designers like it."""
    lines, rules = page(person, **how)
    first, *rest = lines
    out = [f"q BT 7 Tr /F2 {first.size} Tf {first.x:.3f} {792 - first.y:.3f} Td ({quoted(first.text)}) Tj ET /Sh0 sh Q\n"]
    out += [f"BT /{font(line)} {line.size} Tf {line.x:.3f} {792 - line.y:.3f} Td ({quoted(line.text)}) Tj ET\n" for line in rest]
    single(folder, name, "".join(out), "/Shading<</Sh0<</ShadingType 2/ColorSpace/DeviceRGB/Coords[72 0 400 0]/Extend[true true]"
           "/Function<</FunctionType 2/Domain[0 1]/C0[.1 .2 .6]/C1[.6 .1 .3]/N 1>>>>>>")


def drawn(folder, name, person, **how):
    """Letters in a font of drawings (Type 3), as some browsers and plotters write them."""
    lines, rules = page(person, **how)
    file = File()
    letters = sorted({ord(c) for line in lines for c in line.text if 32 < ord(c) < 127})
    procs = []
    for code in letters:
        width = WIDTHS[code - 32]
        tall = 720 if chr(code).isupper() or chr(code) in "bdfhklt0123456789" else 500
        procs.append(file.stream(f"{width} 0 40 0 {width - 40} {tall} d1 40 0 {max(width - 80, 60)} {tall} re 110 70 {max(width - 220, 20)} {tall - 140} re f*"))
    glyphs = "".join(f"/g{code} {proc} 0 R" for code, proc in zip(letters, procs))
    rows = "".join(f"<{code:02x}> <{code:04x}>\n" for code in letters)
    says = file.stream("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
                       f"{len(letters) + 1} beginbfchar\n<20> <0020>\n{rows}endbfchar endcmap end")
    first, last = letters[0], letters[-1]
    differences = " ".join(f"{code} /g{code}" for code in letters)
    widths = " ".join(str(WIDTHS[code - 32]) for code in range(32, last + 1))
    number = file.add(f"<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 800]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32/LastChar {last}"
                      f"/Widths[{widths}]/CharProcs<<{glyphs}>>/Encoding<</Type/Encoding/Differences[{differences}]>>/ToUnicode {says} 0 R/Resources<<>>>>")
    out = [f"BT /F1 {line.size} Tf {line.x:.3f} {792 - line.y:.3f} Td ({quoted(line.text)}) Tj ET\n" for line in lines]
    single(folder, name, "".join(out), fonts=(number, number), file=file)


def bare(folder, name, person, **how):
    """No resources at all, and a text object that is never ended."""
    lines, rules = page(person, **how)
    out = [f"BT /F1 {line.size} Tf {line.x:.3f} {792 - line.y:.3f} Td ({quoted(line.text)}) Tj ET\n" for line in lines]
    out[-1] = out[-1].replace(" ET", "")
    single(folder, name, "".join(out), page="/Resources<<>>")


def upside(folder, name, person, **how):
    """PowerPoint and others draw from the foot of the page to its top."""
    lines, rules = page(person, **how)
    out = [f"q 0 0 612 792 re W* n BT /{font(line)} {line.size} Tf 1 0 0 1 {line.x:.3f} {792 - line.y:.3f} Tm ({quoted(line.text)}) Tj ET Q\n" for line in lines]
    single(folder, name, "".join(reversed(out)))


def write(folder):
    maren, tomas, ingrid, jun = PEOPLE
    rows = [[person.email, person.city], [person.phone, person.link]] if (person := ingrid) else []
    kinds = [
        (word, "like-word.pdf", maren, {}, "in Word’s dialect: tagged, a clip and a text object for every run"),
        (word, "like-word-centred.pdf", tomas, {"centred": True, "contact": [tomas.contact("  •  ").encode("ascii", "ignore").decode()]}, "the same, centred"),
        (word, "like-word-table.pdf", ingrid, {"cells": True, "contact": [" | ".join(row) for row in rows]}, "the same, name and contact details in cells that clip"),
        (google, "like-google-docs.pdf", jun, {}, "in Google Docs’ dialect: turned over, word by word, tagged"),
        (google, "like-google-docs-old.pdf", maren, {"marked": False, "centred": True}, "the same without tags, centred"),
        (canva, "like-canva.pdf", tomas, {}, "in Canva’s dialect: a group for every element, every letter placed"),
        (canva, "like-canva-panel.pdf", ingrid, {"panel": True}, "the same on a coloured panel"),
        (canva, "like-canva-whole.pdf", jun, {"whole": True}, "the same within one group for the page"),
        (indesign, "like-indesign.pdf", maren, {}, "in InDesign’s dialect: layers, named colour spaces, spans"),
        (indesign, "like-indesign-head-last.pdf", tomas, {"first_last": True}, "the same, the head drawn after the rest"),
        (pages, "like-pages.pdf", ingrid, {}, "in the dialect of Pages: content in pieces that part operators from operands"),
        (one_object, "one-text-object.pdf", jun, {}, "the page in one text object, each line placed from the last"),
        (one_line, "one-leading.pdf", maren, {}, "a text object that only leading moves"),
        (head_form, "head-in-form.pdf", tomas, {}, "name and contact details in a form"),
        (pictured, "name-as-picture.pdf", ingrid, {}, "the name is a picture"),
        (clipped_name, "name-as-clip.pdf", jun, {}, "the name is a clip that a gradient shows through"),
        (drawn, "drawn-letters.pdf", maren, {}, "letters in a font of drawings (Type 3)"),
        (bare, "no-resources.pdf", tomas, {}, "no resources, and a text object that never ends"),
        (upside, "drawn-upwards.pdf", ingrid, {}, "drawn from the foot of the page to its top"),
    ]
    for make, name, person, how, note in kinds:
        make(folder, name, person, **how)
        yield name, note
