#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "commands/inputs.hpp"
#include "loading/load.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"
#include "publishing/publish.hpp"

namespace tebiki::commands {

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
};

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

}  // namespace tebiki::commands
