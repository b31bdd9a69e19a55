#include "loading/follow_ups.hpp"

#include <algorithm>
#include <set>

#include "loading/file_names.hpp"
#include "loading/markdown/walk.hpp"

namespace tebiki::loading {
namespace {

std::string without_ending(std::string const& path) {
  auto dot = path.find('.', path.rfind('/') + 1);
  return path.substr(0, dot);
}

/// Not `memo.txt`, but `taxis.csv.txt`, `taxis.xlsx` and what has the right ending in a wrong place.
bool may_be_content(std::string const& path) {
  auto holds = [&](std::string_view ending) { return path.find(ending, path.rfind('/') + 1) != path.npos; };
  return holds(".json") || holds(".csv") || holds(".CSV") || holds(".md") || is_spreadsheet(path) ||
         is_word_processor_file(path);
}

/// Where a list or a schema points into one of these lists, its conditions cannot be judged.
bool is_doubtful(model::List const& list, std::set<std::string> const& doubtful) {
  return doubtful.count(list.slug) > 0 ||
         std::any_of(list.schema.fields.begin(), list.schema.fields.end(),
                     [&](model::Field const& field) { return doubtful.count(field.reference_list) > 0; });
}

class Silencer {
 public:
  Silencer(model::Site& site, Absent const& absent, SiteFile site_file)
      : site_(site), doubtful_(absent.doubtful_owners.begin(), absent.doubtful_owners.end()), site_file_(site_file) {
    doubtful_.insert(absent.incomplete.begin(), absent.incomplete.end());
  }

  void operator()(model::Block& block) const {
    auto* directive = std::get_if<model::Directive>(&block.node);
    if (!directive) return;
    if (directive->kind == "qr" && site_file_ == SiteFile::lost) block.node = model::Paragraph{};
    if (directive->kind == "view") silence_view(block, *directive);
  }

 private:
  void silence_view(model::Block& block, model::Directive& directive) const {
    auto name = directive.options.text_of("list");
    auto* list = site_.list(name);
    bool lost = list ? list->schema.at.file == support::FileId::none : doubtful_.count(std::string(name)) > 0;
    auto* options = std::get_if<model::Object>(&directive.options.data);
    if (options && list && is_doubtful(*list, doubtful_))
      std::erase_if(*options, [](model::Member const& option) { return option.key == "where"; });
    if (lost) block.node = model::Paragraph{};
  }

  model::Site const& site_;
  std::set<std::string> doubtful_;
  SiteFile site_file_;
};

}  // namespace

void doubt_strays(std::vector<std::string> const& paths, Absent& absent) {
  for (auto const& path : paths) {
    absent.doubtful.push_back("images/" + path.substr(path.rfind('/') + 1));
    if (!may_be_content(path)) continue;
    auto name = without_ending(path);
    for (std::size_t start = 0; start < name.size();) {
      auto end = std::min(name.find('/', start), name.size());
      absent.doubtful.push_back(name.substr(start));
      absent.doubtful_owners.push_back(name.substr(start, end - start));
      start = end + 1;
    }
  }
}

void silence_directives(model::Site& site, Absent const& absent, SiteFile site_file) {
  Silencer const silence(site, absent, site_file);
  Visitor visitor;
  visitor.inline_node = [](model::Inline&) {};
  visitor.block = [&](model::Block& block) { silence(block); };
  for (auto& list : site.lists) {
    for (auto& record : list.records) walk(record.body, visitor);
  }
  for (auto& page : site.pages) walk(page.blocks, visitor);
  for (auto& publication : site.publications) {
    for (auto& part : publication.parts) walk(part.blocks, visitor);
  }
}

}  // namespace tebiki::loading
