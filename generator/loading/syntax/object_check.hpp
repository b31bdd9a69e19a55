#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/did_you_mean.hpp"
#include "model/document.hpp"
#include "model/drawing.hpp"
#include "model/site.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// What a setting must be.
enum class Shape { text, texts, number, boolean, object, list, any };
enum class Need { optional, required };

/// A setting that an object may have.
struct Key {
  std::string_view name;
  Shape shape = Shape::any;
  Need need = Need::optional;
};

/// Reports unknown keys (with what may have been meant), missing ones, and values of the wrong shape.
/// `where` names the object: `site.json`, `contact`. False when it is no object at all.
bool check_object(model::Value const& value, std::span<Key const> keys, base::Message const& where,
                  base::Diagnostics& diagnostics);
/// The same where the name is one word in both languages.
bool check_object(model::Value const& value, std::span<Key const> keys, std::string_view where,
                  base::Diagnostics& diagnostics);

/// Gives misspelt keys, which were reported, the names that were most likely meant: so nothing else misses them.
void correct_keys(model::Value& value, std::span<Key const> keys);

using base::did_you_mean;

/// The member of that key, to be changed; nullptr when there is none.
model::Value* member(model::Value& object, std::string_view key);
/// The text of that key without blanks at its ends; empty when absent or no text.
std::string text_of(model::Value const& object, std::string_view key);
std::vector<std::string> texts_of(model::Value const& object, std::string_view key);
bool flag_of(model::Value const& object, std::string_view key);
/// Reads `#rrggbb` into `colour` where it is given; another form is an error.
void read_colour(model::Value const& object, std::string_view key, model::Colour& colour,
                 base::Diagnostics& diagnostics);
/// `care-guide#sec` as name and fragment; a leading `ref:` is not minded.
model::Reference reference_from(std::string_view text);

/// ^[a-z0-9][a-z0-9-]*$: what ids and the names of lists, pages and publications look like.
bool is_slug(std::string_view text);
/// Reports a name that cannot stand in a URL; false when it cannot.
bool refuse_bad_slug(std::string_view slug, base::SourceLocation at, base::Diagnostics& diagnostics);
/// The same for each part of a path such as `scenes/daily`.
bool refuse_bad_path(std::string_view path, base::SourceLocation at, base::Diagnostics& diagnostics);

/// Reads the `aliases` of an object: names that `target` had before. One without a slash is completed by `folder`
/// (`facilities/`, or empty). Errors: what cannot be a name in a URL.
void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

/// The same for one name.
void read_alias(std::string const& written, base::SourceLocation at, std::string const& folder,
                std::string const& target, std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
