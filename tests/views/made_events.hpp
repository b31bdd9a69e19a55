#pragma once
#include <map>
#include <string>
#include <vector>

#include "loading/load.hpp"
#include "source_dir.hpp"
#include "views/made_site.hpp"

/// A site with a list of events on 15 October 2026: from content to documents.
namespace made::events {

inline constexpr auto schema = R"({"title": "催し", "properties": {
  "title": {"type": "string", "x-label": "題名"},
  "day": {"format": "date", "x-role": "begins", "x-label": "開催日"},
  "last": {"format": "date", "x-role": "ends", "x-label": "終了日"},
  "when": {"type": "string", "x-label": "日付"},
  "time": {"format": "hours", "x-label": "時間"},
  "reception": {"type": "string", "x-label": "受付の開始"},
  "hall": {"type": "string", "x-role": "place", "x-label": "会場"},
  "for": {"enum": ["市民", "職員"], "x-role": "audience-kind", "x-label": "対象の区分"},
  "quota": {"type": "integer", "x-label": "定員"},
  "limit": {"format": "date", "x-role": "deadline", "x-label": "申込期限"},
  "form": {"format": "uri", "x-role": "form-address", "x-label": "申込フォーム"},
  "tel": {"format": "tel", "x-label": "電話"},
  "sheet": {"format": "reference", "x-list": "forms", "x-role": "application", "x-label": "申込の用紙"},
  "came": {"type": "integer", "x-role": "attendance", "x-label": "参加した人"},
  "talks": {"type": "array", "x-role": "programme", "x-label": "話す人", "items": {"type": "object", "properties": {
    "who": {"type": "string", "x-role": "speaker"}, "what": {"type": "string", "x-role": "topic"}}}}}})";

inline constexpr auto records = R"([
  {"id": "late", "title": "後の会", "day": "2026-12-03", "for": "職員", "tel": "0463-00-0001", "limit": "2026-10-10", "sheet": "training"},
  {"id": "soon", "title": "次の会", "day": "2026-10-24", "time": "14:00〜16:00", "reception": "13:30", "hall": "公民館",
   "for": "市民", "quota": 30, "limit": "2026-10-16", "form": "https://form.example/x", "tel": "0463-00-0002",
   "sheet": "training", "talks": [{"who": "医師", "what": "家で診る"}, {"who": "看護師"}]},
  {"id": "done", "title": "前の会", "day": "2026-09-18", "for": "市民", "came": 42, "tel": "0463-00-0003",
   "form": "https://form.example/y"},
  {"id": "older", "title": "昔の会", "day": "2025-11-02", "for": "職員"},
  {"id": "unknown", "title": "いつかの会", "when": "2月（日の記載なし）"},
  {"id": "days", "title": "続く会", "day": "2026-11-02", "last": "2026-11-04", "for": "市民"}])";

inline constexpr auto forms_schema = R"({"title": "書式", "properties": {
  "title": {"type": "string", "x-label": "題名"},
  "asked": {"type": "array", "format": "rows", "x-role": "form", "x-label": "欄", "items": {"type": "object", "properties": {
    "section": {"type": "string"}, "label": {"type": "string"}, "kind": {"type": "string"},
    "choices": {"type": "array", "format": "choices", "items": {"type": "string"}}, "times": {"type": "integer"}}}}}})";

inline constexpr auto forms = R"([{"id": "training", "title": "研修の申込書", "asked": [
  {"section": "連絡先", "label": "事業所", "kind": "文字"},
  {"section": "参加する方", "label": "氏名", "kind": "文字", "times": 2},
  {"section": "参加する方", "label": "職種", "kind": "1つ選ぶ", "choices": ["医師", "ほか＿"]}]},
  {"id": "empty", "title": "欄のない書式"}])";

struct Made {
  model::Documents documents;
  std::vector<std::string> mistakes;

  model::Blocks const& page() const { return document(documents, "a/").blocks; }
};

/// The site of the list on 15 October 2026 with a page that holds this view, and a publication with these settings.
inline Made made_with(std::string const& view, std::string const& publication = "", std::string const& site_more = "",
                      std::string const& events = records, std::map<std::string, std::string> const& more = {}) {
  std::map<std::string, std::string> files{
      {"site.json", R"({"name": "見本", "base_url": "https://example.jp/")" + site_more + "}"},
      {"lists/events/schema.json", schema},
      {"lists/events/events.json", events},
      {"lists/forms/schema.json", forms_schema},
      {"lists/forms/forms.json", forms},
      {"lists/plain/schema.json", R"({"title": "日のない一覧", "properties": {"name": {"type": "string"}}})"},
      {"lists/plain/a.json", R"([{"id": "a", "name": "x"}])"},
      {"pages/a.md", "---\ntitle: 暦\n---\n\n```view\n" + view + "\n```\n"}};
  if (!publication.empty()) files["publications/flyers/publication.json"] = publication;
  files.insert(more.begin(), more.end());
  base::Sources sources;
  base::Diagnostics diagnostics;
  auto site = loading::load(base::MemoryTree(files), {2026, 10, 15}, 1, sources, diagnostics);
  site.words = japanese_words();
  base::DiskTree templates(std::string(TEBIKI_SOURCE_DIR) + "/templates");
  auto const style = loading::load_print_style(templates, "standard", sources, diagnostics);
  Made result;
  result.documents = views::compose(site, style, diagnostics);
  for (auto& one : diagnostics.sorted(sources)) result.mistakes.push_back(one.code + " " + one.message.ja);
  return result;
}

inline model::RecordHead const& head(Made const& made, std::string const& id) {
  return document(made.documents, "events/" + id + "/").head;
}

}  // namespace made::events
