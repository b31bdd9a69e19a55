#include "commands/commands.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>

#include "base/diagnostics.hpp"
#include "base/parallel.hpp"
#include "exporting/exporting.hpp"
#include "html/render.hpp"
#include "loading/load.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/print.hpp"
#include "pdf/text/items.hpp"
#include "views/compose.hpp"

namespace tebiki::commands {

namespace {

struct Printed {
  std::vector<model::OutputFile> files;
  std::vector<model::PrintedBooklet> booklets;
  PrintedSizes pictures;
  StepCounts counts;
};

void add(PrintedSizes& all, PrintedSizes const& some) {
  for (auto const& [path, size] : some) {
    auto& largest = all[path];
    largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
  }
}

/// A booklet with the site, whole or of an area, that it was composed of.
struct Printable {
  model::Booklet const& booklet;
  model::Site const& site;

  std::string name() const { return booklet.publication.pdf_name(); }
};

/// The fonts of print, opened when somebody asks for them: a site without booklets and drawings needs none.
class PrintFonts : public model::TextMeasure {
 public:
  explicit PrintFonts(model::PrintStyle const& style) : style_(style) {}

  pdf::Fonts const& fonts() const {
    std::call_once(opened_, [&] {
      fonts_.emplace(style_, *pdf::installed_fonts());
      measure_ = pdf::text_measure(*fonts_);
    });
    return *fonts_;
  }
  double width(std::string_view text, model::MeasuredFont font) const override {
    fonts();
    return measure_->width(text, font);
  }
  std::vector<std::string> lines(std::string_view text, model::MeasuredFont font, double width) const override {
    fonts();
    return measure_->lines(text, font, width);
  }

 private:
  model::PrintStyle const& style_;
  mutable std::once_flag opened_;
  mutable std::optional<pdf::Fonts> fonts_;
  mutable std::unique_ptr<model::TextMeasure> measure_;
};

/// What booklets are printed from.
struct PrintInputs {
  model::PrintStyle const& style;
  PrintFonts const& fonts;
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
Printed print_all(std::vector<Printable> const& booklets, PrintInputs const& given, Run& run) {
  Printed printed;
  if (booklets.empty()) return printed;
  printed.files.resize(booklets.size());
  printed.booklets.resize(booklets.size());
  auto const& fonts = given.fonts.fonts();
  auto const jobs = given.settings.jobs;
  pdf::FormFont const form_font(fonts);
  pdf::PrintJob job{given.settings.today, jobs, &form_font};
  std::vector<PrintedSizes> pictures(booklets.size());
  pdf::Unprintable unprintable;
  base::Diagnostics mistakes;
  base::parallel_for(booklets.size(), jobs, [&](std::size_t i) {
    auto const& [booklet, site] = booklets[i];
    auto frames = pdf::lay_out(booklet, site, given.style, fonts, jobs, unprintable, mistakes);
    auto& file = printed.files[i] = {booklet.publication.pdf_path(), {}};
    if (given.painting == Painting::done) file.bytes = pdf::paint(frames, booklet, site, fonts, job);
    printed.booklets[i] = {booklets[i].name(), file.path, frames.pages.size(), file.bytes.size(),
                           first_pages(booklet, frames)};
    pictures[i] = pdf::printed_sizes(frames);
  });
  for (auto const& sizes : pictures) add(printed.pictures, sizes);
  unprintable.report(run.sources, mistakes);
  run.diagnostics.merge(mistakes);
  printed.counts.laid_out = booklets.size();
  if (given.painting == Painting::done) printed.counts.painted = booklets.size();
  return printed;
}

model::PrintedBooklet const* find(std::vector<model::PrintedBooklet> const& booklets, std::string const& name) {
  auto const found =
      std::find_if(booklets.begin(), booklets.end(), [&](auto const& booklet) { return booklet.name == name; });
  return found == booklets.end() ? nullptr : &*found;
}

/// All booklets: those of the whole site, and of its areas those that have one of their own.
std::vector<Printable> printables(std::vector<model::ComposedSite> const& sites) {
  std::vector<Printable> all;
  for (auto const& [site, documents] : sites) {
    for (auto const& booklet : documents.booklets) {
      if (site.area == booklet.publication.area) all.push_back({booklet, site});
    }
  }
  return all;
}

/// The booklets that are to be printed. The site needs those that do not stand yet: its pages tell their size.
std::vector<Printable> wanted_booklets(std::vector<Printable> const& all, std::string const& only,
                                       StepsRequest const& request) {
  std::vector<Printable> wanted;
  for (auto const& one : all) {
    auto const& booklet = one.booklet;
    bool const asked = only == booklet.publication.slug || (!only.empty() && only == booklet.collection);
    bool const made =
        only.empty() || only == only_print || asked || (only == only_site && !find(request.standing, one.name()));
    if (made) wanted.push_back(one);
  }
  return wanted;
}

/// What pages say of the booklets: of those just printed, and of those that stand.
std::vector<model::PrintedBooklet> offered(std::vector<Printable> const& all, Printed const& printed,
                                           StepsRequest const& request) {
  std::vector<model::PrintedBooklet> booklets;
  for (auto const& one : all) {
    auto const* made = find(printed.booklets, one.name());
    if (auto const* known = made ? made : find(request.standing, one.name())) booklets.push_back(*known);
  }
  return booklets;
}

/// The whole site, those of its areas and its translations; their documents are not made yet.
std::vector<model::ComposedSite> sites_of(model::Site site) {
  std::vector<model::ComposedSite> sites;
  auto translations = loading::take_translations(site);
  for (auto const& area : site.areas) sites.push_back({loading::select_area(site, area), {}});
  for (auto& translation : translations) {
    loading::fill_in_site_words(translation);
    sites.push_back({std::move(translation), {}});
  }
  loading::fill_in_site_words(site);
  sites.insert(sites.begin(), {std::move(site), {}});
  return sites;
}

/// What each site gives to machines, in the order of the sites; translations give nothing of their own.
using SiteExports = std::vector<exporting::Exports>;

/// Makes the documents of the sites and, if they are wanted, their exports. Neither needs the other: a thread each.
SiteExports compose(std::vector<model::ComposedSite>& sites, model::PrintStyle const& style, Settings const& settings,
                    model::TextMeasure const& measure, bool with_exports, Run& run) {
  return run.step({"一覧と表を組み立てる", "compose"}, [&] {
    SiteExports exports(sites.size());
    base::Diagnostics mistakes;
    base::parallel_for(with_exports ? 2 : 1, settings.jobs, [&](std::size_t task) {
      for (std::size_t i = 0; i < sites.size(); ++i) {
        auto& [site, documents] = sites[i];
        if (task == 0)
          documents = views::compose(site, style, mistakes, settings.jobs, measure);
        else if (site.translation.empty())
          exports[i] = exporting::exports_of(site, settings.jobs);
      }
    });
    run.add(mistakes);
    return exports;
  });
}

/// Files for machines. The documents of each site learn of theirs: its feeds, the page of open data, and what every
/// page says of itself to search engines.
std::vector<model::OutputFile> add_exports(std::vector<model::ComposedSite>& sites, SiteExports exports,
                                           Settings const& settings, Run& run) {
  return run.step({"データを書き出す", "export"}, [&] {
    std::vector<model::OutputFile> files;
    for (std::size_t i = 0; i < sites.size(); ++i) {
      auto& [site, documents] = sites[i];
      for (auto& file : exports[i].files) files.push_back({site.folder() + file.path, std::move(file.bytes)});
      auto& pages = documents.pages;
      if (auto page = views::open_data_page(site, exports[i].data)) pages.push_back(std::move(*page));
      documents.feeds = std::move(exports[i].feeds);
      documents.open_data = std::move(exports[i].data);
      base::parallel_for(pages.size(), settings.jobs, [&, &site = site](std::size_t page) {
        pages[page].structured_data = exporting::structured_data(site, pages[page]);
      });
    }
    auto addresses = exporting::addresses(sites);
    std::move(addresses.begin(), addresses.end(), std::back_inserter(files));
    return files;
  });
}

/// The booklets that are wanted, printed; their mistakes only, when the content has some.
Printed print(std::vector<Printable> const& wanted, PrintInputs given, Run& run) {
  // Mistakes of the content do not keep those of the print and of the templates from being found; but nothing is made.
  if (run.diagnostics.has_errors()) given.painting = Painting::left_out;
  return run.step({"冊子を組む", "print"}, [&] { return print_all(wanted, given, run); });
}

}  // namespace

Produced produce(Inputs const& inputs, Settings const& settings, StepsRequest const& request, Run& run) {
  auto& diagnostics = run.diagnostics;
  Produced produced;
  auto loaded = load_site(inputs, settings, produced, run);
  if (!diagnostics.has_errors()) require_part(settings.only, loaded);
  base::Diagnostics of_style;
  auto const style = loading::load_print_style(inputs.templates, "standard", run.sources, of_style);
  bool const can_print = !of_style.has_errors();
  diagnostics.merge(of_style);
  PrintFonts const fonts(style);
  model::EvenTextMeasure const without_fonts;
  auto const& measure = can_print ? static_cast<model::TextMeasure const&>(fonts) : without_fonts;
  bool const with_pages = settings.only.empty() || settings.only == only_site;
  auto sites = sites_of(std::move(loaded));
  auto exports = compose(sites, style, settings, measure, with_pages && !diagnostics.has_errors(), run);
  auto const& site = sites.front().site;
  auto const booklets = printables(sites);
  auto const wanted = wanted_booklets(booklets, settings.only, request);
  Printed printed;
  if (can_print && request.printed)
    printed.pictures = *request.printed;
  else if (can_print)
    printed = print(wanted, {style, fonts, settings, request.painting}, run);
  produced.counts = printed.counts;
  if (diagnostics.has_errors()) {
    html::check(site.words, inputs.templates, inputs.assets, run.sources, diagnostics);
    return produced;
  }
  produced.booklets = offered(booklets, printed, request);
  if (with_pages) {
    auto exported = add_exports(sites, std::move(exports), settings, run);
    produced.files = run.step({"ページを作る", "render"}, [&] {
      return html::render(sites, produced.booklets, inputs.templates, inputs.assets, settings.jobs, run.sources,
                          diagnostics);
    });
    for (auto const& one : sites) produced.pages += one.documents.pages.size();
    std::move(exported.begin(), exported.end(), std::back_inserter(produced.files));
    produced.counts.rendered = produced.pages;
  }
  // How large print needs a picture is known when all is printed.
  if (settings.only.empty()) warn_of_large_pictures(site, produced.files, printed.pictures, run.sources, diagnostics);
  produced.pictures = std::move(printed.pictures);
  std::move(printed.files.begin(), printed.files.end(), std::back_inserter(produced.files));
  return produced;
}

Produced check(Settings const& settings, Run& run) {
  return produce(Inputs(settings.folders), settings, {Painting::left_out, {}}, run);
}

}  // namespace tebiki::commands
