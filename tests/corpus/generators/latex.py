"""Résumés by LaTeX: Computer Modern with hyperref, and a two-column page."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from people import PEOPLE


def missing():
    return None if shutil.which("pdflatex") else "pdflatex (Debian: texlive-latex-recommended)"


def version():
    return subprocess.run(["pdflatex", "--version"], capture_output=True, text=True, check=False).stdout.splitlines()[0]


def _tex(text):
    for sign, word in [("&", r"\&"), ("_", r"\_"), ("–", "--"), ("·", r"$\cdot$")]:
        text = text.replace(sign, word)
    return text


def _source(person, centred):
    out = [r"""\documentclass[10pt,letterpaper]{article}\usepackage[margin=0.75in]{geometry}\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}\usepackage[hidelinks]{hyperref}\pagestyle{empty}\setlength{\parindent}{0pt}
\pdfinfoomitdate=1\pdftrailerid{}\begin{document}"""]
    head = rf"{{\LARGE\bfseries {_tex(person.name)}}}\\[2pt] \href{{mailto:{person.email}}}{{{_tex(person.email)}}} $|$ {_tex(person.phone)} $|$ {_tex(person.city)} $|$ {_tex(person.link)}"
    out.append(rf"\begin{{center}}{head}\end{{center}}" if centred else head + "\n")
    for title, entries in person.sections:
        out.append(rf"\section*{{{_tex(title)}}}\vspace{{-6pt}}\hrule\vspace{{4pt}}")
        for name, date, points in entries:
            out.append(rf"\textbf{{{_tex(name)}}}\hfill {_tex(date)}\par")
            if points:
                out.append(r"\begin{itemize}\setlength{\itemsep}{0pt}" + "".join(rf"\item {_tex(point)}" for point in points) + r"\end{itemize}")
    return "\n".join([*out, r"\end{document}"])


def write(folder):
    for name, person, centred in [("latex-left.pdf", PEOPLE[1], False), ("latex-centred.pdf", PEOPLE[2], True)]:
        with tempfile.TemporaryDirectory() as place:
            (Path(place) / "page.tex").write_text(_source(person, centred), encoding="utf-8")
            subprocess.run(["pdflatex", "-interaction=batchmode", "page.tex"], cwd=place, check=True, capture_output=True, timeout=120)
            shutil.copy(Path(place) / "page.pdf", folder / name)
        yield name, "centred" if centred else "left"
