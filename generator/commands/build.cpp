#include "commands/build.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/parallel.hpp"
#include "commands/inputs.hpp"

namespace tebiki::commands {

namespace {

/// An output that is read again as input would grow with every build and bring back what was withdrawn; one that holds
/// the input would be exchanged together with it.
void refuse_output_among_inputs(Folders const& folders) {
  std::error_code failed;
  auto output = std::filesystem::weakly_canonical(folders.output, failed);
  for (auto* input : {&folders.content, &folders.templates, &folders.assets}) {
    auto folder = std::filesystem::weakly_canonical(*input, failed);
    auto refuse = [&](std::string_view ja, std::string_view en) {
      throw base::Failure({fmt::format("出力先「{}」は、「{}」{}。--output で別の場所を指定してください。",
                                       folders.output.string(), input->string(), ja),
                           fmt::format("the output {} {} {}; name another place with --output", folders.output.string(),
                                       en, input->string())});
    };
    if (base::lies_inside(output, folder)) refuse("の中にあります", "lies inside");
    if (base::lies_inside(folder, output)) refuse("を含んでいます", "holds");
  }
}

bool names_something(std::string const& only, BuildRecord const& last) {
  return only.empty() || only == only_site || only == only_print ||
         std::any_of(last.booklets.begin(), last.booklets.end(),
                     [&](auto const& booklet) { return booklet.name == only; });
}

/// What a build gives that has nothing to do; nothing when it has something to do.
std::optional<Built> known(BuildRecord const& last, Inputs const& inputs, Settings const& settings, Run& run) {
  if (last.key.empty() || !names_something(settings.only, last)) return std::nullopt;
  if (build_key(inputs, settings) != last.key) return std::nullopt;
  if (!publishing::stands_as(settings.folders.output, last.files, settings.jobs)) return std::nullopt;
  for (auto const& warning : last.warnings)
    run.diagnostics.warning(warning.at, warning.code, warning.message, warning.hint);
  return Built{last.pages, last.booklets.size(), {}, {0, last.files.size(), 0}};
}

/// The booklets of the last build whose PDFs still stand.
std::vector<model::PrintedBooklet> standing(BuildRecord const& last, std::filesystem::path const& output) {
  auto booklets = last.booklets;
  std::erase_if(booklets, [&](model::PrintedBooklet const& booklet) {
    std::error_code failed;
    auto const size = std::filesystem::file_size(output / booklet.path, failed);
    return failed || size != booklet.bytes;
  });
  return booklets;
}

/// Whether all booklets stand as they were printed from just these inputs.
bool are_printed(PrintRecord const& print, Inputs const& inputs, Settings const& settings) {
  if (print.key.empty() || print.files.empty() || print.key != print_key(inputs, settings)) return false;
  base::DiskTree const output(settings.folders.output);
  return std::all_of(print.files.begin(), print.files.end(), [&](publishing::FileDigest const& file) {
    auto const bytes = output.read(file.path);
    return bytes && base::digest_of(*bytes) == file.digest;
  });
}

/// What is not made now and stays.
publishing::Keep kept_beside(std::string const& only, bool printed_before) {
  if (only.empty() && !printed_before) return {};
  auto const is_pdf = [](std::string_view path) {
    return path.starts_with("pdf/") && path.ends_with(".pdf") && path.find('/', 4) == path.npos;
  };
  if (only.empty() || only == only_site) return is_pdf;
  if (only == only_print) return [is_pdf](std::string_view path) { return !is_pdf(path); };
  return [](std::string_view) { return true; };
}

/// By path.
std::vector<publishing::FileDigest> digests_of(std::vector<model::OutputFile> const& files, unsigned jobs) {
  std::vector<publishing::FileDigest> digests(files.size());
  base::parallel_for(files.size(), jobs, [&](std::size_t i) {
    digests[i] = {files[i].path, base::digest_of(files[i].bytes)};
  });
  std::sort(digests.begin(), digests.end(), [](auto const& one, auto const& other) { return one.path < other.path; });
  return digests;
}

/// What is to be known of the booklets: as they were printed now, or as they stand from before. Nothing where some are
/// printed from other inputs than the rest.
PrintRecord print_record_of(Produced const& produced, std::vector<publishing::FileDigest> const& files,
                            PrintRecord const& last, std::string key, std::string const& only) {
  bool const all = produced.work.painted > 0 && (only.empty() || only == only_print);
  if (!all) return produced.work.painted == 0 || last.key == key ? last : PrintRecord();
  PrintRecord record{std::move(key), {}, produced.pictures};
  for (auto const& booklet : produced.booklets) {
    auto const file =
        std::find_if(files.begin(), files.end(), [&](auto const& one) { return one.path == booklet.path; });
    if (file != files.end()) record.files.push_back(*file);
  }
  return record;
}

/// Of a part, only the booklets are noted: the output as a whole was made of nothing that one key could tell.
BuildRecord record_of(Produced const& produced, PrintRecord const& last, Inputs const& inputs, Settings const& settings,
                      Run const& run) {
  BuildRecord record;
  record.booklets = produced.booklets;
  auto files = digests_of(produced.files, settings.jobs);
  record.print = print_record_of(produced, files, last, print_key(inputs, settings), settings.only);
  if (!settings.only.empty()) return record;
  record.pages = produced.pages;
  record.files = std::move(files);
  if (produced.work.painted == 0) {
    record.files.insert(record.files.end(), last.files.begin(), last.files.end());
    std::sort(record.files.begin(), record.files.end(),
              [](auto const& one, auto const& other) { return one.path < other.path; });
  }
  record.warnings = noted(run.diagnostics.sorted(run.sources), run.sources, record);
  record.key = build_key(inputs, settings);
  return record;
}

}  // namespace

std::optional<Built> build(Settings const& settings, Run& run) {
  auto const& output = settings.folders.output;
  refuse_output_among_inputs(settings.folders);
  Inputs const inputs(settings.folders);
  auto last = read_build_record(publishing::record_of(output)).value_or(BuildRecord());
  last.move_warnings(run.sources);
  auto const nothing_to_do =
      run.step({"前の公開と比べる", "compare with the last build"}, [&] { return known(last, inputs, settings, run); });
  if (nothing_to_do) return nothing_to_do;
  Order order{Painting::done, standing(last, output)};
  if (settings.only.empty() && are_printed(last.print, inputs, settings)) order.printed = last.print.pictures;
  auto const produced = produce(inputs, settings, order, run);
  if (run.diagnostics.has_errors()) return std::nullopt;
  auto published = run.step({"公開する", "publish"}, [&] {
    auto const record = written(record_of(produced, last.print, inputs, settings, run));
    return publishing::publish(produced.files, output, settings.jobs, publishing::LocalDisk(),
                               {kept_beside(settings.only, order.printed.has_value()), record});
  });
  return Built{produced.pages, produced.work.painted, produced.work, std::move(published)};
}

}  // namespace tebiki::commands
