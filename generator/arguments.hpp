#pragma once
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "commands/commands.hpp"

namespace tebiki {

enum class Command { build, check, import };
enum class Format { text, json, github };
enum class Timings { silent, printed };

/// What the command line asks for.
struct Arguments {
  Command command = Command::build;
  commands::Settings settings;
  commands::ImportRequest import;
  std::optional<base::Language> language;  ///< as asked for; otherwise the environment's
  Format format = Format::text;
  Timings timings = Timings::silent;
};

/// Words to print instead of doing anything: help, the version, or what is wrong with the command line.
struct Answer {
  std::string text;
  bool wrong_usage = false;
};

/// What was typed: either is there, never both.
struct Typed {
  std::optional<Arguments> arguments;
  Answer answer;
};

/// Takes the command line apart. `defaults` holds what is meant where nothing is said: folders, today, threads.
/// What is wrong with it is told in the language of `--lang`, otherwise in that of the `environment`.
Typed read_command_line(int argc, char const* const* argv, commands::Settings const& defaults,
                        base::Language environment);

}  // namespace tebiki
