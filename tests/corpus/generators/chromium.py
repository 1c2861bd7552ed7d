"""Résumés printed by Chromium, which tags what it prints."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from people import PEOPLE

from . import html


def _program():
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def missing():
    return None if _program() else "Chromium (Debian: chromium)"


def version():
    shown = subprocess.run([_program(), "--version"], capture_output=True, text=True, check=False).stdout
    return " ".join(shown.split()[:2])


def write(folder):
    for name, person, style, note in [
        ("chromium-left.pdf", PEOPLE[0], "", "left"),
        ("chromium-centred.pdf", PEOPLE[2], html.CENTRED, "centred"),
        ("chromium-columns.pdf", PEOPLE[3], html.COLUMNS, "two columns below the contact details"),
        ("chromium-cards.pdf", PEOPLE[1], html.CARDS, "name and sections on rounded cards"),
        ("chromium-gradient.pdf", PEOPLE[0], html.GRADIENT, "headings on gradients"),
    ]:
        with tempfile.TemporaryDirectory() as place:
            page = Path(place) / "page.html"
            page.write_text(html.page(person, style), encoding="utf-8")
            subprocess.run([_program(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                            "--disable-component-update", "--disable-sync", "--no-first-run", f"--user-data-dir={place}/data",
                            "--no-pdf-header-footer", f"--print-to-pdf={folder / name}", page.as_uri()],
                           check=True, capture_output=True, timeout=120)
        yield name, note
