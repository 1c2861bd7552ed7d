"""Résumés by reportlab: plain, centred, two columns, rotated, cropped, A3, forms, links and bookmarks, a scan."""

import io

from people import PEOPLE


def missing():
    try:
        import PIL  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError:
        return "the Python packages reportlab and pillow"
    return None


def version():
    import reportlab
    return f"reportlab {reportlab.Version}"


def write(folder):
    from reportlab import rl_config
    rl_config.invariant = 1
    from reportlab.lib.pagesizes import A3, A4, letter
    yield from [
        _plain(folder, "reportlab-left.pdf", PEOPLE[0], letter, note="Helvetica, left, links and bookmarks"),
        _plain(folder, "reportlab-centred.pdf", PEOPLE[1], A4, centred=True, font="Times", note="Times, centred, A4"),
        _plain(folder, "reportlab-tight.pdf", PEOPLE[2], letter, top=20, note="ink close to the top"),
        _plain(folder, "reportlab-full.pdf", PEOPLE[2], letter, top=30, repeat=3, note="no room at the foot"),
        _plain(folder, "reportlab-airy.pdf", PEOPLE[3], letter, gap=48, note="a wide gap below the contact details"),
        _plain(folder, "reportlab-a3.pdf", PEOPLE[0], A3, note="A3"),
        _plain(folder, "reportlab-footer.pdf", PEOPLE[1], letter, footer=True, note="a page number at the foot"),
        _plain(folder, "reportlab-rotated-90.pdf", PEOPLE[0], letter, turn=90, note="/Rotate 90"),
        _plain(folder, "reportlab-rotated-180.pdf", PEOPLE[0], letter, turn=180, note="/Rotate 180"),
        _plain(folder, "reportlab-rotated-270.pdf", PEOPLE[0], letter, turn=270, note="/Rotate 270"),
        _plain(folder, "reportlab-cropped.pdf", PEOPLE[3], letter, crop=(20, 30, 600, 780), note="a crop box off the origin"),
        _columns(folder), _panel(folder), _sidebar(folder), _form(folder), _scan(folder), _wordless(folder),
        _typed(folder), _two_pages(folder),
    ]


def _canvas(folder, name, size):
    from reportlab.pdfgen.canvas import Canvas
    canvas = Canvas(str(folder / name), pagesize=size, invariant=1)
    canvas.setTitle(name)
    return canvas


FONTS = {"Helvetica": ("Helvetica", "Helvetica-Bold"), "Times": ("Times-Roman", "Times-Bold")}


def _body(canvas, person, x, y, right, fonts, size=10, repeat=1, rule=True, bookmarks=False):
    regular, bold = fonts
    for _ in range(repeat):
        for title, entries in person.sections:
            y -= size * 1.9
            canvas.setFont(bold, size + 1)
            canvas.drawString(x, y, title.upper())
            if bookmarks:
                key = title.lower()
                canvas.bookmarkHorizontal(key, x, y + size)
                canvas.addOutlineEntry(title, key)
            if rule:
                canvas.setLineWidth(0.5)
                canvas.line(x, y - 3, right, y - 3)
            y -= size * 1.6
            for head, date, points in entries:
                canvas.setFont(bold, size)
                canvas.drawString(x, y, head)
                canvas.setFont(regular, size)
                canvas.drawRightString(right, y, date)
                y -= size * 1.35
                for point in points:
                    canvas.drawString(x + 8, y, "• " + point)
                    y -= size * 1.3
    return y


def _plain(folder, name, person, size, note, centred=False, font="Helvetica", top=54, gap=0, repeat=1, turn=0,
           crop=None, footer=False):
    canvas = _canvas(folder, name, size)
    if turn:
        canvas.setPageRotation(turn)
        # Drawn so that the page is upright once turned; reportlab lays the turned sheet on its side itself.
        width, height = size
        canvas.saveState()
        canvas.transform(*{90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height), 270: (0, -1, 1, 0, 0, width)}[turn])
    width, height = size
    regular, bold = FONTS[font]
    left, right = 54, width - 54
    y = height - top - 16
    draw = (lambda text, y: canvas.drawCentredString(width / 2, y, text)) if centred else (lambda text, y: canvas.drawString(left, y, text))
    canvas.setFont(bold, 20)
    draw(person.name, y)
    y -= 16
    canvas.setFont(regular, 9.5)
    draw(person.contact(), y)
    if not centred and not turn:
        start = left
        wide = canvas.stringWidth(person.email, regular, 9.5)
        canvas.linkURL("mailto:" + person.email, (start, y - 2, start + wide, y + 9), relative=0)
    y = _body(canvas, person, left, y - 4 - gap, right, (regular, bold), repeat=repeat, bookmarks=not turn)
    if footer:
        canvas.setFont(regular, 8)
        canvas.drawCentredString(width / 2, 28, "Page 1 of 1")
    if crop:
        canvas.setCropBox(crop)
    if turn:
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return name, note


def _columns(folder):
    from reportlab.lib.pagesizes import letter
    name, person = "reportlab-columns.pdf", PEOPLE[0]
    canvas = _canvas(folder, name, letter)
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(54, 724, person.name)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(54, 706, person.contact(" · "))
    y = 680
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(54, y, "SKILLS")
    canvas.setFont("Helvetica", 9)
    for skill in ["Rust", "Python", "TypeScript", "SQL", "Git", "Linux", "PostgreSQL", "Docker"]:
        y -= 13
        canvas.drawString(54, y, skill)
    _body(canvas, person, 190, 700, 560, FONTS["Helvetica"], size=8)
    canvas.save()
    return name, "two columns below a name that spans both"


def _panel(folder):
    from reportlab.lib.pagesizes import A4
    name, person = "reportlab-panel.pdf", PEOPLE[1]
    canvas = _canvas(folder, name, A4)
    canvas.setFillColorRGB(0.13, 0.2, 0.33)
    canvas.rect(0, A4[1] - 110, A4[0], 110, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("Helvetica-Bold", 24)
    canvas.drawString(54, A4[1] - 56, person.name)
    canvas.setFont("Helvetica", 9.5)
    canvas.drawString(54, A4[1] - 80, person.contact())
    canvas.setFillColorRGB(0.1, 0.1, 0.1)
    _body(canvas, person, 54, A4[1] - 112, A4[0] - 54, FONTS["Helvetica"])
    canvas.save()
    return name, "name and contact details in white on a coloured panel that bleeds off the top"


def _sidebar(folder):
    from reportlab.lib.pagesizes import letter
    name, person = "reportlab-sidebar.pdf", PEOPLE[2]
    canvas = _canvas(folder, name, letter)
    canvas.setFillColorRGB(0.92, 0.94, 0.97)
    canvas.rect(0, 0, 180, 792, stroke=0, fill=1)
    canvas.setFillColorRGB(0.1, 0.1, 0.1)
    canvas.setFont("Helvetica-Bold", 17)
    canvas.drawString(24, 730, person.name)
    canvas.setFont("Helvetica", 8.5)
    y = 708
    for part in [person.email, person.phone, person.city, person.link]:
        canvas.drawString(24, y, part)
        y -= 13
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(24, 620, "SKILLS")
    canvas.setFont("Helvetica", 8.5)
    for skill in ["Rust", "Python", "TypeScript", "SQL"]:
        y = (602 if skill == "Rust" else y - 13)
        canvas.drawString(24, y, skill)
    _body(canvas, person, 200, 764, 590, FONTS["Helvetica"], size=7.4)
    canvas.save()
    return name, "a coloured side column that holds the name and contact details"


def _form(folder):
    from reportlab.lib.pagesizes import letter
    name, person = "reportlab-form.pdf", PEOPLE[3]
    canvas = _canvas(folder, name, letter)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(54, 722, person.name)
    canvas.setFont("Helvetica", 9.5)
    canvas.drawString(54, 706, person.contact())
    y = _body(canvas, person, 54, 700, 558, FONTS["Helvetica"])
    canvas.drawString(54, y - 20, "Reference:")
    canvas.acroForm.textfield(name="reference", x=120, y=y - 26, width=200, height=18, value="on request")
    canvas.acroForm.checkbox(name="relocate", x=340, y=y - 26, size=14, checked=True)
    canvas.save()
    return name, "form fields at the foot"


def picture(person, size=(1275, 1650)):
    """A page as a scanner sees it, as the bytes of a PNG."""
    from PIL import Image, ImageDraw, ImageFont
    page = Image.new("L", size, 250)
    draw = ImageDraw.Draw(page)
    large, small = ImageFont.load_default(44), ImageFont.load_default(21)
    draw.text((110, 110), person.name, fill=20, font=large)
    draw.text((110, 175), person.contact(), fill=40, font=small)
    y = 230
    for title, entries in person.sections:
        draw.text((110, y), title.upper(), fill=20, font=small)
        y += 40
        for head, date, points in entries:
            for text in [f"{head}   {date}", *points]:
                draw.text((130, y), text, fill=45, font=small)
                y += 31
        y += 20
    data = io.BytesIO()
    page.point(lambda shade: 255 if shade > 128 else 0).convert("1").save(data, "PNG")
    data.seek(0)
    return data


def _scan(folder):
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.utils import ImageReader
    name = "reportlab-scan.pdf"
    canvas = _canvas(folder, name, letter)
    canvas.drawImage(ImageReader(picture(PEOPLE[0])), 0, 0, *letter)
    canvas.save()
    return name, "a picture of a page and no text"


def _wordless(folder):
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.utils import ImageReader
    name, person = "reportlab-scan-ocr.pdf", PEOPLE[1]
    canvas = _canvas(folder, name, letter)
    canvas.drawImage(ImageReader(picture(person)), 0, 0, *letter)
    text = canvas.beginText(53, 720)
    text.setTextRenderMode(3)
    text.setFont("Helvetica", 10)
    text.textLine(person.name)
    text.textLine(person.contact())
    for title, entries in person.sections:
        text.textLine(title.upper())
        for head, date, points in entries:
            for line in [f"{head} {date}", *points]:
                text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return name, "a picture of a page with unseen text behind it"


def _typed(folder):
    from reportlab.lib.pagesizes import letter
    name, person = "reportlab-typed.pdf", PEOPLE[0]
    canvas = _canvas(folder, name, letter)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(54, 722, person.name)
    canvas.setFont("Helvetica", 9.5)
    canvas.drawString(54, 706, person.contact())
    canvas.drawString(54, 693, "Availability: 15 June 2026 to 30 August 2026")
    _body(canvas, person, 54, 688, 558, FONTS["Helvetica"])
    canvas.save()
    return name, "already says when the student is free, typed by hand"


def _two_pages(folder):
    from reportlab.lib.pagesizes import letter
    name, person = "reportlab-two-pages.pdf", PEOPLE[1]
    canvas = _canvas(folder, name, letter)
    canvas.addPageLabel(0, style="ROMAN_LOWER")
    for page in range(2):
        if page == 0:
            canvas.setFont("Times-Bold", 20)
            canvas.drawString(54, 722, person.name)
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(54, 706, person.contact())
        _body(canvas, person, 54, 700, 558, FONTS["Times"], bookmarks=page == 0)
        if page == 1:
            canvas.linkRect("Back to education", "education", (54, 60, 200, 75))
            canvas.drawString(54, 62, "Back to education")
        canvas.showPage()
    canvas.save()
    return name, "two pages, page labels, a link from the second to the first"
