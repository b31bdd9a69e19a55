#pragma once
#include "publishing/contents.hpp"
#include "publishing/place.hpp"

namespace tebiki::publishing {

/// Whether the two folders may change places in one step, where the disk can do that.
enum class Swapping { one_step_if_possible, two_steps };

/// Puts the finished stage in the place of the output and the output in `place.old`, in one step
/// (renameat2 with RENAME_EXCHANGE). Where the disk cannot do that (NFS and others) in two, between which there
/// is no output for some microseconds; a build killed there is put right by the next.
void swap_in(Place const& place, Swapping swapping = Swapping::one_step_if_possible);

/// Clears up what a killed build left: the stage goes, an output that was moved away comes back, and what was not
/// tebiki's in an old output is carried over.
void recover(Place const& place);

/// Removes `place.old`. Whatever in it tebiki did not write (dot folders above all, and what was put there while
/// publishing) moves into the output. Throws Failure when the output has another thing of that name.
void clear_old(Place const& place);

/// The same, quicker, when it is known what the old output held and that all but its dot files were tebiki's.
void clear_old(Place const& place, Contents const& known, unsigned jobs);

}  // namespace tebiki::publishing
