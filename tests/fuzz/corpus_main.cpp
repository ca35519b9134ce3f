// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over its corpus in any build, so that what was found once stays tested.
#include "support/gate.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::filesystem::path> corpus()
{
    std::vector<std::filesystem::path> files;
    std::istringstream folders(OVERLAP_FUZZ_CORPUS);
    for (std::string folder; std::getline(folders, folder, ':');) {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.is_regular_file())
                files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

void feed(const std::string& bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

} // namespace

TEST(FuzzCorpus, EveryFileHolds)
{
    const auto files = corpus();
    ASSERT_GT(files.size(), 10u);
    for (const auto& file : files) {
        const overlap::testing::Watchdog watchdog(file.string());
        SCOPED_TRACE(file.string());
        feed(overlap::testing::bytesOf(file));
    }
}

TEST(FuzzCorpus, EveryFileHoldsWhereverItIsCut)
{
    for (const auto& file : corpus()) {
        const overlap::testing::Watchdog watchdog(file.string());
        const std::string bytes = overlap::testing::bytesOf(file);
        // Every byte of what people write; of larger files a hundred places.
        const std::size_t step = std::max<std::size_t>(1, bytes.size() < 4000 ? 1 : bytes.size() / 100);
        for (std::size_t length = 0; length < bytes.size(); length += step)
            feed(bytes.substr(0, length));
    }
}

TEST(FuzzCorpus, NoBytesHold)
{
    feed("");
}
