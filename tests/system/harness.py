"""What the tests of the whole program share: where things are, running tebiki, comparing folders."""
import hashlib
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TEBIKI = os.environ["TEBIKI"]
SAMPLE = pathlib.Path(os.environ["TEBIKI_SAMPLE"])  # the sample site, built by the test `sample.builds`
SHARED = SOURCE.parent / "shared"
TODAY = "2026-10-15"


def run(*arguments, cwd=SOURCE, env=None, **more):
    """Runs the program with just these words; never raises on a failing exit code. `env` is put over this process's."""
    environment = {**os.environ, "LANG": "ja_JP.UTF-8", "LC_ALL": "", **(env or {})}
    return subprocess.run([TEBIKI, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, **more)


def tebiki(command, *arguments, lang="ja", **more):
    return run(command, "--lang", lang, *arguments, **more)


def as_nobody():
    """For `run`: root can read and write whatever rights forbid, so that what rights do is tried as another user."""
    return {"user": pwd.getpwnam("nobody").pw_uid, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


def build(content, output, *more, **options):
    return tebiki("build", "--content", content, "--templates", SOURCE / "templates", "--assets", SOURCE / "assets",
                  "--output", output, "--today", TODAY, *more, **options)


def fingerprints(folder):
    """Every file below the folder, dot files of the top left out, with the hash of its bytes."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")}


def write_site(folder, files):
    """A content folder from a mapping of paths to texts (str or bytes)."""
    for path, text in files.items():
        target = pathlib.Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())


SMALLEST_SITE = {
    "site.json": '{"name": "見本の手引き"}\n',
    "lists/taxis/schema.json": '{"title": "介護タクシー", "properties": {"tel": {"type": "string", "format": "tel", "x-label": "電話", "x-column": true}}}\n',
    "lists/taxis/taxis.csv": "id,name,電話\numi,見本 うみタクシー,0463-00-0081\n",
    "publications/taxi-list/publication.json": '{"title": "介護タクシー一覧"}\n',
    "publications/taxi-list/01-list.md": "```view\nlist: taxis\ncolumns: [name, tel]\n```\n",
}


class Folder(unittest.TestCase):
    """A test with a folder of its own, in memory where the machine has such a place."""

    def setUp(self):
        place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tebiki-test-", dir=place))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.content = self.folder / "content"
        self.output = self.folder / "output"
