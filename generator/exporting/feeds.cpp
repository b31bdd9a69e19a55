// Atom feeds, and where pages stand: sitemap.xml, robots.txt.
#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "exporting/exporting.hpp"

namespace tebiki::exporting {
namespace {

using model::Date;
using model::Role;

constexpr std::size_t most_in_feed = 100;
constexpr std::size_t most_in_sitemap = 50'000;  // sitemaps.org

/// A record with the day by which a feed sorts it.
struct DatedRecord {
  Date day;
  model::List const* list = nullptr;
  model::Record const* record = nullptr;
};

std::optional<Date> day_of(model::List const& list, model::Record const& record, Role role) {
  auto const* field = list.schema.with_role(role);
  auto const* value = field ? record.find(*field) : nullptr;
  auto const* day = value ? value->as<Date>() : nullptr;
  return day ? std::optional(*day) : std::nullopt;
}

std::optional<Date> day_of_publication(model::List const& list, model::Record const& record) {
  return day_of(list, record, Role::published);
}

/// When it was last confirmed, or put on the site.
std::optional<Date> day_of_change(model::List const& list, model::Record const& record) {
  return std::max(day_of(list, record, Role::confirmed), record.period.from);
}

/// The newest first; of one day in the order of the content.
template <class DayOf>
std::vector<DatedRecord> newest(model::Site const& site, DayOf day_of_record) {
  std::vector<DatedRecord> dated;
  for (auto const& list : site.lists) {
    for (auto const& record : list.records) {
      if (auto const day = day_of_record(list, record)) dated.push_back({*day, &list, &record});
    }
  }
  std::stable_sort(dated.begin(), dated.end(), [](auto const& one, auto const& other) { return other.day < one.day; });
  dated.resize(std::min(dated.size(), most_in_feed));
  return dated;
}

std::string element(std::string_view name, std::string_view text) {
  return fmt::format("<{0}>{1}</{0}>\n", name, xml_escaped(text));
}

std::string instant(Date day) { return model::iso(day) + "T00:00:00+09:00"; }

std::string link(std::string_view relation, std::string_view address, std::string_view type) {
  return fmt::format("<link rel=\"{}\" type=\"{}\" href=\"{}\"/>\n", relation, type, xml_escaped(address));
}

std::string entry_of(DatedRecord const& dated, model::Site const& site) {
  auto const& schema = dated.list->schema;
  auto const& record = *dated.record;
  auto const address = site.address_of(dated.list->slug + "/" + record.id + "/");
  auto summary = model::text_of(schema, record, Role::summary, site.words);
  auto const telephone = model::text_of(schema, record, Role::telephone, site.words);
  if (!telephone.empty())
    summary.append(summary.empty() ? "" : site.words["join.gap"])
        .append(site.words.filled("join.label", {{"label", schema.field_for(Role::telephone).label}}))
        .append(telephone);
  std::string out = "<entry>\n" + element("id", address) + element("title", record.name());
  out += element("updated", instant(dated.day)) + link("alternate", address, "text/html");
  out += fmt::format("<category term=\"{}\" label=\"{}\"/>\n", dated.list->slug, xml_escaped(schema.title));
  if (!summary.empty()) out += element("summary", summary);
  return out + "</entry>\n";
}

/// Made of what content says alone: a feed is as new as its newest entry.
std::string atom(std::string_view title, std::string const& path, std::vector<DatedRecord> const& entries,
                 model::Site const& site) {
  auto const self = site.address_of(path);
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += fmt::format("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", xml_escaped(site.language));
  out += element("id", self) + element("title", title) + element("updated", instant(entries.front().day));
  out += link("self", self, "application/atom+xml") + link("alternate", site.address_of(site.folder()), "text/html");
  out += "<author>" + element("name", site.publisher.empty() ? site.name : site.publisher) + "</author>\n";
  for (auto const& entry : entries) out += entry_of(entry, site);
  return out + "</feed>\n";
}

/// The address of a page, and the lines that tell in which languages it is.
struct Address {
  std::string page;
  std::string languages = {};
};

std::string sitemap_of(std::vector<Address> const& addresses, std::size_t from) {
  bool const several =
      std::any_of(addresses.begin(), addresses.end(), [](auto& one) { return !one.languages.empty(); });
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
  out += several ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n" : ">\n";
  for (auto i = from; i < std::min(addresses.size(), from + most_in_sitemap); ++i)
    out += fmt::format("<url><loc>{}</loc>{}</url>\n", xml_escaped(addresses[i].page), addresses[i].languages);
  return out + "</urlset>\n";
}

/// One file, or where the pages are too many for one an index of several.
std::vector<model::OutputFile> sitemaps(std::vector<Address> const& addresses, model::Site const& site) {
  if (addresses.size() <= most_in_sitemap) return {{"sitemap.xml", sitemap_of(addresses, 0)}};
  std::vector<model::OutputFile> files;
  std::string index =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (std::size_t from = 0; from < addresses.size(); from += most_in_sitemap) {
    files.push_back({fmt::format("sitemap-{}.xml", files.size() + 1), sitemap_of(addresses, from)});
    index += fmt::format("<sitemap><loc>{}</loc></sitemap>\n", xml_escaped(site.address_of(files.back().path)));
  }
  files.push_back({"sitemap.xml", index + "</sitemapindex>\n"});
  return files;
}

/// What XML 1.0 allows in a document (§2.2).
bool is_xml_character(char32_t c) {
  return c == 0x09 || c == 0x0A || c == 0x0D || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         c >= 0x10000;
}

/// Of each page that stands in several languages, by its path, the lines of a sitemap that tell where.
std::map<std::string, std::string> languages_by_path(std::vector<model::ComposedSite> const& sites) {
  std::map<std::string, std::string> lines;
  std::map<std::string, int> counts;
  for (auto const& [site, documents] : sites) {
    if (sites.front().site.translations.empty() || !site.area.empty()) continue;
    for (auto const& page : documents.pages) {
      ++counts[page.path];
      lines[page.path] += fmt::format("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                                      site.language_tag(), xml_escaped(model::address_of(site, page)));
    }
  }
  std::erase_if(lines, [&](auto const& one) { return counts[one.first] < 2; });
  return lines;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const c = base::next_character(text, at);
    if (c == U'<')
      out += "&lt;";
    else if (c == U'>')
      out += "&gt;";
    else if (c == U'&')
      out += "&amp;";
    else if (c == U'"')
      out += "&quot;";
    else if (is_xml_character(c))
      out += text.substr(begin, at - begin);
  }
  return out;
}

void add_feeds(model::Site const& site, Exports& exports) {
  if (site.base_url.empty()) return;
  auto const add = [&](std::string name, std::string title, std::vector<DatedRecord> const& entries) {
    if (entries.empty()) return;
    exports.files.push_back({name, atom(title, site.folder() + name, entries, site)});
    exports.feeds.push_back({std::move(name), std::move(title)});
  };
  add("news.xml", site.words.filled("feed.news", {{"site", site.name}}), newest(site, day_of_publication));
  add("changes.xml", site.words.filled("feed.changes", {{"site", site.name}}), newest(site, day_of_change));
}

std::vector<model::OutputFile> addresses(std::vector<model::ComposedSite> const& sites) {
  auto const& whole = sites.front().site;
  if (whole.base_url.empty()) return {};
  auto const languages = languages_by_path(sites);
  std::vector<Address> all;
  for (auto const& [site, documents] : sites) {
    for (auto const& page : documents.pages) {
      bool const again = !site.area.empty() && page.kind == model::DocumentKind::entry;
      auto const found = site.area.empty() ? languages.find(page.path) : languages.end();
      if (!again) all.push_back({model::address_of(site, page), found == languages.end() ? "" : found->second});
    }
  }
  auto files = sitemaps(all, whole);
  files.push_back({"robots.txt", "User-agent: *\nAllow: /\nSitemap: " + whole.address_of("sitemap.xml") + "\n"});
  return files;
}

}  // namespace tebiki::exporting
