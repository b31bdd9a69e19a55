#!/usr/bin/env python3
"""Builds a site of many entries with tebiki and with Hugo, in turn, and prints medians.

    tests/bench/entries_bench.py [--entries 10000] [--runs 5] [--tebiki build/release/tebiki …]

Each entry is a Markdown file with front matter, the same for both; Hugo (Debian) makes of them a page each, a list and a
search file, with templates of about the same markup. tebiki has no publication here. `cp -r` of what tebiki wrote is
the floor. Both write to memory.
"""
import json
import shutil

from measure import arguments, build_command, in_turn, workshop
from table_bench import COLUMNS, rows

PAGE = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{{ .Title }} | 計測</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="{{ "site.css" | relURL }}"></head><body>
<header><nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer><p>{{ site.Title }}</p></footer></body></html>
"""
SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><dl>{{ range $key, $label := site.Params.labels }}{{ with index $.Params $key }}
<dt>{{ $label }}</dt><dd>{{ . }}</dd>{{ end }}{{ end }}</dl>{{ .Content }}{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p>{{ .Params.place }}</p><p><a href="tel:{{ .Params.phone }}">{{ .Params.phone }}</a></p><ul>{{ range split .Params.care "・" }}<li>{{ . }}</li>{{ end }}</ul></li>{{ end }}</ul>{{ end }}
"""
INDEX = """{{ range where site.RegularPages "Section" "rows" }}{{ dict "n" .Title "u" .RelPermalink "t" (delimit (slice .Params.place .Params.phone .Params.care) " ") | jsonify }}
{{ end }}"""


def write_entries(folder, records):
    folder.mkdir(parents=True)
    for record in records:
        front = "".join(f"{key}: {json.dumps(record[key], ensure_ascii=False)}\n" for key, _ in COLUMNS)
        (folder / f"{record['id']}.md").write_text(f"---\n{front}title: {json.dumps(record['name'], ensure_ascii=False)}\n---\n\n"
                                                   f"{record['name']}の見本です。**予約**してお越しください。\n")


def write_tebiki(folder, records):
    write_entries(folder / "lists/rows", records)
    fields = {key: {"type": "string", "x-label": label, "x-column": True} for key, label in COLUMNS}
    (folder / "lists/rows/schema.json").write_text(json.dumps(
        {"title": "一覧", "properties": fields | {"title": {"type": "string", "x-label": "題"}}}, ensure_ascii=False))
    (folder / "site.json").write_text(json.dumps({"name": "計測"}, ensure_ascii=False))


def write_hugo(folder, records):
    write_entries(folder / "content/rows", records)
    labels = "".join(f'{key} = "{label}"\n' for key, label in COLUMNS)
    files = {"config.toml": 'baseURL = "/"\ntitle = "計測"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
                            '[outputs]\nhome = ["HTML", "JSON"]\n[params.labels]\n' + labels,
             "content/rows/_index.md": "---\ntitle: 一覧\n---\n", "layouts/_default/baseof.html": PAGE,
             "layouts/_default/single.html": SINGLE, "layouts/_default/list.html": LIST,
             "layouts/index.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}', "layouts/index.json": INDEX,
             "static/site.css": "body { font-family: sans-serif }"}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def main():
    wanted = arguments(__doc__, entries=10000)
    folder = workshop()
    try:
        records = list(rows(wanted.entries))
        write_tebiki(folder / "content", records)
        write_hugo(folder / "hugo", records)
        commands = {str(tebiki): (build_command(tebiki, folder / "content", folder / "output"), folder / "output")
                    for tebiki in wanted.tebiki}
        commands["Hugo"] = (["hugo", "--quiet", "--source", folder / "hugo", "--destination", folder / "public"], folder / "public")
        in_turn(1, {name: commands[name] for name in list(commands)[:1]})
        commands["cp -r"] = (["cp", "-r", folder / "kept", folder / "copied"], folder / "copied")
        shutil.copytree(folder / "output", folder / "kept")
        figures = in_turn(wanted.runs, commands)
        print(f"{wanted.entries} entries, medians of {wanted.runs} runs in turn")
        for name, took in figures.items():
            print(f"  {name}  {took['time']:.2f} s, {took['memory']:.0f} MB, {took['time'] / figures['Hugo']['time']:.2f} of Hugo's time")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
