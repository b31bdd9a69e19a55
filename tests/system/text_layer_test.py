"""The text of the booklets as it is copied, searched and read aloud: in poppler, in pdf.js (browsers), in MuPDF."""
import collections
import csv
import json
import re
import subprocess
import unicodedata
import unittest

from harness import SAMPLE, SHARED, SMALLEST_SITE, SOURCE, Folder, build, write_site

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


# Every character that a name or a sentence of a municipality may bring along, and some that only mischief brings.
HOSTILE = {
    "半角": "ｶﾞｷﾞﾊﾟ", "濁る": "あ゙ゑ゙ん゚", "結合": "か\u3099e\u0301a\u0308", "異体字": "葛\U000E0100城辻\U000E0101",
    "補助漢字": "𠮷野𠮟髙﨑", "合字": "office affluent", "上下": "H₂O x² 10⁻³ ₁₂", "単位": "㎏℃①㍿㏇№℡",
    "部首": "⼈⻄⺠", "幅なし": "ゼロ\u200B幅\u200Dと\uFEFF\u2060印",
    "空き": "詰\u00A0め\u2009て\u3000書く", "記号": "☎\uFE0Fと✓︎と♥", "長い語": "Donaudampfschifffahrtsgesellschaft" * 4,
    "仮名": "ゟヿㇰㇱ", "改行": "一\u2028二",
}


def as_read(text):
    """What is left of a text when it is copied: no marks that only steer the setting, one kind of blank."""
    text = re.sub("[\u200B-\u200F\u202A-\u202E\u2060\uFE00-\uFE0F\uFEFF]", "", text)
    return unicodedata.normalize("NFC", re.sub("[\u00A0\u2009\u2028\u3000]", " ", text))


def hostile_site(words):
    readings = {key: word for key, word in words.items() if key in ("半角", "濁る")}
    rows = "".join(f"t{i},{key} {word},かな{readings.get(key, '')},0463-00-00{i:02},{word}\n"
                   for i, (key, word) in enumerate(words.items()))
    chapter = "".join(f"## {key}{word}\n\n本文{word}です。{{{word}|{word}}}の注[^{i}]。\n\n- {word}\n\n[^{i}]: 注{word}\n\n"
                      for i, (key, word) in enumerate(words.items()))
    schema = json.loads(SMALLEST_SITE["lists/taxis/schema.json"])
    schema["properties"]["note"] = {"type": "string", "x-label": "備考", "x-column": True}
    return SMALLEST_SITE | {
        "lists/taxis/schema.json": json.dumps(schema),
        "lists/taxis/taxis.csv": "id,name,kana,電話,備考\n" + rows,
        "publications/hostile/publication.json": json.dumps({"title": "意地の悪い冊子" + words["半角"], "contents": True, "index": True}),
        "publications/hostile/01-text.md": "# 見出し" + words["濁る"] + "\n\n" + chapter,
        "publications/hostile/02-list.md": "# 一覧\n\n```view\nlist: taxis\nas: cards\n```\n\n```view\nlist: taxis\ncolumns: [name, note, tel]\n```\n",
    }


class HostileCharacters(Folder):
    def setUp(self):
        super().setUp()
        write_site(self.content, hostile_site(HOSTILE))
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.booklet = self.output / "pdf/hostile.pdf"

    def test_a_booklet_of_them_passes_pdf_ua_1_and_pdf_a_2a(self):
        for flavour in ("ua1", "2a"):
            result = subprocess.run(["java", "-cp", f"{TOOLS}/lib/*", TOOLS / "VeraCheck.java", flavour, self.booklet], capture_output=True, text=True)
            self.assertEqual(result.returncode, 0, result.stdout[:4000] + result.stderr[:1000])

    def test_every_reader_reads_them_as_they_are(self):
        for name in IN_ORDER:
            text = as_read(unbroken(READERS[name](self.booklet)))
            with self.subTest(reader=name):
                for key, word in HOSTILE.items():
                    self.assertIn(as_read(f"本文{word}です。"), text)
                    # pdf.js takes a glyph that says a base and its mark for a mark alone, without a width.
                    if name != "pdf.js" or key not in ("濁る", "結合", "異体字"):
                        self.assertIn(as_read(f"{key} {word}"), text)


class WhatCannotBePrinted(Folder):
    def test_is_told_once_for_each_character_at_its_place_whatever_the_file(self):
        write_site(self.content, SMALLEST_SITE | {
            "lists/taxis/taxis.csv": 'id,name,電話\numi,"見本 ""うみ""🚕",0463-00-0081\nyama,見本 やま🚕,0463-00-0082\n',
            "publications/taxi-list/publication.json": r'{"title": "一覧\uD83D\uDE91"}' + "\n",
            "publications/taxi-list/01-list.md": "# 一覧\n\nยินดี مرحبا &#x1F6B2;\n\n```view\nlist: taxis\ncolumns: [name, tel]\n```\n",
        })
        result = build(self.content, self.output, lang="en")
        told = re.findall(r"^(\S+?): error: (.*?) \[(?:no-font-for-character|writing-system-not-printable)\]\n +(.*)\n( *)\^", result.stdout + result.stderr, re.M)
        self.assertEqual(result.returncode, 1)
        places = {words.split("(U+")[-1].split(")")[0] if "(U+" in words else words.split()[0]: place for place, words, _, _ in told}
        self.assertEqual(places, {
            "1F695": "lists/taxis/taxis.csv:2:15",
            "1F691": "publications/taxi-list/publication.json:1:14",
            "1F6B2": "publications/taxi-list/01-list.md:3:13",
            "Thai": "publications/taxi-list/01-list.md:3:1",
            "Arabic": "publications/taxi-list/01-list.md:3:7",
        }, result.stdout + result.stderr)
        self.assertIn("there are 2 (also lists/taxis/taxis.csv:3)", result.stdout + result.stderr)


@unittest.skipUnless((SHARED / "data").is_dir(), "the public data are not on this machine")
class NationalData(Folder):
    def test_every_character_of_it_can_be_printed(self):
        characters = set()
        for path in (SHARED / "data").rglob("*.csv"):
            data = path.read_bytes()
            try:
                characters |= set(data.decode("utf-8-sig"))
            except UnicodeDecodeError:
                characters |= set(data.decode("cp932"))
        characters = sorted(c for c in characters if unicodedata.category(c) not in ("Cc", "Cf", "Mn", "Zs", "Zl") and c != '"')
        self.assertGreater(len(characters), 2500)
        rows = ["".join(characters[i:i + 40]) for i in range(0, len(characters), 40)]
        write_site(self.content, SMALLEST_SITE | {
            "lists/taxis/taxis.csv": "id,name,電話\n" + "".join(f't{i},"見本{i} {row}",0463-00-0081\n' for i, row in enumerate(rows))})
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 0, (result.stdout + result.stderr)[:3000])
        text = squeezed(poppler(self.output / "pdf/taxi-list.pdf", "-raw"))
        # One of two wave dashes stands for both wherever text is read.
        self.assertEqual([c for c in characters if c not in text and c != "～"], [])


if __name__ == "__main__":
    unittest.main()
