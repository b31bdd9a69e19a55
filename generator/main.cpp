// argv → command. The only place that prints, and that decides the exit code.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <thread>

#include "commands/build.hpp"
#include "commands/import.hpp"
#include "support/failure.hpp"
#include "support/report.hpp"

namespace {

using namespace tebiki;
using support::Language;
using support::Words;

enum class ExitCode { fine = 0, mistakes = 1, usage = 2 };
enum class Format { text, json, github };

/// Japanese where nothing is said, and where the locale says nothing of a language (C, POSIX).
Language language_of_environment() {
  for (auto name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    auto* value = std::getenv(name);
    if (!value || !*value) continue;
    std::string_view locale = value;
    bool silent = locale.starts_with("ja") || locale == "C" || locale.starts_with("C.") || locale == "POSIX";
    return silent ? Language::ja : Language::en;
  }
  return Language::ja;
}

/// Today in Asia/Tokyo, which has no summer time: nine hours ahead of UTC, whatever the machine's zone.
model::Date today_in_tokyo() {
  using namespace std::chrono;
  year_month_day day{floor<days>(system_clock::now() + hours(9))};
  return {int(day.year()), int(unsigned(day.month())), int(unsigned(day.day()))};
}

/// What the command line says, before any command runs.
struct Arguments {
  commands::Settings settings;
  commands::ImportRequest import;
  std::string today;
  std::string lang;
  Format format = Format::text;
  bool timings = false;
  bool dry_run = false;
};

void print_progress(commands::Run& run, Language language) {
  if (!isatty(STDERR_FILENO)) return;
  run.progress = [language](Words const& step) { fmt::print(stderr, "\r\033[K{}…", step.in(language)); };
}

void clear_progress() {
  if (isatty(STDERR_FILENO)) fmt::print(stderr, "\r\033[K");
}

void print_diagnostics(commands::Run const& run, Arguments const& arguments, Format format, Language language) {
  auto found = run.diagnostics.sorted(run.sources);
  switch (format) {
    case Format::text:
      std::cerr << support::text_report(found, run.sources, language);
      break;
    case Format::json:
      std::cout << support::json_report(found, run.sources, language);
      break;
    case Format::github:
      std::cout << support::github_report(found, run.sources, language,
                                          arguments.settings.folders.content.lexically_normal().generic_string() + "/");
      break;
  }
  if (format != Format::text || found.empty()) return;
  auto errors =
      std::count_if(found.begin(), found.end(), [](auto& d) { return d.severity == support::Severity::error; });
  Words summary{fmt::format("誤り {} 件、注意 {} 件\n", errors, found.size() - errors),
                fmt::format("{} error(s), {} warning(s)\n", errors, found.size() - errors)};
  std::cerr << "\n" << summary.in(language);
}

void print_timings(commands::Run const& run, Language language) {
  for (auto& [step, seconds] : run.timings) fmt::print(stderr, "{:>8.3f} s  {}\n", seconds, step.in(language));
}

ExitCode exit_code(commands::Run const& run) {
  return run.diagnostics.has_errors() ? ExitCode::mistakes : ExitCode::fine;
}

ExitCode build(Arguments const& arguments, commands::Run& run, Language language) {
  auto built = commands::build(arguments.settings, run);
  clear_progress();
  print_diagnostics(run, arguments, Format::text, language);
  if (arguments.timings) print_timings(run, language);
  if (!built) {
    std::cerr << Words{"誤りがあるため、何も公開していません。前の output はそのままです。\n",
                       "Nothing was published because of the errors; the old output is untouched.\n"}
                     .in(language);
    return ExitCode::mistakes;
  }
  auto& published = built->published;
  auto output = arguments.settings.folders.output.string();
  std::cout << Words{fmt::format("{}/ に公開しました: ページ {}、冊子 {}（書き込み {}、変更なし {}、削除 {}）\n",
                                 output, built->pages, built->booklets, published.written, published.unchanged,
                                 published.removed),
                     fmt::format("published to {}/: {} pages, {} booklets ({} written, {} unchanged, {} removed)\n",
                                 output, built->pages, built->booklets, published.written, published.unchanged,
                                 published.removed)}
                   .in(language);
  return exit_code(run);
}

ExitCode check(Arguments const& arguments, commands::Run& run, Language language) {
  commands::produce(arguments.settings, run);
  clear_progress();
  print_diagnostics(run, arguments, arguments.format, language);
  if (arguments.timings) print_timings(run, language);
  if (arguments.format == Format::text && run.diagnostics.size() == 0) {
    std::cout << Words{"誤りはありません。\n", "No mistakes found.\n"}.in(language);
  }
  return exit_code(run);
}

ExitCode import(Arguments const& arguments, commands::Run& run, Language language) {
  auto imported = commands::import(arguments.import, arguments.settings, run);
  clear_progress();
  print_diagnostics(run, arguments, Format::text, language);
  if (!imported) return ExitCode::mistakes;
  std::cout << importing::summary(*imported).in(language);
  return exit_code(run);
}

void add_folders(CLI::App& command, Arguments& arguments) {
  auto& folders = arguments.settings.folders;
  command.add_option("--content", folders.content, "内容のフォルダー / content folder")->capture_default_str();
  command.add_option("--templates", folders.templates, "ひな形のフォルダー / template folder")->capture_default_str();
  command.add_option("--assets", folders.assets, "CSS などのフォルダー / folder of style sheets and scripts")
      ->capture_default_str();
  command.add_option("--today", arguments.today, "今日とみなす日 YYYY-MM-DD / the day to be taken as today");
  command.add_option("--jobs", arguments.settings.jobs, "同時に使うスレッドの数 / threads to use")
      ->check(CLI::Range(1, 256));
  command.add_flag("--timings", arguments.timings, "段階ごとの時間を示す / print the time of each step");
}

CLI::App& add_command(CLI::App& program, Arguments& arguments, char const* name, char const* purpose) {
  auto& command = *program.add_subcommand(name, purpose);
  command.add_option("--lang", arguments.lang, "メッセージの言語 / language of messages")
      ->check(CLI::IsMember({"ja", "en"}).description(""))
      ->type_name("ja|en");
  return command;
}

struct Command {
  CLI::App* app;
  ExitCode (*run)(Arguments const&, commands::Run&, Language);
};

std::vector<Command> describe(CLI::App& program, Arguments& arguments) {
  auto& build_command = add_command(program, arguments, "build", "内容からサイトと冊子を作る / content → output");
  add_folders(build_command, arguments);
  build_command.add_option("--output", arguments.settings.folders.output, "公開先のフォルダー / output folder")
      ->capture_default_str();

  auto& check_command =
      add_command(program, arguments, "check", "何も書かずに誤りをすべて示す / report every mistake, write nothing");
  add_folders(check_command, arguments);
  std::map<std::string, Format> formats{{"text", Format::text}, {"json", Format::json}, {"github", Format::github}};
  check_command.add_option("--format", arguments.format, "示し方 / how to report: text json github")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("text|json|github");

  auto& import_command =
      add_command(program, arguments, "import", "公的なデータを一覧に取り込む / outside data → a list");
  auto& request = arguments.import;
  import_command.add_option("source", request.source, "出どころ / source")
      ->required()
      ->check(CLI::IsMember({"mhlw-care"}));
  import_command.add_option("files", request.files, "CSV ファイル / files")->required();
  import_command.add_option("--list", request.list, "取り込む一覧 / list to fill")->required();
  import_command.add_option("--municipality", request.municipality, "団体コード（例 142034）/ municipality code")
      ->required();
  import_command.add_option("--content", arguments.settings.folders.content, "内容のフォルダー / content folder")
      ->capture_default_str();
  import_command.add_flag("--dry-run", arguments.dry_run, "書き込まずに結果だけを示す / report only");
  return {{&build_command, build}, {&check_command, check}, {&import_command, import}};
}

/// Turns what was typed into settings; a date that is none is a usage error.
void settle(Arguments& arguments) {
  auto& settings = arguments.settings;
  settings.today = today_in_tokyo();
  if (!arguments.today.empty()) {
    auto day = model::parse_date(arguments.today);
    if (!day)
      throw CLI::ValidationError("--today", "YYYY-MM-DD の形の日付ではありません / not a date: " + arguments.today);
    settings.today = *day;
  }
  if (arguments.dry_run) arguments.import.writing = commands::Writing::dry;
}

ExitCode run_command(Command const& command, Arguments const& arguments, Language language) {
  commands::Run run;
  print_progress(run, language);
  try {
    return command.run(arguments, run, language);
  } catch (support::Failure const& failure) {
    clear_progress();
    print_diagnostics(run, arguments, arguments.format, language);
    std::cerr << Words{"失敗: ", "failure: "}.in(language) << failure.words().in(language) << "\n";
  } catch (std::exception const& failure) {
    // Nothing of ours throws this; the machine may (memory). What was found so far is worth telling all the same.
    clear_progress();
    print_diagnostics(run, arguments, arguments.format, language);
    std::cerr << Words{"失敗: ", "failure: "}.in(language) << failure.what() << "\n";
  }
  return ExitCode::mistakes;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program{
      "tebiki（手引き）: 一つの内容から、サイトと冊子とオープンデータを / one content folder → site, booklets, open "
      "data"};
  program.set_version_flag("--version", std::string("tebiki ") + TEBIKI_VERSION);
  program.require_subcommand(1);
  Arguments arguments;
  std::error_code failed;
  arguments.settings.folders = commands::default_folders(std::filesystem::read_symlink("/proc/self/exe", failed));
  arguments.settings.jobs = std::max(1u, std::thread::hardware_concurrency());
  auto described = describe(program, arguments);
  try {
    program.parse(argc, argv);
    settle(arguments);
  } catch (CLI::ParseError const& error) {
    return program.exit(error) == 0 ? 0 : int(ExitCode::usage);
  }
  auto language = arguments.lang == "en"   ? Language::en
                  : arguments.lang == "ja" ? Language::ja
                                           : language_of_environment();
  for (auto& command : described) {
    if (command.app->parsed()) return int(run_command(command, arguments, language));
  }
  return int(ExitCode::usage);
}
