"""A list that nobody has thought of: its own schema, a chart, a Gantt, a form and a PDF, by content alone."""
import json
import re
import subprocess
import unittest

import pikepdf

from harness import SMALLEST_SITE, Folder, build, write_site

MONTHS = ["前年度3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月"]


def choice(label, words, **more):
    return {"type": "string", "enum": words, "x-label": label, **more}


SCHEMA = {
    "title": "体操の会",
    "description": "見本の体操の会です。",
    "properties": {
        "name": {"type": "string", "x-label": "会の名前", "minLength": 1},
        "hall": choice("会館", ["東会館", "西会館"], **{"x-filter": True, "x-column": True}),
        "leader": {"type": "string", "x-label": "世話をする人", "x-column": True},
        "came": {"type": "string", "format": "series", "x-label": "来た人"},
        "unit": {"type": "string", "x-label": "単位"},
        "state": choice("きまり方", ["行う", "考え中"], **{"x-role": "kind"}),
        "surely": choice("確かさ", ["決まった", "毎年", "未定"], **{"x-role": "certainty"}),
        "opens": choice("始まり", MONTHS, **{"x-role": "first-month"}),
        "closes": choice("終わり", MONTHS, **{"x-role": "last-month"}),
        "sheet": {"type": "array", "format": "rows", "x-label": "用紙", "x-role": "form", "items": {"type": "object", "properties": {
            "section": {"type": "string", "x-label": "まとまり"},
            "label": {"type": "string", "x-label": "欄"},
            "kind": {"type": "string", "x-label": "書き方"},
            "choices": {"type": "array", "format": "choices", "items": {"type": "string"}, "x-label": "選ぶことば"}}}},
    },
    "required": ["name", "hall"],
}
RECORDS = [
    {"id": "morning", "name": "見本 朝の体操", "hall": "東会館", "leader": "見本の世話人", "unit": "人",
     "came": "R4 31、R5 中止、R6 47（9月末現在）、R7 計画 60",
     "state": "行う", "surely": "決まった", "opens": "5月", "closes": "9月",
     "sheet": [{"section": "申し込む人", "label": "氏名", "kind": "文字"},
               {"section": "申し込む人", "label": "来られる曜日", "kind": "しるしをつける", "choices": ["火曜", "木曜"]}]},
    {"id": "evening", "name": "見本 夕べの体操", "hall": "西会館", "state": "考え中", "surely": "未定"},
]


def view(kind, **options):
    return "```view\nlist: gymnastics\nas: %s\n%s```\n" % (kind, "".join(f"{key}: {value}\n" for key, value in options.items()))


CHART = view("chart", columns="[came]", unit="unit", where="{id: morning}")
GANTT = view("gantt", rows="[hall]")
TABLE = view("table", columns="[name, hall, leader]", caption="どこで集まるか")
FORM = "```form\nref: gymnastics/morning\n```\n"

FILES = {
    **SMALLEST_SITE,
    "lists/gymnastics/schema.json": json.dumps(SCHEMA, ensure_ascii=False),
    "lists/gymnastics/gymnastics.json": json.dumps(RECORDS, ensure_ascii=False),
    "pages/exercise.md": f"---\ntitle: からだを動かす\n---\n\n## 数\n\n{CHART}\n## 予定\n\n{GANTT}\n## 会館\n\n{TABLE}\n## 申し込む\n\n{FORM}",
    "publications/exercise-book/publication.json": '{"title": "体操の手びき", "contents": true}',
    "publications/exercise-book/01-figures.md": f"---\ntitle: 来た人\n---\n\n{CHART}\n{TABLE}",
    "publications/exercise-book/02-plan.md": f"---\ntitle: 一年の予定\n---\n\n{GANTT}",
    "publications/exercise-book/03-sheet.md": f"---\ntitle: 申込みの用紙\n---\n\n{FORM}",
}


def squeezed(text):
    return re.sub(r"\s", "", text)


class ANewList(Folder):
    def setUp(self):
        super().setUp()
        write_site(self.content, FILES)
        result = build(self.content, self.output)
        self.assertEqual((result.stderr, result.returncode), ("", 0))
        self.page = (self.output / "exercise/index.html").read_text()
        self.pdf = self.output / "pdf/exercise-book.pdf"

    def test_has_a_page_for_itself_and_one_for_each_record(self):
        page = (self.output / "gymnastics/index.html").read_text()
        for words in ("体操の会", "見本 朝の体操", "見本 夕べの体操", "東会館"):
            self.assertIn(words, page)
        record = (self.output / "gymnastics/morning/index.html").read_text()
        for words in ("見本の世話人", "来られる曜日", "9月末現在", "中止"):
            self.assertIn(words, record)

    def test_is_a_chart_a_gantt_a_table_and_a_form_on_a_page(self):
        drawn = re.findall(r'<svg[^>]*role="img".*?</svg>', self.page, re.S)
        self.assertTrue(any("47" in one and "中止" in one for one in drawn), "the chart")
        self.assertRegex(self.page, r'(?s)class="gantt.*見本 朝の体操.*見本 夕べの体操')
        self.assertRegex(self.page, r"(?s)どこで集まるか.*東会館.*西会館")
        self.assertRegex(self.page, r'(?s)class="form.*来られる曜日.*火曜')
        self.assertIn("pdf/exercise-book.pdf#page=", self.page)

    def test_is_a_booklet_with_all_of_it_in_its_text_and_its_fields_in_the_file(self):
        text = squeezed(subprocess.run(["pdftotext", "-raw", self.pdf, "-"], capture_output=True, text=True).stdout)
        for words in ("体操の手びき", "47", "中止", "9月末現在", "見本朝の体操", "見本夕べの体操", "どこで集まるか", "西会館", "氏名", "火曜"):
            self.assertIn(words, text)
        with pikepdf.open(self.pdf) as pdf:
            names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        self.assertEqual(names, ["morning/申し込む人/氏名", "morning/申し込む人/来られる曜日/火曜", "morning/申し込む人/来られる曜日/木曜"])
        checked = subprocess.run(["qpdf", "--check", self.pdf], capture_output=True, text=True)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))

    def test_is_found_by_the_search(self):
        index = "".join(path.read_text() for path in self.output.rglob("*") if path.is_file() and "search" in path.name)
        self.assertIn("朝の体操", index)


if __name__ == "__main__":
    unittest.main()
