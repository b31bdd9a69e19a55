"""Events as calendars, agendas, pages, flyers and iCalendar files, read by programs that are not ours."""
import datetime
import pathlib
import re
import subprocess
import tempfile
import unittest

import icalendar
import pikepdf

from harness import SAMPLE, SOURCE, TODAY, Folder, tebiki, write_site

TOKYO = datetime.timezone(datetime.timedelta(hours=9))


def calendar(path):
    return icalendar.Calendar.from_ical(path.read_bytes())


def events_of(path):
    return list(calendar(path).walk("VEVENT"))


def text_of(pdf, *options):
    return subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, text=True, check=True).stdout


class Calendars(unittest.TestCase):
    def test_the_parser_reads_all_events_of_the_sample(self):
        events = events_of(SAMPLE / "events/events.ics")
        uids = [str(event["UID"]) for event in events]
        self.assertEqual(len(uids), len(set(uids)))
        self.assertIn("events-aikawa-2026-02-13@tebiki.example", uids)
        single = sorted(path.parent.name for path in (SAMPLE / "events").glob("*/*.ics"))
        self.assertEqual(len(single), len(events))

    def test_the_training_of_ebina_is_as_its_flyer_says(self):
        (event,) = events_of(SAMPLE / "events/ebina-2025-10-24/ebina-2025-10-24.ics")
        self.assertEqual(event["SUMMARY"], "在宅・施設での急変時対応")
        self.assertEqual(event["DTSTART"].dt.replace(tzinfo=TOKYO), datetime.datetime(2025, 10, 24, 18, 30, tzinfo=TOKYO))
        self.assertEqual(event["DTEND"].dt.hour, 20)
        self.assertEqual(event["DTSTART"].params["TZID"], "Asia/Tokyo")
        self.assertEqual(event["LOCATION"], "海老名市医療センター 3階 大会議室")
        self.assertIn("令和7年10月10日", event["DESCRIPTION"])
        self.assertIn("046-231-8650", event["CONTACT"])

    def test_an_end_that_nobody_told_is_not_made_up(self):
        (event,) = events_of(SAMPLE / "events/aikawa-2026-02-13/aikawa-2026-02-13.ics")
        self.assertEqual((event["DTSTART"].dt.hour, event["DTSTART"].dt.minute), (18, 30))
        self.assertNotIn("DTEND", event)

    def test_lines_are_no_longer_than_75_octets_and_end_with_crlf(self):
        for path in SAMPLE.rglob("*.ics"):
            data = path.read_bytes()
            self.assertTrue(data.endswith(b"\r\n"))
            self.assertLessEqual(max(map(len, data.split(b"\r\n"))), 75, path)
            self.assertNotIn(b"\n", data.replace(b"\r\n", b""), path)
            data.decode()


class Pages(unittest.TestCase):
    def test_an_event_links_to_its_calendar_and_flyer(self):
        page = (SAMPLE / "events/life-talk-2027-01/index.html").read_text()
        self.assertIn('href="life-talk-2027-01.ics"', page)
        self.assertIn('href="../../pdf/flyer-life-talk-2027-01.pdf"', page)
        self.assertIn("申込は1月20日（水）まで", page)

    def test_what_is_over_has_no_button_to_call_or_apply(self):
        page = (SAMPLE / "events/ebina-2025-10-24/index.html").read_text()
        self.assertIn("<p class=\"state\">終わりました", page)
        self.assertNotIn("data-apply", page)
        self.assertNotRegex(page, r'class="tel big" href="tel:0462318650"')
        self.assertNotRegex(page, r'class="button" href="https://forms\.gle')

    def test_the_page_of_trainings_has_agenda_and_calendar(self):
        page = (SAMPLE / "schedule/index.html").read_text()
        self.assertLess(page.index("これからの日程"), page.index("終わった日程"))
        self.assertIn("<caption>令和9年1月</caption>", page)
        self.assertRegex(page, r'data-day="2027-01-20"[^>]*>.*?締切')
        self.assertIn("成人の日", page)


class Flyers(unittest.TestCase):
    def test_there_is_one_page_for_each_event_to_come(self):
        flyers = sorted(path.stem for path in (SAMPLE / "pdf").glob("flyer-*.pdf"))
        self.assertEqual(flyers, ["flyer-heart-failure-2027-02", "flyer-life-talk-2027-01"])
        for flyer in flyers:
            information = subprocess.run(["pdfinfo", SAMPLE / f"pdf/{flyer}.pdf"], capture_output=True, text=True).stdout
            self.assertRegex(information, r"Pages:\s+1\n")
            self.assertRegex(information, r"Page size:\s+595\.\d+ x 841\.89")

    def test_what_one_has_to_know_stands_on_it(self):
        text = re.sub(r"\s", "", text_of(SAMPLE / "pdf/flyer-life-talk-2027-01.pdf", "-raw"))
        for words in ("もしバナゲームで話す", "令和9年（2027年）", "1月30日", "土", "14:00〜16:00", "受付は13:30から", "中央公民館",
                      "市内に住んでいる方、働いている方", "40名先着", "1月20日（水）", "無料", "電話かFAX", "0463-00-0001"):
            self.assertIn(words, text)

    def test_its_smallest_type_is_no_smaller_than_nine_points(self):
        for flyer in (SAMPLE / "pdf").glob("flyer-*.pdf"):
            boxes = text_of(flyer, "-bbox")
            heights = [float(y1) - float(y0) for y0, y1 in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', boxes)]
            self.assertTrue(heights)
            self.assertGreaterEqual(min(heights), 9)


class ApplicationForms(unittest.TestCase):
    def test_one_is_made_of_each_event_that_takes_applications_on_one_page(self):
        made = sorted(path.stem for path in (SAMPLE / "pdf").glob("application-*.pdf"))
        self.assertEqual(made, ["application-heart-failure-2027-02", "application-life-talk-2027-01"])
        for form in made:
            information = subprocess.run(["pdfinfo", SAMPLE / f"pdf/{form}.pdf"], capture_output=True, text=True).stdout
            self.assertRegex(information, r"Pages:\s+1\n")
            self.assertRegex(information, r"Title:\s+申込書")

    def test_it_says_where_to_send_it_until_when_and_for_what(self):
        text = re.sub(r"\s", "", text_of(SAMPLE / "pdf/application-heart-failure-2027-02.pdf", "-raw"))
        for words in ("この向きで", "送り先平塚市在宅医療・介護連携支援センター（見本）", "FAX0463-00-0101", "参加申込書", "申込期限2月4日（木）", "在宅での心不全と、急変のときの動き",
                      "令和9年2月18日（木）18:30〜20:30", "平塚海岸病院講堂", "事業所と連絡先", "参加する方", "この用紙をコピーしてください", "歯科医師",
                      "どの職種に聞きたいですか", "質問", "0463-00-0001"):
            self.assertIn(words, text)
        boxes = text_of(SAMPLE / "pdf/application-heart-failure-2027-02.pdf", "-bbox")
        top, bottom = re.search(r'yMin="([\d.]+)"[^>]*yMax="([\d.]+)">0463-00-0101<', boxes).groups()
        self.assertGreaterEqual(float(bottom) - float(top), 29, "the number is read by those who stand before the machine")

    def test_three_people_are_asked_for_the_same_under_names_of_their_own(self):
        with pikepdf.open(SAMPLE / "pdf/application-heart-failure-2027-02.pdf") as pdf:
            names = [str(field.T) for field in pdf.Root.AcroForm.Fields]
        self.assertEqual([name for name in names if "氏名" in name],
                         [f"training-application/参加する方/{number}/氏名（ふりがな）" for number in (1, 2, 3)])
        for wanted in ("training-application/参加する方/3/職種", "training-application/講師に聞いてみたいこと/質問"):
            self.assertIn(wanted, names)

    def test_it_is_black_and_white_for_the_fax(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["pdftoppm", "-r", "72", SAMPLE / "pdf/application-heart-failure-2027-02.pdf", f"{folder}/page"], check=True)
            image = next(pathlib.Path(folder).glob("*.ppm")).read_bytes()
        values = image.split(b"255\n", 1)[1]
        coloured = sum(max(values[i:i + 3]) - min(values[i:i + 3]) > 24 for i in range(0, len(values), 3))
        self.assertEqual(coloured, 0)

    def test_it_is_shown_and_linked_to_on_the_page_of_the_event_until_the_deadline(self):
        page = (SAMPLE / "events/heart-failure-2027-02/index.html").read_text()
        self.assertIn('href="../../pdf/application-heart-failure-2027-02.pdf"', page)
        self.assertRegex(page, r"(?s)<h2[^>]*>申込書.*<h3[^>]*>参加する方.*3人目.*リハ職")
        self.assertNotIn("pdf/application-", (SAMPLE / "events/aikawa-2026-02-13/index.html").read_text())
        publication = (SAMPLE / "flyers/index.html").read_text()
        self.assertIn("申込書　在宅での心不全", publication)


HARD = """[
 {"id": "long", "title": "%s", "hi": "2026-11-05"},
 {"id": "six", "title": "六人の会", "hi": "2026-11-06", "deadline": "2026-11-01", "place": "公民館", "talks": [%s]},
 {"id": "two", "title": "二日の会", "hi": ["2026-11-07", "2026-11-21"], "time": "10:00〜11:30", "tel": "0463-00-0001"},
 {"id": "stretch", "title": "続く会", "hi": "2026-12-30", "ends": "2027-01-03"}]""" % (
     "あ" * 20 + "いろはにほへと" * 8 + "終わり。", ", ".join('{"speaker": "病院の医師%d", "topic": "家で看取る"}' % i for i in range(6)))
SCHEMA = """{"title": "催し", "properties": {"title": {"type": "string", "x-label": "題名"},
 "hi": {"format": "date", "x-label": "開催日"}, "ends": {"format": "date", "x-label": "終了日"},
 "deadline": {"format": "date", "x-label": "申込期限"}, "time": {"format": "hours", "x-label": "時間"},
 "place": {"type": "string", "x-label": "会場"}, "tel": {"format": "tel", "x-label": "電話"},
 "talks": {"type": "array", "x-role": "programme", "x-label": "話す人", "items": {"type": "object", "properties": {
   "speaker": {"type": "string", "x-label": "話す人"}, "topic": {"type": "string", "x-label": "内容"}}}}}}"""


class HardFlyers(Folder):
    def make(self, design, *more, today=TODAY):
        write_site(self.content, {
            "site.json": '{"name": "見本"}', "lists/moyooshi/schema.json": SCHEMA, "lists/moyooshi/a.json": HARD,
            "publications/chirashi/publication.json":
                '{"title": "チラシ", "flyers": {"list": "moyooshi", "design": "%s"}}' % design})
        return tebiki("build", "--content", self.content, "--templates", SOURCE / "templates", "--assets", SOURCE / "assets",
                      "--output", self.output, "--today", today, *more)

    def test_long_titles_six_speakers_and_several_days_fit_in_both_designs(self):
        for design in "ab":
            result = self.make(design)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            text = {path.stem: re.sub(r"\s", "", text_of(path)) for path in (self.output / "pdf").glob("*.pdf")}
            self.assertEqual(sorted(text), ["flyer-long", "flyer-six", "flyer-stretch", "flyer-two"])
            self.assertEqual(text["flyer-six"].count("病院の医師"), 6)
            self.assertIn("11月21日（土）", text["flyer-two"])
            self.assertIn("〜令和9年1月3日（日）", text["flyer-stretch"])
            self.assertIn("終わり。", text["flyer-long"])
            self.assertIn("0463-00-0001", text_of(self.output / "pdf/flyer-two.pdf"))

    def test_the_flyers_of_one_publication_can_be_made_alone(self):
        self.assertEqual(self.make("a").returncode, 0)
        (self.output / "pdf/flyer-two.pdf").unlink()
        result = self.make("a", "--only", "chirashi")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue((self.output / "pdf/flyer-two.pdf").is_file())

    def test_the_day_of_the_build_decides_what_is_to_come(self):
        self.assertEqual(self.make("a", today="2026-11-21").returncode, 0)
        self.assertEqual(sorted(path.stem for path in (self.output / "pdf").glob("*.pdf")), ["flyer-stretch", "flyer-two"])
        self.assertIn("終わりました", (self.output / "moyooshi/six/index.html").read_text())


if __name__ == "__main__":
    unittest.main()
