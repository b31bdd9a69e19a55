"""Equal inputs give equal bytes, for every file."""
import unittest

from harness import SAMPLE, SOURCE, Folder, build, fingerprints


class Reproducible(Folder):
    def test_one_thread_and_two_give_the_bytes_of_the_sample(self):
        expected = fingerprints(SAMPLE)
        self.assertGreater(len(expected), 100)
        for jobs in (1, 2):
            output = self.folder / f"jobs-{jobs}"
            self.assertEqual(build(SOURCE / "content", output, "--jobs", jobs).returncode, 0)
            self.assertEqual(fingerprints(output), expected)

    def test_a_second_build_rewrites_nothing(self):
        build(SOURCE / "content", self.output)
        stamps = {path: path.stat().st_mtime_ns for path in self.output.rglob("*.*") if path.is_file()}
        result = build(SOURCE / "content", self.output)
        self.assertIn("書き込み 0、", result.stdout)
        self.assertEqual({path: path.stat().st_mtime_ns for path in stamps}, stamps)


if __name__ == "__main__":
    unittest.main()
