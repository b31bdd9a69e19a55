#include "pdf/fonts/font_embedding.hpp"

#include <hb.h>

#include <cmath>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "base/unicode.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

namespace {

constexpr FontChoice choice{FontChoice::List::code, false, false};

using Contours = std::vector<std::vector<CompositeGlyph::Point>>;

/// Takes down an outline in the units of another face.
struct OutlinePen {
  double scale = 1;
  Contours contours;

  void add(float x, float y, bool on_curve) {
    contours.back().push_back({std::int16_t(std::lround(x * scale)), std::int16_t(std::lround(y * scale)), on_curve});
  }
};

OutlinePen& pen_of(void* data) { return *static_cast<OutlinePen*>(data); }

void move_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
  pen_of(pen).contours.emplace_back();
  pen_of(pen).add(x, y, true);
}
void line_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) { pen_of(pen).add(x, y, true); }
void curve_to(hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float control_x, float control_y, float x, float y,
              void*) {
  pen_of(pen).add(control_x, control_y, false);
  pen_of(pen).add(x, y, true);
}

struct DrawRelease {
  void operator()(hb_draw_funcs_t* functions) const { hb_draw_funcs_destroy(functions); }
};

/// Whether a font file leaves the point out: in the middle between the control points of two curves.
bool is_implied(CompositeGlyph::Point before, CompositeGlyph::Point point, CompositeGlyph::Point after) {
  return point.on_curve && !before.on_curve && !after.on_curve && std::abs(2 * point.x - before.x - after.x) <= 1 &&
         std::abs(2 * point.y - before.y - after.y) <= 1;
}

void leave_out_implied(std::vector<CompositeGlyph::Point>& contour) {
  std::vector<CompositeGlyph::Point> kept;
  for (std::size_t i = 0; i < contour.size(); ++i) {
    bool const inner = i > 0 && i + 1 < contour.size();
    if (!inner || !is_implied(contour[i - 1], contour[i], contour[i + 1])) kept.push_back(contour[i]);
  }
  contour = std::move(kept);
}

Contours outline_of(Fonts::Face const& face, std::uint16_t glyph, unsigned units_per_em) {
  std::unique_ptr<hb_draw_funcs_t, DrawRelease> functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(functions.get(), curve_to, nullptr, nullptr);
  OutlinePen pen{double(units_per_em) / face.units_per_em, {}};
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(face.font.get(), glyph, functions.get(), &pen);
#else
  hb_font_get_glyph_shape(face.font.get(), glyph, functions.get(), &pen);
#endif
  for (auto& contour : pen.contours) {
    auto const &first = contour.front(), &last = contour.back();
    if (contour.size() > 1 && first.x == last.x && first.y == last.y && last.on_curve) contour.pop_back();
    leave_out_implied(contour);
  }
  return std::move(pen.contours);
}

/// Characters that somebody may type: no control characters, nothing private.
bool is_typed(char32_t c) { return !is_control(c) && !is_invisible(c) && !is_private_use(c); }

/// Radicals and other doubles of characters: where two share a glyph, what is typed more often is shown.
bool is_double(char32_t c) { return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x2F800; }

/// The blocks of Chinese characters in which the forms are that only names are written with.
constexpr std::pair<char32_t, char32_t> kanji_blocks[] = {{0x3400, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x2FA1F}};

/// Glyph numbers are 16 bits.
constexpr std::size_t most_numbers = 0xFFFF;

/// Outlines are rounded to so many units: a hundredth of a point in what is typed, and a fifth of the file less than
/// with the 2048 of the fonts.
constexpr std::uint16_t units_per_em = 512;

}  // namespace

struct FormFont::Made {
  GlyphUsage::Face used;
  FontProgram program;
  std::unordered_map<char32_t, std::uint16_t> codes;
};

struct FormFont::State {
  std::once_flag once;
  Made made;
};

namespace {

class FormFontMaker {
 public:
  FormFontMaker(Fonts const& fonts, GlyphUsage::Face& used, std::unordered_map<char32_t, std::uint16_t>& codes)
      : fonts_(fonts),
        used_(used),
        codes_(codes),
        id_(fonts.shape("\u3042", choice).front().font),
        face_(face_of(id_)) {
    used_.horizontal = true;
    used_.meanings.resize(most_numbers + 1);
    used_.widths.resize(most_numbers + 1);
    used_.first_added = 1;
    further_.units_per_em = units_per_em;
  }

  FontProgram make() {
    add_own();
    for (auto [first, last] : kanji_blocks) {
      for (char32_t c = first; c <= last; ++c)
        if (!codes_.contains(c) && base::usual_kanji(c) != c) add_from_others(c);
    }
    return make_font_program(face_, GlyphUsage(fonts_), used_, Effort::quick, further_);
  }

 private:
  Fonts::Face const& face_of(FontId id) const { return *fonts_.faces()[std::size_t(id)]; }

  void add_own() {
    std::unordered_map<hb_codepoint_t, std::uint16_t> numbers;
    auto* all = hb_set_create();
    hb_face_collect_unicodes(face_.face.get(), all);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(all, &c);) {
      hb_codepoint_t glyph = 0;
      if (!is_typed(c) || !hb_font_get_nominal_glyph(face_.font.get(), c, &glyph)) continue;
      auto const [number, fresh] = numbers.try_emplace(glyph, next_number());
      if (fresh) add(outline_of(face_, std::uint16_t(glyph), units_per_em), width_of(face_, glyph));
      codes_.emplace(c, number->second);
      auto& meaning = used_.meanings[number->second];
      if (meaning == 0 || is_double(meaning)) meaning = c;
    }
    hb_set_destroy(all);
  }

  void add_from_others(char32_t c) {
    std::string text;
    base::append_utf8(text, c);
    auto const& shaped = fonts_.shape(text, choice);
    if (shaped.size() != 1 || shaped[0].font == FontId::none || shaped[0].font == id_ || next_number() >= most_numbers)
      return;
    auto outline = outline_of(face_of(shaped[0].font), shaped[0].glyph, units_per_em);
    if (outline.empty()) return;
    codes_.emplace(c, next_number());
    used_.meanings[next_number()] = c;
    add(std::move(outline), 1000);
  }

  std::uint16_t next_number() const { return std::uint16_t(used_.first_added + further_.glyphs.size()); }

  /// As the next number; `width` is thousandths of the type size.
  void add(Contours outline, float width) {
    used_.widths[next_number()] = width;
    auto const advance = std::lround(width * units_per_em / 1000);
    further_.glyphs.push_back({{}, std::uint16_t(advance), std::move(outline)});
  }

  static float width_of(Fonts::Face const& face, hb_codepoint_t glyph) {
    auto const units = float(hb_font_get_glyph_h_advance(face.font.get(), glyph));
    return std::round(units * 10000 / float(face.units_per_em)) / 10;
  }

  Fonts const& fonts_;
  GlyphUsage::Face& used_;
  std::unordered_map<char32_t, std::uint16_t>& codes_;
  FontId id_;
  Fonts::Face const& face_;
  FurtherGlyphs further_;
};

}  // namespace

FormFont::FormFont(Fonts const& fonts) : fonts_(fonts), state_(std::make_unique<State>()) {}
FormFont::~FormFont() = default;

FormFont::Made const& FormFont::made() const {
  std::call_once(state_->once, [&] {
    auto& made = state_->made;
    made.program = FormFontMaker(fonts_, made.used, made.codes).make();
  });
  return state_->made;
}

ObjectNumber FormFont::add_to(PdfDocument& document) const {
  EmbeddedFace const face(made().program, made().used, document);
  return face.add(EmbeddedFace::Direction::horizontal, document);
}

bool FormFont::has(char32_t character) const { return made().codes.contains(character); }

}  // namespace tebiki::pdf
