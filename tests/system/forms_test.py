"""The forms of the sample: filled in by another program, read by another viewer."""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import pikepdf
from pikepdf import String

from harness import SAMPLE, SMALLEST_SITE, SOURCE, Folder, build, write_site
from pdf_test import read_pgm

sys.path.insert(0, str(SOURCE / "tests/tools/python"))  # what setup.sh brings from PyPI
import pypdfium2

NAMES = "髙﨑 𠮷田 ﾊﾅｺ"


def fields_of(pdf):
    """Every field of a PDF that is no group of others' widgets, with the widget that shows it first."""
    for field in pdf.Root.AcroForm.Fields:
        yield field, field.Kids[0] if "/Kids" in field else field


def forms():
    """The booklets that have fields."""
    found = []
    for path in sorted((SAMPLE / "pdf").glob("*.pdf")):
        with pikepdf.open(path) as pdf:
            if "/AcroForm" in pdf.Root:
                found.append(path)
    return found


def fill(pdf, field, widget, text):
    """Types a text as a program does that leaves its looks to the viewer."""
    field.V = String(text)
    for kid in field.get("/Kids", [widget]):
        del kid["/AP"]
    pdf.Root.AcroForm.NeedAppearances = True


def draw(pdf, field, widget, text):
    """Types a text as a program does that draws it itself, with the form's own font."""
    field.V = String(text)
    map_ = pdf.Root.AcroForm.DR.Font.Wingdings.ToUnicode.read_bytes().decode()
    codes = {text: code for code, text in re.findall(r"^<([0-9A-F]{4})><([0-9A-F]+)>$", map_, re.M)}
    shown = "".join(codes[character.encode("utf-16-be").hex().upper()] for character in text)
    for kid in field.get("/Kids", [widget]):
        looks = pdf.make_stream(f"/Tx BMC q BT 0 g /Wingdings 9 Tf 2 4 Td <{shown}> Tj ET Q EMC".encode())
        for key, value in kid.AP.N.items():
            if key not in ("/Length", "/Filter"):
                looks[key] = value
        kid.AP = pikepdf.Dictionary(N=looks)


def pixels(path, page, folder):
    """The page in grey: width, height, bytes; two pixels a point."""
    subprocess.run(["pdftoppm", "-r", "144", "-gray", "-f", str(page), "-l", str(page), "-singlefile", path, f"{folder}/page"], check=True, capture_output=True)
    return read_pgm(pathlib.Path(folder) / "page.pgm")


def chromium_pixels(path, page):
    """The page as `pixels` gives it, by PDFium, which Chromium shows PDFs with; what was typed is drawn by it, too."""
    pdf = pypdfium2.PdfDocument(path)
    pdf.init_forms()
    bitmap = pdf[page - 1].render(scale=2, may_draw_forms=True, grayscale=True)
    values, wide = bytes(bitmap.buffer), bitmap.stride
    return bitmap.width, bitmap.height, b"".join(values[y * wide:y * wide + bitmap.width] for y in range(bitmap.height))


def name_field(pdf):
    """The first field for a name, with its widget."""
    return next((field, widget) for field, widget in fields_of(pdf) if re.search("/(氏名|集まりの名前)[^/]*$", str(field.T)))


def ink(picture, box, page_height):
    """How many dark pixels stand within a rectangle of the page, a little inside of its edges."""
    width, _, values = picture
    left, bottom, right, top = (float(value) for value in box)
    rows = range(int(2 * (page_height - top)) + 3, int(2 * (page_height - bottom)) - 3)
    return sum(value < 128 for y in rows for value in values[y * width + int(2 * left) + 3:y * width + int(2 * right) - 3])


def without(picture, boxes, page_height):
    """All of the picture but what stands within the boxes."""
    width, _, values = picture
    values = bytearray(values)
    for left, bottom, right, top in boxes:
        for y in range(int(2 * (page_height - top)), int(2 * (page_height - bottom)) + 2):
            begin, end = y * width + int(2 * left), y * width + int(2 * right) + 2
            values[begin:end] = bytes(end - begin)
    return bytes(values)


class Forms(unittest.TestCase):
    def test_are_in_these_booklets_and_no_other_carries_the_form_font(self):
        self.assertEqual([path.stem for path in forms()], ["application-heart-failure-2027-02", "application-life-talk-2027-01", "ending-note", "form-pack", "outreach-leaflet", "safety-card"])
        for path in (SAMPLE / "pdf").glob("*.pdf"):
            self.assertEqual(path.stat().st_size > 1_500_000, path in forms(), path)

    def test_every_field_has_a_label_an_appearance_and_a_place_among_the_tags(self):
        for path in forms():
            with pikepdf.open(path) as pdf:
                self.assertNotIn("/NeedAppearances", pdf.Root.AcroForm)
                names = [str(field.T) for field, _ in fields_of(pdf)]
                self.assertGreaterEqual(len(names), 5)
                self.assertEqual(len(set(names)), len(names), path)
                widgets = [widget for page in pdf.pages for widget in page.get("/Annots", []) if widget.Subtype == "/Widget"]
                self.assertGreaterEqual(len(widgets), len(names))
                for widget in widgets:
                    self.assertTrue(str(widget.TU).strip(), path)
                    self.assertIn("/N", widget.AP)
                    self.assertIn("/StructParent", widget)
                    self.assertEqual(widget.P.Tabs, "/S")

    def test_the_form_font_has_all_of_jis_x_0208_and_0213_and_what_names_are_written_with(self):
        with pikepdf.open(forms()[0]) as pdf:
            map_ = pdf.Root.AcroForm.DR.Font.Wingdings.ToUnicode.read_bytes().decode()
        shown = {bytes.fromhex(text).decode("utf-16-be") for text in re.findall(r"^<[0-9A-F]{4}><([0-9A-F]+)>$", map_, re.M)}
        wanted = {chr(c) for c in [*range(0x21, 0x7F), *range(0xA1, 0x10000), *range(0x20000, 0x2B000)] if encodes(chr(c), "shift_jis_2004")}
        self.assertGreater(len(wanted), 11_000)
        # Two brackets that no font has, the soft hyphen, which is never seen, and a combining tilde drawn as the other one.
        missing = wanted - shown - set("⦅⦆\u00ad\u0303")
        self.assertEqual({c for c in missing if not is_double(c)}, set(), "doubles of characters share their glyphs")
        self.assertLess(len(missing), 60)
        for character in NAMES.replace(" ", "") + "邊邉濵嵜舘𣘺":
            self.assertIn(character, shown)

    def test_what_another_program_types_is_seen_in_poppler_and_the_labels_stay(self):
        for path in forms():
            with self.subTest(path.stem), tempfile.TemporaryDirectory() as folder:
                filled = pathlib.Path(folder) / "filled.pdf"
                with pikepdf.open(path) as pdf:
                    field, widget = name_field(pdf)
                    page = [p.objgen for p in pdf.pages].index(widget.P.objgen) + 1
                    height, boxes = float(widget.P.MediaBox[3]), [k.Rect for k in field.get("/Kids", [widget])]
                    boxes = [[float(value) for value in box] for box in boxes]
                    fill(pdf, field, widget, NAMES)
                    pdf.save(filled)
                before, after = pixels(path, page, folder), pixels(filled, page, folder)
                for box in boxes:
                    empty, written = ink(before, box, height), ink(after, box, height)
                    self.assertGreater(written, empty + 150, f"{path.stem} {box}")
                self.assertEqual(text_without_values(path), text_without_values(filled))
                one = {}
                for character in NAMES.replace(" ", ""):
                    with pikepdf.open(path) as pdf:
                        field, widget = name_field(pdf)
                        # Poppler takes a text apart into units of sixteen bits before it looks for their glyphs: what has two
                        # units is seen where the program that typed it drew it, too.
                        typed = fill if ord(character) < 0x10000 else draw
                        typed(pdf, field, widget, character)
                        pdf.save(filled)
                    one[character] = ink(pixels(filled, page, folder), boxes[0], height) - ink(before, boxes[0], height)
                self.assertGreater(min(one.values()), 8, one)

    def test_what_another_program_types_is_seen_in_chromium_in_its_box_and_nowhere_else(self):
        # Variants of names, JIS X 0208 and 0213, half-width kana, Latin letters.
        typed = "山田花子髙﨑濵邉舘祐德俱瘦頰剝ﾊｶﾞ①㈱A7"
        for path in forms():
            with self.subTest(path.stem), tempfile.TemporaryDirectory() as folder:
                filled, seen = pathlib.Path(folder) / "filled.pdf", {}
                for text in [*typed, *"𠮷𣘺𠮟", typed[:6]]:
                    with pikepdf.open(path) as pdf:
                        field, widget = name_field(pdf)
                        page = [p.objgen for p in pdf.pages].index(widget.P.objgen) + 1
                        height, boxes = float(widget.P.MediaBox[3]), [kid.Rect for kid in field.get("/Kids", [widget])]
                        boxes = [[float(value) for value in box] for box in boxes]
                        # PDFium takes a text apart into units of sixteen bits, too.
                        (fill if ord(text[0]) < 0x10000 else draw)(pdf, field, widget, text)
                        pdf.save(filled)
                    before = seen.setdefault("", chromium_pixels(path, page))
                    after = chromium_pixels(filled, page)
                    for box in boxes:
                        self.assertGreater(ink(after, box, height), ink(before, box, height) + 5, f"{path.stem} {text} {box}")
                    self.assertEqual(without(after, boxes, height), without(before, boxes, height), text)
                    seen[text] = after[2]
                self.assertEqual(len(set(map(str, seen.values()))), len(seen), "each character has its own shape")

    def test_a_card_that_is_filled_in_once_is_filled_in_five_times(self):
        with pikepdf.open(SAMPLE / "pdf/safety-card.pdf") as pdf:
            self.assertEqual(len(pdf.pages), 1)
            for field, _ in fields_of(pdf):
                self.assertEqual(len(field.Kids) % 5, 0, str(field.T))


def hard_form(look):
    """Eighty fields, forty choices, labels as long as a paragraph, and letters that PDF and YAML have other plans with."""
    long = "この欄には、入院の前の暮らしと、そのとき手伝っていた人のことを、分かるだけくわしく書いてください。" * 3
    rows = [f"  - {{label: 欄{number}, width: {width}}}" for number in range(80) for width in ["3分の1" if number % 3 else "半分"]]
    rows += [
        f"  - {{label: '{long}', kind: 長い文, count: 60}}",
        f"  - {{label: 多い, kind: しるしをつける, choices: [{', '.join('選ぶことば%dの%sもの' % (n, '長い' * (n % 7)) for n in range(40))}]}}",
        f"  - {{label: 職種, kind: 一覧から選ぶ, choices: [{', '.join(f'職種{n}' for n in range(40))}]}}",
        "  - {label: '(a.b)<\\>/&', kind: 1つ選ぶ, choices: ['<b>', '(c)', 'そのほか＿']}",
        f"  - {{label: 表, kind: 表, columns: [{', '.join(f'列{n}' for n in range(8))}], count: 30}}",
        "  - {label: 行の表, kind: 表, columns: [ひとつ], row_names: [とても長い名前の行がここにあります, 二]}",
        "  - {label: 番号, kind: 番号のます, count: 16}",
        "  - {label: 生年月日, kind: 日付, choices: [明治, 大正, 昭和, 平成, 令和]}",
    ]
    return "---\ntitle: むずかしい書式\n---\n\n```form\nlook: " + look + "\nfields:\n" + "\n".join(rows) + "\n```\n"


class HardForms(Folder):
    def test_pass_the_validators_on_every_paper(self):
        files = dict(SMALLEST_SITE)
        for paper in ("A4", "A5"):
            for look, name in (("枠", "framed"), ("罫線", "ruled")):
                folder = f"publications/{name}-{paper.lower()}"
                files[f"{folder}/publication.json"] = f'{{"title": "書式", "paper": "{paper}"}}\n'
                files[f"{folder}/01-form.md"] = hard_form(look)
        write_site(self.content, files)
        result = build(self.content, self.output)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        made = [path for path in sorted((self.output / "pdf").glob("*.pdf")) if path.stem != "taxi-list"]
        self.assertEqual(len(made), 4)
        tools = SOURCE / "tests/tools"
        for flavour in ("ua1", "2a"):
            checked = subprocess.run(["java", "-cp", f"{tools}/lib/*", tools / "VeraCheck.java", flavour, *made], capture_output=True, text=True)
            self.assertEqual(checked.returncode, 0, checked.stdout[:4000])
        for path in made:
            checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
            self.assertEqual((checked.returncode, checked.stderr), (0, ""), path)

    def test_tell_staff_their_mistakes_with_line_and_remedy(self):
        write_site(self.content, {**SMALLEST_SITE, "pages/ask.md": "---\ntitle: 申込\n---\n\n```form\nfields:\n  - {label: 氏名, kind: もじ}\n  - {label: 氏名}\n  - {label: 返事, kind: 1つ選ぶ}\n  - {kind: 日付}\n```\n"})
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        for line in ("pages/ask.md:7:23: 誤り: 「もじ」という書き方はありません。", "pages/ask.md:8:13: 誤り: 「氏名」という欄が2つあります。",
                     "pages/ask.md:9:23: 誤り: 「返事」に、選ぶ言葉がありません。", "pages/ask.md:10:5: 誤り: 名前のない欄があります。"):
            self.assertIn(line, result.stderr)


def encodes(character, codec):
    try:
        character.encode(codec)
        return True
    except UnicodeEncodeError:
        return False


def is_double(character):
    code = ord(character)
    return 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F


def text_without_values(path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True).stdout
    return [line for line in text.splitlines() if not any(c in line for c in "𠮷ﾊ")]


if __name__ == "__main__":
    unittest.main()
