#include <set>
#include <utility>

#include "model/list.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::Gantt;
using Shape = Gantt::Mark::Shape;

std::string choice(Field const* field, std::size_t place) {
  return field && place < field->choices.size() ? field->choices[place] : std::string();
}

/// 実施、時期未定; nothing where the list says neither.
std::string name_of(Gantt::BarLook look, GanttFields const& fields, model::Words const& words) {
  auto name = choice(fields.kind, std::size_t(look.kind));
  auto const certainty = choice(fields.certainty, std::size_t(look.certainty));
  if (!name.empty() && !certainty.empty()) name += words["join.comma"];
  return name + certainty;
}

}  // namespace

std::vector<Gantt::Sample> legend_of(Gantt const& gantt, GanttFields const& fields, model::Words const& words) {
  std::set<std::pair<Gantt::Kind, Gantt::Certainty>> bars;
  std::set<Shape> shapes;
  for (auto const& group : gantt.groups)
    for (auto const& row : group.rows)
      for (auto const& activity : row.activities) {
        if (activity.has_bar) bars.emplace(activity.kind, activity.certainty);
        for (auto const& mark : activity.marks) shapes.insert(mark.shape);
      }
  std::vector<Gantt::Sample> legend;
  for (auto const& [kind, certainty] : bars)
    if (auto name = name_of({kind, certainty}, fields, words); !name.empty())
      legend.push_back({Gantt::BarLook{kind, certainty}, std::move(name)});
  if (shapes.contains(Shape::fixed)) legend.push_back({Shape::fixed, fields.months->label});
  if (shapes.contains(Shape::monthly)) legend.push_back({Shape::monthly, std::string(words["gantt.monthly"])});
  if (shapes.contains(Shape::earlier)) legend.push_back({Shape::earlier, fields.earlier->label});
  return legend;
}

}  // namespace tebiki::views
