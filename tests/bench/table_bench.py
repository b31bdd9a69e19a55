#!/usr/bin/env python3
"""Typesets one table of many rows × 6 columns with tebiki and with Typst, in turn, and prints medians.

    tests/bench/table_bench.py [--rows 10000] [--runs 5] [--tebiki build/release/tebiki …]

tebiki builds a smallest site: one list, one publication, and of course every entry's web page; the time of its print
step alone is given too. Typst (PyPI) sets the same table in the same font with the same repeated header as PDF/UA-1.
Needs the network once, to install Typst into a folder of its own.
"""
import json
import shutil

from measure import about, arguments, build_command, in_turn, typst_command, workshop

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


def main():
    wanted = arguments(__doc__, rows=10000)
    folder = workshop()
    try:
        records = list(rows(wanted.rows))
        write_tebiki(folder / "content", records)
        write_typst(folder / "table.typ", records)
        commands = {str(tebiki): (build_command(tebiki, folder / "content", folder / "output"), folder / "output")
                    for tebiki in wanted.tebiki}
        commands["Typst"] = (typst_command(folder / "table.typ"), folder / "table.pdf")
        figures = in_turn(wanted.runs, commands)
        print(f"{wanted.rows} rows × 6 columns, medians of {wanted.runs} runs in turn")
        for name, took in figures.items():
            step = f", print step {took['print']:.2f} s" if "print" in took else ""
            print(f"  {name}  {took['time']:.2f} s{step}, {took['memory']:.0f} MB")
        print(f"  Typst: {about(folder / 'table.pdf')}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
