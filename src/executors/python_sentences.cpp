// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/python_sentences.h"

#include "core/message.h"

namespace overlap::executors {

const std::vector<const char*>& pythonSentences()
{
    static const std::vector<const char*> list{
        // of the native workloads
        OVERLAP_TR_NOOP("Messages", "the memory does not suffice for this task"),
        OVERLAP_TR_NOOP("Messages", "chunk %1 was told to fail"),
        OVERLAP_TR_NOOP("Messages", "the server redirects to “%1”, which is not followed"),
        OVERLAP_TR_NOOP("Messages", "the server answered with status %1"),
        OVERLAP_TR_NOOP("Messages", "the answer has no number “%1”"),
        OVERLAP_TR_NOOP("Messages", "The answer of %1 is too large: more than %2 bytes."),
        OVERLAP_TR_NOOP("Messages", "%1 did not answer in full within %2 s."),
        OVERLAP_TR_NOOP("Messages", "No connection to %1 within %2 s."),
        OVERLAP_TR_NOOP("Messages", "%1 refused the connection."),
        OVERLAP_TR_NOOP("Messages", "No connection to %1: %2."),
        OVERLAP_TR_NOOP("Messages", "%1 closed the connection before its answer was complete."),
        OVERLAP_TR_NOOP("Messages", "“%1” cannot be read: %2"),
        OVERLAP_TR_NOOP("Messages", "“%1” cannot be written: %2"),
        OVERLAP_TR_NOOP("Messages", "“%1” changed while it was read"),
        // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one sentence, longer than a line
        OVERLAP_TR_NOOP("Messages", "the worker process %1 was killed (signal 9): by hand, or "
                                    "because the memory ran out"),
        OVERLAP_TR_NOOP("Messages", "the worker process %1 was ended by signal %2 (%3)"),
        OVERLAP_TR_NOOP("Messages", "the worker process %1 ended on its own with exit code %2"),
        OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"),
        OVERLAP_TR_NOOP("Messages", "“%1” is not a regular file"),
        OVERLAP_TR_NOOP("Messages", "“%1” is not a JPEG file"),
        OVERLAP_TR_NOOP("Messages", "“%1” has %2 bytes; at most %3 are read"),
        // its own
        OVERLAP_TR_NOOP("Messages", "%1"),
        OVERLAP_TR_NOOP("Messages", "the result is larger than %1 bytes"),
        OVERLAP_TR_NOOP("Messages", "the worker process %1 died, and a pool of concurrent.futures that has "
                                    "lost a process gives up all that it had"),
        OVERLAP_TR_NOOP("Messages", "a worker process did not start"),
        OVERLAP_TR_NOOP("Messages", "thumbnails in Python need Pillow, which %1 does not have"),
        OVERLAP_TR_NOOP("Messages", "Python has no task “%1”"),
    };
    return list;
}

} // namespace overlap::executors
