#include "commands/build.hpp"

#include <algorithm>

namespace tebiki::commands {

std::optional<Built> build(Settings const& settings, Run& run) {
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
