#pragma once
#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/files/content_folder.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/syntax/object_check.hpp"
#include "model/list.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// What is said of one record: of each value only once.
class RecordMistakes {
 public:
  explicit RecordMistakes(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void error(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
    said_.push_back(at);
    diagnostics_.error(at, code, std::move(message), std::move(hint));
  }
  /// A value that is not of its field's kind; `shown` is how it was written.
  void refuse(FormatMistake const& mistake, model::Field const& field, std::string_view shown,
              base::SourceLocation at) {
    error(at, "malformed-value",
          {field.label + "「" + std::string(shown) + "」は" + mistake.is.ja,
           field.label + " “" + std::string(shown) + "” " + mistake.is.en},
          mistake.hint);
  }
  void warning(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
    diagnostics_.warning(at, code, std::move(message), std::move(hint));
  }
  /// Of a value whose field is only guessed.
  void say_no_more_of(base::SourceLocation at) { said_.push_back(at); }
  bool were_told(base::SourceLocation at) const { return std::find(said_.begin(), said_.end(), at) != said_.end(); }

  std::set<std::string> meant;  ///< keys for which its unknown keys seem to stand

 private:
  base::Diagnostics& diagnostics_;
  std::vector<base::SourceLocation> said_;
};

/// A scene as records may name it: by id or by one of its names.
struct SceneNames {
  std::string id;
  std::vector<std::string> names;
};

/// The text of a cell without blanks around it.
struct CellText {
  std::string_view text;
  /// Where byte `i` of the text stands in the file.
  std::function<base::SourceLocation(std::size_t)> at;
};

/// Turns what a file says of a record into values of the types that the schema asks for. Every mistake is reported;
/// the value stays as text then. Scenes given by name become ids.
class RecordReader {
 public:
  RecordReader(model::Schema const& schema, std::vector<SceneNames> const& scenes, base::Sources const& sources);

  /// An object of JSON or of a front matter. Errors: keys that are no fields. Null and empty values are absent, but for
  /// those of required fields, which stay so that their place can be named.
  model::Record read(model::Value const& object, RecordMistakes& mistakes) const;
  /// The value of a cell; nothing where it says that there is no answer (—).
  std::optional<model::FieldValue> read_cell(CellText const& cell, model::Field const& field,
                                             RecordMistakes& mistakes) const;

 private:
  using Fields = std::vector<model::Field>;
  model::Field const* field_of(std::string_view key) const;
  void read_member(model::Member const& member, model::Value const& object, model::Record& record,
                   RecordMistakes& mistakes) const;
  /// Reports a key that no field has. Its value goes to the field that was probably meant, so that nothing else misses
  /// it, and no more is said of it.
  void read_misnamed(model::Member const& member, model::Value const& object, Fields const& fields,
                     std::vector<model::FieldValue>& values, RecordMistakes& mistakes) const;
  void read_understood(model::Member const& member, model::Field const& field, model::Record& record,
                       RecordMistakes& mistakes) const;
  model::FieldValue read_value(model::Value const& value, model::Field const& field, RecordMistakes& mistakes) const;
  model::FieldValue::Data read_scalar(model::Value const& value, model::Field const& field,
                                      RecordMistakes& mistakes) const;
  model::FieldValue::Data read_list(model::Value const& value, model::Field const& field,
                                    RecordMistakes& mistakes) const;
  model::FieldRow read_row(model::Value const& object, Fields const& fields, RecordMistakes& mistakes) const;
  model::FieldValue::Data split_cell(CellText const& cell, model::Field const& field, RecordMistakes& mistakes) const;
  void name_scenes_by_id(model::FieldValue& value, model::Field const& field, RecordMistakes& mistakes) const;

  model::Schema const& schema_;
  std::vector<SceneNames> const& scenes_;
  base::Sources const& sources_;
  std::uint16_t id_slot_;
  std::vector<std::string> known_keys_;
};

/// What reading a list, a page or a publication needs to know of the rest.
struct LoadContext {
  model::Value const& site_file;  ///< the object of site.json, for `{{site.…}}`; null when it cannot be used
  std::vector<SceneNames> const& scenes;
  std::vector<model::Area> const* areas;  ///< of the site; nullptr where it is not known which there are
  std::vector<std::string> const& lists;  ///< the slugs of all lists
  model::Date today;
  base::Sources const& sources;
  base::Diagnostics& diagnostics;
};

/// Names that a file brings up besides those of what is read from it.
struct OtherNames {
  std::vector<model::Alias> aliases;  ///< names that things had before
  std::vector<std::string> unread;    ///< what could not be read, as `SiteIndex::add_unread` takes it
};

/// Reads a list: its schema and the records of all its files, in the order of the files.
model::List read_list(ListFolder const& folder, LoadContext const& context, OtherNames& names);

}  // namespace tebiki::loading
