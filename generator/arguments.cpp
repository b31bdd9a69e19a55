#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <sstream>

namespace tebiki {
namespace {

/// The options as CLI11 fills them in, before they are looked at.
struct Written {
  Arguments arguments;
  std::string today;
  std::string language;
  bool timings = false;
  bool dry_run = false;
};

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
  command.add_option("--today", written.today, "今日とみなす日 YYYY-MM-DD / the day to be taken as today");
  command.add_option("--jobs", settings.jobs, "同時に使うスレッドの数 / threads to use")->check(CLI::Range(1, 256));
  command.add_flag("--timings", written.timings, "段階ごとの時間を示す / print the time of each step");
}

CLI::App& add_command(CLI::App& program, Written& written, Command command, char const* name, char const* purpose) {
  auto& added = *program.add_subcommand(name, purpose);
  added.parse_complete_callback([&written, command] { written.arguments.command = command; });
  added.add_option("--lang", written.language, "メッセージの言語 / language of messages")
      ->check(CLI::IsMember({"ja", "en"}).description(""))
      ->type_name("ja|en");
  return added;
}

void add_build(CLI::App& program, Written& written) {
  auto& command =
      add_command(program, written, Command::build, "build", "内容からサイトと冊子を作る / content → output");
  add_folders(command, written);
  command.add_option("--output", written.arguments.settings.folders.output, "公開先のフォルダー / output folder")
      ->capture_default_str();
}

void add_check(CLI::App& program, Written& written) {
  auto& command = add_command(program, written, Command::check, "check",
                              "何も書かずに誤りをすべて示す / report every mistake, write nothing");
  add_folders(command, written);
  std::map<std::string, Format> formats{{"text", Format::text}, {"json", Format::json}, {"github", Format::github}};
  command.add_option("--format", written.arguments.format, "示し方 / how to report: text json github")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("text|json|github");
}

void add_import(CLI::App& program, Written& written) {
  auto& command =
      add_command(program, written, Command::import, "import", "公的なデータを一覧に取り込む / outside data → a list");
  auto& request = written.arguments.import;
  command.add_option("source", request.source, "出どころ / source")->required()->check(CLI::IsMember({"mhlw-care"}));
  command.add_option("files", request.files, "CSV ファイル / files")->required();
  command.add_option("--list", request.list, "取り込む一覧 / list to fill")->required();
  command.add_option("--municipality", request.municipality, "団体コード（例 142034）/ municipality code")->required();
  add_content(command, written);
  command.add_flag("--dry-run", written.dry_run, "書き込まずに結果だけを示す / report only");
}

/// Turns what was written into arguments; a date that is none is a usage error.
Arguments settled(Written written) {
  auto& arguments = written.arguments;
  if (!written.today.empty()) {
    auto day = model::parse_date(written.today);
    if (!day)
      throw CLI::ValidationError("--today", "YYYY-MM-DD の形の日付ではありません / not a date: " + written.today);
    arguments.settings.today = *day;
  }
  if (written.language == "ja") arguments.language = base::Language::ja;
  if (written.language == "en") arguments.language = base::Language::en;
  if (written.timings) arguments.timings = Timings::printed;
  if (written.dry_run) arguments.import.writing = commands::Writing::dry;
  return std::move(arguments);
}

}  // namespace

Typed read_command_line(int argc, char const* const* argv, commands::Settings const& defaults) {
  CLI::App program{"tebiki（手引き）: 一つの内容から、サイトと冊子を / one content folder → site and booklets"};
  program.set_version_flag("--version", std::string("tebiki ") + TEBIKI_VERSION);
  program.require_subcommand(1);
  Written written;
  written.arguments.settings = defaults;
  add_build(program, written);
  add_check(program, written);
  add_import(program, written);
  try {
    program.parse(argc, argv);
    return {settled(std::move(written)), {}};
  } catch (CLI::ParseError const& error) {
    std::ostringstream help, complaint;
    bool wrong_usage = program.exit(error, help, complaint) != 0;
    return {std::nullopt, {help.str() + complaint.str(), wrong_usage}};
  }
}

}  // namespace tebiki
