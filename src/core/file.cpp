// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file.h"

#include "core/byte_stream.h"
#include "core/message.h"

namespace overlap::core {

std::string readFile(const std::filesystem::path& path, std::size_t maximumBytes)
{
    FileSource file(path);
    if (file.size() > maximumBytes) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file has %1 bytes; at most %2 are read"),
                            {std::to_string(file.size()), std::to_string(maximumBytes)}),
                    path.string());
    }
    // One byte more than there should be tells a file that grows meanwhile.
    std::string bytes(file.size() + 1, '\0');
    const std::size_t filled = file.read(bytes.data(), bytes.size());
    if (filled + 1 != bytes.size())
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file changed while it was read")),
                    path.string());
    bytes.resize(filled);
    return bytes;
}

void writeFile(const std::filesystem::path& path, std::string_view bytes)
{
    FileSink file(path, bytes.size());
    file.write(bytes);
    file.commit();
}

} // namespace overlap::core
