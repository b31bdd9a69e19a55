"""The national open data for Hiratsuka becomes pages and a printed directory."""
import json
import re
import shutil
import subprocess
import unittest

from harness import SHARED, SOURCE, Folder, build, tebiki

FILES = sorted((SHARED / "data/mhlw_kaigo").glob("*.csv"))


@unittest.skipUnless(FILES, "the national open data is not beside the checkout (../shared/data/mhlw_kaigo)")
class NationalData(Folder):
    def setUp(self):
        super().setUp()
        shutil.copytree(SOURCE / "content", self.content)
        self.first = self.import_files()

    def import_files(self):
        return tebiki("import", "mhlw-care", *FILES, "--list", "facilities", "--municipality", "142034",
                      "--content", self.content)

    def records(self):
        return json.loads((self.content / "lists/facilities/mhlw-care.json").read_text())

    def test_gives_71_facilities_and_lists_the_conflicts(self):
        self.assertEqual(self.first.returncode, 0, self.first.stderr[-2000:])
        self.assertIn("71", self.first.stdout)
        self.assertEqual(len(self.records()), 71)
        self.assertIn("1452080034", self.first.stderr)
        self.assertRegex(self.first.stderr, "出縄88番地")

    def test_a_second_import_changes_nothing_and_keeps_what_staff_added(self):
        path = self.content / "lists/facilities/mhlw-care.json"
        records = self.records()
        records[3]["tube_feeding"] = "ask"
        path.write_text(json.dumps(records, ensure_ascii=False, indent=2))
        self.import_files()
        self.assertEqual(self.records()[3]["tube_feeding"], "ask")
        settled = path.read_bytes()
        self.import_files()
        self.assertEqual(path.read_bytes(), settled)

    def test_every_office_is_on_a_page_in_the_list_and_in_the_guide(self):
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 0, result.stderr[-3000:])
        squeezed = lambda text: re.sub(r"\s", "", text)
        listed = squeezed((self.output / "facilities/index.html").read_text())
        printed = squeezed(subprocess.run(["pdftotext", "-raw", self.output / "pdf/care-guide.pdf", "-"],
                                          capture_output=True, text=True).stdout)
        for record in self.records():
            name = squeezed(record["name"])
            self.assertIn(name, squeezed((self.output / "facilities" / record["id"] / "index.html").read_text()))
            self.assertIn(name, listed)
            self.assertIn(name, printed)


if __name__ == "__main__":
    unittest.main()
