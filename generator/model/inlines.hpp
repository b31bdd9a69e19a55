#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/typed_values.hpp"

/// Words of a text with what they lead to and how they are set.
namespace tebiki::model {

struct Inline;
using Inlines = std::vector<Inline>;

/// What a link leads to. `ref:` names a thing, never a path: `taxis`, `facilities/aoba`, `care-guide#sec`.
struct Reference {
  std::string name;
  std::string fragment;
};
using Target = std::variant<Url, Reference>;

/// `written` is what it was filled in from, where it was: `{{site.contact.tel}}`.
struct Text { std::string text; std::string written = {}; };
struct Emphasis { Inlines children; };
struct Strong { Inlines children; };
struct Strikethrough { Inlines children; };
struct Code { std::string text; };
/// `written` as that of Text: `tel:{{site.contact.tel}}`.
struct Link { Target target; Inlines children; std::string written = {}; };
/// `path` is relative to the content folder: `images/room.jpg`.
struct Image { std::string path; std::string alternative; };
struct Ruby { std::string base; std::string reading; };
struct LineBreak {};
struct FootnoteMark { int number = 0; };
/// ○ △ × — as a drawn mark with its word for those who do not see it, unless the word stands behind it.
struct AvailabilityMark { Availability availability = Availability::unanswered; bool word_follows = false; };
/// Secondary words: smaller, paler.
struct Small { Inlines children; };

using InlineVariant = std::variant<Text, Emphasis, Strong, Strikethrough, Code, Link, Image, Ruby, LineBreak, FootnoteMark,
                                   AvailabilityMark, Small>;
/// Compiled once, as `BlockNode` is.
struct InlineNode : InlineVariant {
  using InlineVariant::InlineVariant;
  using InlineVariant::operator=;
  InlineNode();
  InlineNode(InlineNode const& other);
  InlineNode(InlineNode&& other) noexcept;
  InlineNode& operator=(InlineNode const& other);
  InlineNode& operator=(InlineNode&& other) noexcept;
  ~InlineNode();
};

struct Inline {
  InlineNode node;
  base::SourceLocation at;
};

/// All words of the inlines, ruby bases included, readings not.
std::string plain_text(Inlines const& inlines);
/// A Text inline.
Inline words(std::string text, base::SourceLocation at = {});
/// A telephone number that can be tapped, shown as written; plain words where nothing can be dialled.
Inline telephone(Telephone const& number, base::SourceLocation at = {});

}  // namespace tebiki::model
