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

namespace tebiki::commands {

/// Whether booklets are painted, or only laid out, which finds all their mistakes.
enum class Painting { done, left_out };

/// How much a command made: what a test of an unchanged build asks for.
struct Work {
  std::size_t rendered = 0;  ///< pages
  std::size_t laid_out = 0;  ///< booklets
  std::size_t painted = 0;   ///< booklets

  friend bool operator==(Work const&, Work const&) = default;
};

/// Pixels that each picture needs in print, by its path.
using PrintedSizes = std::map<std::string, base::PixelSize>;

/// What a content folder becomes.
struct Produced {
  std::vector<model::OutputFile> files;         ///< everything that was made for `output/`, not written yet
  std::vector<model::PrintedBooklet> booklets;  ///< that the pages offer: those made and those that stand already
  std::size_t pages = 0;  ///< of the content: neither forwarding pages nor that of a wrong address
  Work work;
  PrintedSizes pictures;
  std::optional<loading::DatedChange> next_change;
};

/// What is wanted of the steps.
struct Order {
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
Produced produce(Inputs const& inputs, Settings const& settings, Order const& order, Run& run);

/// All mistakes that a build would find; nothing is made.
Produced check(Settings const& settings, Run& run);

/// Warns of published pictures of more than 300 KB that could be smaller without looking worse: people on phones wait
/// and pay for them. Says how many pixels their places, on the screen and in print, need.
void warn_of_large_pictures(model::Site const& site, std::vector<model::OutputFile> const& published,
                            PrintedSizes const& printed, base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::commands
