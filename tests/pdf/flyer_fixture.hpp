#pragma once
#include <string>
#include <utility>
#include <vector>

#include "pdf/layout_fixture.hpp"

/// Flyers and application forms in the designs that tebiki comes with.
namespace tebiki::pdf::laying {

inline Fonts const& standard_fonts() {
  static Fonts const fonts(standard_style(), *installed_fonts());
  return fonts;
}

/// All that a flyer can say.
inline model::Flyer flyer(std::string design) {
  model::Flyer flyer;
  flyer.design = std::move(design);
  flyer.scene = {0xb3, 0x26, 0x1e};
  auto const say = [&](char const* name, std::vector<std::string> items) {
    flyer.values[name] = {std::move(items), {}};
  };
  for (auto [name, text] : {std::pair{"name", "在宅・施設での急変時対応"},
                            {"series", "令和7年度 第1回 多職種向け研修会"},
                            {"summary", "救急搬送を防ぐこと、要るときに正しく動くことを学びます。"},
                            {"scene", "急に具合が悪いとき"},
                            {"audience", "市内の医療・介護の従事者"},
                            {"audience-kind", "医療・介護の職員"},
                            {"year", "令和7年（2025年）"},
                            {"month", "10"},
                            {"day", "24"},
                            {"weekday", "金"},
                            {"time", "18:30〜20:30"},
                            {"reception", "受付は18:00から"},
                            {"place", "海老名市医療センター 3階 大会議室"},
                            {"quota", "30名程度"},
                            {"deadline", "10月10日（金）"},
                            {"contact", "在宅医療相談室"},
                            {"telephone", "046-000-8650"},
                            {"address", "〒243-0421 海老名市さつき町41番地"}})
    say(name, {text});
  say("speaker", {"病院 院長（循環器内科）", "消防本部 救急救命担当課長"});
  say("topic", {"在宅での心不全と急変時対応", "救急車の適正利用"});
  return flyer;
}

struct LaidOut {
  Frames frames;
  std::vector<std::string> mistakes;
};

inline LaidOut laid_out_flyer(model::Flyer flyer, model::PrintStyle const& style = standard_style()) {
  model::Booklet booklet;
  booklet.publication.slug = "flyer-x";
  booklet.publication.title = "見本の会";
  booklet.publication.colour = {0x00, 0x59, 0x6b};
  booklet.flyer = std::move(flyer);
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  LaidOut result;
  result.frames = lay_out(booklet, site(), style, standard_fonts(), 1, unprintable, diagnostics);
  unprintable.report({}, diagnostics);
  base::Sources sources;
  sources.add("lists/events/events.json", "");
  for (auto& one : diagnostics.sorted(sources)) result.mistakes.push_back(one.code + " " + one.message.ja);
  return result;
}

}  // namespace tebiki::pdf::laying
