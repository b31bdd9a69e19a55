"""A content folder of booklets that are hard to lay out: long names and titles, many chapters, wide tables, every paper."""
import json

from harness import write_site

CENTRE = "見本市在宅医療・介護連携支援センター（見本市医師会・見本市歯科医師会・見本市薬剤師会 共同運営窓口）"
HOURS = "月〜金 8:30〜17:15、第2・第4土曜 9:00〜12:00（祝日、年末年始12月29日〜1月3日、8月13日〜15日を除く）"
TITLE = "見本市在宅医療・介護連携支援センター 医療と介護のサービスガイドブック 総合版"
CHAPTER = "退院してから家で治療と介護を受けるまでに相談できるところと、その手続きについて"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
URL = "https://tebiki.example/" + "very-long-path/" * 8 + "index.html?query=" + "0123456789" * 6
LABELS = ["喀痰吸引（口腔・鼻腔・気管カニューレ内部）", "胃ろう・経管栄養", "中心静脈栄養（ポートを含む）", "在宅酸素療法", "人工呼吸器（侵襲的・非侵襲的）",
          "インスリン自己注射の見守り", "腹膜透析", "ストーマ（人工肛門・人工膀胱）の管理", "膀胱留置カテーテル", "褥瘡処置"]
BIG_TABLE = ["運営法人の正式な名称", "所在地", "電話番号", "FAX番号", "受付時間", "定員", "開設", "料金", "担当"]

PAPERS = [(paper, orientation) for paper in ("A3", "A4", "A5", "B5") for orientation in ("portrait", "landscape")]


def office(number):
    record = {"id": f"office-{number}", "kana": "みほん", "name": f"見本 {number}号訪問看護ステーション", "tel": f"0463-00-{number:04}"}
    if number % 7 == 3:
        record["name"] = "医療法人社団見本会 見本総合在宅療養支援診療所附属 訪問看護・訪問リハビリテーションステーション 本町サテライト" * 2
        record["kana"] = "みほんそうごうざいたくりょうようしえんしんりょうじょふぞくほうもんかんごすてーしょん" * 2
        record["remarks"] = WORD + " " + URL
    if number % 5:
        record |= {"fax": f"0463-00-{number + 1000:04}", "hours": "9:00〜17:00", "capacity": f"{number % 90 + 1}人",
                   "opened": f"令和{number % 8 + 1}年{number % 12 + 1}月{number % 28 + 1}日", "price": f"{number * 137 % 90 + 1},{number % 10}62円",
                   "staff": "看護師・理学療法士", "corporation": "社会福祉法人見本福祉会", "address": f"神奈川県見本市本町{number % 9 + 1}丁目{number % 30 + 1}番{number % 12 + 1}号"}
    return record | {f"care{i}": ["yes", "ask", "no"][(number + i) % 3] for i in range(20) if (number + i) % 4}


def schema():
    fields = {"tel": ("電話番号", "tel"), "fax": ("FAX番号", "fax"), "hours": ("受付時間", "hours"), "capacity": ("定員", None), "opened": ("開設", None),
              "price": ("料金", None), "staff": ("担当", None), "corporation": ("運営法人の正式な名称", None), "address": ("所在地", None), "remarks": ("ひとこと", None),
              "name": ("名称", None), "kana": ("よみ", "kana")}
    fields |= {f"care{i}": (LABELS[i % 10] + ("" if i < 10 else "（夜間）"), "support") for i in range(20)}
    return {"title": "事業所", "properties": {key: {"type": "string", "x-label": label} | ({"format": form} if form else {})
                                           for key, (label, form) in fields.items()}}


def chapters(count):
    for number in range(1, count + 1):
        yield f"{number:02}-chapter{number}.md", f"---\ntitle: {CHAPTER if number % 3 == 1 else '相談する'}\ntab: {'手続きと相談窓口' if number % 4 == 2 else '相談'}\n---\n本文です。{URL}\n"


def booklet(paper, orientation, binding, care_columns):
    publication = {"title": TITLE, "paper": paper, "orientation": orientation, "binding": binding, "contents": True, "index": True, "revised": "2026-10-01",
                   "cover": {"title_lines": ["見本市在宅医療・介護", "連携支援センター", "医療と介護のサービスガイドブック", "総合版"], "edition": "令和8年度（2026年度）改訂第12版",
                             "motto": "住み慣れた家で最期まで自分らしく、だれもが安心して暮らしつづけられるまちをめざして"}}
    files = {"publication.json": json.dumps(publication, ensure_ascii=False)}
    files["01-list.md"] = f"---\ntitle: {CHAPTER}\ntab: さがす\n---\n```view\nlist: offices\nas: cards\n```\n"
    files["02-table.md"] = "---\ntitle: 表\ntab: ひろい表\n---\n```view\nlist: offices\nas: table\ncaption: 大きな表\ncolumns: [name, tel, price, opened, capacity]\n```\n"
    care = ", ".join(f"care{i}" for i in range(care_columns))
    files["03-matrix.md"] = f"---\ntitle: 処置\ntab: 対応できる医療処置\n---\n```view\nlist: offices\nas: matrix\ncaption: 処置の表\ncolumns: [name, {care}]\n```\n"
    return files


def write(folder, papers=PAPERS, offices=40, care_columns=None):
    """Upright A5 gets eight columns of marks, all other paper twenty, unless a number is given."""
    site = {"name": "見本の手引き " + CENTRE, "publisher": CENTRE, "holidays": {"2026-11-03": "文化の日", "2026-11-23": "勤労感謝の日"},
            "contact": {"name": CENTRE, "tel": "0463-00-0001", "hours": HOURS, "prompt": "困ったときは、ひとりで悩まずに、まずはお電話でご相談ください"}}
    files = {"site.json": json.dumps(site, ensure_ascii=False), "lists/offices/schema.json": json.dumps(schema(), ensure_ascii=False),
             "lists/offices/all.json": json.dumps([office(i) for i in range(offices)], ensure_ascii=False)}
    for paper, orientation in papers:
        slug = f"{paper}-{orientation}".lower()
        columns = care_columns or (8 if slug == "a5-portrait" else 20)
        binding = "right" if orientation == "landscape" or paper == "B5" else "left"
        files |= {f"publications/{slug}/{name}": text for name, text in booklet(paper, orientation, binding, columns).items()}
    for paper in ("A4", "A5"):
        publication = {"title": TITLE, "paper": paper, "contents": True, "revised": "2026-10-01", "binding": "right"}
        files[f"publications/chapters-{paper.lower()}/publication.json"] = json.dumps(publication, ensure_ascii=False)
        files |= {f"publications/chapters-{paper.lower()}/{name}": text for name, text in chapters(45)}
    write_site(folder, files)
