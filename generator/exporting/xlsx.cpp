#include <fmt/format.h>
#include <sys/mman.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <mutex>
#include <utility>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "exporting/exporting.hpp"

namespace tebiki::exporting {
namespace {

/// What a cell of Excel holds at most, in characters of UTF-16.
constexpr std::size_t most_in_cell = 32767;
constexpr std::size_t narrowest = 8, widest = 48;  ///< of a column, in characters
constexpr std::string_view sheet_name = "data";

base::Failure failure() {
  return base::Failure({"表計算のファイル（XLSX）を作ることができませんでした。/tmp の空きを確かめてください。",
                        "An XLSX file could not be made; see whether /tmp has room."});
}

/// A file in memory that only this process sees, as libxlsxwriter writes to a path.
class MemoryFile {
 public:
  MemoryFile() : file_(fdopen(memfd_create("xlsx", MFD_CLOEXEC), "r"), std::fclose) {
    if (!file_) throw failure();
  }
  std::string path() const { return fmt::format("/proc/self/fd/{}", fileno(file_.get())); }
  std::string bytes() const {
    if (std::fseek(file_.get(), 0, SEEK_END) != 0) throw failure();
    auto const size = std::ftell(file_.get());
    if (size <= 0) throw failure();
    std::string all(static_cast<std::size_t>(size), '\0');
    std::rewind(file_.get());
    if (std::fread(all.data(), 1, all.size(), file_.get()) != all.size()) throw failure();
    return all;
  }

 private:
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

/// Noon of the day in Japan.
std::time_t time_of(model::Date day) {
  std::tm noon{};
  noon.tm_year = day.year - 1900;
  noon.tm_mon = day.month - 1;
  noon.tm_mday = day.day;
  noon.tm_hour = 3;
  return timegm(&noon);
}

/// A character beyond the basic plane counts twice.
std::size_t utf16_size(std::string_view text) {
  std::size_t size = 0;
  for (unsigned char c : text) size += (c & 0xC0) == 0x80 ? 0 : c >= 0xF0 ? 2 : 1;
  return size;
}

std::string fitting(std::string text, std::string_view note) {
  if (utf16_size(text) <= most_in_cell) return text;
  auto const room = (most_in_cell - note.size()) / 2;
  return std::string(base::first_characters(text, room)).append(note);
}

/// The widest line of a text.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty() && width < widest) {
    auto const end = std::min(text.find('\n'), text.size());
    width = std::max(width, base::display_width(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return width;
}

/// Fills the sheet of a list.
class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, lxw_worksheet* sheet, model::Words const& words)
      : sheet_(sheet), words_(words), head_(workbook_add_format(book)), day_(workbook_add_format(book)) {
    format_set_bold(head_);
    format_set_bottom(head_, LXW_BORDER_THIN);
    format_set_num_format(day_, "yyyy-mm-dd");
  }

  void add(model::List const& list) {
    auto const columns = columns_of(list, words_);
    std::vector<std::size_t> widths;
    for (auto const& column : columns) {
      write(0, lxw_col_t(widths.size()), column.label, head_);
      widths.push_back(width_of(column.label));
    }
    // Row by row: that is how the library finds the place of a cell soonest.
    for (std::size_t row = 0; row < list.records.size(); ++row) {
      for (std::size_t at = 0; at < columns.size(); ++at) {
        auto const text = cell_text(columns[at], list.records[row], words_);
        if (text.empty()) continue;
        widths[at] = std::max(widths[at], width_of(text));
        write_value(lxw_row_t(row + 1), lxw_col_t(at), value_of(columns[at], list.records[row]), text);
      }
    }
    for (std::size_t at = 0; at < columns.size(); ++at) {
      auto const width = double(std::clamp(widths[at] + 2, narrowest, widest));
      worksheet_set_column(sheet_, lxw_col_t(at), lxw_col_t(at), width, nullptr);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    if (list.records.empty()) return;
    worksheet_autofilter(sheet_, 0, 0, lxw_row_t(list.records.size()), lxw_col_t(columns.size() - 1));
  }

 private:
  void write_value(lxw_row_t row, lxw_col_t column, model::FieldValue const* value, std::string const& text) {
    auto const* number = value ? value->as<model::Decimal>() : nullptr;
    auto const* flag = value ? value->as<bool>() : nullptr;
    auto const* day = value ? value->as<model::Date>() : nullptr;
    // Fifteen digits are all that a cell of Excel keeps of a number, and 1900 is its first year.
    if (number && text.size() <= 15)
      check(worksheet_write_number(sheet_, row, column, number->approximate(), nullptr));
    else if (flag)
      check(worksheet_write_boolean(sheet_, row, column, *flag, nullptr));
    else if (day && day->year > 1900)
      write_day(row, column, *day);
    else
      write(row, column, text, nullptr);
  }

  void write_day(lxw_row_t row, lxw_col_t column, model::Date day) {
    lxw_datetime when{day.year, day.month, day.day, 0, 0, 0};
    check(worksheet_write_datetime(sheet_, row, column, &when, day_));
  }

  /// Never as a formula or a link, whatever it begins with.
  void write(lxw_row_t row, lxw_col_t column, std::string const& text, lxw_format* format) {
    check(worksheet_write_string(sheet_, row, column, fitting(text, words_["open-data.cut"]).c_str(), format));
  }

  static void check(lxw_error error) {
    if (error != LXW_NO_ERROR) throw failure();
  }

  lxw_worksheet* sheet_;
  model::Words const& words_;
  lxw_format *head_, *day_;
};

/// Closes the workbook whatever happens: closing is what frees it.
struct Workbook {
  lxw_workbook* book;
  explicit Workbook(std::string const& path) : book(workbook_new(path.c_str())) {
    if (!book) throw failure();
  }
  Workbook(Workbook const&) = delete;
  Workbook& operator=(Workbook const&) = delete;
  ~Workbook() {
    if (book) workbook_close(book);
  }
  void finish() {
    // The library writes the day of making by way of gmtime, whose result all threads share.
    static std::mutex one_at_a_time;
    std::lock_guard const lock(one_at_a_time);
    if (workbook_close(std::exchange(book, nullptr)) != LXW_NO_ERROR) throw failure();
  }
};

}  // namespace

std::string xlsx(model::List const& list, model::Site const& site) {
  MemoryFile const file;
  Workbook workbook(file.path());
  auto title = list.schema.title;
  auto author = site.publisher.empty() ? site.name : site.publisher;
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = time_of(site.today);
  workbook_set_properties(workbook.book, &properties);
  auto* sheet = workbook_add_worksheet(workbook.book, sheet_name.data());
  if (!sheet) throw failure();
  SheetWriter(workbook.book, sheet, site.words).add(list);
  workbook.finish();
  return file.bytes();
}

}  // namespace tebiki::exporting
