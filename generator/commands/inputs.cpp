#include "commands/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/parallel.hpp"
#include "loading/load.hpp"
#include "model/typed_values.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::commands {
namespace {

/// The files of the families that the print style names, as far as they are installed.
std::vector<std::string> font_files(base::FileTree const& templates) {
  base::Sources sources;
  base::Diagnostics mistakes;  // the build tells of them
  auto const style = loading::load_print_style(templates, "standard", sources, mistakes);
  auto const installed = pdf::installed_fonts();
  std::vector<std::string> files;
  for (auto const* families : {&style.body_fonts, &style.code_fonts}) {
    for (auto const& family : *families) {
      for (bool const bold : {false, true}) {
        auto file = installed->find(family.name, bold);
        files.push_back(file ? std::move(file->path) : family.name + " is not installed");
      }
    }
  }
  return files;
}

bool has_publications(base::FileTree const& content) {
  auto const entries = content.entries();
  return std::any_of(entries.begin(), entries.end(),
                     [](auto const& entry) { return entry.path.starts_with("publications/"); });
}

std::filesystem::path const& required(std::filesystem::path const& folder, std::string_view option) {
  std::error_code failed;
  if (std::filesystem::exists(folder, failed)) return folder;
  throw base::Failure(
      {fmt::format("フォルダー「{}」がありません。そのフォルダーのある場所に移って実行するか、{} "
                   "で場所を指定してください。",
                   folder.string(), option),
       fmt::format("The folder “{}” does not exist. Go to where it is, or name it with {}.", folder.string(), option)});
}

std::vector<std::string> withheld_on(model::Site const& site, model::Date day) {
  std::vector<std::string> names;
  auto const look_at = [&](model::PublishingPeriod const& period, std::string_view name) {
    if (!period.includes(day)) names.push_back(loading::filled_in(name, site.site_words));
    return period.includes(day);
  };
  for (auto const& page : site.pages) look_at(page.period, page.title);
  for (auto const& list : site.lists) {
    for (auto const& record : list.records) look_at(record.period, record.name());
  }
  for (auto const& publication : site.publications) {
    if (!look_at(publication.period, publication.title)) continue;
    for (auto const& part : publication.parts) look_at(part.period, part.title);
  }
  return names;
}

}  // namespace

void Run::add(base::Diagnostics& found) {
  if (!diagnostics.has_errors()) return diagnostics.merge(found);
  std::map<base::FileId, std::vector<std::uint32_t>> wrong;  // where, ascending
  for (auto const& item : diagnostics.sorted(sources)) {
    if (item.severity == base::Severity::error) wrong[item.at.file].push_back(item.at.offset);
  }
  auto const follows = [&](base::SourceLocation at) {
    auto const& places = wrong[at.file];
    auto const next = std::lower_bound(places.begin(), places.end(), at.offset);
    return next != places.end() && *next - at.offset < std::max(at.length, 1u);
  };
  for (auto& item : found.sorted(sources)) {
    bool const error = item.severity == base::Severity::error;
    if (!error) diagnostics.warning(item.at, item.code, std::move(item.message), std::move(item.hint));
    if (error && !follows(item.at))
      diagnostics.error(item.at, item.code, std::move(item.message), std::move(item.hint));
  }
}

Folders default_folders(std::filesystem::path const& program) {
  Folders folders;
  auto installed = program.parent_path().parent_path() / "share" / "tebiki";
  std::error_code failed;
  for (auto* folder : {&folders.templates, &folders.assets}) {
    if (!std::filesystem::exists(*folder, failed) && std::filesystem::exists(installed / *folder, failed)) {
      *folder = installed / *folder;
    }
  }
  return folders;
}

InputFolder::InputFolder(std::filesystem::path const& root, std::string_view option) : tree_(required(root, option)) {}

std::vector<base::TreeEntry> InputFolder::entries() const {
  std::lock_guard const lock(mutex_);
  if (!entries_) entries_ = tree_.entries();
  return *entries_;
}

std::optional<std::string> InputFolder::read(std::string_view path) const {
  auto bytes = tree_.read(path);
  if (!bytes) return bytes;
  auto digest = base::digest_of(*bytes);
  std::lock_guard const lock(mutex_);
  digests_.insert_or_assign(std::string(path), std::move(digest));
  return bytes;
}

std::string InputFolder::digest(unsigned jobs, std::vector<std::string_view> const& below) const {
  auto all = entries();
  std::erase_if(all, [&](base::TreeEntry const& entry) {
    return std::none_of(below.begin(), below.end(),
                        [&](std::string_view folder) { return entry.path.starts_with(folder); });
  });
  std::vector<std::string_view> unread;
  for (auto const& entry : all) {
    if (!digests_.contains(entry.path)) unread.push_back(entry.path);
  }
  base::parallel_for(unread.size(), jobs, [&](std::size_t i) { read(unread[i]); });
  base::Digest digest;
  for (auto const& entry : all) {
    auto const known = digests_.find(entry.path);
    digest.add(entry.path).add(std::uint64_t(entry.kind)).add(known == digests_.end() ? "unread" : known->second);
  }
  return digest.hex();
}

BuildKeys build_keys(Inputs const& inputs, Settings const& settings) {
  base::Digest print;
  print.add(inputs.content.digest(settings.jobs)).add(inputs.templates.digest(settings.jobs, {"print/", "words/"}));
  print.add(model::iso(settings.today)).add(settings.program);
  if (has_publications(inputs.content)) print.add(identity_of(font_files(inputs.templates)));
  BuildKeys keys{{}, print.hex()};
  base::Digest whole;
  whole.add(keys.print).add(inputs.templates.digest(settings.jobs)).add(inputs.assets.digest(settings.jobs));
  keys.whole = whole.hex();
  return keys;
}

std::string identity_of(std::vector<std::string> const& files) {
  base::Digest identity;
  for (auto const& file : files) {
    std::error_code no_size, no_time;
    auto const size = std::filesystem::file_size(file, no_size);
    auto const time = std::filesystem::last_write_time(file, no_time);
    identity.add(file).add(no_size ? UINT64_MAX : std::uint64_t(size));
    identity.add(no_time ? UINT64_MAX : std::uint64_t(time.time_since_epoch().count()));
  }
  return identity.hex();
}

model::Site load_site(Inputs const& inputs, Settings const& settings, Produced& produced, Run& run) {
  auto site = run.step({"内容を読む", "load"}, [&] {
    return loading::load(inputs.content, settings.today, settings.jobs, run.sources, run.diagnostics);
  });
  produced.withheld = withheld_on(site, settings.today);
  produced.next_change = loading::next_change(site, settings.today);
  loading::select_day(site, settings.today, run.diagnostics);
  site.words = loading::load_words(inputs.templates, site.language, run.sources, run.diagnostics);
  loading::load_translated_words(site, inputs.templates, run.sources, run.diagnostics);
  return site;
}

void require_part(std::string const& only, model::Site const& site) {
  if (only.empty()) return;
  std::vector<std::string> parts{std::string(only_site), std::string(only_print)};
  for (auto const& publication : site.publications) parts.push_back(publication.slug);
  if (std::find(parts.begin(), parts.end(), only) != parts.end()) return;
  auto const remedy = base::did_you_mean(only, parts);
  throw base::Failure({fmt::format("--only の「{}」という冊子はありません。{}", only, remedy.ja),
                       fmt::format("There is no publication “{}” for --only. {}", only, remedy.en)});
}

std::string program_identity() {
  std::vector<std::string> mapped;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    auto const path = line.find('/');
    if (path != line.npos && line.find(" r-xp ") != line.npos) mapped.push_back(line.substr(path));
  }
  std::sort(mapped.begin(), mapped.end());
  mapped.erase(std::unique(mapped.begin(), mapped.end()), mapped.end());
  return identity_of(mapped);
}

}  // namespace tebiki::commands
