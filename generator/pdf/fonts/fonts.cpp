#include "pdf/fonts/fonts.hpp"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <tuple>
#include <unordered_map>

#include "base/diagnostics.hpp"

namespace tebiki::pdf {

namespace {

struct TextAndChoice {
  std::string_view text;
  FontChoice choice;
  friend bool operator==(TextAndChoice, TextAndChoice) = default;
};

std::size_t number_of(FontChoice choice) {
  return std::size_t(choice.list) * 4 + std::size_t(choice.bold) * 2 + std::size_t(choice.vertical);
}

struct TextAndChoiceHash {
  std::size_t operator()(TextAndChoice const& key) const {
    return std::hash<std::string_view>{}(key.text) ^ (number_of(key.choice) * 0x9E3779B97F4A7C15U);
  }
};

/// A string with its glyphs; the map's key looks into the string.
struct ShapedText {
  std::string text;
  std::vector<ShapedGlyph> glyphs;
};

/// Part of the strings shaped so far, under a lock of its own so that threads seldom wait for each other.
struct Shard {
  std::mutex mutex;
  std::unordered_map<TextAndChoice, std::unique_ptr<ShapedText>, TextAndChoiceHash> texts;
};

FontFile file_of(model::FontFamily const& family, FontSource const& source) {
  if (auto file = source.find(family.name, false)) return *file;
  base::rule_out_lack_of_memory();
  throw base::Failure(
      {fmt::format("フォント「{}」がありません。パッケージ「{}」を入れてください。", family.name, family.package),
       fmt::format("the font “{}” is not installed; install the package “{}”", family.name, family.package)});
}

}  // namespace

struct Fonts::State {
  std::vector<std::unique_ptr<Face>> faces;
  std::array<std::array<std::vector<FontId>, 2>, 2> lists;  ///< by list, then by weight
  std::array<Shard, 64> shards;

  FontId face(model::FontFamily const& family, FontFile const& file, Weight weight) {
    auto same = [&](Face const& face) {
      return face.file.path == file.path && face.file.index == file.index && face.weight == weight;
    };
    for (std::size_t i = 0; i < faces.size(); ++i)
      if (same(*faces[i])) return FontId(i);
    faces.push_back(std::make_unique<Face>(family, file, weight));
    return FontId(faces.size() - 1);
  }

  void add(FontChoice::List list, std::vector<model::FontFamily> const& families, FontSource const& source) {
    for (auto const& family : families) {
      FontFile regular = file_of(family, source);
      auto& [plain, bold] = lists[std::size_t(list)];
      plain.push_back(face(family, regular, Weight::own));
      auto heavy = source.find(family.name, true);
      bold.push_back(heavy ? face(family, *heavy, Weight::own) : face(family, regular, Weight::made));
    }
  }

  std::vector<FontId> const& candidates(FontChoice choice) const {
    return lists[std::size_t(choice.list)][std::size_t(choice.bold)];
  }
};

Fonts::Fonts(model::PrintStyle const& style, FontSource const& source) : state_(std::make_unique<State>()) {
  state_->add(FontChoice::List::body, style.body_fonts, source);
  state_->add(FontChoice::List::code, style.code_fonts, source);
}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;

std::vector<ShapedGlyph> const& Fonts::shape(std::string_view text, FontChoice choice) const {
  TextAndChoice key{text, choice};
  std::size_t hash = TextAndChoiceHash{}(key);
  auto& shard = state_->shards[(hash >> 20) % state_->shards.size()];
  {
    std::lock_guard lock(shard.mutex);
    if (auto found = shard.texts.find(key); found != shard.texts.end()) return found->second->glyphs;
  }
  auto shaped = std::make_unique<ShapedText>();
  shaped->text = text;
  shaped->glyphs = shape_text(text, choice.vertical, state_->faces, state_->candidates(choice));
  shaped->glyphs.shrink_to_fit();
  key.text = shaped->text;
  std::lock_guard lock(shard.mutex);
  return shard.texts.try_emplace(key, std::move(shaped)).first->second->glyphs;
}

FontMetrics Fonts::metrics(FontChoice choice) const {
  auto const& candidates = state_->candidates(choice);
  return candidates.empty() ? FontMetrics{} : state_->faces[std::size_t(candidates.front())]->metrics();
}

std::vector<std::unique_ptr<Fonts::Face>> const& Fonts::faces() const { return state_->faces; }

namespace {

struct FontconfigRelease {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcObjectSet* objects) const { FcObjectSetDestroy(objects); }
  void operator()(FcFontSet* fonts) const { FcFontSetDestroy(fonts); }
};
template <class T>
using Owned = std::unique_ptr<T, FontconfigRelease>;

int integer(FcPattern* pattern, char const* object, int otherwise) {
  int value = otherwise;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

/// How far a face is from the wanted one: slant, weight, then path and index, so that the choice is always the same.
using Distance = std::tuple<int, int, std::string, int>;

bool wanted_weight(int weight, bool bold) { return bold == (weight >= FC_WEIGHT_DEMIBOLD); }

class InstalledFonts : public FontSource {
 public:
  InstalledFonts() : config_(FcInitLoadConfigAndFonts()) {
    if (config_) return;
    base::rule_out_lack_of_memory();
    throw base::Failure({"フォントの設定（fontconfig）を読めません。", "fontconfig cannot read its configuration"});
  }

  std::optional<FontFile> find(std::string const& family, bool bold) const override {
    auto fonts = faces_of(family);
    std::optional<Distance> nearest;
    std::optional<FontFile> found;
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
      FcPattern* face = fonts->fonts[i];
      FcChar8* path = nullptr;
      int weight = integer(face, FC_WEIGHT, FC_WEIGHT_REGULAR);
      int index = integer(face, FC_INDEX, 0);
      bool named_instance = index > 0xFFFF;
      if (FcPatternGetString(face, FC_FILE, 0, &path) != FcResultMatch || named_instance ||
          !wanted_weight(weight, bold))
        continue;
      std::string name = reinterpret_cast<char const*>(path);
      int away = std::abs(weight - (bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR));
      Distance here{integer(face, FC_SLANT, FC_SLANT_ROMAN), away, name, index};
      if (!nearest || here < *nearest) nearest = here, found = FontFile{name, unsigned(index)};
    }
    return found;
  }

 private:
  Owned<FcFontSet> faces_of(std::string const& family) const {
    Owned<FcPattern> pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<FcChar8 const*>(family.c_str()));
    Owned<FcObjectSet> objects(FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, nullptr));
    return Owned<FcFontSet>(FcFontList(config_.get(), pattern.get(), objects.get()));
  }

  Owned<FcConfig> config_;
};

}  // namespace

std::unique_ptr<FontSource> installed_fonts() { return std::make_unique<InstalledFonts>(); }

TextLook look_of(model::TextStyle const& style) {
  return {{FontChoice::List::body, style.bold, false}, float(style.size), style.colour, false, false, 0};
}

namespace {

std::uint32_t end_of_cluster(std::vector<ShapedGlyph> const& glyphs, std::size_t index, std::size_t text_end) {
  for (auto i = index + 1; i < glyphs.size(); ++i)
    if (glyphs[i].cluster != glyphs[index].cluster) return glyphs[i].cluster;
  return std::uint32_t(text_end);
}

}  // namespace

std::vector<TextRun> text_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                               TagId tag) {
  auto const& glyphs = fonts.shape(text, look.font);
  std::vector<TextRun> runs;
  float em = look.size / 1000;
  double at = 0;
  std::uint32_t run_begin = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    auto const& glyph = glyphs[i];
    bool drawn = glyph.font != FontId::none;
    if (drawn && (runs.empty() || runs.back().font != glyph.font)) {
      auto start = look.font.vertical ? model::Point{origin.x, origin.y + at} : model::Point{origin.x + at, origin.y};
      runs.push_back({start, glyph.font, look.size, look.font.vertical, look.colour, tag, "", {}});
      run_begin = glyph.cluster;
    }
    if (drawn) {
      auto& run = runs.back();
      auto end = end_of_cluster(glyphs, i, text.size());
      run.text = text.substr(run_begin, end - run_begin);
      run.glyphs.push_back(
          {glyph.cluster - run_begin, glyph.glyph, glyph.advance * em, glyph.x_offset * em, glyph.y_offset * em});
    } else if (!runs.empty() && !runs.back().glyphs.empty()) {
      runs.back().glyphs.back().advance += glyph.advance * em;
    }
    at += glyph.advance * em;
  }
  return runs;
}

double text_width(Fonts const& fonts, std::string_view text, FontChoice font, double size) {
  double width = 0;
  for (auto const& glyph : fonts.shape(text, font)) width += glyph.advance;
  return width * size / 1000;
}

namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<TextRun> tabular_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                                  TagId tag) {
  auto figure = float(text_width(fonts, "0", look.font, look.size));
  auto runs = text_runs(fonts, text, look, origin, tag);
  float moved = 0;
  for (auto& run : runs) {
    run.origin.x += moved;
    for (auto& glyph : run.glyphs) {
      if (glyph.cluster >= run.text.size() || !is_figure(run.text[glyph.cluster])) continue;
      float more = figure - glyph.advance;
      glyph.x_offset += more / 2;
      glyph.advance = figure;
      moved += more;
    }
  }
  return runs;
}

double tabular_width(Fonts const& fonts, std::string_view text, FontChoice font, double size) {
  double width = 0;
  for (auto const& run : tabular_runs(fonts, text, {font, float(size), {}}, {}, TagId::artifact))
    for (auto const& glyph : run.glyphs) width += glyph.advance;
  return width;
}

}  // namespace tebiki::pdf
