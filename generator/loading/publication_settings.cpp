// What `publication.json` says: titles, cover, paper, editions and flyers; columns, masthead and folds.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Publication;
using model::Value;

constexpr std::array publication_keys = {Key{"$schema", Shape::text},
                                         Key{"$comment"},
                                         Key{"title", Shape::text, Need::required},
                                         Key{"summary", Shape::text},
                                         Key{"cover", Shape::object},
                                         Key{"paper", Shape::text},
                                         Key{"orientation", Shape::text},
                                         Key{"sheet", Shape::text},
                                         Key{"fold"},
                                         Key{"blank_panels"},
                                         Key{"columns"},
                                         Key{"masthead", Shape::object},
                                         Key{"binding", Shape::text},
                                         Key{"contents", Shape::boolean},
                                         Key{"index", Shape::boolean},
                                         Key{"revised", Shape::text},
                                         Key{"colour", Shape::text},
                                         Key{"editions", Shape::texts},
                                         Key{"parts", Shape::texts},
                                         Key{"flyers"},
                                         Key{"aliases", Shape::texts},
                                         Key{"areas", Shape::texts},
                                         Key{"by_area", Shape::boolean},
                                         Key{"publish_from", Shape::text},
                                         Key{"publish_until", Shape::text}};
constexpr std::array flyer_keys = {Key{"list", Shape::text, Need::required}, Key{"design", Shape::text, Need::required},
                                   Key{"where", Shape::object}, Key{"past", Shape::boolean}};
constexpr std::array cover_keys = {Key{"title_lines", Shape::texts}, Key{"edition", Shape::text},
                                   Key{"motto", Shape::text}};

constexpr std::array masthead_keys = {Key{"above", Shape::text}, Key{"number", Shape::text}, Key{"note", Shape::text}};

/// More leave no room for words.
constexpr double most_columns = 3;
/// Panels of a sheet that is folded, and those with text: all but the front.
constexpr double folded_in_three = 3;
constexpr int panels_with_text = 5;

/// What was written, for messages.
std::string shown(Value const& value) {
  if (auto const* number = value.number()) return model::plain_number(*number);
  return value.text() ? *value.text() : std::string();
}

/// 「columns」に「9」は使えません。
void report_number(Value const& value, std::string_view key, base::Message const& remedy,
                   base::Diagnostics& diagnostics) {
  auto const written = shown(value);
  auto const what = written.empty() ? base::Message{"この値", "this value"}
                                    : base::Message{fmt::format("「{}」", written), fmt::format("“{}”", written)};
  diagnostics.error(
      value.at, "malformed-value",
      {fmt::format("「{}」に{}は使えません。", key, what.ja), fmt::format("“{}” cannot be {}.", key, what.en)}, remedy);
}

void refuse_beside_fold(Value const& settings, base::Diagnostics& diagnostics) {
  auto const refuse = [&](std::string_view key, base::Message what, base::Message remedy) {
    diagnostics.error(settings.find(key)->at, "not-in-folded-sheet", std::move(what), std::move(remedy));
  };
  for (auto const* key : {"sheet", "columns", "masthead", "contents", "index"}) {
    if (!settings.find(key)) continue;
    refuse(key,
           {fmt::format("折る紙（fold）では「{}」は使えません。", key),
            fmt::format("A folded sheet (fold) has no “{}”.", key)},
           {"この行を消してください。", "Leave this line out."});
  }
  if (settings.text_of("orientation") == "portrait")
    refuse("orientation",
           {"三つ折りの紙（fold）は、いつも横長です。", "A sheet folded in three (fold) always lies across."},
           {"この行を消すか、\"landscape\" にしてください。", "Leave this line out, or write “landscape”."});
  if (settings.text_of("paper") == "card")
    refuse("paper",
           {"カードの紙（card）は、折る紙（fold）になりません。", "Paper for cards (card) cannot be folded (fold)."},
           {"三つ折りなら \"paper\": \"A4\" に、カードなら fold の行を消してください。",
            "For a sheet folded in three write \"paper\": \"A4\"; for cards leave “fold” out."});
}

int last_free_panel(std::vector<int> const& taken) {
  int panel = panels_with_text;
  while (panel > 1 && std::find(taken.begin(), taken.end(), panel) != taken.end()) --panel;
  return panel;
}

/// The panels that are meant to stay empty. Only a folded sheet has panels.
void read_blank_panels(Value const& settings, Publication& publication, base::Diagnostics& diagnostics) {
  auto const* value = settings.find("blank_panels");
  if (!value) return;
  if (!settings.find("fold"))
    return diagnostics.error(
        value->at, "blank-panels-without-fold",
        {"「blank_panels」は、三つ折りの紙（fold）だけで使えます。", "Only a folded sheet (fold) has “blank_panels”."},
        {"この行を消すか、\"fold\": 3 と書いてください。", "Leave this line out, or write \"fold\": 3."});
  auto const refuse = [&](Value const& given) {
    report_number(given, "blank_panels",
                  {"空けておく面を、1（中の左）から5（裏）までの番号で、[5] のように書いてください。",
                   "Number the panels that stay empty from 1 (inside left) to 5 (the back), like [5]."},
                  diagnostics);
  };
  if (!value->list()) return refuse(*value);
  for (auto const& panel : *value->list()) {
    auto const* number = panel.number();
    bool const known = number && *number >= 1 && *number <= panels_with_text && std::floor(*number) == *number;
    // Whichever was meant: that there is a panel too few is no mistake of its own.
    if (!known) refuse(panel);
    publication.blank_panels.push_back(known ? int(*number) : last_free_panel(publication.blank_panels));
  }
  auto& panels = publication.blank_panels;
  std::sort(panels.begin(), panels.end());
  panels.erase(std::unique(panels.begin(), panels.end()), panels.end());
}

void read_fold(Value const& settings, Publication& publication, base::Diagnostics& diagnostics) {
  auto const* value = settings.find("fold");
  if (!value) return;
  if (!value->number() || *value->number() != folded_in_three)
    return report_number(*value, "fold",
                         {"三つ折りにするときは \"fold\": 3 と書いてください。ほかの折り方はありません。",
                          "For a sheet folded in three write \"fold\": 3. There is no other fold."},
                         diagnostics);
  publication.fold = int(folded_in_three);
  publication.landscape = true;
  publication.sheet.clear();
  if (publication.paper == "card") publication.paper = "A4";
  if (!publication.cover) publication.cover = model::Cover{{publication.title}, "", "", publication.title_at};
  refuse_beside_fold(settings, diagnostics);
}

/// Columns, masthead and folds.
void read_page_layout(Value const& settings, Publication& publication, base::Diagnostics& diagnostics) {
  publication.columns = read_columns(settings, diagnostics).value_or(1);
  auto const* masthead = settings.find("masthead");
  if (masthead && masthead->object()) {
    check_object(*masthead, masthead_keys, "masthead", diagnostics);
    publication.masthead = {text_of(*masthead, "above"),  text_of(*masthead, "number"),  text_of(*masthead, "note"),
                            place_of(*masthead, "above"), place_of(*masthead, "number"), place_of(*masthead, "note")};
  }
  read_fold(settings, publication, diagnostics);
  read_blank_panels(settings, publication, diagnostics);
}

/// The word given for `key` if it is one of the choices; otherwise an error and the first of them.
std::string one_of(Value const& object, std::string_view key, std::vector<std::string> const& choices,
                   base::Diagnostics& diagnostics) {
  auto* value = object.find(key);
  if (!value || !value->text()) return choices[0];
  auto found = std::find(choices.begin(), choices.end(), *value->text());
  if (found != choices.end()) return *found;
  diagnostics.error(value->at, "unknown-choice",
                    {fmt::format("「{}」に「{}」は選べません。", key, *value->text()),
                     fmt::format("“{}” cannot be “{}”.", key, *value->text())},
                    did_you_mean(*value->text(), choices));
  return choices[0];
}

model::Cover read_cover(Value const& cover, Publication const& publication, base::Diagnostics& diagnostics) {
  check_object(cover, cover_keys, "cover", diagnostics);
  model::Cover result{texts_of(cover, "title_lines"), text_of(cover, "edition"),  text_of(cover, "motto"),
                      place_of(cover, "title_lines"), place_of(cover, "edition"), place_of(cover, "motto")};
  if (result.title_lines.empty()) result.title_lines = {publication.title}, result.title_at = publication.title_at;
  return result;
}

void check_editions(Value const& settings, base::Diagnostics& diagnostics) {
  static std::vector<std::string> const editions = {"standard", "large-print", "booklet"};
  auto* value = settings.find("editions");
  if (!value || !value->list()) return;
  for (auto const& edition : *value->list()) {
    if (!edition.text() || *edition.text() == "standard") continue;
    if (std::find(editions.begin(), editions.end(), *edition.text()) != editions.end()) {
      diagnostics.error(edition.at, "edition-not-available",
                        {fmt::format("「{}」の版は、まだ作れません。", *edition.text()),
                         fmt::format("The edition “{}” is not available yet.", *edition.text())},
                        {"いま作れるのは standard だけです。", "For now there is only “standard”."});
      continue;
    }
    diagnostics.error(edition.at, "unknown-choice",
                      {fmt::format("「{}」という版（editions）はありません。", *edition.text()),
                       fmt::format("There is no edition “{}”.", *edition.text())},
                      did_you_mean(*edition.text(), editions));
  }
}

/// One request, or a list of them: the first that fits an event makes its flyer.
std::vector<model::FlyerRequest> read_flyers(Value const& settings, base::Diagnostics& diagnostics) {
  std::vector<model::FlyerRequest> requests;
  auto const read = [&](Value const& value) {
    if (!check_object(value, flyer_keys, "flyers", diagnostics)) return;
    auto const *list = value.find("list"), *design = value.find("design"), *where = value.find("where");
    if (!list || !design) return;
    using Past = model::FlyerRequest::Past;
    requests.push_back({text_of(value, "list"), text_of(value, "design"), where ? *where : Value{},
                        flag_of(value, "past") ? Past::included : Past::left_out, value.at, list->at, design->at});
  };
  auto const* flyers = settings.find("flyers");
  if (!flyers) return requests;
  if (!flyers->list()) read(*flyers);
  if (flyers->list()) {
    for (auto const& value : *flyers->list()) read(value);
  }
  return requests;
}

}  // namespace

std::optional<int> read_columns(Value const& settings, base::Diagnostics& diagnostics) {
  auto const* value = settings.find("columns");
  if (!value) return std::nullopt;
  auto const* number = value->number();
  if (number && *number >= 1 && *number <= most_columns && std::floor(*number) == *number) return int(*number);
  report_number(*value, "columns",
                {"段の数は 1、2、3 のどれかです。2段なら columns に 2 と、かぎかっこや引用符をつけずに書いてください。",
                 "There are 1, 2 or 3 columns: for two write the number 2, without quotes."},
                diagnostics);
  return std::nullopt;
}

Publication read_publication_settings(Value const& settings, std::string const& slug, model::Colour brand,
                                      base::Diagnostics& diagnostics) {
  Publication publication;
  publication.slug = slug;
  publication.at = settings.at;
  publication.colour = brand;
  if (!check_object(settings, publication_keys, "publication.json", diagnostics)) return publication;
  publication.title = text_of(settings, "title");
  publication.title_at = place_of(settings, "title");
  publication.summary = text_of(settings, "summary");
  publication.paper = one_of(settings, "paper", {"A4", "A3", "A5", "B5", "card"}, diagnostics);
  if (settings.find("sheet") || publication.paper == "card")
    publication.sheet = one_of(settings, "sheet", {"A4", "A3"}, diagnostics);
  publication.landscape = one_of(settings, "orientation", {"portrait", "landscape"}, diagnostics) == "landscape";
  bool right = one_of(settings, "binding", {"left", "right"}, diagnostics) == "right";
  publication.binding = right ? model::Binding::right : model::Binding::left;
  publication.contents = flag_of(settings, "contents");
  publication.index = flag_of(settings, "index");
  auto* cover = settings.find("cover");
  if (cover && cover->object()) publication.cover = read_cover(*cover, publication, diagnostics);
  publication.revised = day_in(settings.text_of("revised"));
  check_format(settings, "revised", "改訂日", model::FieldKind::date, diagnostics);
  publication.period = read_period(settings, diagnostics);
  read_colour(settings, "colour", publication.colour, diagnostics);
  check_editions(settings, diagnostics);
  publication.by_area = flag_of(settings, "by_area");
  publication.flyers = read_flyers(settings, diagnostics);
  read_page_layout(settings, publication, diagnostics);
  return publication;
}

}  // namespace tebiki::loading
