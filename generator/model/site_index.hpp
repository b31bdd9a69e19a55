#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/document.hpp"

namespace tebiki::model {

struct Site;

/// Lets a map of strings be asked with a string_view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class T>
using ByName = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Pages that stand in a site without anybody writing them, by their addresses, which nothing else can have: the
/// offices that a reader saved; the files of open data; what is shown where there is no network.
inline constexpr std::string_view my_list_page = "my-list", open_data_page = "open-data", offline_page = "offline";
inline constexpr std::array made_pages{my_list_page, open_data_page, offline_page};
bool is_made_page(std::string_view name);
/// Where the further pages of a long list stand: `offices/kana/ka/`, of one without readings `offices/page/2/`.
constexpr std::string_view kana_folder = "kana/", page_folder = "page/";

/// What a name of the site stands for, by places in the site's vectors.
struct NamedThing {
  /// `home` where no page is written for it.
  enum class Kind { home, page, list, record, withheld_record, publication, part, pdf, made };
  Kind kind = Kind::page;
  std::uint32_t owner = 0;  ///< in `Site::pages`, `lists` or `publications`, or in `made_pages`
  std::uint32_t item = 0;   ///< in `List::records` or `withheld`, or in `Publication::parts`
};

/// Everything that a `ref:` can name: home, pages, lists, records, publications, parts, their PDFs, pages that the site
/// makes by itself and the sections of pages and parts. Made once while loading; holds no pointers, so a copy of a site
/// has a copy of its index. Looking something up is constant.
class SiteIndex {
 public:
  /// Takes in every name of the site, in place of those before; sections stay. Linear.
  void take_names(Site const& site);
  /// A heading of the page or part `name`. That of a part is one of its publication, too; there the first one counts.
  void add_section(std::string const& name, std::string const& anchor);
  /// `name` stands, or may stand, in a file that could not be read: nothing that follows from its absence is reported.
  /// `taxis/` says so of all that belongs to `taxis`, `about#` of the headings of `about`.
  void add_unread(std::string name);

  /// The whole site has the thing's page; this one, which is for one area of it or a translation, does not.
  void add_elsewhere(std::string name) { elsewhere_.insert(std::move(name)); }
  bool is_elsewhere(std::string_view name) const { return elsewhere_.contains(name); }

  NamedThing const* find(std::string_view name) const;
  /// The name of today for one of before; every other name stays.
  std::string_view current(std::string_view name) const;
  /// Whether the name may be missing only because a file could not be read.
  bool is_unread(std::string_view name) const;
  /// Whether it is known which sections the name has: of records, lists and PDFs it is not.
  bool knows_sections_of(std::string_view name) const;
  /// The page or part that has the section `anchor` of `name`; nullptr when there is none.
  std::string const* owner_of_section(std::string_view name, std::string_view anchor) const;
  /// The sections of `name` in their order.
  std::vector<std::string> sections_of(std::string_view name) const;

 private:
  struct Sections {
    std::vector<std::string> order;
    ByName<std::string> owner;
  };

  ByName<NamedThing> things_;
  ByName<std::string> aliases_;
  ByName<Sections> sections_;
  std::unordered_set<std::string, TextHash, std::equal_to<>> unread_;
  std::unordered_set<std::string, TextHash, std::equal_to<>> elsewhere_;
};

}  // namespace tebiki::model
