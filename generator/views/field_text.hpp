#pragma once
#include <string>
#include <vector>

#include "model/field_value.hpp"
#include "views/sorted_lists.hpp"

namespace tebiki::views {

/// How ○ △ × — are shown: alone in a narrow cell, or with their word beside them.
enum class AnswerStyle { mark, mark_and_word };

/// A field's value as a reader meets it: telephone numbers to tap, links with readable words, dates in Japanese,
/// choices joined by 、. Empty when the record does not have it; an unanswered availability field is a — mark.
model::Inlines field_text(SortedLists const& lists, model::Field const& field, model::FieldValue const* value,
                          AnswerStyle answers = AnswerStyle::mark);

/// Each value of a field in plain words: labels of scenes, titles of references. For tags, groups and filters.
std::vector<std::string> field_words(SortedLists const& lists, model::Field const& field,
                                     model::FieldValue const* value);

/// The scene of that id, or nullptr.
model::Scene const* scene_of(SortedLists const& lists, std::string_view id);

/// Where the film of a `youtube` field is seen; empty when it is neither the film's id nor a web address.
std::string video_address(std::string_view value);

/// A link to the record's page, in its name.
model::Inline record_link(SortedList const& list, model::Record const& record);

}  // namespace tebiki::views
