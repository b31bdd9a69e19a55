// Places of records: how the pins of a map stand, and which offices of the same kind are near one another.
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

/// More pins find no room side by side: near ones share one.
constexpr std::size_t most_pins = 160;
/// So many of one place stand around it.
constexpr std::size_t most_apart = 4;
/// Places that are nearer are one, in points; from there it grows by steps where there are too many.
constexpr double one_place = 2, step = 1.5;

constexpr int most_rounds = 240;
constexpr std::size_t many_pins = 40, most_large_pins = 90;
/// As ellipses, pins that are nearer than that touch.
constexpr double apart = 0.999;
/// Pins at one point go in directions of their own that never repeat.
constexpr double golden_angle = 2.399963;

using Groups = std::vector<std::vector<PlacedNumber>>;

/// By rows and columns of a grid; no more than `apart` of a cell stay by themselves.
Groups clusters(std::vector<PlacedNumber> const& places, double cell, std::size_t apart) {
  std::map<std::pair<long, long>, std::vector<PlacedNumber>> grid;
  for (auto const& place : places)
    grid[{std::lround(place.at.y / cell), std::lround(place.at.x / cell)}].push_back(place);
  Groups found;
  for (auto& [key, near] : grid) {
    std::sort(near.begin(), near.end(), [](auto const& a, auto const& b) { return a.number < b.number; });
    if (near.size() > apart) {
      found.push_back(std::move(near));
      continue;
    }
    for (auto const& place : near) found.push_back({place});
  }
  return found;
}

/// Each by half of what they share; says whether they had to move. Marks are round at their ends: as ellipses they are
/// apart where their distance, in sums of their halves, is 1.
bool part(Pin& one, Pin& other, double gap, std::size_t seed) {
  double const wanted_x = one.half_width + other.half_width + gap;
  double const wanted_y = one.half_height + other.half_height + gap;
  double x = other.middle.x - one.middle.x, y = other.middle.y - one.middle.y;
  if (std::abs(x) >= wanted_x || std::abs(y) >= wanted_y) return false;
  if (std::hypot(x, y) < 0.01) x = std::cos(double(seed) * golden_angle), y = std::sin(double(seed) * golden_angle);
  double const distance = std::hypot(x / wanted_x, y / wanted_y);
  if (distance >= apart) return false;
  double const more = std::min((1 / distance - 1) / 2, wanted_y / std::hypot(x, y) / 2);
  one.middle = {one.middle.x - x * more, one.middle.y - y * more};
  other.middle = {other.middle.x + x * more, other.middle.y + y * more};
  return true;
}

}  // namespace

void name_pins(model::Blocks& map, std::string const& list, std::vector<PlacedNumber> const& places) {
  auto* figure = map.empty() ? nullptr : std::get_if<model::Figure>(&map.back().node);
  if (!figure) return;
  figure->pins.list = list;
  for (auto const& place : places) figure->pins.numbers.insert(place.number);
}

Groups sharing_pins(std::vector<PlacedNumber> const& places) {
  double cell = one_place;
  auto found = clusters(places, cell, most_apart);
  while (found.size() > most_pins) found = clusters(places, cell *= step, 1);
  return found;
}

PinLook look_of_pins(model::DrawingStyle const& style, std::size_t count) {
  if (count <= many_pins) return {{style.map_pin_size, true}, style.map_pin_radius};
  if (count <= most_large_pins) return {{style.map_pin_size_many, true}, style.map_pin_radius_many};
  return {{style.map_pin_size_most, true}, style.map_pin_radius_most};
}

void move_apart(std::vector<Pin>& pins, double width, double height, model::DrawingStyle const& style) {
  bool moved = true;
  for (int round = 0; moved && round < most_rounds; ++round) {
    moved = false;
    for (std::size_t i = 0; i < pins.size(); ++i)
      for (std::size_t k = i + 1; k < pins.size(); ++k)
        moved = part(pins[i], pins[k], style.map_pin_gap, i * pins.size() + k) || moved;
    for (auto& pin : pins) {
      double const x = pin.half_width + style.map_pin_from_frame, y = pin.half_height + style.map_pin_from_frame;
      pin.middle.x = std::clamp(pin.middle.x, x, std::max(x, width - x));
      pin.middle.y = std::clamp(pin.middle.y, y, std::max(y, height - y));
    }
  }
}

// Where the names of parts of a map stand beside its pins.

namespace {

/// A name is tried where it belongs, and so many times above and below, further away each time.
constexpr int tries = 3;

std::vector<double> distances(model::DrawingStyle const& style) {
  std::vector<double> all{0};
  for (int i = 0; i < tries; ++i) {
    double const away = style.map_name_away + i * style.map_name_further;
    all.insert(all.end(), {away, -away});
  }
  return all;
}

bool touch(MapName const& name, model::Point middle, double half_width, double half_height,
           model::DrawingStyle const& style) {
  return std::abs(name.at.x - middle.x) < name.width / 2 + half_width + style.map_pin_gap &&
         std::abs(name.at.y - middle.y) < style.map_name_half + half_height + style.map_pin_gap;
}

}  // namespace

std::vector<MapName> freely_placed(std::vector<MapName> names, std::vector<Pin> const& pins, double width,
                                   double height, model::DrawingStyle const& style) {
  double const from_frame = style.map_pin_from_frame, half_name = style.map_name_half;
  std::vector<MapName> placed;
  for (auto& name : names) {
    double const middle = name.at.y, x = name.width / 2 + from_frame;
    if (2 * x > width) continue;
    name.at.x = std::clamp(name.at.x, x, width - x);
    for (double const away : distances(style)) {
      name.at.y = middle + away;
      bool free = name.at.y > half_name + from_frame && name.at.y < height - half_name - from_frame;
      for (auto const& pin : pins) free = free && !touch(name, pin.middle, pin.half_width, pin.half_height, style);
      for (auto const& other : placed) free = free && !touch(name, other.at, other.width / 2, half_name, style);
      if (!free) continue;
      placed.push_back(name);
      break;
    }
  }
  return placed;
}

// Which offices are near: on the page of each office that says where it is.

namespace {

using model::Field;
using model::Record;
using model::Role;

constexpr std::size_t most_near = 3;
/// What is farther nobody calls near.
constexpr double farthest_metres = 15'000;
constexpr double metres_of_degree = 111'195;

/// The words that say what kind of office a record is: of the first field of its tags that is no town.
std::vector<std::string> kinds_of(Record const& record, DirectoryFields const& fields, SortedLists const& lists) {
  auto const field =
      std::find_if(fields.tags.begin(), fields.tags.end(), [](Field const* tag) { return tag->role != Role::area; });
  return field == fields.tags.end() ? std::vector<std::string>{} : field_words(lists, **field, record.find(**field));
}

/// 約400m、1.4km.
std::string distance_text(double metres, model::Words const& words) {
  constexpr double least_metres = 100, kilometre_in_metres = 1000;
  constexpr int ten = 10, hundred = 100;
  if (metres < least_metres / 2) return std::string(words["nearby.here"]);
  auto const hundreds = std::lround(metres / least_metres);
  if (metres + least_metres / 2 < kilometre_in_metres)
    return words.filled("nearby.metres", {{"number", std::to_string(hundreds * hundred)}});
  auto const number = std::to_string(hundreds / ten) + (hundreds < hundred ? "." + std::to_string(hundreds % ten) : "");
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
  if (distance > farthest_metres) return;
  std::pair const one{distance, record};
  found.insert(std::lower_bound(found.begin(), found.end(), one), one);
  if (found.size() > most_near) found.pop_back();
}

}  // namespace

Nearby::Nearby(SortedList const& list, ListMap const& map, ComposeContext const& context)
    : list_(list), map_(map), context_(context) {
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
  map_.add_to(directory, record);
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
  auto const* note = list_.with_role(Role::opening_note);
  if (auto const* value = note ? list_.source->records[record].find(*note) : nullptr)
    entry.opening_note = model::plain_text(*note, value, context_.lists.site().words);
  if (auto const* area = list_.with_role(Role::area))
    entry.tags = field_words(context_.lists, *area, list_.source->records[record].find(*area));
  auto const [first, end] = whole.opening;
  entry.details.assign(whole.details.begin() + std::ptrdiff_t(first), whole.details.begin() + std::ptrdiff_t(end));
  entry.opening = {0, end - first};
  return entry;
}

}  // namespace tebiki::views
