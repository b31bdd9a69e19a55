#pragma once
#include <set>
#include <string>
#include <string_view>

#include "html/links.hpp"
#include "model/document.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// The ids that stand on a page.
class PageIds {
 public:
  /// The id for this anchor; empty where it cannot be one or stands on the page already.
  std::string claim(std::string_view anchor);

 private:
  std::set<std::string, std::less<>> ids_;
};

/// What the style sheet calls the mark of an answer.
char const* mark_class(model::Availability answer);

/// Writes the running text of one page as HTML, one small function per kind of piece. All words are escaped; a link
/// that leads nowhere becomes its words. Linear in the text.
class InlineWriter {
 public:
  /// `root` leads from the page to the output folder; everything but it must outlive the writer.
  InlineWriter(model::Site const& site, Links const& links, std::string root, PageIds& ids)
      : site_(site), links_(links), root_(std::move(root)), ids_(ids) {}

  void append(std::string& out, model::Inlines const& inlines) const;
  std::string html(model::Inlines const& inlines) const;
  /// An image with its size, as far as it is known.
  void append(std::string& out, model::Image const& image) const;
  /// From this page to what the reference names; empty when it names nothing.
  std::string href(model::Reference const& reference) const;

 private:
  struct Tags;

  model::Site const& site_;
  Links const& links_;
  std::string root_;
  PageIds& ids_;
};

}  // namespace tebiki::html
