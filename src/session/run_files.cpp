// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run_files.h"

#include "exporting/run_file.h"
#include "exporting/trace_writer.h"
#include "recording/timeline_file.h"

#include <QFile>
#include <new>
#include <utility>

namespace overlap::session {

namespace {

constexpr int steps = 1000; // of the progress

std::filesystem::path nativePath(const QString& path)
{
    return {QFile::encodeName(path).toStdString()};
}

} // namespace

bool isRunFile(const QString& path)
{
    return exporting::kindOfRunFile(nativePath(path)) != exporting::RunFileKind::none;
}

template <class Act>
void RunFiles::work(Act act)
{
    begin([act = std::move(act)](const std::stop_token& stop,
                                 const Progress& progress) -> std::function<void()> {
        int told = -1;
        const auto tell = [&](std::uint64_t done, std::uint64_t of) {
            const int step = of > 0 ? static_cast<int>(done * steps / of) : 0;
            if (std::exchange(told, step) != step)
                progress(step, steps);
        };
        try {
            return act(stop, tell);
        } catch (const std::bad_alloc&) {
            throw core::Error(core::Message(
                OVERLAP_TR_NOOP("Messages", "this machine has too little memory for what the file holds")));
        }
    });
}

void RunFiles::open(const QString& path)
{
    work([this, path](const std::stop_token& stop,
                      const core::ByteProgress& progress) -> std::function<void()> {
        auto run = exporting::openRunFile(nativePath(path), progress, stop);
        if (!run)
            return [this] { Q_EMIT stopped(); };
        return [this, path, opened = std::make_shared<const core::SavedRun>(std::move(*run))] {
            Q_EMIT this->opened(path, opened);
        };
    });
}

void RunFiles::save(const QString& path, Format format, core::SavedRun run)
{
    work([this, path, format, run = std::make_shared<const core::SavedRun>(std::move(run))](
             const std::stop_token& stop, const core::ByteProgress& progress) -> std::function<void()> {
        const bool whole = format == Format::timeline
                               ? recording::writeTimelineFile(nativePath(path), *run, progress, stop)
                               : exporting::writeTrace(nativePath(path), *run, progress, stop);
        return [this, path, whole] { whole ? Q_EMIT saved(path) : Q_EMIT stopped(); };
    });
}

} // namespace overlap::session
