#!/usr/bin/env python3
"""Writes the corpus of résumés that placing is tested on: `generate.py FOLDER`.

Each generator is asked whether its tools are there; what is missing is said, and the rest is still written.
The folder gets a SOURCES.tsv that names the generator of every file and its version.
"""

import sys
from pathlib import Path

from generators import chromium, damage, fpdf, latex, office, producers, protect, reportlab_, typst_, weasy

GENERATORS = [reportlab_, fpdf, weasy, typst_, chromium, office, latex, producers, protect, damage]


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for generator in GENERATORS:
        missing = generator.missing()
        if missing:
            print(f"{generator.__name__.split('.')[-1].strip('_')}: not run, needs {missing}", file=sys.stderr)
            continue
        for name, note in generator.write(folder):
            rows.append((name, generator.version(), note))
            print(f"wrote {name}")
    known = {name for name, *_ in rows}
    sources = folder / "SOURCES.tsv"
    if sources.exists():  # What could not be written anew keeps its line.
        for line in sources.read_text(encoding="utf-8").splitlines()[1:]:
            row = tuple(line.split("\t"))
            if row[0] not in known and (folder / row[0]).exists():
                rows.append(row)
    lines = ["file\tgenerator\tnote"] + ["\t".join(row) for row in sorted(rows)]
    sources.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: generate.py FOLDER")
    main(Path(sys.argv[1]))
