"""The sample tells what the five publications behind it tell: facts read from them by somebody who did not write it.

`tests/seed_facts/facts.json` has for each fact the words that a text telling it holds close together, in any wording;
`not_told.json` names those that the sample does not tell, on pages and in print. A fact missing there must be found,
and one found must be taken out of there, so that both lists stay true.
"""
import functools
import html
import json
import re
import subprocess
import unicodedata
import unittest

from harness import SAMPLE, SOURCE

FOLDER = SOURCE / "tests/seed_facts"
FACTS = json.loads((FOLDER / "facts.json").read_text())
CLOSE = 400  # characters between the first and the last word of a fact
TOWNS = set("厚木 大和 海老名 座間 綾瀬 愛川 清川 小田原 箱根 湯河原 真鶴 南足柄 中井 大井 松田 山北 開成 足柄上 平塚".split())


def plain(text):
    """One width and case, one hyphen, no white space but between digits: figures of two table cells stay apart."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2010-\u2013\u2212]", "-", text)
    text = re.sub(r"(?<=\d)\s+(?=\d)", "\0", text)
    return re.sub(r"\s+", "", text).replace("\0", " ")


@functools.cache
def pattern(word):
    """A word that begins or ends with a digit touches no further one: 1月4日 is not in 11月4日."""
    word = plain(word)
    before = r"(?<!\d)(?<!\d[.,:])" if word[0].isdigit() else r"(?<![a-z0-9])" if re.fullmatch(r"r\d", word) else ""
    return re.compile(before + re.escape(word) + (r"(?!\d)(?![.,:]\d)" if word[-1].isdigit() else ""))


def is_heading(word):
    """A town or a year may stand further away, as a heading does."""
    return word in TOWNS or bool(re.fullmatch(r"令和\d年度?|R\d", word))


def places(word, fact, text):
    spellings = [word, *fact.get("alternatives", {}).get(word, [])]
    return [match.start() for spelling in spellings for match in pattern(spelling).finditer(text)]


def stand_close(lists):
    """Whether one place of each list lies within CLOSE characters; linear in places but for sorting."""
    marks = sorted((place, number) for number, found in enumerate(lists) for place in found)
    last = {}
    for place, number in marks:
        last[number] = place
        if len(last) == len(lists) and place - min(last.values()) <= CLOSE:
            return True
    return False


def tells(fact, text):
    headings = [word for word in fact["needles"] if is_heading(word)]
    words = [word for word in fact["needles"] if not is_heading(word)] or headings
    return all(places(word, fact, text) for word in headings) and stand_close([places(w, fact, text) for w in words])


@functools.cache
def text_of_page(path):
    source = path.read_text()
    source = re.search(r"<main.*?</main>", source, re.S).group(0)
    addresses = " ".join(re.findall(r'href="(https?://[^"]+)"', source))
    source = re.sub(r"<rt>.*?</rt>|<rp>.*?</rp>", "", source, flags=re.S)
    return plain(html.unescape(re.sub(r"<[^>]+>", " ", source) + " " + addresses))


@functools.cache
def text_of_pdf(path):
    return plain(subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout)


class SeedFacts(unittest.TestCase):
    maxDiff = None

    def expect_told(self, medium, texts):
        not_told = set(json.loads((FOLDER / "not_told.json").read_text())[medium])
        self.assertLessEqual(not_told, {fact["id"] for fact in FACTS})
        missing = {fact["id"] for fact in FACTS if not any(tells(fact, text) for text in texts)}
        self.assertEqual(sorted(missing - not_told), [], "no longer told")
        self.assertEqual(sorted(not_told - missing), [], "told now: take them out of not_told.json")

    def test_stand_on_pages(self):
        self.expect_told("pages", [text_of_page(path) for path in SAMPLE.rglob("index.html") if "<main" in path.read_text()])

    def test_stand_in_print(self):
        self.expect_told("print", [text_of_pdf(path) for path in (SAMPLE / "pdf").glob("*.pdf")])

    def test_finds_only_words_that_stand_together(self):
        fact = {"needles": ["平塚", "1月4日", "研修"], "alternatives": {"研修": ["勉強会"]}}
        self.assertTrue(tells(fact, plain("平塚市" + "あ" * 900 + "1月4日の勉強会")))
        self.assertFalse(tells(fact, plain("平塚市 11月4日の研修")))
        self.assertFalse(tells(fact, plain("平塚市 1月4日" + "あ" * 500 + "研修")))


if __name__ == "__main__":
    unittest.main()
