// Notes, quotations and code: blocks with a ground or a bar behind their lines.
#include "base/unicode.hpp"
#include "pdf/layout/block_kinds.hpp"

namespace tebiki::pdf {

namespace {

struct Ground {
  std::optional<model::Colour> fill;
  std::optional<model::Colour> bar;
  double padding_x = 12;
  double padding_y = 9;
};

/// Gives each piece its share of the ground, the space between pieces included, so that none shows white gaps.
void add_framed(BlockTarget const& target, PieceList list, Ground const& ground) {
  auto& pieces = list.pieces;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto& piece = pieces[i];
    bool first = i == 0;
    bool last = i + 1 == pieces.size();
    double above = first ? ground.padding_y : std::max(piece.before, pieces[i - 1].after);
    shift(piece.items, 0, above);
    shift(piece.links, 0, above);
    for (auto& cut : piece.cuts) cut += above;
    piece.height += above + (last ? ground.padding_y : 0);
    std::vector<Item> backs;
    auto const& column = target.column;
    if (ground.fill) backs.emplace_back(Box{{column.x, 0, column.width, piece.height}, 0, ground.fill, {}, 0});
    if (ground.bar) backs.emplace_back(Box{{column.x, 0, 3, piece.height}, 0, ground.bar, {}, 0});
    piece.items.insert(piece.items.begin(), std::make_move_iterator(backs.begin()),
                       std::make_move_iterator(backs.end()));
    piece.before = first ? 12 : 0;
    if (first && !last) piece.keep_with_next = true;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    pieces[i].after = i + 1 == pieces.size() ? 14 : 0;
    target.sink.add(std::move(pieces[i]));
  }
}

PieceList inner_pieces(BlockTarget const& target, model::Blocks const& blocks, TagId parent, Ground const& ground) {
  PieceList list;
  auto inner = indented(target.column, ground.padding_x, ground.padding_x);
  lay_out_blocks({target.context, target.tags, list, parent, inner}, blocks);
  return list;
}

void add_framed_blocks(BlockTarget const& target, model::Blocks const& blocks, Role role, Ground const& ground) {
  if (blocks.empty()) return;
  auto list = inner_pieces(target, blocks, target.tags.add(target.parent, role), ground);
  add_framed(target, std::move(list), ground);
}

/// Tabs as blanks up to the next stop: every eight columns, as browsers have them; a wide character fills two.
std::string with_tab_stops(std::string_view text) {
  constexpr std::size_t stop = 8;
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = at;
    auto character = base::next_character(text, at);
    auto blanks = character == U'\t' ? stop - column % stop : 0;
    out += blanks ? std::string(blanks, ' ') : std::string(text.substr(begin, at - begin));
    column = character == U'\n' ? 0 : column + (blanks ? blanks : base::is_wide(character) ? 2 : 1);
  }
  return out;
}

}  // namespace

void lay_out(BlockTarget const& target, model::Note const& note) {
  add_framed_blocks(target, note.blocks, Role::div, {target.context.style.wash, {}, 14, 10});
}

void lay_out(BlockTarget const& target, model::Quote const& quote) {
  add_framed_blocks(target, quote.blocks, Role::block_quote, {{}, target.context.style.line, 16, 0});
}

void lay_out(BlockTarget const& target, model::CodeBlock const& code) {
  Ground ground{target.context.style.wash, {}, 12, 9};
  auto look = look_of(target.context.style.small);
  look.font.list = FontChoice::List::code;
  look.colour = target.context.style.ink;
  auto text = with_tab_stops(code.text);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  auto inner = indented(target.column, ground.padding_x, ground.padding_x);
  auto lines = set_lines(target.context, plain(text, look), {inner.width, target.context.style.small.leading});
  if (lines.lines.empty()) return;
  PieceList list;
  auto paragraph = target.tags.add(target.parent, Role::p);
  add_lines({target.context, target.tags, list, paragraph, inner}, std::move(lines),
            target.tags.add(paragraph, Role::code), {});
  add_framed(target, std::move(list), ground);
}

}  // namespace tebiki::pdf
