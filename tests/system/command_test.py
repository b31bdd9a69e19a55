"""The command as staff meet it: exit codes, messages, and an output that is never half-made."""
import json
import os
import resource
import subprocess
import unittest
from pathlib import Path

from harness import SMALLEST_SITE, SOURCE, TEBIKI, Folder, as_nobody, build, fingerprints, run, tebiki, write_site


class Command(Folder):
    def test_builds_the_smallest_site_of_the_design(self):
        write_site(self.content, SMALLEST_SITE)
        result = build(self.content, self.output)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("見本 うみタクシー", (self.output / "taxis/umi/index.html").read_text())
        self.assertTrue((self.output / "pdf/taxi-list.pdf").read_bytes().startswith(b"%PDF-1.7"))

    def test_publishes_nothing_and_exits_1_when_there_is_a_mistake(self):
        write_site(self.content, SMALLEST_SITE)
        build(self.content, self.output)
        before = fingerprints(self.output)
        write_site(self.content, {"lists/taxis/taxis.csv": "id,name,電話\numi,見本 うみタクシー,０\n"})
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertIn("lists/taxis/taxis.csv:2:15: 誤り: ", result.stderr)
        self.assertIn(f"何も公開していません。前の「{self.output}」はそのままです。\n", result.stderr)
        self.assertEqual(fingerprints(self.output), before)

    def test_exits_2_on_wrong_usage(self):
        file, lists = ["mhlw-care", "a.csv"], ["--list", "x", "--municipality", "142034"]
        for arguments, said in (
                ([], "コマンドを書いてください。使えるのは「build、check、import」です。"),
                (["chek"], "「chek」というコマンドはありません。「check」のことでしょうか。"),
                (["build", "--ouput", "x"], "「--ouput」という指定はありません。「--output」のことでしょうか。"),
                (["build", "--source", "x"], "「--source」という指定はありません。使えるのは「"),
                (["build", "--today", "2026-02-30"], "--today の「2026-02-30」は日付ではありません。"
                                                     "2026-04-01 のように書いてください。"),
                (["build", "--jobs", "0"], "--jobs の「0」が読めません。1 から 256 までの数を書いてください。"),
                (["build", "--content"], "--content のうしろに値を書いてください。"),
                (["build", "x"], "「x」は余分です。消してください。"),
                (["check", "--format", "jsn"], "--format に「jsn」は使えません。「json」のことでしょうか。"),
                (["import"], "SOURCE を書いてください。"),
                (["import", "mhlw-care", *lists], "取り込む CSV ファイルの名前を書いてください。"),
                (["import", *file, "--list", "x"], "--municipality を書いてください。"),
                (["import", "mhlw-cara", "a.csv", *lists], "SOURCE に「mhlw-cara」は使えません。「mhlw-care」のことでしょうか。")):
            with self.subTest(arguments):
                result = run(*arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                self.assertTrue(result.stderr.startswith("誤り: " + said), result.stderr)
                english = run(*arguments, "--lang", "en") if arguments else run("--lang", "en")
                self.assertEqual(english.returncode, 2)
                self.assertTrue(english.stderr.isascii() or "“" in english.stderr, english.stderr)

    def test_help_names_every_command_and_exits_0(self):
        result = run("--help")
        self.assertEqual(result.returncode, 0)
        for command in ("build", "check", "import"):
            self.assertRegex(result.stdout, rf"(?m)^ +{command} ")
            own = run(command, "--help")
            self.assertEqual(own.returncode, 0)
            self.assertIn("--content", own.stdout)
        self.assertIn("--only", run("build", "--help").stdout)

    def test_says_that_a_folder_is_missing_and_how_to_name_another(self):
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr, f"失敗: フォルダー「{self.content}」がありません。そのフォルダーのある場所に移って"
                                        "実行するか、--content で場所を指定してください。\n")
        self.assertFalse(self.output.exists())
        write_site(self.content, SMALLEST_SITE)
        result = tebiki("build", "--content", self.content, "--templates", self.folder / "nowhere")
        self.assertIn("--templates で場所を指定してください。", result.stderr)

    def test_makes_only_what_is_asked_for_and_leaves_the_rest(self):
        write_site(self.content, SMALLEST_SITE)
        build(self.content, self.output)
        before = fingerprints(self.output)
        write_site(self.content, {"lists/taxis/taxis.csv": "id,name,電話\numi,見本 みずうみ,0463-00-0081\n"})
        done = build(self.content, self.output, "--only", "taxi-list")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        after = fingerprints(self.output)
        self.assertEqual({path for path in before.keys() | after.keys() if before.get(path) != after.get(path)},
                         {"pdf/taxi-list.pdf"})
        build(self.content, self.output, "--only", "site")
        self.assertIn("見本 みずうみ", (self.output / "taxis/umi/index.html").read_text())
        whole = fingerprints(self.output)
        build(self.content, self.output)
        self.assertEqual(fingerprints(self.output), whole)
        wrong = build(self.content, self.output, "--only", "taxi-lsit")
        self.assertEqual((wrong.returncode, wrong.stderr),
                         (1, "失敗: --only の「taxi-lsit」という冊子はありません。「taxi-list」のことでしょうか。\n"))

    def test_a_build_of_unchanged_content_says_that_all_was_right_and_leaves_every_file(self):
        write_site(self.content, SMALLEST_SITE)
        build(self.content, self.output)
        before = {path: path.stat().st_mtime_ns for path in self.folder.rglob("*")}
        again = build(self.content, self.output, "--timings")
        self.assertIn("（書き込み 0、変更なし ", again.stdout)
        self.assertEqual(len(again.stderr.splitlines()), 1, "one step: comparing with the last build")
        self.assertEqual({path: path.stat().st_mtime_ns for path in self.folder.rglob("*")}, before)

    def test_says_that_the_content_folder_is_empty(self):
        self.content.mkdir()
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertIn("site.json", result.stderr)

    def test_refuses_a_link_that_leads_out_of_the_content_folder(self):
        write_site(self.content, SMALLEST_SITE)
        (self.content / "pages").mkdir()
        os.symlink("/etc/passwd", self.content / "pages" / "secret.md")
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertIn("pages/secret.md", result.stderr)
        self.assertNotIn("root:", result.stderr)

    def test_says_that_a_file_cannot_be_read(self):
        write_site(self.content, SMALLEST_SITE)
        (self.content / "site.json").chmod(0)
        self.folder.chmod(0o777)
        result = build(self.content, self.output, **as_nobody())
        self.assertEqual(result.returncode, 1)
        self.assertIn("site.json", result.stderr)
        self.assertFalse(self.output.exists())

    def test_refuses_an_output_folder_with_files_of_somebody_else(self):
        write_site(self.content, SMALLEST_SITE)
        write_site(self.output, {"thesis.docx": "years of work"})
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertIn("thesis.docx", result.stderr)
        self.assertEqual((self.output / "thesis.docx").read_text(), "years of work")

    def test_names_the_file_and_place_of_a_character_that_cannot_be_printed(self):
        write_site(self.content, SMALLEST_SITE | {
            "publications/taxi-list/01-list.md": "予約は\U000F0000からです。\n"})
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertIn("publications/taxi-list/01-list.md:1:4: ", result.stderr)
        self.assertIn("U+F0000", result.stderr)

    def test_gives_json_that_other_programs_can_read(self):
        write_site(self.content, SMALLEST_SITE | {"site.json": '{"name": "x", "nmae": 1}\n'})
        folders = ["--content", self.content, "--templates", SOURCE / "templates", "--assets", SOURCE / "assets"]
        result = tebiki("check", "--format", "json", *folders)
        self.assertEqual(result.returncode, 1)
        [mistake] = json.loads(result.stdout)
        self.assertEqual({key: mistake[key] for key in ("file", "line", "column", "severity")},
                         {"file": "site.json", "line": 1, "column": 15, "severity": "error"})
        self.assertEqual(set(mistake), {"file", "line", "column", "severity", "code", "message", "hint"})
        write_site(self.content, SMALLEST_SITE)
        self.assertEqual(json.loads(tebiki("check", "--format", "json", *folders).stdout), [])
        self.assertFalse(self.output.exists())

    def test_gives_the_failure_that_ends_a_run_as_json_too(self):
        folders = ["--content", self.folder / "nowhere", "--templates", SOURCE / "templates", "--assets", SOURCE / "assets"]
        result = tebiki("check", "--format", "json", *folders)
        self.assertEqual(result.returncode, 1)
        [failure] = json.loads(result.stdout)
        self.assertEqual({key: failure[key] for key in ("file", "severity", "code", "hint")},
                         {"file": "", "severity": "error", "code": "failure", "hint": ""})
        self.assertTrue(failure["message"].startswith(f"フォルダー「{self.folder / 'nowhere'}」がありません。"), failure)
        self.assertEqual(result.stderr, f"失敗: {failure['message']}\n")
        shown = tebiki("check", "--format", "github", *folders).stdout
        self.assertTrue(shown.startswith("::error file=,line=1,col=1,title=failure::フォルダー「"), shown)

    def test_check_ends_with_the_next_day_that_changes_the_site(self):
        write_site(self.content, SMALLEST_SITE | {
            "pages/fair.md": "---\npublish_until: 2026-11-30\n---\n# 相談会\n\n本文\n"})
        folders = ["--content", self.content, "--templates", SOURCE / "templates", "--assets", SOURCE / "assets"]
        before = tebiki("check", "--today", "2026-11-21", *folders)
        self.assertEqual((before.returncode, before.stdout),
                         (0, "誤りはありません。\n次に表示が変わる日: 令和8年12月1日（「相談会」が公開されなくなります）\n"))
        after = tebiki("check", "--today", "2026-12-01", *folders)
        self.assertEqual((after.returncode, after.stdout),
                         (0, "誤りはありません。\n公開期間の外で、今日は載せないもの: 1 件（「相談会」）\n"))
        self.assertEqual(json.loads(tebiki("check", "--format", "json", "--today", "2026-11-21", *folders).stdout), [])

    def test_an_address_of_before_leads_to_the_new_one(self):
        write_site(self.content, SMALLEST_SITE | {
            "pages/lesson.md": "---\naliases: [kouza]\n---\n# 教室\n\n本文\n"})
        self.assertEqual(build(self.content, self.output).returncode, 0)
        self.assertIn('url=../lesson/index.html"', (self.output / "kouza/index.html").read_text())

    def test_speaks_of_no_old_output_where_there_is_none(self):
        write_site(self.content, SMALLEST_SITE | {"site.json": "{}"})
        result = build(self.content, self.output)
        self.assertEqual(result.returncode, 1)
        self.assertTrue(result.stderr.endswith("誤りがあるため、何も公開していません。\n"))

    def test_tells_of_odd_file_names_before_anything_is_built(self):
        write_site(self.content, SMALLEST_SITE | {"images/a\\b.png": "x", "lists/taxis/~$taxis.xlsx": "lock",
                                                  "lists/taxis/taxis.xlsx": "PK"})
        (self.content / "images").mkdir(exist_ok=True)
        with open(os.fsencode(self.content / "images") + b"/\x8a\xc5.png", "wb") as image:
            image.write(b"x")
        folders = ["--content", self.content, "--templates", SOURCE / "templates", "--assets", SOURCE / "assets"]
        found = json.loads(tebiki("check", "--format", "json", *folders).stdout)
        self.assertEqual([(mistake["file"], mistake["code"]) for mistake in found],
                         [("images/??.png", "unusable-file-name"), ("images/a\\b.png", "unusable-file-name"),
                          ("lists/taxis/taxis.xlsx", "spreadsheet")])

    def test_refuses_an_output_inside_what_it_is_made_of(self):
        write_site(self.content, SMALLEST_SITE)
        done = build(self.content, self.content / "output")
        self.assertEqual(done.returncode, 1)
        self.assertIn("の中にあります。--output で別の場所を指定してください。", done.stderr)
        self.assertFalse((self.content / "output").exists())

    def test_refuses_an_output_that_holds_what_it_is_made_of(self):
        content = self.output / ".drafts" / "content"
        write_site(content, SMALLEST_SITE | {"../../.gitignore": ""})
        done = build(content, self.output)
        self.assertEqual(done.returncode, 1)
        self.assertIn("を含んでいます。--output で別の場所を指定してください。", done.stderr)
        self.assertTrue((content / "site.json").exists())

    def test_refuses_the_home_folder_as_output_however_it_is_named(self):
        write_site(self.content, SMALLEST_SITE)
        home = self.folder / "home"
        write_site(home, {".profile": "", ".ssh/key": "secret", "documents/.keep": "", ".gitignore": ""})
        before = sorted(home.rglob("*")), home.stat().st_ino
        (self.folder / "link").symlink_to(home)
        for name in [home, f"{home}/", f"{home}/documents/..", self.folder / "link", f"{self.folder}/link/.", "/"]:
            with self.subTest(name):
                done = build(self.content, name, env={"HOME": str(home)})
                self.assertEqual(done.returncode, 1)
                self.assertIn("--output で", done.stderr)
                self.assertEqual((sorted(home.rglob("*")), home.stat().st_ino), before)
        self.assertIn("ホームフォルダー", build(self.content, home, env={"HOME": str(home)}).stderr)

    def test_fails_when_its_report_cannot_be_written(self):
        write_site(self.content, SMALLEST_SITE)
        with open("/dev/full", "w") as full:
            done = subprocess.run([TEBIKI, "check", "--format", "json", "--content", self.content], stdout=full,
                                  stderr=subprocess.PIPE, text=True, cwd=SOURCE)
        self.assertEqual(done.returncode, 1)
        self.assertIn("結果を書き出せませんでした", done.stderr)

    @unittest.skipIf(b"__asan_init" in Path(TEBIKI).read_bytes(), "the address sanitizer reserves terabytes")
    def test_says_that_memory_is_not_enough_and_blames_nothing_else(self):
        write_site(self.content, SMALLEST_SITE | {"pages/a.md": "# 見本\n\n**あ** [い](ref:taxis)\n"})
        outcomes = set()
        for megabytes in range(40, 1000, 30):
            limit = megabytes << 20
            limited = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))}
            if subprocess.run([TEBIKI, "--help"], capture_output=True, **limited).returncode != 0:
                continue  # not even the program and its libraries find room
            done = build(self.content, self.output, "--jobs", 1, **limited)
            outcomes.add(done.returncode)
            with self.subTest(megabytes=megabytes):
                self.assertIn(done.returncode, (0, 1))
                if done.returncode == 1:
                    self.assertIn("メモリが足りません", done.stderr)
                    self.assertNotIn("パッケージ", done.stderr)
                    self.assertNotIn("誤り", done.stderr)
        self.assertEqual(outcomes, {0, 1})

    def test_prints_no_progress_into_a_pipe(self):
        write_site(self.content, SMALLEST_SITE)
        self.assertEqual(build(self.content, self.output).stderr, "")


if __name__ == "__main__":
    unittest.main()
