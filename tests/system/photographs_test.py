"""Photographs as cameras write them, on the pages and in print: upright, as fine as their place, and telling nothing."""
import base64
import re
import struct
import subprocess
import unittest

from harness import Folder, build, write_site

# Red, green over blue, yellow: 48 × 32 pixels.
PHOTO = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAx"
    "NDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy"
    "MjIyMjIyMjL/wAARCAAgADADAREAAhEBAxEB/8QAGAABAQEBAQAAAAAAAAAAAAAAAAUIBgf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA"
    "/8QAGAEBAQEBAQAAAAAAAAAAAAAAAAUIBgf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwDlkN6oAAvp7OYACAoN"
    "GAAL6ezmAA89aAdWAA0kyutAAM2tUIoADSTK60AA/9k=")
FIELDS = {"r": (220, 30, 30), "g": (30, 180, 30), "b": (30, 30, 220), "y": (220, 220, 30)}
# What is seen of it when Exif's number says how it is to be turned (Exif 2.32 §4.6.4).
SEEN = {1: "rgby", 2: "gryb", 3: "ybgr", 4: "byrg", 5: "rbgy", 6: "bryg", 7: "ygbr", 8: "gyrb"}


def of_a_camera(orientation):
    entries = [(0x010F, 2, 4, b"ACME"), (0x0112, 3, 1, struct.pack(">HH", orientation, 0)), (0x8825, 4, 1, struct.pack(">I", 50))]
    tiff = b"MM\0*" + struct.pack(">IH", 8, len(entries))
    tiff += b"".join(struct.pack(">HHI", tag, kind, count) + value for tag, kind, count, value in entries)
    exif = b"Exif\0\0" + tiff + b"\0\0\0\0GPS35.3355N139.3496E"
    return PHOTO[:20] + b"\xFF\xE1" + struct.pack(">H", len(exif) + 2) + exif + PHOTO[20:] + b"MotionPhoto"


def fields(pixels):
    """The colours in the middle of the quarters of what is coloured like the photograph, row by row, and its size."""
    def name(rgb):
        return next((name for name, wanted in FIELDS.items() if all(abs(a - b) < 45 for a, b in zip(rgb, wanted))), None)
    coloured = [(x, y) for y, row in enumerate(pixels) for x, rgb in enumerate(row) if name(rgb)]
    left, right = min(x for x, _ in coloured), max(x for x, _ in coloured)
    top, bottom = min(y for _, y in coloured), max(y for _, y in coloured)
    spots = [(left + (right - left) * part // 4, top + (bottom - top) * row // 4) for row in (1, 3) for part in (1, 3)]
    return "".join(name(pixels[y][x]) or "?" for x, y in spots), right - left > bottom - top


def read_ppm(path):
    data = path.read_bytes()
    header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+\d+\s", data)
    width, height, body = int(header[1]), int(header[2]), data[header.end():]
    return [[tuple(body[(y * width + x) * 3:][:3]) for x in range(width)] for y in range(height)]


class Photographs(Folder):
    def setUp(self):
        super().setUp()
        write_site(self.content, {"site.json": '{"name": "見本"}',
                                  "publications/album/publication.json": '{"title": "アルバム"}'})

    def test_of_all_eight_orientations_stand_upright_on_pages_and_in_print(self):
        for number in SEEN:
            write_site(self.content, {f"images/{number}.jpg": of_a_camera(number),
                                      f"publications/album/0{number}-p{number}.md": f"![写真](images/{number}.jpg)\n"})
        done = build(self.content, self.output)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        subprocess.run(["pdftoppm", "-r", "72", self.output / "pdf/album.pdf", self.folder / "page"], check=True)
        pages = sorted(self.folder.glob("page-*.ppm"))
        self.assertEqual(len(pages), len(SEEN))
        for (number, seen), printed in zip(SEEN.items(), pages):
            with self.subTest(orientation=number):
                self.assertEqual(fields(read_ppm(printed)), (seen, number < 5))
                page = (self.output / f"album/p{number}/index.html").read_text()
                self.assertIn('width="48" height="32"' if number < 5 else 'width="32" height="48"', page)

    def test_tell_neither_place_nor_camera_on_the_web_nor_in_print(self):
        write_site(self.content, {"images/room.jpg": of_a_camera(6), "images/unused.jpg": of_a_camera(1),
                                  "publications/album/01-a.md": "![居間](images/room.jpg)\n"})
        done = build(self.content, self.output)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        published = (self.output / "images/room.jpg").read_bytes()
        printed = (self.output / "pdf/album.pdf").read_bytes()
        for secret in (b"ACME", b"GPS35", b"MotionPhoto"):
            self.assertNotIn(secret, published)
            self.assertNotIn(secret, printed)
        self.assertNotIn(b"Exif", printed)
        self.assertIn(PHOTO[20:], published)
        self.assertIn(PHOTO, printed)
        self.assertEqual([path.name for path in (self.output / "images").iterdir()], ["room.jpg"])


if __name__ == "__main__":
    unittest.main()
