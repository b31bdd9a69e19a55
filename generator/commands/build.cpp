#include "commands/commands.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/parallel.hpp"

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
std::optional<Built> known(BuildRecord const& last, BuildKeys const& keys, Settings const& settings, Run& run) {
  if (last.key.empty() || last.key != keys.whole || !names_something(settings.only, last)) return std::nullopt;
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
bool are_printed(PrintRecord const& print, BuildKeys const& keys, std::filesystem::path const& folder) {
  if (print.key.empty() || print.files.empty() || print.key != keys.print) return false;
  base::DiskTree const output(folder);
  return std::all_of(print.files.begin(), print.files.end(), [&](publishing::FileDigest const& file) {
    auto const bytes = output.read(file.path);
    return bytes && base::digest_of(*bytes) == file.digest;
  });
}

/// Whether all booklets stand as they were printed before, so that none is printed now.
enum class KeptBooklets { all, none };

/// What is not made now and stays.
publishing::Keep kept_beside(std::string const& only, KeptBooklets kept) {
  if (only.empty() && kept == KeptBooklets::none) return {};
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
                            PrintRecord const& last, KeptBooklets kept, std::string key, std::string const& only) {
  bool const all = kept == KeptBooklets::none && (only.empty() || only == only_print);
  if (!all) return produced.counts.painted == 0 || last.key == key ? last : PrintRecord();
  PrintRecord record{std::move(key), {}, produced.pictures};
  for (auto const& booklet : produced.booklets) {
    auto const file = std::lower_bound(files.begin(), files.end(), booklet.path,
                                       [](auto const& one, std::string const& path) { return one.path < path; });
    if (file != files.end() && file->path == booklet.path) record.files.push_back(*file);
  }
  return record;
}

/// Of a part, only the booklets are noted: the output as a whole was made of nothing that one key could tell.
BuildRecord record_of(Produced const& produced, PrintRecord const& last, KeptBooklets kept, Inputs const& inputs,
                      Settings const& settings, Run const& run) {
  BuildRecord record;
  auto const keys = build_keys(inputs, settings);
  record.booklets = produced.booklets;
  auto files = digests_of(produced.files, settings.jobs);
  record.print = print_record_of(produced, files, last, kept, keys.print, settings.only);
  if (!settings.only.empty()) return record;
  record.pages = produced.pages;
  record.files = std::move(files);
  if (kept == KeptBooklets::all) {
    record.files.insert(record.files.end(), last.files.begin(), last.files.end());
    std::sort(record.files.begin(), record.files.end(),
              [](auto const& one, auto const& other) { return one.path < other.path; });
  }
  record.warnings = noted(run.diagnostics.sorted(run.sources), run.sources, record);
  record.key = keys.whole;
  return record;
}

}  // namespace

std::optional<Built> build(Settings const& settings, Run& run) {
  auto const& output = settings.folders.output;
  refuse_output_among_inputs(settings.folders);
  Inputs const inputs(settings.folders);
  base::LoopThreads threads(settings.jobs);
  auto last = read_build_record(publishing::record_of(output)).value_or(BuildRecord());
  last.move_warnings(run.sources);
  auto kept = KeptBooklets::none;
  auto const nothing_to_do =
      run.step({"前の公開と比べる", "compare with the last build"}, [&]() -> std::optional<Built> {
        if (last.key.empty() && last.print.key.empty()) return std::nullopt;
        auto const keys = build_keys(inputs, settings);
        auto built = known(last, keys, settings, run);
        if (!built && settings.only.empty() && are_printed(last.print, keys, output)) kept = KeptBooklets::all;
        return built;
      });
  if (nothing_to_do) return nothing_to_do;
  StepsRequest request{Painting::done, standing(last, output)};
  if (kept == KeptBooklets::all) request.printed = last.print.pictures;
  auto const produced = produce(inputs, settings, request, run);
  if (run.diagnostics.has_errors()) return std::nullopt;
  auto published = run.step({"公開する", "publish"}, [&] {
    auto const record = written(record_of(produced, last.print, kept, inputs, settings, run));
    return publishing::publish(produced.files, output, settings.jobs, publishing::LocalDisk(),
                               {kept_beside(settings.only, kept), record});
  });
  return Built{produced.pages, produced.counts.painted, produced.counts, std::move(published)};
}

// Pictures that are larger than their places need.
namespace {

constexpr std::size_t large = 300'000;  // bytes
/// No column of the website is wider, in the pixels of style sheets, with some more for finer screens.
constexpr std::uint32_t widest_on_screen = 1200;
/// A photograph that is compressed well takes less than half a byte a pixel.
constexpr double generous_bytes_a_pixel = 0.5;

/// In the picture's own proportions: as wide as the screen needs, or as large as its place in print.
base::PixelSize needed_size(base::ImageInfo const& info, base::PixelSize printed) {
  double const share = std::max({double(widest_on_screen) / std::max(info.width, info.height),
                                 double(printed.width) / info.width, double(printed.height) / info.height});
  auto side = [&](std::uint32_t pixels) { return std::uint32_t(std::lround(pixels * std::min(1.0, share))); };
  return {side(info.width), side(info.height)};
}

std::string size_in_words(std::size_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} KB", bytes / 1000) : fmt::format("{:.1f} MB", double(bytes) / 1e6);
}

void warn(model::ImageFile const& image, base::PixelSize needed, base::SourceLocation at,
          base::Diagnostics& diagnostics) {
  auto const& info = image.info;
  auto size = size_in_words(image.bytes->size());
  base::Message message{
      fmt::format("画像「{}」は {} あります（横 {} × 縦 {} ピクセル）。携帯電話では、開くのに時間がかかります。",
                  image.path, size, info.width, info.height),
      fmt::format("The picture “{}” takes {} ({} × {} pixels): pages are slow to open on phones.", image.path, size,
                  info.width, info.height)};
  if (needed.width < info.width) {
    diagnostics.warning(
        at, "large-image", std::move(message),
        {fmt::format("置く場所には、横 {} × 縦 {} ピクセルで足ります。その大きさに縮めて保存し直してください。",
                     needed.width, needed.height),
         fmt::format("Its place needs {} × {} pixels; save it again in that size.", needed.width, needed.height)});
    return;
  }
  bool const png = info.format == base::ImageFormat::png;
  diagnostics.warning(at, "large-image", std::move(message),
                      {png ? "写真なら、大きさはこのままで、JPEG（画質 80 ぐらい）で保存し直してください。"
                           : "大きさはこのままで、画質を 80 ぐらいにして保存し直してください。",
                       png ? "If it is a photograph, save it in this size as a JPEG of quality 80 or so."
                           : "Save it again in this size with a quality of 80 or so."});
}

}  // namespace

void warn_of_large_pictures(model::Site const& site, std::vector<model::OutputFile> const& published,
                            PrintedSizes const& printed, base::Sources& sources, base::Diagnostics& diagnostics) {
  for (auto const& file : published) {
    auto found = site.images.find(file.path);
    if (found == site.images.end() || file.bytes.size() <= large) continue;
    auto const& image = found->second;
    auto place = printed.find(image.path);
    auto needed = needed_size(image.info, place == printed.end() ? base::PixelSize{} : place->second);
    double const pixels = double(image.info.width) * image.info.height;
    // Where pixels and bytes are right for the place there is nothing to mend.
    if (needed.width >= image.info.width && double(image.bytes->size()) < pixels * generous_bytes_a_pixel) continue;
    warn(image, needed, {sources.add(image.path, ""), 0}, diagnostics);
  }
}

}  // namespace tebiki::commands
