// Long answers: of one who was asked to all questions, or of all to one question.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "model/visit.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Answer;
using model::Block;
using model::Blocks;
using model::Field;

/// All that the blocks say, to find equal ones.
std::string words_of(Blocks const& blocks) {
  std::string words;
  model::for_each_block(blocks, [&](Block const& block) {
    if (auto const* list = std::get_if<model::ListBlock>(&block.node))
      for (auto const& item : list->items) words += item.label + '\n';
    model::for_each_text(block, [&](model::Inlines const& text) { words += model::plain_text(text) + '\n'; });
  });
  return words;
}

/// A question is called by its group and its label: 問2　(1) 受け止め.
std::string question_title(Field const& field, model::Words const& words) {
  return field.group.empty() ? field.label : field.group + std::string(words["join.gap"]) + field.label;
}

class Survey {
 public:
  Survey(View const& view, ViewPlace const& place)
      : view_(view), lists_(place.context.lists), words_(lists_.site().words), questions_(view.columns) {
    if (questions_.empty()) questions_ = telling_fields(*view.list);
    std::erase(questions_, &view.list->name_field());
  }

  /// Everything that the records of one group answered to the questions; those who answered alike stand together.
  model::AnswerList by_question(SelectedGroup const& group) const {
    model::AnswerList list;
    std::unordered_map<std::string, std::size_t> alike;
    for (auto index : group.records) {
      auto& record = view_.list->source->records[index];
      auto blocks = answers_of(record);
      auto remark = remark_of(record);
      auto const [known, first] =
          alike.emplace(model::plain_text(remark) + '\n' + words_of(blocks), list.answers.size());
      if (first) list.answers.push_back({{}, std::move(remark), {}, std::move(blocks)});
      auto& answer = list.answers[known->second];
      if (!first) answer.name.push_back({model::LineBreak{}, record.at});
      answer.name.push_back(record_link(*view_.list, record));
      answer.anchors.push_back(reference_name(*view_.list, record));
    }
    return list;
  }

  /// The record's answers, each beside its question.
  model::AnswerList by_record(model::Record const& record) const {
    model::AnswerList list;
    for (auto* question : questions_) {
      Answer answer;
      answer.name.push_back(model::words(question_title(*question, words_), record.at));
      answer.blocks = answer_to(*question, record);
      list.answers.push_back(std::move(answer));
    }
    return list;
  }

  model::Inlines remark_of(model::Record const& record) const {
    return view_.remark ? field_text(lists_, *view_.remark, record.find(*view_.remark)) : model::Inlines();
  }

 private:
  /// The answer to the first question, and below it those to the others, each under its name.
  Blocks answers_of(model::Record const& record) const {
    Blocks out;
    for (auto* question : questions_) {
      if (questions_.size() > 1) {
        model::Inlines title{model::words(question->label, record.at)};
        out.push_back({model::Paragraph{{{model::Strong{std::move(title)}, record.at}}}, record.at});
      }
      auto blocks = answer_to(*question, record);
      std::move(blocks.begin(), blocks.end(), std::back_inserter(out));
    }
    return out;
  }

  Blocks answer_to(Field const& question, model::Record const& record) const {
    auto* value = record.find(question);
    Blocks out;
    if (value) {
      if (auto* blocks = value->as<Blocks>()) return *blocks;
      auto* rows = value->as<model::FieldRows>();
      if (auto list = rows && !rows->rows.empty() ? list_of_rows(question, *rows, lists_) : std::nullopt) {
        out.push_back({std::move(*list), value->at});
        return out;
      }
    }
    auto text = field_text(lists_, question, value);
    auto const at = value ? value->at : record.at;
    if (text.empty()) text.push_back({model::Small{{model::words(std::string(words_["survey.no-answer"]), at)}}, at});
    out.push_back({model::Paragraph{std::move(text)}, at});
    return out;
  }

  View const& view_;
  SortedLists const& lists_;
  model::Words const& words_;
  std::vector<Field const*> questions_;
};

/// Beside fewer names no rail is of use.
constexpr std::size_t least_asked = 3;

/// Tells the lists of all groups who was asked: 17市町村.
void name_asked(Blocks& blocks, View const& view, model::Words const& words) {
  std::vector<model::AnswerList*> lists;
  std::vector<std::string> asked;
  for (auto& block : blocks) {
    auto* list = std::get_if<model::AnswerList>(&block.node);
    if (!list) continue;
    lists.push_back(list);
    for (auto& answer : list->answers) {
      for (auto const& piece : answer.name) {
        if (std::holds_alternative<model::LineBreak>(piece.node)) continue;
        answer.members.push_back(asked.size());
        asked.push_back(model::plain_text({piece}));
      }
    }
  }
  if (asked.size() < least_asked) return;
  auto const title =
      words.filled("survey.asked", {{"count", std::to_string(asked.size())}, {"label", view.list->name_field().label}});
  for (auto* list : lists) list->asked = asked, list->asked_title = title;
}

/// Beside the answer more names would be taller than a page.
constexpr std::size_t most_names_beside = 12;

/// 「22市町村」 beside an answer that many gave alike; who they are stands below it.
void put_names_below(Blocks& blocks, View const& view, model::Words const& words) {
  for (auto& block : blocks) {
    auto* list = std::get_if<model::AnswerList>(&block.node);
    if (!list) continue;
    for (auto& answer : list->answers) {
      auto const names = answer.name.size() / 2 + 1;
      if (names <= most_names_beside) continue;
      for (auto& piece : answer.name) {
        if (std::holds_alternative<model::LineBreak>(piece.node))
          piece = model::words(std::string(words["join.comma"]), view.at);
      }
      auto const count =
          words.filled("survey.asked", {{"count", std::to_string(names)}, {"label", view.list->name_field().label}});
      answer.blocks.push_back({model::Paragraph{std::move(answer.name)}, view.at});
      answer.name = {model::words(count, view.at)};
    }
  }
}

}  // namespace

Blocks survey(View const& view, Selection const& selection, ViewPlace const& place) {
  Survey const survey(view, place);
  bool const one = selection.size() == 1 && selection.front().records.size() == 1;
  bool const by_record = view.order ? *view.order == SurveyOrder::by_record : one;
  int level = place.level;
  Blocks out;
  if (!view.caption.empty()) out.push_back(heading(level++, view.caption, view.at));
  for (auto const& group : selection) {
    if (!group.title.empty()) out.push_back(heading(level, group.title, view.at));
    if (!by_record) {
      out.push_back({survey.by_question(group), view.at});
      continue;
    }
    for (auto index : group.records) {
      auto& record = view.list->source->records[index];
      if (!one) out.push_back(heading(group.title.empty() ? level : level + 1, record.name(), record.at));
      if (auto remark = survey.remark_of(record); !remark.empty())
        out.push_back({model::Paragraph{std::move(remark)}, record.at});
      out.push_back({survey.by_record(record), record.at});
    }
  }
  if (by_record) return out;
  name_asked(out, view, place.context.lists.site().words);
  put_names_below(out, view, place.context.lists.site().words);
  return out;
}

}  // namespace tebiki::views
