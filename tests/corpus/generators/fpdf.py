"""Résumés by fpdf2: one compressed stream a page, core fonts."""

from datetime import datetime, timezone

from people import PEOPLE


def missing():
    try:
        import fpdf  # noqa: F401
    except ImportError:
        return "the Python package fpdf2"
    return None


def version():
    import fpdf
    return f"fpdf2 {fpdf.__version__}"


def write(folder):
    from fpdf import FPDF
    for name, person, centred in [("fpdf2-left.pdf", PEOPLE[0], False), ("fpdf2-centred.pdf", PEOPLE[3], True)]:
        pdf = FPDF(format="letter")
        pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=timezone.utc))
        pdf.add_page()
        align = "C" if centred else "L"
        pdf.set_font("helvetica", "B", 20)
        pdf.cell(0, 9, person.name, align=align, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("helvetica", "", 9.5)
        pdf.cell(0, 5, person.contact(), align=align, new_x="LMARGIN", new_y="NEXT")
        for title, entries in person.sections:
            pdf.ln(2)
            pdf.set_font("helvetica", "B", 11)
            pdf.cell(0, 6, title.upper(), border="B", new_x="LMARGIN", new_y="NEXT")
            for head, date, points in entries:
                pdf.set_font("helvetica", "B", 10)
                pdf.cell(0, 5, f"{head}  {date}".replace("–", "-"), new_x="LMARGIN", new_y="NEXT")
                pdf.set_font("helvetica", "", 10)
                for point in points:
                    pdf.multi_cell(0, 4.6, "- " + point, new_x="LMARGIN", new_y="NEXT")
        pdf.output(str(folder / name))
        yield name, "centred" if centred else "left"
