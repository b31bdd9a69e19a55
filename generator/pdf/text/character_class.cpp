#include <algorithm>
#include <array>
#include <string_view>

#include "pdf/text/line_breaking.hpp"

namespace tebiki::pdf {

namespace {

using enum CharacterClass;

bool one_of(char32_t character, std::u32string_view set) { return set.find(character) != set.npos; }

CharacterClass ascii_class(char32_t c) {
  if (c == U'\n') return newline;
  if (c == U' ') return space;
  bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return letter || (c >= U'0' && c <= U'9') ? western : western_mark;
}

bool closes(CharacterClass c) { return c == closing || c == comma || c == stop; }
bool blank_itself(CharacterClass c) { return c == space || c == wide_space || c == newline; }
bool japanese(CharacterClass c) { return c == ideographic || c == exclamation || c == object; }

/// Nothing is ever put between two parts of a word, a number or a run of dashes.
bool solid(CharacterClass a, CharacterClass b) {
  bool latin_a = a == western || a == western_mark;
  bool latin_b = b == western || b == western_mark;
  return (latin_a && latin_b) || (a == dash && b == dash) || a == opening || closes(b);
}

Spacing beside_word_space() { return {0, 0.08F, 0.2F, 0.05F}; }
Spacing beside_blank() { return {0, 0, 0, 0.25F}; }
/// A quarter em to the eye: proportional figures bring half of it along.
Spacing quarter(Neighbour western) {
  float own = western.blank < full_blank ? 0.13F : 0;
  return {0.25F - own, 0.125F - own / 2, 0.2F, 0.05F};
}
Spacing flexible(float natural, float shrink) { return {natural, shrink, 0.1F, 0.15F}; }

}  // namespace

CharacterClass character_class(char32_t c) {
  if (c < 0x80) return ascii_class(c);
  bool plain = (c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ヺ') || (c >= 0x4e00 && c <= 0x9fff);
  if (plain) return ideographic;
  if (c == U'\u3000') return wide_space;
  if (c == U'\u00a0' || one_of(c, U"〒№℡")) return western_mark;
  if (one_of(c, U"「『（［｛〔〈《【〖〘｟“‘")) return opening;
  if (one_of(c, U"」』）］｝〕〉》】〗〙｠”’")) return closing;
  if (one_of(c, U"、，")) return comma;
  if (one_of(c, U"。．")) return stop;
  if (one_of(c, U"・：；･")) return middle_dot;
  if (one_of(c, U"！？‼⁇⁈⁉")) return exclamation;
  if (one_of(c, U"—―─…‥〜～–→←↑↓")) return dash;
  if (c == U'\ufffc') return object;
  bool symbol = (c >= 0x2100 && c < 0x2c00) || one_of(c, U"※×÷±§¶°");
  if (symbol || c >= 0x2e80) return ideographic;
  return c >= 0x2000 && c < 0x2100 ? western_mark : western;
}

Spacing spacing_between(Neighbour before, Neighbour after) {
  auto a = before.kind;
  auto b = after.kind;
  if (a == space) return beside_word_space();
  if (blank_itself(a) || blank_itself(b)) return beside_blank();
  if (closes(a) && closes(b)) return {};
  if (closes(a) && b == middle_dot) return flexible(after.blank / 2, after.blank / 2);
  if (solid(a, b)) return {};
  if (closes(a) && b == opening) {
    float blank = std::max(before.blank, after.blank);
    return flexible(blank, a == stop ? 0 : blank);
  }
  if (a == stop) return flexible(before.blank, 0);
  if (closes(a)) return flexible(before.blank, before.blank);
  if (b == opening) return flexible(after.blank, after.blank);
  if (a == middle_dot || b == middle_dot) {
    float blank = (a == middle_dot ? before.blank : after.blank) - proportional_blank;
    return flexible(blank, blank);
  }
  if ((a == western && japanese(b)) || (japanese(a) && b == western)) return quarter(a == western ? before : after);
  return {0, 0, 0, 0.25F};
}

}  // namespace tebiki::pdf
