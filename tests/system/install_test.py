"""The installed copy works from any folder, with the templates and assets it brought along."""
import os
import pathlib
import subprocess
import unittest

from harness import SMALLEST_SITE, TEBIKI, Folder, write_site


class Installed(Folder):
    def test_builds_a_site_far_from_the_source(self):
        prefix = self.folder / "usr"
        build_folder = pathlib.Path(TEBIKI).parent
        subprocess.run(["cmake", "--install", build_folder, "--prefix", prefix], check=True, capture_output=True)
        write_site(self.content, SMALLEST_SITE)
        result = subprocess.run([prefix / "bin/tebiki", "build", "--today", "2026-10-15"], cwd=self.folder,
                                capture_output=True, text=True, env={"PATH": os.environ["PATH"]})
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertTrue((self.output / "index.html").is_file())
        self.assertTrue((self.output / "pdf/taxi-list.pdf").is_file())


if __name__ == "__main__":
    unittest.main()
