#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "importing/import.hpp"
#include "loading/load.hpp"
#include "model/documents.hpp"
#include "model/list.hpp"
#include "model/site.hpp"
#include "model/typed_values.hpp"
#include "publishing/publish.hpp"

/// The commands, and what they are told: settings, and the folders that a build reads.
namespace tebiki::commands {

/// Where things stand; by default folders of the current directory.
struct Folders {
  std::filesystem::path content = "content";
  std::filesystem::path templates = "templates";
  std::filesystem::path assets = "assets";
  std::filesystem::path output = "output";
};

struct Settings {
  Folders folders;
  model::Date today;  ///< the only clock: everything dated follows it
  unsigned jobs = 1;
  /// What is made: `site`, `print` or the slug of a publication, whose PDF it is; everything where it is empty.
  std::string only;
  std::string program;  ///< `program_identity`; another one makes everything anew
};

/// What one run of a command gathers on its way: texts read, mistakes found, time spent.
/// Commands fill it; only `main` prints it.
struct Run {
  base::Sources sources;
  base::Diagnostics diagnostics;
  std::function<void(base::Message const&)> progress = [](base::Message const&) {};
  std::vector<std::pair<base::Message, double>> timings;  ///< seconds by step

  /// Takes over what a step found, but for errors at a place that an earlier step found wrong, or around it: they may
  /// only follow from that.
  void add(base::Diagnostics& found);

  /// Announces a step, does it, and notes how long it took.
  template <class Step>
  auto step(base::Message name, Step&& body) {
    progress(name);
    auto begin = std::chrono::steady_clock::now();
    auto result = body();
    timings.emplace_back(std::move(name),
                         std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    return result;
  }
};

/// The defaults, but the templates and assets that were installed with the program (`../share/tebiki` beside its own
/// folder) where the current directory has none.
Folders default_folders(std::filesystem::path const& program);

/// A folder that a build reads. It remembers the digest of every file that was read, so that the build's key is made of
/// what the build saw, whatever happens to the folder meanwhile.
class InputFolder : public base::FileTree {
 public:
  /// Throws Failure when there is no such folder; `option` is what names another one on the command line.
  InputFolder(std::filesystem::path const& root, std::string_view option);
  /// Listed once.
  std::vector<base::TreeEntry> entries() const override;
  std::optional<std::string> read(std::string_view path) const override;
  /// Of the names, kinds and bytes of everything in the folder, or below some folders of it (`print/`). Reads what was
  /// not read before, on `jobs` threads.
  std::string digest(unsigned jobs, std::vector<std::string_view> const& below = {""}) const;

 private:
  base::DiskTree tree_;
  mutable std::mutex mutex_;
  mutable std::optional<std::vector<base::TreeEntry>> entries_;
  mutable std::unordered_map<std::string, std::string> digests_;
};

/// What a build reads.
struct Inputs {
  explicit Inputs(Folders const& folders)
      : content(folders.content, "--content"),
        templates(folders.templates, "--templates"),
        assets(folders.assets, "--assets") {}
  InputFolder content, templates, assets;
};

/// Tell whether the output would be the same: made of the inputs as they were read last, the day, the program and the
/// installed fonts of the print style. Not of the number of threads, which changes nothing, nor of where the folders
/// stand.
struct BuildKeys {
  std::string whole;
  std::string print;  ///< of the booklets: templates and assets of pages are no part of it
};
BuildKeys build_keys(Inputs const& inputs, Settings const& settings);

/// Which program and which libraries are running: their paths, sizes and times, and those of the files given besides.
std::string identity_of(std::vector<std::string> const& files);
/// The same of all that this process has mapped to run.
std::string program_identity();

// ---- build and check ----

/// Whether booklets are painted, or only laid out, which finds all their mistakes.
enum class Painting { done, left_out };

/// How much a command made: what a test of an unchanged build asks for.
struct StepCounts {
  std::size_t rendered = 0;  ///< pages
  std::size_t laid_out = 0;  ///< booklets
  std::size_t painted = 0;   ///< booklets

  friend bool operator==(StepCounts const&, StepCounts const&) = default;
};

/// Pixels that each picture needs in print, by its path.
using PrintedSizes = std::map<std::string, base::PixelSize>;

/// What a content folder becomes.
struct Produced {
  std::vector<model::OutputFile> files;         ///< everything that was made for `output/`, not written yet
  std::vector<model::PrintedBooklet> booklets;  ///< that the pages offer: those made and those that stand already
  std::size_t pages = 0;  ///< of the content: neither forwarding pages nor that of a wrong address
  StepCounts counts;
  PrintedSizes pictures;
  std::optional<loading::DatedChange> next_change;
  std::vector<std::string> withheld;  ///< names of what is outside its publishing period today
};

/// The site as it is shown today, with its words; the content is read. Notes in `produced` what is not shown, and when
/// that changes. Mistakes are in `run.diagnostics`.
model::Site load_site(Inputs const& inputs, Settings const& settings, Produced& produced, Run& run);

/// What is wanted of the steps.
struct StepsRequest {
  Painting painting = Painting::done;
  /// Booklets whose PDFs stand in the output as an earlier build made them: `only` the site needs not make them again.
  std::vector<model::PrintedBooklet> standing;
  /// Where those that stand are all that there are, printed from the same: then nothing is printed.
  std::optional<PrintedSizes> printed = {};
};

/// What may be made alone, beside each publication.
constexpr std::string_view only_site = "site", only_print = "print";
/// Throws Failure where it is none of those.
void require_part(std::string const& only, model::Site const& site);

/// Takes the content through the steps: load → select → compose → lay out → paint, and compose → render, as far as
/// `settings.only` asks for them. Finds the mistakes of each in one run: they are in `run.diagnostics`.
/// With any error, or where painting is left out, the files are not to be published.
/// Throws Failure where `settings.only` names nothing that there is.
Produced produce(Inputs const& inputs, Settings const& settings, StepsRequest const& request, Run& run);

/// All mistakes that a build would find; nothing is made.
Produced check(Settings const& settings, Run& run);

/// Warns of published pictures of more than 300 KB that could be smaller without looking worse: people on phones wait
/// and pay for them. Says how many pixels their places, on the screen and in print, need.
void warn_of_large_pictures(model::Site const& site, std::vector<model::OutputFile> const& published,
                            PrintedSizes const& printed, base::Sources& sources, base::Diagnostics& diagnostics);

struct Built {
  std::size_t pages = 0;     ///< of the whole output where nothing had to be made, otherwise those made
  std::size_t booklets = 0;  ///< likewise
  StepCounts counts;         ///< nothing, where the output was known to be right
  publishing::Published published;
};

/// content → output. Nothing is published, and nothing returned, when there is any error.
/// Where the inputs and the output are those of the last build, nothing is made: its warnings are told again.
/// With `settings.only`, what is not made stays in the output as it is.
std::optional<Built> build(Settings const& settings, Run& run);

/// What was noted when all booklets were printed from one state of the inputs.
struct PrintRecord {
  std::string key;                            ///< `BuildKeys::print`; empty where they were printed from several states
  std::vector<publishing::FileDigest> files;  ///< the PDFs
  PrintedSizes pictures;
};

/// What a build notes of itself, so that the next one knows what it need not do again.
struct BuildRecord {
  std::string key;  ///< `BuildKeys::whole` of what the whole output was made of; empty after a build of a part
  std::size_t pages = 0;
  std::vector<model::PrintedBooklet> booklets;  ///< those whose PDFs stand in the output
  std::vector<publishing::FileDigest> files;    ///< of the output, by path
  std::vector<base::Diagnostic> warnings;       ///< by place; told again by a build that has nothing to do
  PrintRecord print;
  std::vector<std::pair<std::string, std::string>> sources;  ///< path and text of the files that warnings point into

  /// Makes the warnings point into the sources of this run.
  void move_warnings(base::Sources& into);
};

/// Makes warnings that point into the sources of a run point into those of the record.
std::vector<base::Diagnostic> noted(std::vector<base::Diagnostic> warnings, base::Sources const& sources,
                                    BuildRecord& record);

/// One line for each thing, its parts separated by tabs.
std::string written(BuildRecord const& record);
/// Nothing where the text is not one that this version wrote.
std::optional<BuildRecord> read_build_record(std::string const& text);

// ---- import ----

enum class Writing { real, dry };

struct ImportRequest {
  std::string source;  ///< the name of an importer
  std::vector<std::filesystem::path> files;
  std::string list;          ///< slug of the list to fill
  std::string municipality;  ///< 団体コード, five or six digits
  Writing writing = Writing::real;
};

/// What an import did, and how it is told.
struct ImportOutcome {
  importing::Imported imported;
  base::Message report;
};

/// Outside data → `content/lists/<list>/<source>.json`, a file of its own: entries made by hand stay where they are.
/// What the source said is kept beside it, in `.import/<source>.json`, so that the next import can tell what staff
/// changed since. The list is written first: a run that is killed between the two leaves a list in which the next
/// import finds staff's values as they are, and the source's taken already.
/// Doubts are warnings in `run.diagnostics`. With an error nothing is written and nothing returned.
std::optional<ImportOutcome> import(ImportRequest const& request, Settings const& settings, Run& run);

/// What an import must know of the list that it fills.
struct ListAround {
  std::optional<model::Schema> schema;       ///< nothing when it cannot be read
  std::vector<importing::Listed> elsewhere;  ///< the records of the files that are not the import's own
  std::vector<model::Area> areas;            ///< of the site
};

/// Reads a list without `own_path`, and the areas of the site. Each record comes with its file and line. Those whose
/// time is over or to come are among them. Mistakes in those files are not told here; what could be read is returned.
/// Positions in the schema are those of `sources`.
ListAround list_around(base::FileTree const& content, std::string const& list, std::string const& own_path,
                       model::Date today, base::Sources& sources);

}  // namespace tebiki::commands
