// The only place that prints, and that decides the exit code.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <new>
#include <thread>

#include "arguments.hpp"
#include "base/diagnostics.hpp"
#include "commands/commands.hpp"

/// Read by jemalloc (its manual, "TUNING"), which the program is linked with: one arena, so that what one thread frees
/// another fills; memory of large pages, so that a build does not wait for the system a page at a time; and what is
/// free for a second goes back.
extern "C" char const* malloc_conf;
char const* malloc_conf = "narenas:1,dirty_decay_ms:1000,muzzy_decay_ms:0,thp:always";

namespace {

using namespace tebiki;
using base::Language;
using base::Message;

enum class ExitCode { fine = 0, mistakes = 1, usage = 2 };

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

/// What is meant where the command line says nothing.
commands::Settings default_settings() {
  std::error_code failed;
  return {commands::default_folders(std::filesystem::read_symlink("/proc/self/exe", failed)), today_in_tokyo(),
          std::max(1u, std::thread::hardware_concurrency()), "", commands::program_identity()};
}

void print_progress(commands::Run& run, Language language) {
  if (!isatty(STDERR_FILENO)) return;
  run.progress = [language](Message const& step) { fmt::print(stderr, "\r\033[K{}…", step.in(language)); };
}

void clear_progress() {
  if (isatty(STDERR_FILENO)) fmt::print(stderr, "\r\033[K");
}

void print_diagnostics(commands::Run const& run, Arguments const& arguments, Format format, Language language) {
  auto found = run.diagnostics.sorted(run.sources);
  switch (format) {
    case Format::text:
      std::cerr << base::text_report(found, run.sources, language);
      break;
    case Format::json:
      std::cout << base::json_report(found, run.sources, language);
      break;
    case Format::github:
      std::cout << base::github_report(found, run.sources, language,
                                       arguments.settings.folders.content.lexically_normal().generic_string() + "/");
      break;
  }
  if (format != Format::text || found.empty()) return;
  auto errors = std::count_if(found.begin(), found.end(), [](auto& d) { return d.severity == base::Severity::error; });
  Message summary{fmt::format("誤り {} 件、注意 {} 件\n", errors, found.size() - errors),
                  fmt::format("{} error(s), {} warning(s)\n", errors, found.size() - errors)};
  std::cerr << "\n" << summary.in(language);
}

/// What ended the run, also as one object among the others where a program reads them: no mistakes and no `[]`.
void print_failure(commands::Run& run, Arguments const& arguments, Message const& failure, Language language) {
  clear_progress();
  if (arguments.format != Format::text) run.diagnostics.error({}, "failure", failure, {});
  print_diagnostics(run, arguments, arguments.format, language);
  std::cerr << Message{"失敗: ", "failure: "}.in(language) << failure.in(language) << "\n";
}

void print_timings(commands::Run const& run, Language language) {
  for (auto& [step, seconds] : run.timings) fmt::print(stderr, "{:>8.3f} s  {}\n", seconds, step.in(language));
}

ExitCode exit_code(commands::Run const& run) {
  return run.diagnostics.has_errors() ? ExitCode::mistakes : ExitCode::fine;
}

/// After mistakes in a build: what stands, and where.
void print_untouched(std::filesystem::path const& output, Language language) {
  std::error_code failed;
  bool stands = std::filesystem::exists(output, failed);
  Message words{"誤りがあるため、何も公開していません。\n", "Nothing was published because of the errors.\n"};
  if (stands)
    words = {fmt::format("誤りがあるため、何も公開していません。前の「{}」はそのままです。\n", output.string()),
             fmt::format("Nothing was published because of the errors; the old “{}” is untouched.\n", output.string())};
  std::cerr << words.in(language);
}

ExitCode build(Arguments const& arguments, commands::Run& run, Language language) {
  auto built = commands::build(arguments.settings, run);
  clear_progress();
  print_diagnostics(run, arguments, Format::text, language);
  if (arguments.timings == Timings::printed) print_timings(run, language);
  if (!built) {
    print_untouched(arguments.settings.folders.output, language);
    return ExitCode::mistakes;
  }
  auto& published = built->published;
  auto output = arguments.settings.folders.output.string();
  std::cout << Message{fmt::format("{}/ に公開しました: ページ {}、冊子 {}（書き込み {}、変更なし {}、削除 {}）\n",
                                   output, built->pages, built->booklets, published.written, published.unchanged,
                                   published.removed),
                       fmt::format("published to {}/: {} pages, {} booklets ({} written, {} unchanged, {} removed)\n",
                                   output, built->pages, built->booklets, published.written, published.unchanged,
                                   published.removed)}
                   .in(language);
  return exit_code(run);
}

/// What happens on that day.
Message happening(loading::DatedChange::Kind kind) {
  using Kind = loading::DatedChange::Kind;
  switch (kind) {
    case Kind::appears:
      return {"の公開が始まります", "appears"};
    case Kind::disappears:
      return {"が公開されなくなります", "is withdrawn"};
    case Kind::closes:
      return {"の申込が終わっています", "can no longer be applied for"};
    case Kind::is_over:
      return {"が終わっています", "is over"};
  }
  return {};
}

/// The next day that changes the site by itself: it must be built again then.
void print_next_change(loading::DatedChange const& change, Language language) {
  auto const happens = happening(change.kind);
  std::cout << Message{fmt::format("次に表示が変わる日: {}（「{}」{}）\n", model::written_text(change.day), change.what,
                                   happens.ja),
                       fmt::format("next change: {} (“{}” {})\n", model::iso(change.day), change.what, happens.en)}
                   .in(language);
}

/// What a mistyped year hides is seen nowhere else.
void print_withheld(std::vector<std::string> const& names, Language language) {
  constexpr std::size_t shown = 3;
  if (names.empty()) return;
  std::string ja, en;
  for (std::size_t i = 0; i < std::min(names.size(), shown); ++i) {
    ja += fmt::format("「{}」", names[i]);
    en += fmt::format("{}“{}”", i ? ", " : "", names[i]);
  }
  bool const more = names.size() > shown;
  std::cout << Message{fmt::format("公開期間の外で、今日は載せないもの: {} 件（{}{}）\n", names.size(), ja,
                                   more ? "ほか" : ""),
                       fmt::format("not shown today because of publishing periods: {} ({}{})\n", names.size(), en,
                                   more ? ", …" : "")}
                   .in(language);
}

ExitCode check(Arguments const& arguments, commands::Run& run, Language language) {
  auto produced = commands::check(arguments.settings, run);
  clear_progress();
  print_diagnostics(run, arguments, arguments.format, language);
  if (arguments.timings == Timings::printed) print_timings(run, language);
  if (arguments.format == Format::text && run.diagnostics.size() == 0) {
    std::cout << Message{"誤りはありません。\n", "No mistakes found.\n"}.in(language);
  }
  if (arguments.format == Format::text) print_withheld(produced.withheld, language);
  if (arguments.format == Format::text && produced.next_change) print_next_change(*produced.next_change, language);
  return exit_code(run);
}

ExitCode import(Arguments const& arguments, commands::Run& run, Language language) {
  auto outcome = commands::import(arguments.import, arguments.settings, run);
  clear_progress();
  print_diagnostics(run, arguments, Format::text, language);
  if (!outcome) return ExitCode::mistakes;
  std::cout << outcome->report.in(language);
  return exit_code(run);
}

/// In one piece and without asking for memory; reports of mistakes would need more.
void print_out_of_memory(Language language) {
  std::fputs(
      language == Language::ja
          ? "\n失敗: メモリが足りません。ほかのプログラムを閉じるか、メモリの多いコンピューターで実行してください。"
            "とても大きな表や画像があれば、分けるか小さくしてください。\n"
          : "\nfailure: the memory is not enough. Close other programs or use a computer with more of it; "
            "split very large tables and shrink very large pictures.\n",
      stderr);
}

ExitCode run_command(Arguments const& arguments, Language language) {
  commands::Run run;
  print_progress(run, language);
  try {
    switch (arguments.command) {
      case Command::build:
        return build(arguments, run, language);
      case Command::check:
        return check(arguments, run, language);
      case Command::import:
        return import(arguments, run, language);
    }
  } catch (base::Failure const& failure) {
    print_failure(run, arguments, failure.message(), language);
  } catch (std::bad_alloc const&) {
    print_out_of_memory(language);
  } catch (std::exception const& failure) {
    // Nothing of ours throws this; the machine may. What was found so far is worth telling all the same.
    print_failure(run, arguments, {failure.what(), failure.what()}, language);
  }
  return ExitCode::mistakes;
}

}  // namespace

int main(int argc, char** argv) {
  auto typed = read_command_line(argc, argv, default_settings(), language_of_environment());
  if (!typed.arguments) {
    (typed.answer.wrong_usage ? std::cerr : std::cout) << typed.answer.text;
    return int(typed.answer.wrong_usage ? ExitCode::usage : ExitCode::fine);
  }
  auto language = typed.arguments->language ? *typed.arguments->language : language_of_environment();
  auto code = run_command(*typed.arguments, language);
  // A report that did not arrive is no good report.
  if (!std::cout.flush()) {
    std::cerr << Message{"失敗: 結果を書き出せませんでした。\n", "failure: the result could not be written.\n"}.in(
        language);
    return int(ExitCode::mistakes);
  }
  return int(code);
}
