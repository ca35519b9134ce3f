// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include "core/message.h"

namespace overlap::core {

Paths Paths::ofThisProgram()
{
    std::error_code failure;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failure);
    if (failure) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this program cannot find its own place: %1"),
                            {failure.message()}),
                    "/proc/self/exe");
    }
    // Test programs lie in tests/bin of the build tree, others in bin/ or libexec/overlap/.
    for (auto folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        if (std::filesystem::is_directory(folder / "share/overlap/experiments", failure))
            return Paths{folder};
    }
    throw Error(Message(OVERLAP_TR_NOOP(
                    "Messages", "the folder share/overlap/experiments is missing beside this program")),
                program.string());
}

} // namespace overlap::core
