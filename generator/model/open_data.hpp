#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

/// The names that others have given to open data: data sets of Japan's municipalities, and schema.org.
namespace tebiki::model {

/// A data set that the standards define for municipalities: 医療機関一覧, 介護サービス事業所一覧, イベント一覧.
enum class OpenDataSet { medical, care, events };
/// 推奨データセット, and 自治体標準オープンデータセット, which came after it and renames some columns.
enum class OpenDataStandard { recommended, municipal };

struct OpenDataSetEntry {
  OpenDataSet set = OpenDataSet::medical;
  std::string_view key;    ///< in `x-export` and in the names of files: `medical`
  std::string_view title;  ///< 医療機関一覧
};
std::vector<OpenDataSetEntry> const& open_data_sets();
struct OpenDataStandardEntry {
  OpenDataStandard standard = OpenDataStandard::recommended;
  std::string_view key;    ///< in the names of files: `recommended`
  std::string_view title;  ///< 推奨データセット
};
std::vector<OpenDataStandardEntry> const& open_data_standards();

/// A column of a data set.
struct OpenDataColumn {
  /// How the values of fields are written in it; `note` also takes hours that are more than two times. What the site
  /// itself gives, no field fills.
  enum class Content { words, katakana, several, clock, note, code, id, prefecture, municipality };
  std::string_view heading;
  Content content = Content::words;

  bool is_for_fields() const { return content < Content::code; }
};
/// The columns in the order of the standard.
std::vector<OpenDataColumn> const& open_data_columns(OpenDataSet set, OpenDataStandard standard);
/// The heading of what the other standard may call otherwise: 所在地_連結表記 for 住所. Itself where both say the same.
std::string_view heading_in(OpenDataStandard standard, std::string_view heading);
/// The headings of a data set that fields can fill, of both standards.
std::vector<std::string> export_headings(OpenDataSet set);

/// `x-export`: the column of a data set that a field fills, in the words of one standard; of hours and of coordinates
/// two. Where the field is a choice, it may also say which records are in the data set, and by which of their values.
struct ExportColumn {
  OpenDataSet set = OpenDataSet::medical;
  std::vector<std::string> headings;
  std::vector<std::string> only;    ///< values; empty: all
  std::vector<std::string> except;  ///< values
  base::SourceLocation at = {};
};

/// The municipality whose data it is.
struct Municipality {
  std::string code;  ///< six digits, 全国地方公共団体コード
  std::string name;  ///< 平塚市
};
/// The sixth digit for the first five of a municipality's code, as 総務省 lays it down.
char check_digit(std::string_view five);
/// 142034 for itself and for 14203; nothing for what is no code of a municipality.
std::optional<std::string> parse_municipality_code(std::string_view text);
/// 神奈川県 of 142034; empty for what is no code.
std::string_view prefecture_of(std::string_view code);

/// Types of schema.org that records can be.
std::vector<std::string> const& schema_org_types();
/// That of films, whose picture leads to them.
constexpr std::string_view film_type = "VideoObject";

}  // namespace tebiki::model
