#pragma once
#include <string>
#include <vector>

#include "model/list.hpp"
#include "support/diagnostics.hpp"
#include "support/source.hpp"

namespace tebiki::importing {

/// A file handed to an importer: its text is in Sources already (UTF-8, also from CP932).
struct ImportFile {
  std::string path;
  support::FileId file;
};

struct Imported {
  std::vector<model::Value> records;  ///< objects, in the order they are to be written
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
};

/// Reads `jigyosho_NNN.csv` files (介護サービス情報公表システム) into records of a list, one per 事業所番号 with its
/// services. `existing` are the list's records: fields that the source does not know are kept, and importing the
/// same files again changes nothing. Every doubt is a warning at its cell; conflicting values name both rows.
Imported import_mhlw_care(std::vector<ImportFile> const& files, std::string const& municipality,
                          std::vector<model::Value> const& existing, support::Sources const& sources,
                          support::Diagnostics& diagnostics);

}  // namespace tebiki::importing
