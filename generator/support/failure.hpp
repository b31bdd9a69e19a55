#pragma once
#include <exception>

#include "support/words.hpp"

namespace tebiki::support {

/// The world did not do its part: disk, font, library. Mistakes in content are Diagnostics instead.
class Failure : public std::exception {
 public:
  explicit Failure(Words words) : words_(std::move(words)) {}
  char const* what() const noexcept override { return words_.en.c_str(); }
  Words const& words() const { return words_; }

 private:
  Words words_;
};

}  // namespace tebiki::support
