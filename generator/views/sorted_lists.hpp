#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/site.hpp"

namespace tebiki::views {

/// A list made ready to be shown: all fields one may ask for, and its records in the order of their readings.
struct SortedList {
  model::List const* source = nullptr;
  std::vector<model::Field> fields;  ///< the schema's, then those that every list understands
  std::vector<std::uint32_t> order;  ///< records by reading (ja collation), then by name
  std::vector<int> numbers;          ///< by record: its place in that order from 1; the same on every page and map

  model::Field const* find(std::string_view key_or_label) const;
  /// What a record is called.
  model::Field const& name_field() const;
  /// The field with that role, or nullptr.
  model::Field const* with_role(model::Role role) const;
};

/// `facilities/aoba`
std::string reference_name(SortedList const& list, model::Record const& record);

/// How the record is read; what it is called where that is not known.
std::string_view reading_of(model::Record const& record);

/// A record and its list.
struct RecordRef {
  SortedList const* list = nullptr;
  model::Record const* record = nullptr;
  explicit operator bool() const { return record != nullptr; }
};

/// Every list of a site, sorted and numbered once. Borrows the site.
/// Making it costs n log n in records; looking things up in it is constant.
class SortedLists {
 public:
  explicit SortedLists(model::Site const& site);
  model::Site const& site() const { return site_; }
  std::vector<SortedList> const& all() const { return lists_; }
  SortedList const* find(std::string_view slug) const;
  /// The record that `facilities/aoba` names.
  RecordRef record(std::string_view name) const;
  /// What the record `facilities/aoba` is called, also where it is not shown today; empty when there is none.
  std::string_view name_of_record(std::string_view name) const;
  /// How a word is read, as far as the site's synonyms tell it; otherwise the word itself. For sorting.
  std::string reading_of(std::string_view word) const;

 private:
  model::Site const& site_;
  std::vector<SortedList> lists_;
  std::unordered_map<std::string_view, std::size_t> by_slug_;
  std::unordered_map<std::string, std::string> readings_;  ///< by search key
};

}  // namespace tebiki::views
