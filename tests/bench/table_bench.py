#!/usr/bin/env python3
"""Typesets one table of many rows × 6 columns with tebiki and with Typst, in turn, and prints medians.

    tests/bench/table_bench.py [--rows 10000] [--runs 5] [--tebiki build/release/tebiki]

tebiki builds a smallest site: one list, one publication, and of course every entry's web page; the time of its print
step alone is given too. Typst (PyPI) sets the same table in the same font with the same repeated header as PDF/UA-1.
Both write to memory (/dev/shm). Needs the network once, to install Typst into a folder of its own.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
TOWNS = ["袖ケ浜", "花水台", "中原", "真田", "北金目", "四之宮", "田村", "高村", "旭町", "御殿"]
KINDS = ["訪問看護", "通所介護", "居宅介護支援", "訪問介護", "薬局", "歯科診療所"]
PROCEDURES = ["喀痰吸引", "胃ろう・経管栄養", "在宅酸素", "人工呼吸器", "インスリン", "ストーマ", "褥瘡処置", "ターミナルケア・看取り"]
COLUMNS = [("name", "名称"), ("service", "種類"), ("place", "所在地"), ("phone", "電話番号"), ("time", "営業時間"), ("care", "対応できる処置")]


def rows(count):
    for i in range(count):
        town, kind = TOWNS[i % len(TOWNS)], KINDS[i % len(KINDS)]
        care = "・".join(PROCEDURES[k] for k in range(len(PROCEDURES)) if (i >> k) % 3 != 1)
        yield {"id": f"r{i:06d}", "name": f"見本 {town}{kind}{i:05d}", "service": kind,
               "place": f"神奈川県平塚市{town}{i % 9 + 1}-{i % 30 + 1}", "phone": f"0463-00-{i % 10000:04d}",
               "time": f"月〜金 {8 + i % 2}:30〜17:{i % 4 * 15:02d}", "care": care}


def write_tebiki(folder, records):
    files = {
        "site.json": {"name": "計測"},
        "lists/rows/schema.json": {"title": "一覧", "properties": {
            key: {"type": "string", "x-label": label, "x-column": True} for key, label in COLUMNS}},
        "lists/rows/rows.json": records,
        "publications/table/publication.json": {"title": "一覧表"},
    }
    for path, value in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps(value, ensure_ascii=False))
    keys = ", ".join(key for key, _ in COLUMNS)
    (folder / "publications/table/01-table.md").write_text(f"```view\nlist: rows\ncolumns: [{keys}]\n```\n")


def write_typst(path, records):
    (path.parent / "rows.json").write_text(json.dumps([[r[key] for key, _ in COLUMNS] for r in records], ensure_ascii=False))
    head = ", ".join(f"[*{label}*]" for _, label in COLUMNS)
    path.write_text(f"""#set document(title: "一覧表")
#set page(paper: "a4", margin: 20mm, numbering: "1")
#set text(font: "BIZ UDPGothic", size: 10.5pt, lang: "ja")
= 一覧表
#table(columns: (3fr, 2fr, 4fr, 2fr, 2fr, 4fr), table.header({head}),
  ..json("rows.json").flatten())
""")


def typst_python():
    folder = HERE / ".venv"
    if not (folder / "bin/python").exists():
        venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin/python", "-m", "pip", "install", "-q", "typst"], check=True)
    return folder / "bin/python"


def timed(command, **options):
    """Seconds, megabytes at the peak, and what it printed on stderr."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=errors, **options)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        errors.seek(0)
        text = errors.read().decode()
    if status:
        sys.exit(f"{command[0]} failed:\n{text}")
    return seconds, usage.ru_maxrss / 1024, text


def pages_of(pdf):
    return int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout)[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tebiki", default=SOURCE / "build/release/tebiki")
    arguments = parser.parse_args()
    python = typst_python()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tebiki-bench-", dir="/dev/shm"))
    try:
        records = list(rows(arguments.rows))
        write_tebiki(folder / "content", records)
        write_typst(folder / "table.typ", records)
        build = [arguments.tebiki, "build", "--lang", "en", "--content", folder / "content", "--output", folder / "output",
                 "--templates", SOURCE / "templates", "--assets", SOURCE / "assets", "--today", "2026-10-15", "--timings"]
        compile_ = [python, "-c", "import typst; typst.compile('table.typ', output='table.pdf', pdf_standards='ua-1')"]
        figures = {"tebiki": [], "print": [], "typst": []}
        memory = {"tebiki": 0, "typst": 0}
        for _ in range(arguments.runs):
            shutil.rmtree(folder / "output", ignore_errors=True)
            seconds, peak, text = timed(build)
            figures["tebiki"].append(seconds)
            figures["print"].append(float(re.search(r"([\d.]+) s  print", text)[1]))
            memory["tebiki"] = max(memory["tebiki"], peak)
            seconds, peak, _ = timed(compile_, cwd=folder)
            figures["typst"].append(seconds)
            memory["typst"] = max(memory["typst"], peak)
        ours, theirs = folder / "output/pdf/table.pdf", folder / "table.pdf"
        median = {name: statistics.median(values) for name, values in figures.items()}
        megabytes = lambda path: path.stat().st_size / 1e6
        print(f"{arguments.rows} rows × 6 columns, medians of {arguments.runs} runs in turn")
        print(f"  tebiki  whole build {median['tebiki']:.2f} s, print step {median['print']:.2f} s, "
              f"{memory['tebiki']:.0f} MB, {pages_of(ours)} pages, {megabytes(ours):.1f} MB")
        print(f"  Typst   {median['typst']:.2f} s, {memory['typst']:.0f} MB, {pages_of(theirs)} pages, {megabytes(theirs):.1f} MB")
        print(f"  print step / Typst = {median['print'] / median['typst']:.2f}, "
              f"whole build / Typst = {median['tebiki'] / median['typst']:.2f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
