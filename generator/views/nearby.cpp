// Which offices of the same kind are near: on the page of each office that says where it is.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "views/compose_context.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::Record;
using model::Role;

constexpr std::size_t most_near = 3;
/// What is farther nobody calls near; in metres.
constexpr double farthest = 15'000;
constexpr double metres_of_degree = 111'195;

/// The words that say what kind of office a record is: of the first field of its tags that is no town.
std::vector<std::string> kinds_of(Record const& record, DirectoryFields const& fields, SortedLists const& lists) {
  auto const field =
      std::find_if(fields.tags.begin(), fields.tags.end(), [](Field const* tag) { return tag->role != Role::area; });
  return field == fields.tags.end() ? std::vector<std::string>{} : field_words(lists, **field, record.find(**field));
}

/// 約400m、1.4km.
std::string distance_text(double metres, model::Words const& words) {
  constexpr double shortest_told = 100, kilometre = 1000;
  if (metres < shortest_told / 2) return std::string(words["nearby.here"]);
  auto const hundreds = std::lround(metres / shortest_told);
  if (metres + shortest_told / 2 < kilometre)
    return words.filled("nearby.metres", {{"number", std::to_string(hundreds * 100)}});
  auto const number = std::to_string(hundreds / 10) + (hundreds < 100 ? "." + std::to_string(hundreds % 10) : "");
  return words.filled("nearby.kilometres", {{"number", number}});
}

/// A list is of one region: one map without distortion that anybody would notice serves all of it.
template <class PlaceOf>
double mean_latitude(std::vector<Record> const& records, PlaceOf const& place_of) {
  double sum = 0;
  int count = 0;
  for (auto const& record : records) {
    if (auto const* place = place_of(record)) sum += place->latitude.approximate(), ++count;
  }
  return count ? sum / count : 0;
}

using Found = std::vector<std::pair<double, std::size_t>>;

/// Keeps the nearest, by distance and then in the order of records.
void keep(Found& found, double distance, std::size_t record) {
  if (distance > farthest) return;
  std::pair const one{distance, record};
  found.insert(std::lower_bound(found.begin(), found.end(), one), one);
  if (found.size() > most_near) found.pop_back();
}

}  // namespace

Nearby::Nearby(SortedList const& list, ComposeContext const& context) : list_(list), context_(context) {
  auto const& records = list.source->records;
  auto const field = std::find_if(list.fields.begin(), list.fields.end(),
                                  [](Field const& one) { return one.kind == model::FieldKind::coordinates; });
  if (field == list.fields.end()) return;
  auto const place_of = [&](Record const& record) {
    auto const* value = record.find(*field);
    return value ? value->as<model::Coordinates>() : nullptr;
  };
  places_.resize(records.size());
  double const shrink = std::cos(mean_latitude(records, place_of) * std::numbers::pi / 180);
  auto const& fields = context.entries.fields(list);
  for (std::size_t i = 0; i < records.size(); ++i) {
    auto const* place = place_of(records[i]);
    if (!place) continue;
    double const east = place->longitude.approximate() * shrink, north = place->latitude.approximate();
    places_[i] = Place{{east * metres_of_degree, north * metres_of_degree}, i};
    auto kinds = kinds_of(records[i], fields, context.lists);
    if (kinds.empty()) kinds.emplace_back();
    for (auto const& kind : kinds) trees_[kind].push_back(*places_[i]);
  }
  for (auto& [kind, tree] : trees_) divide(tree, 0);
}

void Nearby::divide(std::span<Place> part, std::size_t axis) {
  if (part.size() < 2) return;
  auto const middle = part.size() / 2;
  std::nth_element(part.begin(), part.begin() + std::ptrdiff_t(middle), part.end(),
                   [&](Place const& one, Place const& other) { return one.at[axis] < other.at[axis]; });
  divide(part.first(middle), 1 - axis);
  divide(part.subspan(middle + 1), 1 - axis);
}

void Nearby::search(std::span<Place const> part, std::size_t axis, Place const& from, Found& found) {
  if (part.empty()) return;
  auto const middle = part.size() / 2;
  auto const& place = part[middle];
  if (place.record != from.record)
    keep(found, std::hypot(place.at[0] - from.at[0], place.at[1] - from.at[1]), place.record);
  double const apart = from.at[axis] - place.at[axis];
  auto const before = part.first(middle), behind = part.subspan(middle + 1);
  search(apart < 0 ? before : behind, 1 - axis, from, found);
  if (found.size() < most_near || std::abs(apart) < found.back().first)
    search(apart < 0 ? behind : before, 1 - axis, from, found);
}

void Nearby::add_to(model::Blocks& page, std::size_t record) const {
  if (record >= places_.size() || !places_[record]) return;
  auto const kinds = kinds_of(list_.source->records[record], context_.entries.fields(list_), context_.lists);
  auto const kind = kinds.empty() ? std::string() : kinds.front();
  Found found;
  search(trees_.at(kind), 0, *places_[record], found);
  if (found.empty()) return;
  auto const& words = context_.lists.site().words;
  auto const at = list_.source->records[record].at;
  model::Directory directory;
  directory.list = list_.source->slug;
  directory.groups.emplace_back();
  for (auto const& [distance, other] : found) {
    auto entry = row(other);
    entry.tags.push_back(words.filled("nearby.distance", {{"distance", distance_text(distance, words)}}));
    directory.groups.front().entries.push_back(std::move(entry));
  }
  auto const title = words.filled("nearby.title", {{"kind", kind.empty() ? list_.source->schema.title : kind}});
  page.push_back(heading(2, title, at));
  page.push_back({std::move(directory), at, model::Block::Origin::view});
}

/// Whom to call, in which town, and when; all else stands on its own page.
model::Entry Nearby::row(std::size_t record) const {
  auto const& whole = context_.entries.of(list_)[record];
  model::Entry entry;
  entry.number = whole.number;
  entry.name = whole.name;
  entry.kana = whole.kana;
  entry.page = whole.page;
  entry.tel = whole.tel;
  entry.at = whole.at;
  if (auto const* area = list_.with_role(Role::area))
    entry.tags = field_words(context_.lists, *area, list_.source->records[record].find(*area));
  auto const [first, end] = whole.opening;
  entry.details.assign(whole.details.begin() + std::ptrdiff_t(first), whole.details.begin() + std::ptrdiff_t(end));
  entry.opening = {0, end - first};
  return entry;
}

}  // namespace tebiki::views
