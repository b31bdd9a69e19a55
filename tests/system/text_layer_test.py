"""The text of the booklets as it is copied, searched and read aloud: in poppler, in pdf.js (browsers), in MuPDF."""
import collections
import csv
import json
import pathlib
import re
import subprocess
import unittest

from harness import SAMPLE, SMALLEST_SITE, SOURCE, Folder, build, write_site

TOOLS = SOURCE / "tests/tools"
BOOKLETS = sorted((SAMPLE / "pdf").glob("*.pdf"))
TELEPHONE = re.compile(r"(?<![\d-])0\d{1,4}-\d{1,4}-\d{3,4}(?!\d)")


def poppler(booklet, *options):
    return subprocess.run(["pdftotext", *options, booklet, "-"], capture_output=True, check=True).stdout.decode()


def mupdf(booklet):
    output = subprocess.run(["mutool", "draw", "-q", "-F", "txt", booklet], capture_output=True, check=True).stdout
    # It writes supplementary characters of a variation sequence as surrogates.
    return output.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")


def pdf_js(booklet):
    output = subprocess.run(["node", TOOLS / "pdf_text.mjs", booklet], capture_output=True, check=True).stdout
    return "\f".join(json.loads(output))


READERS = {
    "poppler": poppler,
    "poppler -layout": lambda booklet: poppler(booklet, "-layout"),
    "poppler -raw": lambda booklet: poppler(booklet, "-raw"),
    "MuPDF": mupdf,
    "pdf.js": pdf_js,
}
# Those that read cell after cell and column after column, so that a text of several lines stays together.
IN_ORDER = ("poppler -raw", "pdf.js")


def unbroken(text):
    """Lines joined; a blank that was torn in stays."""
    return re.sub(r"[\n\f]", "", text)


def squeezed(text):
    return re.sub(r"\s", "", text)


def sentences_of_content():
    """Every stretch of Japanese in the sample's lists and parts, up to the end of a sentence, a cell or a line."""
    texts = []
    for path in sorted((SOURCE / "content").rglob("*.csv")):
        texts += [cell for row in csv.reader(path.read_text("utf-8-sig").splitlines()) for cell in row]
    for path in sorted((SOURCE / "content/publications").rglob("*.md")):
        texts += path.read_text().splitlines()
    pieces = {piece for text in texts for piece in re.split(r"(?<=。)|\n", text)}
    # Markup, and blanks that may stand at the end of a line, are not what is measured here.
    return sorted(piece for piece in pieces if re.fullmatch(r"[^\s\[\]{}|*_`<>#\\]{8,}", piece))


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = {(path.stem, name): read(path) for path in BOOKLETS for name, read in READERS.items()}

    def test_every_telephone_number_is_read_whole_by_every_reader(self):
        printed = 0
        for (booklet, reader), text in self.texts.items():
            torn = re.sub(r"(?<=[\d-]) (?=[\d-])", "", text)
            with self.subTest(booklet=booklet, reader=reader):
                self.assertEqual(collections.Counter(TELEPHONE.findall(torn)) - collections.Counter(TELEPHONE.findall(text)), {})
            printed += len(TELEPHONE.findall(text))
        self.assertGreater(printed, 5 * 200)

    def test_every_sentence_of_the_content_is_read_without_a_blank_torn_into_it(self):
        sentences = sentences_of_content()
        self.assertGreater(len(sentences), 200)
        found = 0
        for (booklet, reader), text in self.texts.items():
            if reader not in IN_ORDER:
                continue
            letters, lines = squeezed(text), unbroken(text)
            printed = [sentence for sentence in sentences if sentence in letters]
            found += len(printed)
            with self.subTest(booklet=booklet, reader=reader):
                self.assertEqual([sentence for sentence in printed if sentence not in lines], [])
        self.assertGreater(found, 400)


# What tears a text: Latin beside Japanese, punctuation set in half an em, figures as wide as 0, justified lines.
SENTENCES = [
    "受付は8:30〜17:15で、料金は1回1,100円（税込み）です。",
    "夜間は0463-00-0111、または#7119へ、すぐに電話してください。",
    "「内科、呼吸器科」（予約制）・「小児科」は、CT・MRIの検査ができます。",
    "2026年11月11日（水）から、1人につき1枚、計11,111枚をA4判で配ります。",
    "『手引き』（第3版）、『別冊』、そして【資料】を、Webサイトにも載せています。",
    "体温は36.5℃、体重は51㎏、①のあとに②、H₂OとCO₂、10⁻³まで書けます。",
    "半角のｶﾞｷﾞｸﾞｹﾞｺﾞ、ﾊﾟﾋﾟﾌﾟ、濁る「あ゙」「ゑ゙」も、そのまま読めます。",
    "𠮷田さん、髙橋さん、﨑山さん、葛󠄀城さんの名前も、そのまま写せます。",
    "office、efficient、fluffy、affluentという語も、合字にしても読めます。",
    "長い長い長い長い長い長い文は、行の終わりの「、」や「。」や『」』を、版面の外や半分の幅に詰めて組むことがあるので、それでも一つの文として続けて読めることを確かめます。",
]
RUBY = ("地域包括支援センターに", "褥瘡", "じょくそう", "と", "志", "こころざし", "を話します。")
NUMBERS = [f"0463-{a}-{b}" for a, b in [("00", "0011"), ("11", "1111"), ("01", "0110"), ("71", "1171")]]

HARD_SITE = SMALLEST_SITE | {
    "lists/taxis/taxis.csv": "id,name,電話\n" + "".join(
        f"t{i},見本 1{i}番・（有）うみ「11」,{number}\n" for i, number in enumerate(NUMBERS)),
    "publications/hard/publication.json": '{"title": "読みにくい冊子11", "contents": true, "index": true}\n',
    "publications/hard/01-text.md": "# 1章 Latinと和文\n\n" + "\n\n".join(SENTENCES) + "\n\n{}{{{}|{}}}{}{{{}|{}}}{}\n".format(*RUBY)
    + "\n```view\nlist: taxis\nas: cards\n```\n",
    "publications/hard/02-table.md": "# 2章 表\n\n```view\nlist: taxis\ncolumns: [name, tel]\n```\n",
}


class HardPage(Folder):
    def setUp(self):
        super().setUp()
        write_site(self.content, HARD_SITE)
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.booklet = self.output / "pdf/hard.pdf"

    def test_every_sentence_and_number_is_read_unbroken_by_every_reader(self):
        for name, read in READERS.items():
            text = read(self.booklet)
            # -layout sets a line's beginning off with blanks.
            lines = unbroken(re.sub(r"\n +", "\n", text))
            with self.subTest(reader=name):
                self.assertEqual([sentence for sentence in SENTENCES if sentence not in lines], [])
                for number in NUMBERS:
                    self.assertEqual(text.count(number), 2, number)

    def test_a_reading_does_not_tear_the_words_below_it(self):
        base = "".join(part for i, part in enumerate(RUBY) if i not in (2, 5))
        for name in IN_ORDER:
            text = unbroken(READERS[name](self.booklet))
            with self.subTest(reader=name):
                self.assertIn(base, text)
                self.assertIn("じょくそう", text)
                self.assertIn("こころざし", text)


if __name__ == "__main__":
    unittest.main()
