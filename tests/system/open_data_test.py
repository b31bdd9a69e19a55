"""Files for machines, read by programs that are not ours; and hostile text in every field of every list."""
import csv
import io
import json
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

import feedparser
import html5lib
import icalendar
import openpyxl

from harness import SAMPLE, SHARED, SOURCE, Folder, build, fingerprints, tebiki

LISTS = sorted(path.parent.name for path in (SOURCE / "content/lists").glob("*/schema.json"))
DATA = SAMPLE / "open-data"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def rows_of(path):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), path
    assert data.endswith(b"\r\n"), path
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet_of(path):
    """The rows of cells, and the workbook."""
    book = openpyxl.load_workbook(path)
    return [list(row) for row in book.active.iter_rows()], book


def linked_data(path):
    """What a page says of itself to search engines, by a parser of HTML."""
    page = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    scripts = [s for s in page.iter("script") if s.get("type") == "application/ld+json"]
    return [thing for script in scripts for thing in json.loads(script.text)["@graph"]]


def thing_of(path, *types):
    (thing,) = [thing for thing in linked_data(path) if thing["@type"] in types]
    return thing


# What every reader has of their own, and what is shown without a network: nothing to be found by search engines.
OF_READERS = {"my-list", "offline"}


class SampleFiles(unittest.TestCase):
    def test_every_list_has_its_files_and_they_hold_the_same_records(self):
        for name in LISTS:
            rows, records = rows_of(DATA / f"{name}.csv"), json.loads((DATA / f"{name}.json").read_text())
            cells, _ = sheet_of(DATA / f"{name}.xlsx")
            ids = [record["id"] for record in records]
            self.assertEqual([row["ID"] for row in rows], ids, name)
            self.assertEqual([row[0].value for row in cells[1:]], ids, name)
            self.assertEqual([cell.value for cell in cells[0]], list(rows[0]), name)

    def test_telephone_numbers_in_workbooks_keep_their_zero(self):
        cells, book = sheet_of(DATA / "facilities.xlsx")
        column = [cell.value for cell in cells[0]].index("電話番号")
        numbers = [row[column] for row in cells[1:] if row[column].value]
        self.assertTrue(all(cell.data_type == "s" and cell.value.startswith("0") for cell in numbers))
        self.assertEqual(book.active.freeze_panes, "A2")

    def test_a_workbook_says_that_it_was_made_on_the_day_of_the_site(self):
        _, book = sheet_of(DATA / "taxis.xlsx")
        self.assertEqual(book.properties.created.date().isoformat(), "2026-10-15")

    def test_offices_stand_on_the_map_of_hiratsuka(self):
        places = json.loads((DATA / "facilities.geojson").read_text())
        self.assertGreater(len(places["features"]), 20)
        for feature in places["features"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            self.assertTrue(139.2 < longitude < 139.5 and 35.2 < latitude < 35.5, feature["id"])

    def test_the_standards_have_the_headings_of_real_files(self):
        real = SHARED / "data/yaizu/event_excerpt.csv"
        if not real.exists():
            self.skipTest("the real files are not here")
        headings = real.read_text(encoding="utf-8-sig").split("\n")[0].strip()
        ours = (DATA / "events-events-municipal.csv").read_text(encoding="utf-8-sig").split("\n")[0].strip()
        self.assertEqual(ours, headings)

    def test_feeds_are_read_and_hold_pages_that_there_are(self):
        for name in ["news.xml", "changes.xml"]:
            feed = feedparser.parse((SAMPLE / name).read_bytes())
            self.assertFalse(feed.bozo, feed.get("bozo_exception"))
            self.assertGreater(len(feed.entries), 5)
            days = [entry.updated for entry in feed.entries]
            self.assertEqual(days, sorted(days, reverse=True), name)
            for entry in feed.entries:
                path = entry.link.removeprefix("https://tebiki.example/")
                self.assertTrue((SAMPLE / path / "index.html").is_file(), entry.link)

    def test_the_sitemap_names_every_page_once(self):
        urls = [node.text for node in ElementTree.parse(SAMPLE / "sitemap.xml").findall("s:url/s:loc", SITEMAP)]
        pages = {str(path.parent.relative_to(SAMPLE)).rstrip(".") for path in SAMPLE.rglob("index.html")
                 if "http-equiv=\"refresh\"" not in path.read_text() and path.parent.name not in OF_READERS}
        self.assertEqual(len(urls), len(set(urls)))
        self.assertEqual({url.removeprefix("https://tebiki.example/").rstrip("/") for url in urls}, pages)
        self.assertIn("Sitemap: https://tebiki.example/sitemap.xml", (SAMPLE / "robots.txt").read_text())

    def test_pages_say_what_they_show_in_the_words_of_schema_org(self):
        hospital = thing_of(SAMPLE / "facilities/kaigan-hospital/index.html", "Hospital")
        self.assertEqual((hospital["telephone"], hospital["geo"]["latitude"]), ("0463-00-0010", 35.32046))
        taxi = thing_of(SAMPLE / "taxis/nadeshiko-taxi/index.html", "TaxiService")
        self.assertEqual(taxi["provider"]["telephone"], "0463-00-0080")
        video = thing_of(SAMPLE / "videos/home-nursing/index.html", "VideoObject")
        self.assertEqual((video["duration"], video["uploadDate"]), ("PT6M20S", "2026-04-10"))
        case = thing_of(SAMPLE / "cases/fever-at-night/index.html", "FAQPage")
        self.assertIn("119番", case["mainEntity"][0]["acceptedAnswer"]["text"])
        event = thing_of(SAMPLE / "events/ebina-2025-10-24/index.html", "Event")
        self.assertEqual(event["startDate"], "2025-10-24T18:30:00+09:00")
        for path in SAMPLE.rglob("index.html"):
            linked_data(path)

    def test_descriptions_of_offices_hold_their_number(self):
        page = html5lib.parse((SAMPLE / "facilities/kaigan-hospital/index.html").read_text(), namespaceHTMLElements=False)
        (description,) = [node.get("content") for node in page.iter("meta") if node.get("name") == "description"]
        self.assertIn("0463-00-0010", description)

    def test_descriptions_of_pages_for_residents_hold_the_number_of_the_centre(self):
        for path in ["", "scenes", "scenes/daily", "scenes/hospital", "scenes/farewell", "consultation", "medical-care",
                     "easy/consultation", "en/consultation", "en/scenes/daily"]:
            page = html5lib.parse((SAMPLE / path / "index.html").read_text(), namespaceHTMLElements=False)
            (description,) = [node.get("content") for node in page.iter("meta") if node.get("name") == "description"]
            self.assertIn("0463-00-0001", description, path)
            self.assertLessEqual(len(description), 120, path)

    def test_the_manifest_and_the_shared_picture_name_files_that_there_are(self):
        manifest = json.loads((SAMPLE / "manifest.webmanifest").read_text())
        self.assertEqual([icon["sizes"] for icon in manifest["icons"]], ["192x192", "512x512"])
        for path in [manifest["start_url"], *[icon["src"] for icon in manifest["icons"]]]:
            self.assertTrue((SAMPLE / path).is_file(), path)
        picture = re.search(r'property="og:image" content="https://tebiki.example/([^"]+)"', (SAMPLE / "index.html").read_text())
        self.assertTrue((SAMPLE / picture[1]).read_bytes().startswith(b"\x89PNG"))

    def test_the_page_of_open_data_links_to_every_file_and_tells_what_columns_mean(self):
        page = html5lib.parse((DATA / "index.html").read_text(), namespaceHTMLElements=False)
        links = {node.get("href") for node in page.iter("a")}
        files = {path.name for path in DATA.iterdir() if path.name != "index.html"}
        self.assertEqual(files - links, set())
        words = "".join(page.itertext())
        for told in ["CC BY 4.0", "FAX番号", "推奨データセット「医療機関一覧」", "yes（できる）"]:
            self.assertIn(told, words)
        self.assertIn('href="open-data/index.html"', (SAMPLE / "index.html").read_text())

    def test_every_column_on_the_page_of_open_data_has_a_meaning(self):
        page = html5lib.parse((DATA / "index.html").read_text(), namespaceHTMLElements=False)
        rows = [["".join(cell.itertext()) for cell in row] for row in page.iter("tr")]
        columns = [row for row in rows if len(row) == 4]
        self.assertGreater(len(columns), 200)
        self.assertEqual([row for row in columns if not row[3].strip()], [])


class RoundTrip(Folder):
    """Our own import reads what was exported, and finds the same."""

    FIELDS = ["name", "kana", "tel", "fax", "address", "building", "coordinates", "corporation", "capacity", "url"]

    def imported(self, source, file, records):
        target = self.content / "lists/facilities"
        shutil.rmtree(self.content, ignore_errors=True)
        target.mkdir(parents=True)
        shutil.copy(SOURCE / "content/lists/facilities/schema.json", target)
        (self.content / "site.json").write_text('{"name": "見本", "municipality": {"code": "142034", "name": "平塚市"}}')
        (target / "facilities.json").write_text(json.dumps(records, ensure_ascii=False))
        built = build(self.content, self.output)
        self.assertEqual(built.returncode, 0, built.stderr)
        exported = self.folder / file
        shutil.copy(self.output / "open-data" / file, exported)
        (target / "facilities.json").write_text("[]")
        result = tebiki("import", source, exported, "--list", "facilities", "--municipality", "142034", "--content", self.content)
        self.assertEqual(result.returncode, 0, result.stderr)
        return {record["office_number"]: record for record in json.loads((target / f"{source}.json").read_text())}, result

    def records(self, services, number):
        offices = json.loads((SOURCE / "content/lists/facilities/facilities.json").read_text())
        chosen = [office for office in offices if office["services"][0] in services][:6]
        for i, office in enumerate(chosen):
            office["services"] = [service for service in office["services"] if service in services]
            office["office_number"] = f"{number}{i:05}"
            office.pop("service_details", None)
            if office["services"] == ["薬局"]:
                office["office_number"] = "144" + office["office_number"][3:]
        self.assertGreater(len(chosen), 3)
        return chosen

    def compare(self, records, imported, more=()):
        self.assertEqual(set(imported), {record["office_number"] for record in records})
        for record in records:
            found = imported[record["office_number"]]
            self.assertEqual(found["services"], record["services"])
            for field in [*self.FIELDS, *more]:
                wanted, got = record.get(field), found.get(field)
                if field == "coordinates" and wanted:
                    wanted, got = [[round(float(part), 5) for part in text.split(",")] for text in (wanted, got)]
                self.assertEqual(got, wanted, (record["id"], field))

    def test_of_medical_institutions_by_both_standards(self):
        records = self.records({"病院", "診療所"}, "14100")
        for standard in ["recommended", "municipal"]:
            imported, _ = self.imported("medical", f"facilities-medical-{standard}.csv", records)
            self.compare(records, imported, ["days", "departments"])

    def test_of_care_offices_by_both_standards(self):
        records = self.records({"訪問看護", "訪問介護", "居宅介護支援", "通所介護"}, "14900")
        for standard in ["recommended", "municipal"]:
            imported, _ = self.imported("mhlw-care", f"facilities-care-{standard}.csv", records)
            self.compare(records, imported)


# What would break out of HTML, attributes, JSON, scripts, templates, XML, CSV and calendars.
HOSTILE = ("=cmd|' /C calc'!A0 </script><script>alert(1)</script> \"'&amp;<b onclick=x> {{site.name}} {{{body}}} ]]> --> "
           "%0A ;,\\x \u2028x\u2029 </title></textarea> " + "あ" * 10000)


class HostileText(Folder):
    """Whatever stands in a field is text in every file and on every page; what turns the direction of a line is refused."""

    def setUp(self):
        super().setUp()
        shutil.copytree(SOURCE / "content/images", self.content / "images")
        site = json.loads((SOURCE / "content/site.json").read_text())
        for key in ["menu", "scenes"]:
            site.pop(key)
        (self.content / "site.json").write_text(json.dumps(site, ensure_ascii=False))
        self.shown = HOSTILE.strip().replace("{{site.name}}", site["name"])
        self.planted = {name: self.plant(name) for name in LISTS}

    def takes_words(self, schema):
        return (schema.get("type") == "string" and schema.get("format") in (None, "address", "hours") and
                not schema.keys() & {"enum", "pattern", "const"} and schema.get("x-role") != "chapter-time")

    def plant(self, name):
        """A record whose every field that takes words holds the hostile text; the others are those of a sound one."""
        folder = self.content / "lists" / name
        folder.mkdir(parents=True)
        schema = json.loads((SOURCE / "content/lists" / name / "schema.json").read_text())
        records = json.loads((DATA / f"{name}.json").read_text())
        for one in records:
            if "body" not in schema["properties"]:
                one.pop("body", None)
        sound = records[0]
        record = {"id": "hostile"}
        for key, field in schema["properties"].items():
            rows = field.get("items", {}).get("properties")
            if self.takes_words(field):
                record[key] = HOSTILE
            elif rows and field.get("x-role") == "form":  # each of its words has a meaning of its own
                record[key] = [{"label": HOSTILE}]
            elif rows:
                record[key] = [{part: HOSTILE if self.takes_words(of) else "1:30" for part, of in rows.items()
                                if self.takes_words(of) or of.get("x-role") == "chapter-time"}]
            elif key in sound and not rows:
                record[key] = sound[key]
        for label in ["x-label", "description"]:
            for field in schema["properties"].values():
                field[label] = field.get(label, "") + " </script>\"'{{x}}<b>"
        (folder / "schema.json").write_text(json.dumps(schema, ensure_ascii=False))
        (folder / "sound.json").write_text(json.dumps(records, ensure_ascii=False))
        (folder / "hostile.json").write_text(json.dumps([record], ensure_ascii=False))
        return schema, record

    def hostile_keys(self, name):
        return [key for key, value in self.planted[name][1].items() if value == HOSTILE]

    def test_that_turns_the_direction_of_a_line_is_refused_at_its_place(self):
        for sign in ["\u202e", "\u2066", "\u200f"]:
            path = self.content / "lists/taxis/hostile.json"
            path.write_text(json.dumps([{**self.planted["taxis"][1], "name": f"見本{sign}"}], ensure_ascii=False))
            result = build(self.content, self.output, "--only", "site")
            self.assertEqual(result.returncode, 1)
            self.assertIn("[control-character]", result.stderr)

    def test_is_text_everywhere(self):
        built = build(self.content, self.output, "--only", "site")
        self.assertEqual(built.returncode, 0, built.stderr[-3000:])
        data = self.output / "open-data"
        for name in LISTS:
            with self.subTest(list=name):
                schema, _ = self.planted[name]
                keys = self.hostile_keys(name)
                self.assertTrue(keys)
                labels = {key: schema["properties"][key]["x-label"].strip() for key in keys}
                self.see_csv(data / f"{name}.csv", labels)
                self.see_json(data / f"{name}.json", keys)
                self.see_workbook(data / f"{name}.xlsx", labels)
                self.see_page(name)
        self.see_standards(data)
        self.see_feeds()
        self.see_calendar()
        self.see_search()

    def see_csv(self, path, labels):
        (row,) = [row for row in rows_of(path) if row["ID"] == "hostile"]
        for label in labels.values():
            self.assertEqual(row[label], "'" + self.shown, (path.name, label))
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")):
            for cell in row:
                self.assertFalse(cell[:1] in list("=+@\t\r"), (path.name, cell[:40]))

    def see_json(self, path, keys):
        (record,) = [record for record in json.loads(path.read_text()) if record["id"] == "hostile"]
        for key in keys:
            self.assertEqual(record[key], self.shown, (path.name, key))
        places = path.with_suffix(".geojson")
        if places.exists():
            features = [f for f in json.loads(places.read_text())["features"] if f["id"] == "hostile"]
            for feature in features:
                self.assertEqual({feature["properties"][key] for key in keys}, {self.shown})

    def see_workbook(self, path, labels):
        cells, _ = sheet_of(path)
        heads = [cell.value for cell in cells[0]]
        (row,) = [row for row in cells[1:] if row[0].value == "hostile"]
        for label in labels.values():
            cell = row[heads.index(label)]
            self.assertEqual((cell.data_type, cell.value), ("s", self.shown), (path.name, label))

    def see_page(self, name):
        path = self.output / name / "hostile/index.html"
        page = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        clean = next(p for p in (self.output / name).glob("*/index.html") if p.parent.name != "hostile")
        scripts = [s for s in page.iter("script") if s.get("type") != "application/ld+json"]
        usual = [s for s in html5lib.parse(clean.read_text(encoding="utf-8"), namespaceHTMLElements=False).iter("script")
                 if s.get("type") != "application/ld+json"]
        self.assertEqual(len(scripts), len(usual), path)
        for node in page.iter():
            self.assertFalse([key for key in node.keys() if key.startswith("on")], path)
        words = " ".join("".join(page.find("body").itertext()).split())
        self.assertIn("</script><script>alert(1)</script>", words)
        self.assertIn("{{{body}}} ]]>", words)
        for thing in linked_data(path):
            if thing["@type"] == "BreadcrumbList":
                self.assertIn(self.shown, [step["name"] for step in thing["itemListElement"]])
            elif thing["@type"] == "FAQPage":
                self.assertEqual(thing["mainEntity"][0]["name"], self.shown)
            else:
                self.assertEqual(thing.get("name", thing.get("headline")), self.shown)

    def see_standards(self, data):
        for path in data.glob("*-*-*.csv"):
            rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, path)
            for row in rows:
                for cell in row:
                    self.assertFalse(cell[:1] in list("=+@\t\r"), (path.name, cell[:40]))

    def see_feeds(self):
        found = set()
        for name in ["news.xml", "changes.xml"]:
            feed = ElementTree.parse(self.output / name)
            atom = "{http://www.w3.org/2005/Atom}"
            for entry in feed.findall(f"{atom}entry"):
                if "/hostile/" in entry.find(f"{atom}id").text:
                    found.add(name)
                    self.assertEqual(entry.find(f"{atom}title").text, self.shown)
            self.assertFalse(feedparser.parse((self.output / name).read_bytes()).bozo)
        self.assertEqual(found, {"news.xml", "changes.xml"})

    def see_calendar(self):
        calendar = icalendar.Calendar.from_ical((self.output / "events/events.ics").read_bytes())
        (event,) = [e for e in calendar.walk("VEVENT") if str(e["UID"]).startswith("events-hostile@")]
        self.assertEqual(str(event["SUMMARY"]), self.shown)

    def see_search(self):
        (script,) = (self.output / "assets").glob("search-*.js")
        program = ("globalThis.tebikiSearch = data => { process.stdout.write(JSON.stringify(data.entries.filter("
                   "entry => JSON.stringify(entry).includes('/hostile/') || entry.includes('hostile')).length)) };"
                   f"require({json.dumps(str(script))})")
        result = subprocess.run(["node", "-e", program], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertGreaterEqual(int(result.stdout), 1)
        self.assertNotIn("</script", script.read_text())


class Rebuild(Folder):
    def test_of_the_site_alone_makes_the_same_files_for_machines(self):
        shutil.copytree(SOURCE / "content/lists/taxis", self.content / "lists/taxis")
        (self.content / "site.json").write_text('{"name": "見本", "base_url": "https://tebiki.example/"}')
        self.assertEqual(build(self.content, self.output).returncode, 0)
        before = fingerprints(self.output)
        self.assertIn("open-data/taxis.xlsx", before)
        result = build(self.content, self.output, "--only", "site")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(fingerprints(self.output), before)


class Services(unittest.TestCase):
    """What rows of a record say of one of its services stands wherever that service is asked for."""

    def test_a_booklet_says_the_days_and_places_of_the_service_that_its_chapter_shows(self):
        page = (SAMPLE / "care-guide/day-stay/index.html").read_text()
        rows = re.findall(r'<li class="entry[^"]*"[^>]*>(?:(?!</li>).)*?kaname-no-sato/index.html.*?</li>', page, re.S)
        told = [re.sub(r"<[^>]*>", " ", row) for row in rows]
        self.assertEqual(len(told), 3)
        self.assertRegex(told[0], "月〜土")
        self.assertRegex(told[0], "定員・病床数：30")
        self.assertRegex(told[2], "定員・病床数：80")


if __name__ == "__main__":
    unittest.main()
