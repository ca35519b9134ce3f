// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scratch_folder.h"

#include "core/message.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace overlap::engine {

namespace {

core::Error notMade(const std::string& place, const std::string& reason)
{
    return core::Error(
        core::Message(OVERLAP_TR_NOOP("Messages", "no folder for temporary files could be made in %1: %2"),
                      {place, reason}));
}

} // namespace

ScratchFolder::ScratchFolder()
{
    std::error_code failure;
    const std::filesystem::path parent = std::filesystem::temp_directory_path(failure);
    if (failure) {
        const char* const asked = std::getenv("TMPDIR");
        throw notMade(asked ? asked : "/tmp", failure.message());
    }
    std::string name = (parent / "overlap-XXXXXX").string();
    if (!mkdtemp(name.data())) { // with the mode 0700
        const int code = errno;
        throw notMade(parent.string(), strerrordesc_np(code));
    }
    m_path = name;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored; // nobody is left to tell
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace overlap::engine
