#!/usr/bin/env python3
"""Typesets a booklet of prose with tebiki and with Typst, in turn, and prints medians.

    tests/bench/prose_bench.py [--chapters 60] [--runs 5] [--tebiki build/release/tebiki …]

The prose is that of the sample's own pages, over and over, each chapter beginning elsewhere so that no two are alike.
Typst (PyPI) sets the same chapters justified, with headings and a table of contents, as PDF/UA-1.
"""
import json
import re
import shutil

from measure import SOURCE, about, arguments, build_command, in_turn, typst_command, workshop

PARAGRAPHS_OF_CHAPTER = 80


def sentences():
    """Plain paragraphs of the sample: no headings, tables, directives, signs of Markdown."""
    for path in sorted((SOURCE / "content/pages").rglob("*.md")):
        for block in re.split(r"\n\s*\n", path.read_text().split("---", 2)[-1]):
            text = "".join(block.split("\n"))
            if len(text) > 60 and not re.search(r"[#|`*\[\]{}<>_$@\\-]", text):
                yield text


def chapters(count):
    prose = list(sentences())
    for chapter in range(count):
        yield [f"{chapter + 1}-{i + 1} " + prose[(chapter * 7 + i) % len(prose)] for i in range(PARAGRAPHS_OF_CHAPTER)]


def write_tebiki(folder, texts):
    (folder / "publications/prose").mkdir(parents=True)
    (folder / "site.json").write_text(json.dumps({"name": "計測"}, ensure_ascii=False))
    (folder / "publications/prose/publication.json").write_text(json.dumps({"title": "文章"}, ensure_ascii=False))
    for i, paragraphs in enumerate(texts):
        (folder / f"publications/prose/{i:03d}-chapter{i}.md").write_text(f"# 第{i + 1}章\n\n" + "\n\n".join(paragraphs) + "\n")


def write_typst(path, texts):
    body = "".join(f"= 第{i + 1}章\n\n" + "\n\n".join(paragraphs) + "\n\n" for i, paragraphs in enumerate(texts))
    path.write_text('#set document(title: "文章")\n#set page(paper: "a4", margin: 20mm, numbering: "1")\n'
                    '#set text(font: "BIZ UDPGothic", size: 12pt, lang: "ja")\n#set par(justify: true)\n#outline()\n' + body)


def main():
    wanted = arguments(__doc__, chapters=60)
    folder = workshop()
    try:
        texts = list(chapters(wanted.chapters))
        write_tebiki(folder / "content", texts)
        write_typst(folder / "prose.typ", texts)
        commands = {str(tebiki): (build_command(tebiki, folder / "content", folder / "output"), folder / "output")
                    for tebiki in wanted.tebiki}
        commands["Typst"] = (typst_command(folder / "prose.typ"), folder / "prose.pdf")
        figures = in_turn(wanted.runs, commands)
        characters = sum(len(paragraph) for text in texts for paragraph in text)
        print(f"{characters} characters of prose, medians of {wanted.runs} runs in turn")
        for name, took in figures.items():
            step = f", print step {took['print']:.2f} s" if "print" in took else ""
            print(f"  {name}  {took['time']:.2f} s{step}, {took['memory']:.0f} MB, {took['time'] / figures['Typst']['time']:.2f} of Typst's time")
        print(f"  Typst: {about(folder / 'prose.pdf')}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
