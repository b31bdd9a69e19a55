#include <fontconfig/fontconfig.h>

#include <cstdlib>
#include <tuple>

#include "base/diagnostics.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

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

}  // namespace tebiki::pdf
