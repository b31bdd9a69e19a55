#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/diagnostics.hpp"

namespace tebiki {
namespace {

using base::Message;
using Words = std::vector<std::string>;

/// What is wrong with the command line, with its remedy.
struct UsageMistake {
  Message message;
};

/// The options as CLI11 fills them in, before they are looked at.
struct Written {
  Arguments arguments;
  std::string today, jobs, language, format;
  bool timings = false;
  bool dry_run = false;
};

Words const languages{"ja", "en"}, formats{"text", "json", "github"};

Words import_sources() {
  Words names;
  for (auto const& importer : importing::importers()) names.emplace_back(importer.name);
  return names;
}

/// Each importer with what it reads.
std::string sources_in_words() {
  std::string words;
  for (auto const& importer : importing::importers())
    words += fmt::format("{}{} {}", words.empty() ? "" : "、", importer.name, importer.reads.ja);
  return words;
}

void add_content(CLI::App& command, Written& written) {
  command.add_option("--content", written.arguments.settings.folders.content, "内容のフォルダー / content folder")
      ->capture_default_str();
}

void add_folders(CLI::App& command, Written& written) {
  auto& settings = written.arguments.settings;
  add_content(command, written);
  command.add_option("--templates", settings.folders.templates, "ひな形のフォルダー / template folder")
      ->capture_default_str();
  command.add_option("--assets", settings.folders.assets, "CSS などのフォルダー / folder of style sheets and scripts")
      ->capture_default_str();
  command.add_option("--today", written.today, "今日とみなす日 / the day to be taken as today")
      ->type_name("YYYY-MM-DD");
  command.add_option("--jobs", written.jobs, "同時に使うスレッドの数 / threads to use")
      ->type_name("1-256")
      ->default_str(std::to_string(settings.jobs));
  command.add_flag("--timings", written.timings, "段階ごとの時間を示す / print the time of each step");
}

CLI::App& add_command(CLI::App& program, Written& written, Command command, char const* name, char const* purpose) {
  auto& added = *program.add_subcommand(name, purpose);
  added.parse_complete_callback([&written, command] { written.arguments.command = command; });
  added.add_option("--lang", written.language, "メッセージの言語 / language of messages")->type_name("ja|en");
  return added;
}

void add_build(CLI::App& program, Written& written) {
  auto& command =
      add_command(program, written, Command::build, "build", "内容からサイトと冊子を作る / content → output");
  add_folders(command, written);
  auto& settings = written.arguments.settings;
  command.add_option("--output", settings.folders.output, "公開先のフォルダー / output folder")->capture_default_str();
  command
      .add_option("--only", settings.only,
                  "一部だけを作り直し、ほかは前のままにする: site ページ、print すべての PDF、冊子の名前ならその PDF / "
                  "make only the pages, all PDFs or the PDF of one publication; the rest stays")
      ->type_name("site|print|PUBLICATION");
}

void add_check(CLI::App& program, Written& written) {
  auto& command = add_command(program, written, Command::check, "check",
                              "何も書かずに誤りをすべて示す / report every mistake, write nothing");
  add_folders(command, written);
  command.add_option("--format", written.format, "示し方 / how to report")->type_name("text|json|github");
}

void add_import(CLI::App& program, Written& written) {
  auto& command =
      add_command(program, written, Command::import, "import", "公的なデータを一覧に取り込む / outside data → a list");
  auto& request = written.arguments.import;
  command.add_option("SOURCE", request.source, "出どころ / source: " + sources_in_words())->required();
  command.add_option("FILE", request.files, "CSV ファイル / files")->required();
  command.add_option("--list", request.list, "取り込む一覧 / list to fill")->required();
  command.add_option("--municipality", request.municipality, "団体コード（例 142034）/ municipality code")->required();
  add_content(command, written);
  command.add_flag("--dry-run", written.dry_run, "書き込まずに結果だけを示す / report only");
}

/// The remedy that names what is meant, or all that is possible.
Message with_remedy(Message message, std::string_view word, Words const& possible) {
  auto const remedy = base::did_you_mean(word, possible);
  return {message.ja + remedy.ja, message.en + " " + remedy.en};
}

void require_one_of(std::string_view option, std::string const& word, Words const& possible) {
  if (word.empty() || std::find(possible.begin(), possible.end(), word) != possible.end()) return;
  throw UsageMistake{with_remedy(
      {fmt::format("{} に「{}」は使えません。", option, word), fmt::format("“{}” is no value of {}.", word, option)},
      word, possible)};
}

unsigned number_of_jobs(std::string const& text) {
  unsigned number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= 256) return number;
  throw UsageMistake{{fmt::format("--jobs の「{}」が読めません。1 から 256 までの数を書いてください。", text),
                      fmt::format("--jobs “{}” is no number of threads. Write one from 1 to 256.", text)}};
}

model::Date day_of(std::string const& text) {
  if (auto const day = model::parse_date(text)) return *day;
  throw UsageMistake{{fmt::format("--today の「{}」は日付ではありません。2026-04-01 のように書いてください。", text),
                      fmt::format("--today “{}” is no date. Write it like 2026-04-01.", text)}};
}

/// Turns what was written into arguments.
Arguments settled(Written written) {
  auto& arguments = written.arguments;
  require_one_of("--lang", written.language, languages);
  require_one_of("--format", written.format, formats);
  if (arguments.command == Command::import) require_one_of("SOURCE", arguments.import.source, import_sources());
  if (!written.today.empty()) arguments.settings.today = day_of(written.today);
  if (!written.jobs.empty()) arguments.settings.jobs = number_of_jobs(written.jobs);
  if (!written.language.empty()) {
    arguments.language = written.language == "ja" ? base::Language::ja : base::Language::en;
  }
  if (written.format == "json") arguments.format = Format::json;
  if (written.format == "github") arguments.format = Format::github;
  if (written.timings) arguments.timings = Timings::printed;
  if (written.dry_run) arguments.import.writing = commands::Writing::dry;
  return std::move(arguments);
}

Words names_of_commands(CLI::App const& program) {
  Words names;
  for (auto const* command : program.get_subcommands([](CLI::App const*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

Words names_of_options(CLI::App const& command) {
  Words names;
  for (auto const* option : command.get_options()) {
    if (auto const name = option->get_name(); name.starts_with("--")) names.push_back(name);
  }
  return names;
}

/// Looks for a command and options that there are not; CLI11 would say so in English, and of the last one only.
void refuse_unknown_words(Words const& words, CLI::App const& program) {
  auto const commands = names_of_commands(program);
  if (words.empty()) {
    auto const remedy = base::possible_names(commands);
    throw UsageMistake{{"コマンドを書いてください。" + remedy.ja, "Write a command. " + remedy.en}};
  }
  auto const known = [](Words const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  bool const is_option = words[0].starts_with('-');
  auto const top = names_of_options(program);
  if (!is_option && !known(commands, words[0])) {
    throw UsageMistake{with_remedy({fmt::format("「{}」というコマンドはありません。", words[0]),
                                    fmt::format("There is no command “{}”.", words[0])},
                                   words[0], commands)};
  }
  auto const options = is_option ? top : names_of_options(*program.get_subcommand(words[0]));
  for (auto const& word : words) {
    auto const name = word.substr(0, word.find('='));
    if (word == "--") return;
    if (!word.starts_with("--") || known(options, name)) continue;
    throw UsageMistake{with_remedy(
        {fmt::format("「{}」という指定はありません。", name), fmt::format("There is no option “{}”.", name)}, name,
        options)};
  }
}

/// CLI11's complaint in our words. Its own begin or end with the name of what is complained of.
Message in_our_words(CLI::ParseError const& error) {
  std::string const complaint = error.what();
  if (error.get_name() == "RequiredError") {
    auto const name = complaint.substr(0, complaint.find(' '));
    if (name == "FILE")
      return {"取り込む CSV ファイルの名前を書いてください。", "Write the names of the files to import."};
    return {fmt::format("{} を書いてください。", name), fmt::format("{} is missing.", name)};
  }
  if (error.get_name() == "ArgumentMismatch") {
    auto const name = complaint.substr(0, complaint.find(':'));
    return {fmt::format("{} のうしろに値を書いてください。", name), fmt::format("{} needs a value.", name)};
  }
  auto const word = complaint.substr(complaint.rfind(' ') + 1);
  return {fmt::format("「{}」は余分です。消してください。", word), fmt::format("“{}” is not wanted here.", word)};
}

/// What `--lang` says, also where the rest cannot be read.
base::Language language_in(Words const& words, base::Language otherwise) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const value = words[i] == "--lang" && i + 1 < words.size() ? words[i + 1]
                       : words[i].starts_with("--lang=")            ? words[i].substr(7)
                                                                    : "";
    if (value == "ja") return base::Language::ja;
    if (value == "en") return base::Language::en;
  }
  return otherwise;
}

std::string complaint(Message const& message, base::Language language) {
  Message const help{"使い方は、tebiki --help と tebiki コマンド --help で見られます。",
                     "See tebiki --help and tebiki COMMAND --help."};
  Message const label{"誤り: ", "error: "};
  return fmt::format("{}{}\n{}\n", label.in(language), message.in(language), help.in(language));
}

}  // namespace

Typed read_command_line(int argc, char const* const* argv, commands::Settings const& defaults,
                        base::Language environment) {
  CLI::App program{"tebiki（手引き）: 一つの内容から、サイトと冊子を / one content folder → site and booklets"};
  program.set_version_flag("--version", std::string("tebiki ") + TEBIKI_VERSION);
  program.require_subcommand(1);
  Written written;
  written.arguments.settings = defaults;
  add_build(program, written);
  add_check(program, written);
  add_import(program, written);
  Words const words(argv + 1, argv + std::max(argc, 1));
  auto const language = language_in(words, environment);
  try {
    refuse_unknown_words(words, program);
    program.parse(argc, argv);
    return {settled(std::move(written)), {}};
  } catch (UsageMistake const& mistake) {
    return {std::nullopt, {complaint(mistake.message, language), true}};
  } catch (CLI::ParseError const& error) {
    std::ostringstream help, unused;
    bool const wrong_usage = program.exit(error, help, unused) != 0;
    return {std::nullopt, {wrong_usage ? complaint(in_our_words(error), language) : help.str(), wrong_usage}};
  }
}

}  // namespace tebiki
