#include "commands/build.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "support/failure.hpp"
#include "support/files.hpp"

namespace tebiki::commands {

namespace {

/// An output that is read again as input would grow with every build and bring back what was withdrawn.
void refuse_output_among_inputs(Folders const& folders) {
  for (auto* input : {&folders.content, &folders.templates, &folders.assets}) {
    std::error_code failed;
    auto output = std::filesystem::weakly_canonical(folders.output, failed);
    auto folder = std::filesystem::weakly_canonical(*input, failed);
    if (output != folder && !support::lies_inside(output, folder)) continue;
    throw support::Failure({fmt::format("出力先「{}」は、「{}」の中にあります。--output で別の場所を指定してください。",
                                        folders.output.string(), input->string()),
                            fmt::format("the output {} lies inside {}; name another place with --output",
                                        folders.output.string(), input->string())});
  }
}

}  // namespace

std::optional<Built> build(Settings const& settings, Run& run) {
  refuse_output_among_inputs(settings.folders);
  auto files = produce(settings, run);
  if (run.diagnostics.has_errors()) return std::nullopt;
  Built built;
  auto count = [&](std::string_view ending) {
    return std::size_t(
        std::count_if(files.begin(), files.end(), [&](auto& file) { return file.path.ends_with(ending); }));
  };
  built.pages = count(".html");
  built.booklets = count(".pdf");
  built.published = run.step({"公開する", "publish"},
                             [&] { return publishing::publish(files, settings.folders.output, settings.jobs); });
  return built;
}

}  // namespace tebiki::commands
