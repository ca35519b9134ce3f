// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/task_fate.h"

#include "recording/lane_ring.h"

#include <new>

namespace overlap::executors {

namespace {

core::Message messageOfException()
{
    try {
        throw;
    } catch (const core::Error& error) {
        return error.message();
    } catch (const std::bad_alloc&) {
        return core::Message(OVERLAP_TR_NOOP("Messages", "the memory does not suffice for this task"));
    } catch (const std::exception& error) {
        return core::Message(OVERLAP_TR_NOOP("Messages", "%1"), {error.what()});
    } catch (...) {
        return core::Message(OVERLAP_TR_NOOP("Messages", "the task failed without saying why"));
    }
}

} // namespace

std::uint8_t tellFate(core::ItemResult& result)
{
    try {
        throw;
    } catch (const core::Cancelled&) {
        result.status = core::TaskStatus::cancelled;
        return recording::recordCancelled;
    } catch (...) {
        result.status = core::TaskStatus::failed;
        result.error = messageOfException();
        return recording::recordFailed;
    }
}

} // namespace overlap::executors
