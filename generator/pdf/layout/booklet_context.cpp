#include "pdf/layout/booklet_context.hpp"

#include "model/visit.hpp"

namespace tebiki::pdf {

namespace {

using Anchors = std::set<std::string, std::less<>>;

void collect(model::Blocks const& blocks, std::string const& part, Anchors& anchors) {
  auto add = [&](std::string const& anchor) {
    if (!anchor.empty()) anchors.insert(anchor);
  };
  model::for_each_block(blocks, [&](model::Block const& block) {
    if (auto const* heading = std::get_if<model::Heading>(&block.node)) add(heading_key(part, heading->anchor));
    if (auto const* directory = std::get_if<model::Directory>(&block.node)) add(directory->list);
    model::for_each_record_anchor(block, add);
  });
}

PrintedTarget outside(BookletContext const& context, std::string const& name, std::string const& fragment) {
  auto path = context.site.path_of(name);
  if (!path || context.site.base_url.empty()) return {};
  return {"", context.site.base_url + *path + (fragment.empty() ? "" : "#" + fragment)};
}

/// `ref:care-guide#sec` names a heading of any part of the publication.
std::string heading_anywhere(BookletContext const& context, std::string_view fragment) {
  auto const& publication = context.booklet.publication;
  for (auto const& part : publication.parts) {
    auto key = heading_key(part_key(publication, part), fragment);
    if (context.anchors.contains(key)) return key;
  }
  return {};
}

PrintedTarget inside_or_outside(BookletContext const& context, model::Reference const& reference) {
  auto const& own = context.booklet.publication.slug;
  auto name = reference.name.empty() ? context.part : reference.name;
  if (!reference.fragment.empty()) {
    auto key = name == own ? heading_anywhere(context, reference.fragment) : heading_key(name, reference.fragment);
    if (context.anchors.contains(key)) return {key, ""};
  }
  if (context.anchors.contains(name)) return {name, ""};
  return outside(context, name, reference.fragment);
}

}  // namespace

std::string part_key(model::Publication const& publication, model::Part const& part) {
  return publication.slug + "/" + part.slug;
}

std::string heading_key(std::string_view part_key, std::string_view anchor) {
  return std::string(part_key) + "#" + std::string(anchor);
}

std::set<std::string, std::less<>> anchors_of(model::Publication const& publication) {
  Anchors anchors{publication.slug};
  for (auto const& part : publication.parts) {
    auto key = part_key(publication, part);
    anchors.insert(key);
    collect(part.blocks, key, anchors);
  }
  return anchors;
}

PrintedTarget printed_target(BookletContext const& context, model::Target const& target) {
  if (auto const* url = std::get_if<model::Url>(&target)) return {"", url->address};
  return inside_or_outside(context, std::get<model::Reference>(target));
}

std::string page_number(BookletContext const& context, std::string_view anchor) {
  context.asked_for_numbers = true;
  auto found = context.numbers.find(anchor);
  return found == context.numbers.end() || found->second.empty() ? "00" : found->second.front();
}

}  // namespace tebiki::pdf
