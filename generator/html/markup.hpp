#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/documents.hpp"

namespace tebiki::html {

/// Where each thing of the site stands. Look-ups are constant, also with ten thousand records.
class Links {
 public:
  /// `site` must outlive the links.
  Links(model::Site const& site, std::vector<model::Document> const& pages,
        std::vector<model::OpenDataFile> const& data = {});
  /// The file of the thing, from the folder of the site and ready for `href`: `facilities/aoba/index.html`; from that
  /// of an area `../facilities/aoba/index.html` for what only the whole site has. Nothing when the name names nothing.
  std::optional<std::string> file_of(std::string_view name) const;
  /// From the folder of the site to a file that all areas share (assets, images, PDFs): `../images/room.jpg`.
  std::string shared_file(std::string_view path) const;
  /// The number at the head of a record's page; empty where there is none.
  model::Telephone telephone_of(std::string_view record) const;
  /// What kind of office the head of a record's page says it is, and where: the first and the last of its tags.
  std::vector<std::string> kind_of(std::string_view record) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  model::Site const& site_;
  struct Place {
    std::string file;
    model::Document const* page = nullptr;
  };
  std::unordered_map<std::string, Place, Hash, std::equal_to<>> places_;
};

/// The name by which references call what a document shows: `facilities/aoba`, `index`, `care-guide/consult`.
std::string reference_name(model::Document const& page);
/// The name of a page's kind, as templates are called.
std::string_view kind_name(model::DocumentKind kind);
/// `../../` for a page two folders deep; empty for home.
std::string root_of(std::string_view page_path);
/// A page's file, ready for `href`; explicit, so that links work from `file://` too.
std::string file_url(std::string_view page_path);

/// Appends text so that it is text in an element and in a quoted attribute alike (HTML Standard, 13.1).
/// Control characters that HTML forbids are left out.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

/// Appends `#fragment`, or nothing for an empty one. Letters of other scripts stay as they are (RFC 3987).
void append_fragment(std::string& out, std::string_view fragment);

/// `mailto:soudan@example.jp`; empty for no address (RFC 6068).
std::string mail_href(std::string_view address);

}  // namespace tebiki::html
