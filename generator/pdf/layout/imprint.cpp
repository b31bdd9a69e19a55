#include "pdf/layout/imprint.hpp"

namespace tebiki::pdf {

namespace {

std::string joined(std::vector<std::string> const& words, std::string_view between) {
  std::string all;
  for (auto const& one : words) {
    if (one.empty()) continue;
    if (!all.empty()) all += between;
    all += one;
  }
  return all;
}

std::string published(LayoutContext const& context) {
  auto const& revised = context.booklet.publication.revised;
  return joined({revised ? model::japanese(*revised) + " 現在" : "",
                 context.site.publisher.empty() ? context.site.name : context.site.publisher},
                "　");
}

std::string to_call(model::Contact const& contact) { return joined({contact.name, contact.tel, contact.hours}, "　"); }

}  // namespace

ImprintLine imprint_line(LayoutContext const& context) {
  auto const& contact = context.site.contact;
  auto const& revised = context.booklet.publication.revised;
  auto date = revised ? model::japanese(*revised) + " 現在" : "";
  auto publisher = contact.name.empty() ? context.site.name : contact.name;
  return {joined({joined({publisher, contact.tel}, " "), date}, "　"), publisher, joined({contact.tel, date}, "　")};
}

void add_imprint(BlockTarget const& target) {
  auto const& context = target.context;
  auto const& style = context.style.small;
  PieceList list;
  BlockTarget collected{context, target.tags, list, target.parent, target.column};
  for (auto const& words : {to_call(context.site.contact), published(context)}) {
    if (words.empty()) continue;
    auto lines = set_lines(context, plain(words, look_of(style)), {target.column.width, style.leading});
    add_lines(collected, std::move(lines), target.tags.add(target.parent, Role::p), {0, 0, true, {}, ""});
  }
  if (list.pieces.empty()) return;
  auto& first = list.pieces.front();
  first.before = 18;
  first.height += 8;
  shift(first.items, 0, 8);
  first.items.emplace_back(Box{{target.column.x, 0, target.column.width, 0.8}, 0, context.brand, {}, 0});
  list.pieces.back().keep_with_next = false;
  for (auto& piece : list.pieces) target.sink.add(std::move(piece));
}

}  // namespace tebiki::pdf
