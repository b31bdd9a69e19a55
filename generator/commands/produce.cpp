#include "commands/produce.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>

#include "base/diagnostics.hpp"
#include "base/did_you_mean.hpp"
#include "base/parallel.hpp"
#include "html/render.hpp"
#include "loading/load.hpp"
#include "pdf/print.hpp"
#include "views/compose.hpp"

namespace tebiki::commands {

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
  auto size = size_in_words(image.bytes.size());
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

struct Printed {
  std::vector<model::OutputFile> files;
  std::vector<model::PrintedBooklet> booklets;
  PrintedSizes pictures;
  Work work;
};

void add(PrintedSizes& all, PrintedSizes const& some) {
  for (auto const& [path, size] : some) {
    auto& largest = all[path];
    largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
  }
}

/// What booklets are printed from.
struct PrintInputs {
  model::Site const& site;
  model::PrintStyle const& style;
  Settings const& settings;
  Painting painting;
};

/// On which page each part begins, from 1.
std::map<std::string, std::size_t, std::less<>> first_pages(model::Booklet const& booklet, pdf::Frames const& frames) {
  std::map<std::string, std::size_t, std::less<>> pages;
  auto const& publication = booklet.publication;
  for (auto const& part : publication.parts) {
    auto const found = frames.destinations.find(publication.slug + "/" + part.slug);
    if (found != frames.destinations.end()) pages.emplace(part.slug, found->second.page + 1);
  }
  return pages;
}

/// Lays out the booklets, several at once when there are several, and paints them unless that is left out.
Printed print_all(std::vector<model::Booklet const*> const& booklets, PrintInputs const& given, Run& run) {
  Printed printed;
  if (booklets.empty()) return printed;
  printed.files.resize(booklets.size());
  printed.booklets.resize(booklets.size());
  pdf::Fonts fonts(given.style, *pdf::installed_fonts());
  // Threads are shared out: booklets side by side, and within each what is left.
  auto jobs = given.settings.jobs;
  auto side_by_side = std::min<std::size_t>(jobs, booklets.size());
  auto within = unsigned(std::max<std::size_t>(1, jobs / side_by_side));
  pdf::FormFont const form_font(fonts);
  pdf::PrintJob job{given.settings.today, within, &form_font};
  std::vector<PrintedSizes> pictures(booklets.size());
  pdf::Unprintable unprintable;
  base::parallel_for(booklets.size(), unsigned(side_by_side), [&](std::size_t i) {
    auto& booklet = *booklets[i];
    auto frames = pdf::lay_out(booklet, given.site, given.style, fonts, within, unprintable, run.diagnostics);
    auto& slug = booklet.publication.slug;
    auto& file = printed.files[i] = {pdf_path(slug), {}};
    if (given.painting == Painting::done) file.bytes = pdf::paint(frames, booklet, given.site, fonts, job);
    printed.booklets[i] = {slug, file.path, frames.pages.size(), file.bytes.size(), first_pages(booklet, frames)};
    pictures[i] = pdf::printed_sizes(frames);
  });
  for (auto const& sizes : pictures) add(printed.pictures, sizes);
  unprintable.report(run.sources, run.diagnostics);
  printed.work.laid_out = booklets.size();
  if (given.painting == Painting::done) printed.work.painted = booklets.size();
  return printed;
}

model::PrintedBooklet const* find(std::vector<model::PrintedBooklet> const& booklets, std::string const& slug) {
  auto const found =
      std::find_if(booklets.begin(), booklets.end(), [&](auto const& booklet) { return booklet.publication == slug; });
  return found == booklets.end() ? nullptr : &*found;
}

/// The booklets that are to be printed. The site needs those that do not stand yet: its pages tell their size.
std::vector<model::Booklet const*> wanted_booklets(std::vector<model::Booklet> const& all, std::string const& only,
                                                   Order const& order) {
  std::vector<model::Booklet const*> wanted;
  for (auto const& booklet : all) {
    auto const& slug = booklet.publication.slug;
    bool const made =
        only.empty() || only == only_print || only == slug || (only == only_site && !find(order.standing, slug));
    if (made) wanted.push_back(&booklet);
  }
  return wanted;
}

/// What pages say of the booklets: of those just printed, and of those that stand.
std::vector<model::PrintedBooklet> offered(std::vector<model::Booklet> const& all, Printed const& printed,
                                           Order const& order) {
  std::vector<model::PrintedBooklet> booklets;
  for (auto const& booklet : all) {
    auto const& slug = booklet.publication.slug;
    auto const* made = find(printed.booklets, slug);
    if (auto const* known = made ? made : find(order.standing, slug)) booklets.push_back(*known);
  }
  return booklets;
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

model::Site load(Inputs const& inputs, Settings const& settings, Produced& produced, Run& run) {
  auto site = run.step({"内容を読む", "load"}, [&] {
    return loading::load(inputs.content, settings.today, settings.jobs, run.sources, run.diagnostics);
  });
  produced.next_change = loading::next_change(site, settings.today);
  loading::select(site, settings.today, run.diagnostics);
  site.words = loading::load_words(inputs.templates, site.language, run.sources, run.diagnostics);
  return site;
}

/// The booklets that are wanted, printed; their mistakes only, when the content has some.
Printed print(std::vector<model::Booklet const*> const& wanted, model::Site const& site, model::PrintStyle const& style,
              Settings const& settings, Painting painting, Run& run) {
  // Mistakes of the content do not keep those of the print and of the templates from being found; but nothing is made.
  if (run.diagnostics.has_errors()) painting = Painting::left_out;
  return run.step({"冊子を組む", "print"}, [&] { return print_all(wanted, {site, style, settings, painting}, run); });
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
    if (needed.width >= image.info.width && double(image.bytes.size()) < pixels * generous_bytes_a_pixel) continue;
    warn(image, needed, {sources.add(image.path, ""), 0}, diagnostics);
  }
}

std::string pdf_path(std::string const& slug) { return "pdf/" + slug + ".pdf"; }

Produced produce(Inputs const& inputs, Settings const& settings, Order const& order, Run& run) {
  auto& diagnostics = run.diagnostics;
  Produced produced;
  auto const site = load(inputs, settings, produced, run);
  if (!diagnostics.has_errors()) require_part(settings.only, site);
  base::Diagnostics of_style;
  auto const style = loading::load_print_style(inputs.templates, "standard", run.sources, of_style);
  bool const can_print = !of_style.has_errors();
  diagnostics.merge(of_style);
  auto const documents = run.step({"一覧と表を組み立てる", "compose"},
                                  [&] { return views::compose(site, style, diagnostics, settings.jobs); });
  auto const wanted = wanted_booklets(documents.booklets, settings.only, order);
  auto printed = !can_print ? Printed() : print(wanted, site, style, settings, order.painting, run);
  produced.work = printed.work;
  if (diagnostics.has_errors()) {
    html::check(site.words, inputs.templates, inputs.assets, run.sources, diagnostics);
    return produced;
  }
  produced.booklets = offered(documents.booklets, printed, order);
  if (settings.only.empty() || settings.only == only_site) {
    produced.files = run.step({"ページを作る", "render"}, [&] {
      return html::render(site, documents, produced.booklets, inputs.templates, inputs.assets, settings.jobs,
                          run.sources, diagnostics);
    });
    produced.pages = produced.work.rendered = documents.pages.size();
  }
  // How large print needs a picture is known when all is printed.
  if (settings.only.empty()) warn_of_large_pictures(site, produced.files, printed.pictures, run.sources, diagnostics);
  std::move(printed.files.begin(), printed.files.end(), std::back_inserter(produced.files));
  return produced;
}

Produced check(Settings const& settings, Run& run) {
  return produce(Inputs(settings.folders), settings, {Painting::left_out, {}}, run);
}

}  // namespace tebiki::commands
