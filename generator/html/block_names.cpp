// What the templates of blocks are given.
#include <iterator>

#include "html/templates.hpp"

namespace tebiki::html {
namespace {

constexpr auto markup = NameKind::markup;
constexpr auto flag = NameKind::flag;
constexpr auto list = NameKind::list;

void append(Names& names, Names more) { std::move(more.begin(), more.end(), std::back_inserter(names)); }

Names agenda_names() {
  Names line = notice_names();
  append(line, {{"year"},
                {"month"},
                {"day"},
                {"weekday"},
                {"further"},
                {"days"},
                {"name", markup},
                {"href"},
                {"tags", list, {{"label", markup}}},
                {"details", list, {{"label", markup}}}});
  return {{"caption", markup},
          {"calendar_href"},
          {"groups", list, {{"kind"}, {"level"}, {"title"}, {"count"}, {"lines", list, std::move(line)}}}};
}

Names calendar_names() {
  Names day = {{"date"},      {"number"},  {"title"},
               {"day_class"}, {"holiday"}, {"items", list, {{"name", markup}, {"href"}, {"is_deadline", flag}}}};
  return {{"title"}, {"weekdays", list, {{"label"}}}, {"weeks", list, {{"days", list, std::move(day)}}}};
}

Names places_names() { return {{"source"}, {"data", markup}}; }

Names map_names() { return {{"picture", markup}, {"caption", markup}, {"places", list, places_names()}}; }

Names finder_names() {
  Names const page = {{"href"}, {"label"}, {"count"}};
  return {{"data"},
          {"root"},
          {"list_href"},
          {"count"},
          {"has_jumps", flag},
          {"jumps", list, page},
          {"has_legend", flag},
          {"legend", list, {{"mark"}, {"sign"}, {"meaning"}, {"unanswered", flag}}},
          {"has_pages", flag},
          {"previous", list, page},
          {"next", list, page},
          {"map", list, map_names()},
          {"compared", markup},
          {"groups", markup}};
}

Names directory_row_names() {
  return {{"id"},
          {"number"},
          {"pin"},
          {"film", list, {{"series"}, {"length"}}},
          {"event",
           list,
           {{"month"},
            {"day"},
            {"weekday"},
            {"further"},
            {"last_day"},
            {"deadline"},
            {"state"},
            {"closed"},
            {"over"},
            {"is_open", flag},
            {"is_over", flag}}},
          {"level"},
          {"kana"},
          {"name", markup},
          {"href"},
          {"has_details", flag},
          {"tags", list, {{"label", markup}}},
          {"opening", list, {{"text", markup}}},
          {"details", list, {{"text", markup}}},
          {"tel"},
          {"tel_href"},
          {"fax"},
          {"confirmed"},
          {"opening_note"},
          {"quick", list, {{"mark"}, {"sign"}, {"answer"}, {"abilities"}}},
          {"has_abilities", flag},
          {"asked"},
          {"answers", list, {{"mark"}, {"sign"}, {"answer"}, {"count"}, {"abilities"}}}};
}

/// A matrix gets the same as a table.
Names table_names() {
  return {{"number"},
          {"wide", flag},
          {"aligned"},
          {"caption", markup},
          {"has_head", flag},
          {"has_groups", flag},
          {"groups", list, {{"title"}, {"columns"}}},
          {"columns", list, {{"label", markup}, {"upright", flag}}},
          {"bodies", list, {{"rows", markup}}}};
}

/// A question of a matrix, and how many answered it so.
Names question_names() { return {{"number"}, {"id"}, {"href"}, {"label"}, {"yes"}, {"ask"}, {"unanswered"}}; }

Names table_row_names() {
  return {{"id"}, {"cells", list, {{"text", markup}, {"class"}, {"kind"}, {"names_row", flag}}}};
}

Names gantt_names() {
  return {{"number"},
          {"caption", markup},
          {"names"},
          {"count"},
          {"has_legend", flag},
          {"legend", list, {{"sample"}, {"words"}}},
          {"columns", list, {{"before"}, {"month"}, {"after"}}},
          {"bodies", list, {{"rows", markup}}}};
}

Names gantt_row_names() {
  return {{"begins_row", flag},
          {"rows"},
          {"name", markup},
          {"note"},
          {"before", list, {}},
          {"after", list, {}},
          {"span"},
          {"from"},
          {"to"},
          {"left"},
          {"styles"},
          {"has_bar", flag},
          {"label", markup},
          {"words"},
          {"told"},
          {"marks", list, {{"shape"}, {"column"}}}};
}

/// Of a form's cell one of the flags says how it is filled in.
Names form_names() {
  return {
      {"pdf", list, {{"href"}, {"page"}, {"pages"}, {"size"}}},
      {"ruled", flag},
      {"fields",
       list,
       {{"copy"},
        {"label"},
        {"note"},
        {"width"},
        {"line", flag},
        {"lines", list, {{"number"}}},
        {"has_boxes", flag},
        {"boxes", list, {{"number"}}},
        {"has_choices", flag},
        {"choices", list, {{"label"}, {"is_open", flag}}},
        {"ring", flag},
        {"listed"},
        {"date", list, {{"eras", list, {{"label"}}}, {"era"}}},
        {"signature", flag},
        {"table", list, {{"columns", list, {{"label"}}}, {"rows", list, {{"name"}, {"cells", list, {{"number"}}}}}}}}}};
}

}  // namespace

std::vector<BlockNames> const& all_block_names() {
  static std::vector<BlockNames> const all = {
      {"agenda", agenda_names()},
      {"answers",
       {{"several", flag},
        {"answers",
         list,
         {{"name", markup},
          {"label"},
          {"first_id"},
          {"remark", markup},
          {"text", markup},
          {"anchors", list, {{"id"}}}}}}},
      {"calendar", calendar_names()},
      {"contents", {{"number"}, {"headings", list, {{"level"}, {"href"}, {"label"}}}}},
      {"definitions", {{"definitions", list, {{"term"}, {"text", markup}}}}},
      {"directory", {{"caption", markup}, {"map", list, map_names()}, {"groups", markup}}},
      {"directory-group", {{"title"}, {"id"}, {"count"}, {"continued", flag}, {"level"}, {"rows", markup}}},
      {"directory-row", directory_row_names()},
      {"figure",
       {{"picture", markup}, {"caption", markup}, {"wide", flag}, {"places", list, places_names()}, {"number"}}},
      {"figure-row", {{"figures", list, {{"figure", markup}, {"label"}, {"wide", flag}}}}},
      {"finder", finder_names()},
      {"footnotes", {{"notes", list, {{"number"}, {"id"}, {"text", markup}}}}},
      {"form", form_names()},
      {"gantt", gantt_names()},
      {"gantt-group", {{"columns"}, {"title"}}},
      {"gantt-row", gantt_row_names()},
      {"index", {{"groups", list, {{"head"}, {"entries", list, {{"name"}, {"href"}}}}}}},
      {"matrix", table_names()},
      {"matrix-questions",
       {{"of_list", flag},
        {"groups", list, {{"title"}, {"questions", list, question_names()}}},
        {"questions", list, question_names()}}},
      {"note", {{"text", markup}}},
      {"table", table_names()},
      {"table-group", {{"id"}, {"columns"}, {"title", markup}}},
      {"table-row", table_row_names()},
  };
  return all;
}

}  // namespace tebiki::html
