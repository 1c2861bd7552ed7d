"""Résumés by WeasyPrint: plain, centred, two columns, cards on colour, gradients, tagged."""

from people import PEOPLE

from . import html


def missing():
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "the Python package weasyprint"
    return None


def version():
    import weasyprint
    return f"WeasyPrint {weasyprint.__version__}"


def write(folder):
    from weasyprint import HTML
    for name, person, style, note, options in [
        ("weasyprint-left.pdf", PEOPLE[0], "", "left", {}),
        ("weasyprint-centred.pdf", PEOPLE[1], html.CENTRED + "body { font-family: 'DejaVu Serif', serif }", "centred", {}),
        ("weasyprint-columns.pdf", PEOPLE[2], html.COLUMNS, "two columns below the contact details", {}),
        ("weasyprint-cards.pdf", PEOPLE[3], html.CARDS, "name and sections on rounded cards", {}),
        ("weasyprint-gradient.pdf", PEOPLE[0], html.GRADIENT, "headings on gradients", {}),
        ("weasyprint-tagged.pdf", PEOPLE[1], "", "tagged, PDF/UA-1", {"pdf_variant": "pdf/ua-1"}),
    ]:
        HTML(string=html.page(person, style)).write_pdf(folder / name, **options)
        yield name, note
