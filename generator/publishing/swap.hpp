#pragma once
#include "publishing/output_folder.hpp"
#include "publishing/plan.hpp"

namespace tebiki::publishing {

/// Makes the whole new output in `folder.stage`: unchanged files and the user's dot files are the same files as in
/// the output (hard links), all else is written. Dot folders stay where they are. Throws Failure.
void build_stage(Plan const& plan, Contents const& now, OutputFolder const& folder, unsigned jobs, Disk const& disk);

/// Puts the finished stage in the place of the output and the output in `folder.old`, in one step. Where the disk
/// cannot exchange folders (NFS and others) in two, between which there is no output for some microseconds; a build
/// killed there is put right by the next.
void swap_in(OutputFolder const& folder, Disk const& disk);

/// Clears up what a killed build left: the stage goes, an output that was moved away comes back, and what was not
/// tebiki's in an old output is carried over.
void recover(OutputFolder const& folder, Disk const& disk);

/// Removes `folder.old`. Whatever in it tebiki did not write (dot folders above all, and what was put there while
/// publishing) moves into the output. Throws Failure when the output has another thing of that name.
void clear_old(OutputFolder const& folder, Disk const& disk);

/// The same, quicker, when it is known what the old output held and that all but its dot files were tebiki's.
void clear_old(OutputFolder const& folder, Contents const& known, unsigned jobs, Disk const& disk);

}  // namespace tebiki::publishing
