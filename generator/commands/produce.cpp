#include <algorithm>
#include <iterator>

#include "base/parallel.hpp"
#include "commands/build.hpp"
#include "commands/large_pictures.hpp"
#include "html/check.hpp"
#include "html/render.hpp"
#include "loading/load.hpp"
#include "pdf/print.hpp"
#include "views/compose.hpp"

namespace tebiki::commands {
namespace {

struct Printed {
  std::vector<model::OutputFile> files;
  std::vector<model::PrintedBooklet> booklets;
  PrintedSizes pictures;
};

void add(PrintedSizes& all, PrintedSizes const& some) {
  for (auto const& [path, size] : some) {
    auto& largest = all[path];
    largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
  }
}

/// How booklets are printed.
struct Press {
  model::Site const& site;
  model::PrintStyle const& style;
  Settings const& settings;
  Painting painting;
};

/// Lays out every booklet, several at once when there are several, and paints them unless that is left out.
Printed print_all(std::vector<model::Booklet> const& booklets, Press const& press, Run& run) {
  Printed printed;
  if (booklets.empty()) return printed;
  printed.files.resize(booklets.size());
  printed.booklets.resize(booklets.size());
  pdf::Fonts fonts(press.style, *pdf::installed_fonts());
  // Threads are shared out: booklets side by side, and within each what is left.
  auto jobs = press.settings.jobs;
  auto side_by_side = std::min<std::size_t>(jobs, booklets.size());
  auto within = unsigned(std::max<std::size_t>(1, jobs / side_by_side));
  pdf::PrintJob job{press.settings.today, within};
  std::vector<PrintedSizes> pictures(booklets.size());
  pdf::Unprintable unprintable;
  base::parallel_for(booklets.size(), unsigned(side_by_side), [&](std::size_t i) {
    auto& booklet = booklets[i];
    auto frames = pdf::lay_out(booklet, press.site, press.style, fonts, within, unprintable, run.diagnostics);
    auto& slug = booklet.publication.slug;
    auto& file = printed.files[i] = {"pdf/" + slug + ".pdf", {}};
    if (press.painting == Painting::done) file.bytes = pdf::paint(frames, booklet, press.site, fonts, job);
    printed.booklets[i] = {slug, file.path, frames.pages.size(), file.bytes.size()};
    pictures[i] = pdf::printed_sizes(frames);
  });
  for (auto const& sizes : pictures) add(printed.pictures, sizes);
  unprintable.report(run.sources, run.diagnostics);
  return printed;
}

}  // namespace

Produced produce(Settings const& settings, Painting painting, Run& run) {
  auto& folders = settings.folders;
  auto& [sources, diagnostics, progress, timings] = run;
  base::DiskTree content(folders.content), templates(folders.templates), assets(folders.assets);

  auto site = run.step({"内容を読む", "load"},
                       [&] { return loading::load(content, settings.today, settings.jobs, sources, diagnostics); });
  Produced produced;
  produced.next_change = loading::next_change(site, settings.today);
  loading::select(site, settings.today, diagnostics);
  auto documents = run.step({"一覧と表を組み立てる", "compose"}, [&] { return views::compose(site, diagnostics); });
  base::Diagnostics of_style;
  auto style = loading::load_print_style(templates, "standard", sources, of_style);
  bool can_print = !of_style.has_errors();
  diagnostics.merge(of_style);
  // Mistakes of the content do not keep those of the print and of the templates from being found; but nothing is made.
  if (diagnostics.has_errors()) painting = Painting::left_out;
  auto printed = run.step({"冊子を組む", "print"}, [&] {
    return can_print ? print_all(documents.booklets, {site, style, settings, painting}, run) : Printed();
  });
  if (diagnostics.has_errors()) {
    html::check(templates, assets, sources, diagnostics);
    return produced;
  }
  produced.files = run.step({"ページを作る", "render"}, [&] {
    return html::render(site, documents.pages, printed.booklets, templates, assets, settings.jobs, sources,
                        diagnostics);
  });
  produced.pages = documents.pages.size();
  produced.booklets = printed.files.size();
  warn_of_large_pictures(site, produced.files, printed.pictures, sources, diagnostics);
  std::move(printed.files.begin(), printed.files.end(), std::back_inserter(produced.files));
  return produced;
}

}  // namespace tebiki::commands
