#pragma once
#include <exception>

#include "base/message.hpp"

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

}  // namespace tebiki::base
