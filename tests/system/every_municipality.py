"""Imports every municipality of the national open data into a fresh list and checks it. On demand, not with ctest:

    TEBIKI=build/release/tebiki TEBIKI_SAMPLE=. python3 tests/system/every_municipality.py [doubts.txt]

The files are split by municipality first, so that the whole is linear. The lists of one prefecture stand in one
content folder, each with the sample's schema of facilities and a booklet that prints all of its fields, and are
checked together. Cities with wards are imported once more, as a whole. Tells how many municipalities there were, what
`check` said against them and how many doubts there are; with a file name, writes every doubt into it."""
import collections
import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from harness import SHARED, SOURCE, tebiki, write_site

CITIES = ["011002", "041009", "111007", "121002", "141003", "141305", "141500", "151009", "221007", "221309",
          "231002", "261009", "271004", "271403", "281000", "331007", "341002", "401005", "401307", "431001"]
SCHEMA = (SOURCE / "content/lists/facilities/schema.json").read_text()
COLUMNS = "name, kana, services, tel, fax, address, building, days, days_note, capacity, service_details, url, corporation"


def split(files, folder):
    """`<folder>/<code>/<file>` with the header and the rows of each municipality."""
    for path in files:
        rows = collections.defaultdict(list)
        with open(path, encoding="utf-8-sig", newline="") as file:
            header, *all_rows = csv.reader(file)
        for row in all_rows:
            rows[row[0]].append(row)
        for code, some in rows.items():
            (folder / code).mkdir(exist_ok=True)
            with open(folder / code / path.name, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([header, *some])


def import_into(content, code, files):
    write_site(content, {f"lists/m{code}/schema.json": SCHEMA,
                         f"publications/p{code}/publication.json": f'{{"title": "{code}", "paper": "A3", "orientation": "landscape"}}',
                         f"publications/p{code}/01-list.md": f"```view\nlist: m{code}\ncolumns: [{COLUMNS}]\n```\n"})
    return tebiki("import", "mhlw-care", *files, "--list", f"m{code}", "--municipality", code, "--content", content)


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="every-municipality-", dir="/dev/shm"))
    try:
        parts = work / "parts"
        parts.mkdir()
        split(sorted((SHARED / "data/mhlw_kaigo").glob("*.csv")), parts)
        codes = collections.defaultdict(list)
        for part in sorted(parts.iterdir()):
            codes[part.name[:2]].append(part.name)
        done, failed, doubts, errors = 0, [], [], []
        for prefecture, municipalities in sorted(codes.items()):
            content = work / "content"
            write_site(content, {"site.json": '{"name": "見本"}'})
            wards = [part for code in municipalities for part in sorted((parts / code).iterdir())]
            whole = [city for city in CITIES if city[:2] == prefecture]
            for code in municipalities + whole:
                files = wards if code in whole else sorted((parts / code).iterdir())
                result = import_into(content, code, files)
                done += 1
                if result.returncode:
                    failed.append((code, result.stderr[-500:]))
                if code not in whole:
                    doubts += re.findall(r"注意: .* \[import-.*\]", result.stderr)
            result = tebiki("check", "--content", content, "--templates", SOURCE / "templates",
                            "--assets", SOURCE / "assets")
            errors += re.findall(r"^.*誤り: .*$", result.stderr, re.M)
            print(prefecture, len(municipalities), len(whole), "check", result.returncode, len(errors), flush=True)
            shutil.rmtree(content)
        print(f"{done} imports, {len(failed)} failed; {len(errors)} errors of check; {len(doubts)} doubts")
        for line in [*map(str, failed), *errors][:50]:
            print(line)
        if len(sys.argv) > 1:
            pathlib.Path(sys.argv[1]).write_text("\n".join(doubts))
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
