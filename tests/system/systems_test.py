"""Each of the systems that the five publications behind the sample name works in the sample, on the web and in print.

`tests/seed_facts/systems.json` has a row for each: where staff write it, its pages, its PDFs, and facts (of `facts.json`)
that they tell. The handbook of staff shows the same table.
"""
import collections
import functools
import html
import json
import os
import pathlib
import re
import unittest
import urllib.parse

from harness import SAMPLE, SOURCE
from seed_facts_test import FACTS, FOLDER, tells, text_of_page, text_of_pdf

SYSTEMS = json.loads((FOLDER / "systems.json").read_text())
CONTENT = SOURCE / "content"
CLICKS = 3
MENU_ENTRIES = 8
HOME = SAMPLE / "index.html"
# 「資料の名前」（年度、ページ）: a document that gives no year or page is said to give none.
SOURCE_TEXT = re.compile(r"「.+」.*（.*(年度|年の記載なし).*(ページ|枚目).*）$")


def page_of(name):
    return HOME if name == "index" else SAMPLE / name / "index.html"


def pdf_of(name):
    return SAMPLE / "pdf" / f"{name}.pdf"


def targets(page):
    """What the links of a page lead to within the site."""
    for address in re.findall(r'<a\s[^>]*?href="([^"]+)"', page.read_text()):
        parts = urllib.parse.urlsplit(html.unescape(address))
        if parts.scheme or not parts.path:
            continue
        target = pathlib.Path(os.path.normpath(page.parent / urllib.parse.unquote(parts.path)))
        yield target / "index.html" if target.is_dir() else target


@functools.cache
def clicks():
    """How many clicks each page and PDF is from home."""
    found = {HOME: 0}
    queue = collections.deque(found)
    while queue:
        page = queue.popleft()
        for target in targets(page) if page.suffix == ".html" else ():
            if target not in found and target.exists():
                found[target] = found[page] + 1
                queue.append(target)
    return found


def forwards(page):
    return 'http-equiv="refresh"' in page.read_text()


class Systems(unittest.TestCase):
    maxDiff = None

    def test_are_all_in_the_table(self):
        self.assertEqual([system["number"] for system in SYSTEMS], list(range(1, 35)))
        for system in SYSTEMS:
            for part in ("content", "pages", "pdfs", "facts"):
                self.assertTrue(system[part], f"{system['name']}: {part}")

    def test_are_three_clicks_from_home(self):
        for system in SYSTEMS:
            for file in [*map(page_of, system["pages"]), *map(pdf_of, system["pdfs"])]:
                with self.subTest(system["name"], file=file.relative_to(SAMPLE)):
                    self.assertTrue(file.exists())
                    self.assertLessEqual(clicks().get(file, 99), CLICKS)

    def test_tell_their_facts_on_the_page_and_in_print(self):
        facts = {fact["id"]: fact for fact in FACTS}
        for system in SYSTEMS:
            for texts in ([text_of_page(page_of(name)) for name in system["pages"]],
                          [text_of_pdf(pdf_of(name)) for name in system["pdfs"]]):
                untold = [name for name in system["facts"] if not any(tells(facts[name], text) for text in texts)]
                self.assertEqual(untold, [], system["name"])

    def test_stand_in_the_handbook_as_in_the_table(self):
        rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", (CONTENT / "README.md").read_text(), re.M)

        def links(cell, pattern):
            return [re.fullmatch(pattern, address).group(1) for address in re.findall(r"\]\((.+?)\)", cell)]

        shown = [{"number": int(number), "name": name, "content": links(content, r"(.+)"),
                  "pages": [page.removesuffix("/") or "index" for page in links(pages, r"\.\./output/(.*?)index\.html")],
                  "pdfs": links(pdfs, r"\.\./output/pdf/(.+)\.pdf")}
                 for number, name, content, pages, pdfs in rows]
        self.assertEqual(shown, [{key: system[key] for key in ("number", "name", "content", "pages", "pdfs")} for system in SYSTEMS])
        for system in SYSTEMS:
            for path in system["content"]:
                self.assertTrue((CONTENT / path).exists(), path)


class Home(unittest.TestCase):
    def test_leads_to_every_page_and_pdf_in_three_clicks(self):
        files = {path for ending in ("html", "pdf") for path in SAMPLE.rglob(f"*.{ending}")}
        far = [str(path.relative_to(SAMPLE)) for path in files
               if clicks().get(path, 99) > CLICKS and path.name != "404.html" and path.parent.name != "offline" and not (path.suffix == ".html" and forwards(path))]
        self.assertEqual(sorted(far), [])

    def test_has_at_most_eight_entries_in_the_menu(self):
        self.assertLessEqual(len(json.loads((CONTENT / "site.json").read_text())["menu"]), MENU_ENTRIES)


class Sources(unittest.TestCase):
    def records(self):
        """Of each list with sources: its name and, for each record that has some, the ID and the sources."""
        for schema in sorted(CONTENT.glob("lists/*/schema.json")):
            found = {}
            for path in schema.parent.glob("*"):
                if path.suffix == ".json" and path != schema:
                    found |= {record["id"]: record["sources"] for record in json.loads(path.read_text()) if "sources" in record}
                elif path.suffix == ".md" and (line := re.search(r"^sources: (\[.+\])$", path.read_text(), re.M)):
                    found[path.stem] = json.loads(line.group(1))
            if found:
                yield schema.parent.name, found

    def test_name_document_year_and_page_on_the_page_of_the_record(self):
        for name, records in self.records():
            for record, sources in records.items():
                text = (SAMPLE / name / record / "index.html").read_text()
                for source in sources:
                    with self.subTest(f"{name}/{record}", source=source):
                        self.assertRegex(source, SOURCE_TEXT)
                        self.assertIn(source, html.unescape(text))

    def test_are_noted_in_print_wherever_their_records_are_shown(self):
        lists = {name for name, _ in self.records()} - {"forms"}  # whose fields are the sample's own
        for part in sorted(CONTENT.glob("publications/*/*.md")):
            text = part.read_text()
            if lists & set(re.findall(r"^list: (\S+)$", text, re.M)):
                self.assertRegex(text, r"\*\*出典\*\*　.*(年度|ページ|枚目)", part.relative_to(CONTENT))


if __name__ == "__main__":
    unittest.main()
