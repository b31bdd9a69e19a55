#pragma once
#include <exception>

#include "base/diagnostics.hpp"

namespace tebiki::base {

/// The world did not do its part: disk, font, library. Mistakes in content are Diagnostics instead.
class Failure : public std::exception {
 public:
  explicit Failure(Message message) : message_(std::move(message)) {}
  char const* what() const noexcept override { return message_.en.c_str(); }
  Message const& message() const { return message_; }

 private:
  Message message_;
};

/// Throws std::bad_alloc where there is hardly any memory left. For libraries that only say that they failed: asked
/// before a file, a font or a package is blamed for it.
void rule_out_lack_of_memory();

}  // namespace tebiki::base
