"""Every booklet of the sample as the world's readers and validators see it."""
import html
import pathlib
import re
import subprocess
import tempfile
import unittest

import glyph_shapes
import hard_booklets
from harness import SAMPLE, SOURCE, Folder, build, write_site

BOOKLETS = sorted((SAMPLE / "pdf").glob("*.pdf"))
RARE = "𠮷髙﨑葛\U000E0100"


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True)


def is_one_page(booklet):
    """A flyer or leaflet, which has few characters."""
    return "Pages:           1\n" in run("pdfinfo", booklet).stdout


def text_of(booklet, *options):
    return run("pdftotext", *options, booklet, "-").stdout


class Pdf(unittest.TestCase):
    def test_there_are_the_booklets_of_the_sample(self):
        self.assertEqual([path.stem for path in BOOKLETS],
                         ["annual-plan", "annual-report", "application-heart-failure-2027-02",
                          "application-life-talk-2027-01", "care-guide", "case-book", "emergency-leaflet", "end-of-life-guide",
                          "ending-note", "flyer-heart-failure-2027-02", "flyer-life-talk-2027-01", "form-pack",
                          "hospital-windows", "indicators", "medical-care-list", "newsletter", "outreach-leaflet",
                          "safety-card", "survey-report", "taxi-list", "video-list"])

    def test_verapdf_accepts_them_as_pdf_ua_1_and_pdf_a_2a(self):
        tools = SOURCE / "tests/tools"
        for flavour in ("ua1", "2a"):
            result = run("java", "-cp", f"{tools}/lib/*", tools / "VeraCheck.java", flavour, *BOOKLETS)
            self.assertEqual(result.returncode, 0, result.stdout[:4000] + result.stderr[:1000])
            self.assertEqual(result.stdout.count(" compliant,"), len(BOOKLETS), result.stdout)

    def test_qpdf_finds_their_structure_sound(self):
        for booklet in BOOKLETS:
            result = run("qpdf", "--check", booklet)
            self.assertEqual((result.returncode, result.stderr), (0, ""), booklet)

    def test_all_fonts_are_embedded_subsets_with_unicode(self):
        for booklet in BOOKLETS:
            rows = run("pdffonts", booklet).stdout.splitlines()[2:]
            self.assertTrue(rows)
            for row in rows:
                self.assertRegex(row, r"^[A-Z]{6}\+.* yes yes yes +\d+ +0 *$")

    def test_every_character_is_drawn_as_in_the_font_that_it_comes_from(self):
        for booklet in BOOKLETS:
            compared, wrong, complaints = glyph_shapes.wrong_shapes(booklet)
            self.assertGreater(compared, 60 if is_one_page(booklet) else 150, booklet)
            self.assertEqual((wrong, complaints), ([], ""), booklet)

    def test_poppler_reads_text_and_structure_without_a_warning(self):
        for booklet in BOOKLETS:
            for command in (["pdftotext", booklet, "-"], ["pdfinfo", "-struct-text", booklet]):
                result = run(*command)
                self.assertEqual((result.returncode, result.stderr), (0, ""), booklet)

    def test_a_table_over_several_pages_is_one_table_with_one_head(self):
        booklet = SAMPLE / "pdf/medical-care-list.pdf"
        pages = int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", booklet).stdout)[1])
        self.assertGreater(pages, 1)
        tree = run("pdfinfo", "-struct", booklet).stdout
        self.assertEqual(len(re.findall(r"^ *Table\b", tree, re.M)), 1)
        self.assertEqual(len(re.findall(r"^ *THead\b", tree, re.M)), 1)
        self.assertGreater(len(re.findall(r"^ *TR\b", tree, re.M)), 30)

    def test_rare_characters_of_names_can_be_copied(self):
        text = text_of(SAMPLE / "pdf/care-guide.pdf")
        for character in ("𠮷", "髙", "﨑", "葛\U000E0100"):
            self.assertIn(character, text)

    def test_every_character_of_the_text_is_ink_on_the_page(self):
        for booklet in BOOKLETS:
            seen, without = characters_without_ink(booklet)
            self.assertGreater(seen, 150 if is_one_page(booklet) else 500, booklet)
            self.assertEqual(without, [], booklet)

    def test_one_character_without_ink_is_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            made, hidden = with_one_invisible_glyph(SAMPLE / "pdf/taxi-list.pdf", pathlib.Path(folder))
            self.assertEqual(text_of(made), text_of(SAMPLE / "pdf/taxi-list.pdf"), "the text is still all there")
            self.assertEqual(len(characters_without_ink(made)[1]), hidden)

    def test_no_page_is_nearly_empty(self):
        nearly_empty = [(path.stem, page) for path in BOOKLETS for page, filled in enumerate(filled_shares(path), 1) if filled < 0.25]
        self.assertEqual(nearly_empty, [])


def filled_shares(booklet):
    """Of each page how far down its text area something stands: 0 at its top, 1 at its foot.

    What runs down the right of pages, tabs and the names of a survey, is not looked at; heads and page numbers stand
    in the margins."""
    shares = []
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", 36, "-gray", booklet, f"{folder}/page")
        for image in sorted(pathlib.Path(folder).glob("page-*.pgm")):
            width, height, pixels = read_pgm(image)
            margin = 31 * min(1, max(0.7, width / 297.6))  # 62 points on A4, less on smaller paper
            left, right, top, foot = round(margin), round(margin + 0.75 * (width - 2 * margin)), round(margin) - 1, round(height - margin)
            inked = [y for y in range(top, foot) if min(pixels[y * width + left:y * width + right]) < 235]
            shares.append((inked[-1] + 1 - top) / (foot - top) if inked else 0)
    return shares


def characters_without_ink(booklet):
    """How many characters readers find, and page and character of those whose place on the page is blank."""
    scale = 2  # pixels a point
    seen, without = 0, []
    pages = run("mutool", "draw", "-q", "-F", "stext", booklet).stdout.split("<page ")[1:]
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", 72 * scale, "-gray", booklet, f"{folder}/page")
        images = sorted(pathlib.Path(folder).glob("page-*.pgm"))
        assert len(pages) == len(images) > 0
        for number, (page, image) in enumerate(zip(pages, images), 1):
            width, height, pixels = read_pgm(image)
            for place, character in places_of_characters(page):
                left, right, top, bottom = place
                # A part of a variation sequence has no width; blanks have no ink.
                if not character.strip() or right <= left:
                    continue
                seen += 1
                # Neighbours' ink reaches a little into its place, and so does the rule below a link.
                x0, x1 = (round(scale * (left + (right - left) * share)) for share in (0.1, 0.9))
                lowest = 1 if character == "_" else 0.85  # all its ink is where rules are
                y0, y1 = (round(scale * (top + (bottom - top) * share)) for share in (0.1, lowest))
                if bottom - top < (right - left) / 2:  # the stroke of ー, whose ink alone newer readers measure
                    y0, y1 = round(scale * top) - 2, round(scale * bottom) + 2
                rows = (pixels[y * width + max(0, x0):y * width + min(width, x1 + 1)] for y in range(max(0, y0), min(height, y1 + 1)))
                values = b"".join(rows)
                if values and max(values) - min(values) <= 40:
                    without.append((number, character))
    return seen, without


def places_of_characters(page):
    """Each character of a page of MuPDF's structured text with its left, right, top and bottom, in points."""
    for line in page.split("<line ")[1:]:
        vertical = 'wmode="1"' in line.split(">")[0]
        for quad, character in re.findall(r'<char quad="([^"]+)"[^>]*? c="([^"]*)"', line):
            numbers = [float(value) for value in quad.split()]
            left, right, top, bottom = (min(numbers[0::2]), max(numbers[0::2]), min(numbers[1::2]), max(numbers[1::2]))
            # From 1.25 on MuPDF turns the place of vertical text over and tells it below where it stands.
            if vertical and numbers[1] > numbers[3]:
                top, bottom = top - (right - left), top
            yield (left, right, top, bottom), html.unescape(character)


def with_one_invisible_glyph(booklet, folder):
    """A copy of which one glyph of a text of several is not painted (ISO 32000-1 §9.3.6), and how many: 1."""
    plain, torn, made = folder / "plain.pdf", folder / "torn.pdf", folder / "made.pdf"
    run("qpdf", "--qdf", "--object-streams=disable", booklet, plain)
    text, changed = re.subn(rb"<([0-9A-Fa-f]{8})([0-9A-Fa-f]{4})([0-9A-Fa-f]{8,})>Tj\n", rb"<\1>Tj 3 Tr <\2>Tj 0 Tr <\3>Tj\n",
                            plain.read_bytes(), count=1)
    torn.write_bytes(text)
    made.write_bytes(subprocess.run(["fix-qdf", torn], capture_output=True, check=True).stdout)
    return made, changed


def read_pgm(path):
    data = path.read_bytes()
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+\d+\s", data)
    return int(header[1]), int(header[2]), data[header.end():]


class Guide(unittest.TestCase):
    booklet = SAMPLE / "pdf/care-guide.pdf"

    def test_is_small_enough_to_be_sent_by_mail(self):
        self.assertLess(self.booklet.stat().st_size, 400 * 1000)

    def test_says_its_title_and_language(self):
        information = run("pdfinfo", self.booklet).stdout
        self.assertRegex(information, r"Title:\s+医療・介護サービスガイド")
        self.assertRegex(information, r"Tagged:\s+yes")

    def test_has_bookmarks_and_the_page_numbers_of_its_contents_are_right(self):
        contents = text_of(self.booklet, "-layout", "-f", 2, "-l", 2)
        chapters = re.findall(r"^\s*(\S.*?)[\s.…・‥]+(\d+)\s*$", contents, re.M)
        self.assertGreater(len(chapters), 5, contents)
        pages = text_of(self.booklet).split("\f")
        for title, number in chapters:
            printed = [page for page in pages if re.search(rf"^\s*{number}\s*$", page, re.M)]
            words = re.sub(r"\s", "", title)[:6]
            self.assertTrue(any(words in re.sub(r"\s", "", page) for page in printed), f"{title} is not on page {number}")


class PageFill(Folder):
    def test_one_line_on_a_page_of_its_own_is_noticed(self):
        write_site(self.content, {
            "site.json": '{"name": "見本の手引き"}',
            "publications/a/publication.json": '{"title": "見本"}',
            "publications/a/01-one.md": "---\ntitle: 一\n---\n本文です。\n\n```page-break\n```\n\n" + "本文です。\n\n" * 12})
        self.assertEqual(build(self.content, self.output).returncode, 0)
        shares = filled_shares(self.output / "pdf/a.pdf")
        self.assertEqual(len(shares), 2)
        self.assertLess(shares[0], 0.25)
        self.assertGreater(shares[1], 0.25)


class HardBooklets(Folder):
    def test_stay_on_their_paper_and_tear_no_number_on_any_paper(self):
        hard_booklets.write(self.content)
        result = build(self.content, self.output)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        booklets = sorted((self.output / "pdf").glob("*.pdf"))
        self.assertEqual(len(booklets), len(hard_booklets.PAPERS) + 2)
        for booklet in booklets:
            for page in text_of(booklet, "-bbox").split("<page ")[1:]:
                width, height = map(float, re.search(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
                for x0, y0, x1, y1, word in re.findall(
                        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page):
                    # Poppler's boxes are those of the font: a little beside upright text, a little above all other.
                    inside = float(x0) >= -3 and float(y0) >= -3 and float(x1) <= width + 3 and float(y1) <= height + 3
                    self.assertTrue(inside, f"{booklet.name}: 「{word}」 leaves the page")
        words = text_of(self.output / "pdf/a4-portrait.pdf", "-bbox")
        for number in range(40):
            self.assertIn(f">0463-00-{number:04}<", words)

    def test_name_the_table_that_no_paper_is_wide_enough_for(self):
        hard_booklets.write(self.content, [("A5", "portrait")], care_columns=20)
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr.count("誤り:"), 1, result.stderr)
        self.assertIn("publications/a5-portrait/03-matrix.md:5:1: 誤り: 表「処置の表」は列が21あり", result.stderr)
        self.assertIn('"orientation": "landscape"', result.stderr)


if __name__ == "__main__":
    unittest.main()
