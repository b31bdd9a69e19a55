"""National open data becomes records, pages and a printed directory, and what staff write there stays."""
import json
import re
import shutil
import subprocess
import unittest

from harness import SHARED, SOURCE, TODAY, Folder, build, tebiki

EXCERPT = sorted((SOURCE / "tests/national_excerpt").glob("*.csv"))
FILES = sorted((SHARED / "data/mhlw_kaigo").glob("*.csv"))


class Import(Folder):
    def setUp(self):
        super().setUp()
        shutil.copytree(SOURCE / "content", self.content)
        self.list = self.content / "lists/facilities"
        self.path = self.list / "mhlw-care.json"
        self.baseline = self.list / ".import/mhlw-care.json"

    def import_files(self, *more, files=EXCERPT, municipality="142034", list="facilities"):
        return tebiki("import", "mhlw-care", *files, "--list", list, "--municipality", municipality,
                      "--content", self.content, *more)

    def check(self):
        return tebiki("check", "--content", self.content, "--templates", SOURCE / "templates",
                      "--assets", SOURCE / "assets", "--today", TODAY)

    def records(self):
        return json.loads(self.path.read_text())

    def write(self, records):
        self.path.write_text(json.dumps(records, ensure_ascii=False, indent=2))


class Excerpt(Import):
    """Every quirk of the national files in a few rows of fictional offices."""

    def test_becomes_records_that_check_accepts(self):
        result = self.import_files()
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([record["id"] for record in self.records()],
                         ["1499999901", "1499999902", "1499999903", "1499999904", "1499999905", "0149999990"])
        self.assertEqual(self.check().returncode, 0, self.check().stderr)

    def test_tells_only_what_somebody_must_decide(self):
        told = re.findall(r"注意: (.*) \[(import-.*)\]", self.import_files().stderr)
        self.assertEqual(sorted(code for _, code in told),
                         ["import-conflict", "import-conflict", "import-coordinates", "import-kana", "import-suspended",
                          "import-telephone"], told)

    def test_tells_each_conflict_once(self):
        self.assertEqual(self.import_files().stderr.count("[import-conflict]"), 2)
        self.assertNotIn("[import-conflict]", self.import_files().stderr)

    def test_reports_each_cell_that_it_mended(self):
        out = self.import_files().stdout
        self.assertIn("補正  見本リハビリステーション（1499999902）  名称：「見本リハビリステ-ション」→「見本リハビリステーション」\n", out)
        self.assertIn("住所：「神奈川県平塚市見本町4₋5⁻6」→「神奈川県平塚市見本町4-5-6」\n", out)
        self.assertIn("ホームページ：「info@mihon.example」→取り込まず\n", out)
        self.assertIn("書き方  定員・病床数：3件をそろえました（例 「0」→（なし））。\n", out)

    def test_keeps_the_numbers_of_services_that_differ(self):
        self.import_files()
        record = self.records()[0]
        self.assertEqual(record["name"], "介護老人保健施設 見本苑")
        self.assertEqual({row["service"]: row.get("tel") for row in record["service_details"]},
                         {"訪問リハビリテーション": None, "通所リハビリテーション": "0463-00-0012",
                          "短期入所療養介護（介護老人保健施設）": None})
        self.assertEqual(record["tel"], "0463-00-0011")

    def test_a_changed_number_wants_checking_again_where_it_carries_a_day_of_confirmation(self):
        self.import_files()
        records = self.records()
        records[1]["confirmed"] = "2026-10-01"
        self.write(records)
        changed = self.folder / "jigyosho_140.csv"
        changed.write_text(EXCERPT[0].read_text(encoding="utf-8-sig").replace("0463-00-0021", "0463-00-0022"))
        out = self.import_files(files=[changed, *EXCERPT[1:]]).stdout
        self.assertEqual(out.count("確認  "), 1, out)
        self.assertIn("確認  見本リハビリステーション（1499999902）  「確認日」（2026-10-01）は、変わる前の電話番号を確かめた日です。", out)

    def test_a_row_without_a_name_or_a_service_is_left_out_and_check_accepts_the_rest(self):
        first = EXCERPT[0].read_text(encoding="utf-8-sig")
        changed = self.folder / "jigyosho_140.csv"
        changed.write_text(first.replace("見本リハビリステ-ション", "　\u200b"))
        result = self.import_files(files=[changed])
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("jigyosho_140.csv:3:", result.stderr)
        self.assertNotIn("schema.json", result.stderr)
        self.assertEqual([record["id"] for record in self.records()], ["1499999901"])
        self.assertEqual(self.check().returncode, 0, self.check().stderr)

    def test_a_corrected_number_leaves_no_old_one_on_the_page(self):
        self.import_files()
        records = self.records()
        records[0]["tel"] = "0463-00-0099"
        self.write(records)
        self.import_files()
        self.assertEqual(build(self.content, self.output).returncode, 0)
        page = (self.output / "facilities/1499999901/index.html").read_text()
        self.assertIn("0463-00-0099", page)
        self.assertIn("0463-00-0012", page)
        self.assertNotIn("0463-00-0011", page)

    def test_a_second_import_changes_no_byte(self):
        self.import_files()
        before = self.path.read_bytes(), self.baseline.read_bytes()
        result = self.import_files()
        self.assertEqual((self.path.read_bytes(), self.baseline.read_bytes()), before)
        self.assertIn("変更 0、変わらず 6。", result.stdout)

    def test_never_undoes_what_staff_corrected(self):
        self.import_files()
        records = self.records()
        records[1]["tel"] = "0463-00-0099"
        records[1]["confirmed"] = "2026-10-01"
        del records[1]["days_note"]
        records[2]["big"] = 0
        self.write(records)
        text = self.path.read_text().replace('"big": 0', '"capacity_note": 12345678901234567890')
        self.path.write_text(text)
        changed = self.folder / "jigyosho_140.csv"
        changed.write_text(EXCERPT[0].read_text(encoding="utf-8-sig").replace("0463-00-0021", "0463-00-0022")
                           .replace("0463（00）0011", "0463-00-0013"))
        result = self.import_files(files=[changed, *EXCERPT[1:]])
        records = self.records()
        self.assertEqual(records[1]["tel"], "0463-00-0099")
        self.assertEqual(records[1]["confirmed"], "2026-10-01")
        self.assertNotIn("days_note", records[1])
        self.assertIn("前回は「0463-00-0021」、一覧では「0463-00-0099」、元のデータでは「0463-00-0022」です。", result.stderr)
        self.assertIn("12345678901234567890", self.path.read_text())
        self.assertIn("変更  介護老人保健施設 見本苑（1499999901）  サービスごとの内容："
                      "「訪問リハビリテーション 平日」→「訪問リハビリテーション 平日 0463-00-0013」\n", result.stdout)

    def test_loses_nothing_where_an_older_program_made_the_list(self):
        self.import_files()
        records = self.records()
        records[1]["tel"] = "0463-00-0099"
        self.write(records)
        shutil.rmtree(self.baseline.parent)
        result = self.import_files()
        self.assertEqual(self.records()[1]["tel"], "0463-00-0099")
        self.assertIn("一覧では「0463-00-0099」、元のデータでは「0463-00-0021」です。", result.stderr)
        self.assertTrue(self.baseline.exists())

    def test_says_that_the_record_of_the_last_import_is_damaged(self):
        self.import_files()
        before = self.path.read_bytes()
        whole = self.baseline.read_bytes()
        for damaged in (b'{"offices": []}', b"", b"{", whole[:len(whole) // 2], whole[:-3], whole + b"}",
                        whole.replace(b'"fields"', b'"feilds"', 1), whole.replace(b'"services": [{', b'"services": [0, {', 1),
                        whole[:200] + b"\xff" + whole[200:], b"\x00" * 300):
            with self.subTest(damaged=damaged[:40]):
                self.baseline.write_bytes(damaged)
                result = self.import_files()
                self.assertEqual(result.returncode, 1)
                self.assertIn("前回の取り込みの控えが壊れているため、何も取り込みませんでした。 [import-baseline]", result.stderr)
                self.assertEqual(result.stderr.count("誤り:"), 1, result.stderr)
                self.assertNotIn("書き足し", result.stderr)
                self.assertEqual(self.path.read_bytes(), before)

    def test_begins_anew_where_staff_removed_the_whole_file(self):
        self.import_files()
        before = self.path.read_bytes()
        self.path.unlink()
        self.import_files()
        self.assertEqual(self.path.read_bytes(), before)

    def test_a_dry_run_writes_nothing(self):
        self.import_files("--dry-run")
        self.assertFalse(self.path.exists() or self.baseline.exists())

    def test_a_list_of_another_kind_is_refused_before_anything_is_written(self):
        result = self.import_files(list="taxis")
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"lists/taxis/schema.json:\d+:\d+: 誤り: この一覧「[^」]*」には取り込めません。"
                                        r"書きこむ項目.*「corporation」.*がありません。")
        self.assertIn("→ 何も書きこんでいません。まず、--list の名前が正しいか確かめてください。正しければ、見本の", result.stderr)
        self.assertFalse((self.content / "lists/taxis/mhlw-care.json").exists())
        self.assertFalse((self.content / "lists/taxis/.import").exists())

    def test_a_list_that_there_is_not_names_the_nearest_one(self):
        result = self.import_files(list="facilites")
        self.assertEqual((result.returncode, result.stderr),
                         (1, "失敗: 一覧「facilites」がありません（lists/facilites/schema.json が見つかりません）。"
                             "「facilities」のことでしょうか。\n"))

    def test_a_file_that_there_is_not_is_told_with_a_remedy(self):
        result = tebiki("import", "mhlw-care", self.folder / "nowhere.csv", "--list", "facilities", "--municipality",
                        "142034", "--content", self.content)
        self.assertEqual(result.returncode, 1)
        self.assertIn("nowhere.csv」を読むことができません。名前と、置いたフォルダーが正しいか", result.stderr)

    def test_a_list_without_a_service_among_its_choices_is_refused(self):
        schema = self.list / "schema.json"
        schema.write_text(schema.read_text().replace('"福祉用具貸与",', ""))
        result = self.import_files()
        self.assertEqual(result.returncode, 1)
        self.assertIn("選べる値の中に「福祉用具貸与」がないので、何も書きこんでいません。", result.stderr)
        self.assertRegex(result.stderr, r"lists/facilities/schema\.json の\d+行目からの「services」の enum に「福祉用具貸与」を")
        self.assertFalse(self.path.exists())

    def test_of_a_city_takes_in_its_wards(self):
        self.import_files(municipality="141003")
        self.assertEqual([record["id"] for record in self.records()], ["1499999910"])


class MedicalInstitutions(Import):
    """The list of medical institutions that municipalities publish."""

    HEAD = ("都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,経度,電話番号,"
            "FAX番号,医療機関コード,診療曜日,診療開始時間,診療終了時間,診療科目,病床数,URL,備考\r\n")
    ROWS = ("142034,0000000001,神奈川県,平塚市,見本クリニック,ミホンクリニック,一般診療所,平塚市見本町1-2,,35.3312,139.3624,"
            "（０４６３）００－０００１,,0312345,月火水金,09:00,17:30,内科;小児科,0,,\r\n"
            "142034,0000000002,神奈川県,平塚市,見本病院,ミホンビョウイン,病院,平塚市見本町3,,,,0463-00-0002,,,,,,,120,,\r\n")

    def test_become_entries_that_check_accepts_and_keep_what_staff_wrote(self):
        path = self.folder / "142034_hospital.csv"
        path.write_bytes((self.HEAD + self.ROWS).encode("cp932"))
        command = ["import", "medical", path, "--list", "facilities", "--municipality", "142034", "--content", self.content]
        result = tebiki(*command)
        self.assertEqual(result.returncode, 0, result.stderr)
        listed = self.list / "medical.json"
        records = json.loads(listed.read_text())
        self.assertEqual([(record["id"], record["tel"], record["services"]) for record in records],
                         [("1410312345", "0463-00-0001", ["診療所"]), ("14203-0000000002", "0463-00-0002", ["病院"])])
        self.assertEqual(self.check().returncode, 0, self.check().stderr)
        records[0]["tel"] = "0463-00-0099"
        records[1]["suction"] = "yes"
        listed.write_text(json.dumps(records, ensure_ascii=False))
        before = listed.read_bytes()
        self.assertIn("変更 0、変わらず 2。", tebiki(*command).stdout)
        self.assertEqual(listed.read_bytes(), before)


@unittest.skipUnless(FILES, "the national open data is not beside the checkout (../shared/data/mhlw_kaigo)")
class NationalData(Import):
    def setUp(self):
        super().setUp()
        self.first = self.import_files(files=FILES)

    def test_gives_71_facilities_and_lists_the_conflicts(self):
        self.assertEqual(self.first.returncode, 0, self.first.stderr[-2000:])
        self.assertIn("71", self.first.stdout)
        self.assertEqual(len(self.records()), 71)
        self.assertIn("1452080034", self.first.stderr)
        self.assertRegex(self.first.stderr, "出縄88番地")

    def test_every_office_is_on_a_page_in_the_list_and_in_the_guide(self):
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 0, result.stderr[-3000:])
        squeezed = lambda text: re.sub(r"\s|<wbr>", "", text)
        listed = "".join(squeezed(page.read_text()) for page in [self.output / "facilities/index.html",
                                                                  *(self.output / "facilities/kana").rglob("index.html")])
        printed = squeezed(subprocess.run(["pdftotext", "-raw", self.output / "pdf/care-guide.pdf", "-"],
                                          capture_output=True, text=True).stdout)
        for record in self.records():
            name = squeezed(record["name"])
            self.assertIn(name, squeezed((self.output / "facilities" / record["id"] / "index.html").read_text()))
            self.assertIn(name, listed)
            self.assertIn(name, printed)


if __name__ == "__main__":
    unittest.main()
