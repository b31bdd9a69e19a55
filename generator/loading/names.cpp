#include "loading/names.hpp"

#include <algorithm>

#include "loading/markdown/walk.hpp"

namespace tebiki::loading {
namespace {

std::vector<std::string> anchors_of(model::Blocks& blocks) {
  std::vector<std::string> anchors;
  Visitor visitor;
  visitor.block = [&](model::Block& block) {
    if (auto* heading = std::get_if<model::Heading>(&block.node)) anchors.push_back(heading->anchor);
  };
  visitor.inline_node = [](model::Inline&) {};
  walk(blocks, visitor);
  return anchors;
}

bool has(std::vector<std::string> const& words, std::string const& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Names::Names(model::Site& site, Absent const& absent) {
  doubtful_.insert(absent.doubtful.begin(), absent.doubtful.end());
  doubtful_owners_.insert(absent.doubtful_owners.begin(), absent.doubtful_owners.end());
  for (auto const& alias : site.aliases) aliases_.emplace(alias.name, alias.target);
  named_["index"];
  for (auto& page : site.pages) named_[page.slug] = {true, anchors_of(page.blocks), {}};
  for (auto& list : site.lists) {
    auto& members = named_[list.slug].members;
    for (auto& record : list.records) {
      auto name = list.slug + "/" + record.id;
      members.push_back(name);
      named_[name].anchors = anchors_of(record.body);
    }
  }
  for (auto& publication : site.publications) add_publication(publication);
  for (auto const& [known, about] : named_) {
    auto slash = known.find('/');
    bool member = slash != known.npos && named_.count(known.substr(0, slash)) > 0;
    if (!member) owners_.push_back(known);
  }
  std::sort(owners_.begin(), owners_.end());
}

void Names::add_publication(model::Publication& publication) {
  std::vector<std::string> members;
  Anchors all;
  for (auto& part : publication.parts) {
    auto name = publication.slug + "/" + part.slug;
    auto own = anchors_of(part.blocks);
    all.insert(all.end(), own.begin(), own.end());
    members.push_back(name);
    named_.try_emplace(name, Named{true, std::move(own), {}});
  }
  named_[publication.slug + ".pdf"];
  named_[publication.slug] = {true, std::move(all), std::move(members)};
}

std::string Names::current(std::string const& name) const {
  auto found = aliases_.find(name);
  return found == aliases_.end() || named_.count(name) > 0 ? name : found->second;
}

Names::Standing Names::standing(std::string const& name) const {
  if (named_.count(name) > 0) return Standing::known;
  if (doubtful_.count(name) > 0) return Standing::doubtful;
  auto owner = name.substr(0, name.find('/'));
  if (owner.ends_with(".pdf")) owner.resize(owner.size() - 4);
  return doubtful_owners_.count(owner) > 0 ? Standing::doubtful : Standing::unknown;
}

bool Names::resolve(model::Reference& reference) const {
  auto found = named_.find(reference.name);
  if (found == named_.end() || !found->second.has_headings) return true;
  if (headings_unknown(reference.name)) return true;
  if (!has(found->second.anchors, reference.fragment)) return false;
  for (auto const& member : found->second.members) {
    if (!has(named_.at(member).anchors, reference.fragment)) continue;
    reference.name = member;
    break;
  }
  return true;
}

bool Names::headings_unknown(std::string const& name) const {
  auto unread = [&](std::string const& owner) { return doubtful_.count(owner + "#") > 0; };
  auto const& members = named_.at(name).members;
  return unread(name) || std::any_of(members.begin(), members.end(), unread);
}

std::vector<std::string> Names::anchors(std::string const& name) const {
  auto found = named_.find(name);
  return found == named_.end() ? Anchors() : found->second.anchors;
}

std::vector<std::string> const& Names::candidates(std::string const& name) const {
  auto owner = named_.find(name.substr(0, name.find('/')));
  bool of_owner = owner != named_.end() && name.find('/') != name.npos && !owner->second.members.empty();
  return of_owner ? owner->second.members : owners_;
}

}  // namespace tebiki::loading
