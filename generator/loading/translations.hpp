#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/files/content_folder.hpp"
#include "loading/records/records.hpp"
#include "model/site.hpp"

/// What of the content is said in other languages, in files beside those that they translate: `pages/about.en.md`,
/// `lists/cases/fever.en.md` of the record `fever`, `lists/cases/schema.en.json`, `site.en.json`.
namespace tebiki::loading {

/// The language that a file's name says before its ending, `en` of `about.en.md`; empty where it says none.
std::string language_of_file(std::string_view path);
/// The path without its ending and language: `pages/about`.
std::string path_without_language(std::string_view path);

/// `site.json` as each language has it, by code: what its `site.en.json` says takes the place of what is written there.
/// Every language of the folder is among them. Errors: settings that no language changes, numbers of `urgent` that
/// `site.json` does not have.
std::map<std::string, model::Value> read_translated_site_files(ContentFolder const& folder,
                                                               model::Value const& site_file, base::Sources& sources,
                                                               base::Diagnostics& diagnostics);
/// The languages of the folder by their codes, still without their words.
std::vector<model::Translation> translations_of(ContentFolder const& folder, model::Site const& site,
                                                std::map<std::string, model::Value> const& site_files);
/// The same context for what is written in that language; for an empty one the context itself.
LoadContext in_language(LoadContext const& context, std::string const& language);

/// Reads what is said of a list and its records in other languages. Errors: a record that there is not, fields that are
/// no words (they are the record's own), fields and choices that the schema does not have. Warnings: a record that was
/// confirmed after it was translated.
void read_list_translations(ListFolder const& folder, model::List& list, LoadContext const& around);

/// Gives translated pages the days and areas of their originals. One without an original is an error, unless that is
/// among the names that could not be read, and goes.
void join_originals(model::Site& site, std::vector<std::string> const& unread, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
