#pragma once

namespace tebiki::pdf {

/// Several lambdas as one visitor.
template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

}  // namespace tebiki::pdf
