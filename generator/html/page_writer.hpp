#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "html/links.hpp"
#include "model/document.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

class FacetNumbers;

/// Writes the blocks of one page as HTML, one small function per kind of node.
/// All words are escaped; a link that leads nowhere becomes its words. Cost is linear in the blocks.
class PageWriter {
 public:
  /// The arguments must outlive the writer.
  PageWriter(model::Site const& site, Links const& links, model::Document const& page);
  /// The HTML of the page's blocks, without its h1.
  std::string body();
  /// The HTML of blocks of your own choice, within this page.
  std::string html(model::Blocks const& blocks);
  /// From this page to the file that `name` stands for; empty when it stands for nothing.
  std::string href(model::Reference const& reference) const;

  void write(model::Blocks const& blocks);
  void write(model::Inlines const& inlines);

  void operator()(model::Text const& node);
  void operator()(model::Emphasis const& node);
  void operator()(model::Strong const& node);
  void operator()(model::Strikethrough const& node);
  void operator()(model::Code const& node);
  void operator()(model::Link const& node);
  void operator()(model::Image const& node);
  void operator()(model::Ruby const& node);
  void operator()(model::LineBreak const& node);
  void operator()(model::FootnoteMark const& node);
  void operator()(model::AvailabilityMark const& node);
  void operator()(model::Small const& node);

  void operator()(model::Heading const& node);
  void operator()(model::Paragraph const& node);
  void operator()(model::Quote const& node);
  void operator()(model::CodeBlock const& node);
  void operator()(model::ThematicBreak const& node);
  void operator()(model::PageBreak const& node);
  void operator()(model::Note const& node);
  void operator()(model::ListBlock const& node);
  void operator()(model::Figure const& node);
  void operator()(model::Table const& node);
  void operator()(model::Directory const& node);
  void operator()(model::DefinitionList const& node);
  void operator()(model::Contents const& node);
  void operator()(model::Index const& node);
  void operator()(model::Footnotes const& node);
  void operator()(model::Directive const& node);

 private:
  void text(std::string_view words);
  void attribute(std::string_view name, std::string_view value);
  /// ` id="…"` unless it is empty or stands on the page already.
  void id(std::string_view anchor);
  void item(model::ListItem const& item, bool tight);
  void table_head(model::Table const& table);
  void table_row(model::Table const& table, model::Row const& row);
  void group_row(model::Table const& table, model::Row const& row);
  void directory_group(model::EntryGroup const& group, FacetNumbers const* numbers, int level);
  void directory_entry(model::Entry const& entry, FacetNumbers const* numbers, int level);
  void entry_details(model::Entry const& entry);

  model::Site const& site_;
  Links const& links_;
  model::Document const& page_;
  std::string root_;
  std::string out_;
  std::set<std::string, std::less<>> ids_;
  int level_ = 1;   ///< of the heading that was written last
  int tables_ = 0;  ///< written so far: regions without a caption are told apart by number
  int tocs_ = 0;
  bool finder_written_ = false;
};

}  // namespace tebiki::html
