"""Every generated page is valid HTML and leads nowhere that does not exist."""
import html.parser
import os
import pathlib
import subprocess
import unittest
import urllib.parse

from harness import SAMPLE, SOURCE


class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.targets, self.ids, self.headings, self.lang = [], set(), 0, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.headings += tag == "h1"
        if tag == "html":
            self.lang = attributes.get("lang")
        if "id" in attributes:
            self.ids.add(attributes["id"])
        for name in ("href", "src", "action"):
            if attributes.get(name):
                self.targets.append(attributes[name])


class Html(unittest.TestCase):
    def test_the_nu_checker_finds_no_error_on_any_page(self):
        checker = SOURCE / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"
        pages = sorted(map(str, SAMPLE.rglob("*.html")))
        self.assertGreater(len(pages), 100)
        result = subprocess.run(["java", "-jar", checker, "--errors-only", *pages], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr[:4000])

    def test_every_relative_link_leads_to_a_file_and_every_fragment_to_an_element(self):
        pages = {path: Links(path.read_text()) for path in SAMPLE.rglob("*.html")}
        for path, page in pages.items():
            for target in page.targets:
                parts = urllib.parse.urlsplit(target)
                if parts.scheme or path.name == "404.html":
                    continue
                self.assertFalse(target.startswith("/"), f"{path}: {target} works on no sub-path")
                goal = pathlib.Path(os.path.normpath(path.parent / urllib.parse.unquote(parts.path))) if parts.path else path
                self.assertTrue(goal.is_file(), f"{path}: {target} leads nowhere")
                fragment = urllib.parse.unquote(parts.fragment)
                if fragment and goal.suffix == ".html" and not fragment.startswith(("q=", "print")):
                    self.assertIn(fragment, pages[goal].ids, f"{path}: {target}")

    def test_every_page_has_one_first_heading_and_a_language(self):
        for path in SAMPLE.rglob("*.html"):
            page = Links(path.read_text())
            # A folder at the top that is called like a language holds the pages in it.
            language = "en" if path.relative_to(SAMPLE).parts[0] == "en" else "ja"
            self.assertEqual((page.headings, page.lang), (1, language), path)


if __name__ == "__main__":
    unittest.main()
