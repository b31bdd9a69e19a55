"""A build that is killed leaves the old output or the new one, whole."""
import random
import shutil
import subprocess
import time
import unittest

from harness import SOURCE, TEBIKI, TODAY, Folder, build, fingerprints


class Killed(Folder):
    def test_fifty_builds_killed_at_random_moments_leave_a_whole_output(self):
        chance = random.Random(20261015)
        versions = []
        for name in ("first", "second"):
            content = self.folder / name
            shutil.copytree(SOURCE / "content", content)
            site = content / "site.json"
            site.write_text(site.read_text().replace('"name": "', f'"name": "{name} ', 1))
            output = self.folder / f"{name}-output"
            begin = time.monotonic()
            self.assertEqual(build(content, output).returncode, 0)
            versions.append((content, fingerprints(output)))
        whole = time.monotonic() - begin

        shutil.copytree(self.folder / "first-output", self.output)
        (self.output / ".gitignore").write_text("*\n")
        (self.output / ".git").mkdir()
        (self.output / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
        seen = set()
        for turn in range(50):
            content, _ = versions[(turn + 1) % 2]
            process = subprocess.Popen(
                [TEBIKI, "build", "--content", content, "--templates", SOURCE / "templates", "--assets", SOURCE / "assets",
                 "--output", self.output, "--today", TODAY], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Most of a build makes; the dangerous moments are its last ones. Where they lie is learned as the machine goes.
            late = turn // 2 % 2 == 0
            time.sleep(whole * (chance.uniform(0.6, 1.2) if late else chance.random()))
            process.kill()
            process.wait()
            found = fingerprints(self.output)
            self.assertIn(found, [expected for _, expected in versions], f"after kill number {turn}")
            is_through = found == versions[(turn + 1) % 2][1]
            if late:
                whole *= 0.9 if is_through else 1.15
            seen.add(is_through)
        self.assertEqual(seen, {False, True}, "no build got through, or none was killed in time: the test proves nothing")
        self.assertEqual(build(versions[1][0], self.output).returncode, 0)
        self.assertEqual(fingerprints(self.output), versions[1][1])
        self.assertEqual((self.output / ".gitignore").read_text(), "*\n")
        self.assertEqual((self.output / ".git" / "HEAD").read_text(), "ref: refs/heads/main\n")
        left = {path.name for path in self.folder.iterdir()} - {"first", "second", "first-output", "second-output", "output",
                                                               ".output.tebiki-record", ".first-output.tebiki-record",
                                                               ".second-output.tebiki-record"}
        self.assertEqual(left, set())


if __name__ == "__main__":
    unittest.main()
