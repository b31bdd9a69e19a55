#include "commands/build.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "base/files.hpp"

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

}  // namespace

std::optional<Built> build(Settings const& settings, Run& run) {
  refuse_output_among_inputs(settings.folders);
  auto const produced = produce(settings, Painting::done, run);
  if (run.diagnostics.has_errors()) return std::nullopt;
  auto published = run.step({"公開する", "publish"}, [&] {
    return publishing::publish(produced.files, settings.folders.output, settings.jobs);
  });
  return Built{produced.pages, produced.booklets, std::move(published)};
}

}  // namespace tebiki::commands
