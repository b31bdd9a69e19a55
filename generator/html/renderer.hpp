#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "html/data.hpp"
#include "html/templates.hpp"

namespace tebiki::html {

/// Fills templates with data. Keeps what it parsed: one renderer serves one thread and many pages.
class Renderer {
 public:
  /// `templates` must outlive the renderer and be without mistakes.
  explicit Renderer(Templates const& templates);
  ~Renderer();

  /// Data that all pages have in common.
  void share(Data const& data);
  /// Data that many pages have in common, kept under a number, a few at a time: pages that follow each other mostly have
  /// the same. Names of a page's own data are found first, then these, then those of all pages.
  void share(std::size_t number, Data const& data);
  bool shares(std::size_t number) const;
  /// `layout` with `content` in it; throws Failure when the template engine refuses what our check let pass.
  std::string render(std::string_view layout, std::string_view content, std::size_t shared, Data const& data);

 private:
  struct Kept;
  std::unique_ptr<Kept> kept_;
};

}  // namespace tebiki::html
