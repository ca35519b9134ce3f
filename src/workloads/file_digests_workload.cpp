// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/file_digests_workload.h"

#include "core/digest.h"
#include "core/json.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/file_access.h"
#include "workloads/file_set.h"

#include <algorithm>
#include <cmath>

namespace overlap::workloads {

using core::Message;
using core::Nanoseconds;
using core::Value;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t chunkBytes = 1024 * 1024; ///< of one read
constexpr std::size_t sliceBytes = 16 * 1024;   ///< of SHA-256 between two checkpoints: 10 to 40 µs
constexpr double mostGeneratedBytes = 4.0 * 1024 * 1024 * 1024;
/// Random figures of the generated set, apart from those of the tasks.
constexpr core::StageIndex generating = 0xFFFE;

/// One line as sha256sum writes and checks it.
std::string listLine(const std::string& digest, const std::string& path)
{
    std::string name;
    bool escaped = false;
    for (const char c : path) {
        escaped = escaped || c == '\\' || c == '\n';
        name += c == '\\' ? std::string("\\\\") : c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return (escaped ? "\\" : "") + digest + "  " + name + "\n";
}

class FileDigestsWorkload final : public core::Workload
{
public:
    explicit FileDigestsWorkload(const Value& parameters)
        : m_folder(folderOf(parameters))
        , m_generates(m_folder.empty())
        , m_most(fileCountOf(parameters))
        , m_size(static_cast<std::uint64_t>(parameters.find("size")->asInteger()))
        , m_recursive(parameters.find("recursive")->asBoolean())
    {
        for (std::size_t i = 1; m_generates && i <= m_most; ++i)
            m_files.push_back("file-" + paddedNumber(i, m_most) + ".bin");
    }

    core::WorkloadNeeds needs() const override { return {.scratch = true}; }

    void prepare(const core::WorkloadSetting& setting) override
    {
        findFolders(setting);
        makeScratchFolder(m_sums);
        if (!m_generates) {
            m_files = filesOf(m_folder, {m_recursive, m_most, {}}, setting.stop);
            return;
        }
        makeScratchFolder(m_folder);
        for (core::ItemIndex i = 0; i < m_files.size(); ++i)
            generate(i, setting);
    }
    Value prepared() const override { return namesToValue(m_files); }
    void attach(const core::WorkloadSetting& setting, const Value& prepared) override
    {
        findFolders(setting);
        m_files = namesFromValue(prepared);
    }

    Message describe() const override
    {
        const std::string count = std::to_string(m_generates ? m_most : m_files.size());
        if (m_generates) {
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "%1 generated files of up to %2 MB: read, SHA-256, and "
                                           "the line of a list written"),
                           {count, core::shortNumber(std::round(static_cast<double>(m_size) / 1e4) / 100)});
        }
        const std::string folder = visibleName(m_folder.native());
        if (m_files.empty()) // not looked for yet
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "The files of %1: read, SHA-256, and the line of a list "
                                           "written"),
                           {folder});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 files of %2: read, SHA-256, and the line of a list "
                                                   "written"),
                       {count, folder});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "digest"), core::Nature::mixed},
                {OVERLAP_TR_NOOP("Workloads", "write"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_files.size(); }
    Value item(core::ItemIndex index) const override { return Value(m_files[index]); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return visibleName(fs::path(m_files[index]).filename().native());
    }

    core::Stage<Value> run(core::StageIndex stage, core::TaskContext& context, Value input) const override
    {
        return stage == 0 ? digest(context, std::move(input)) : write(context, std::move(input));
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("folder", m_folder.native());
        setting.set("sums", m_sums.native());
        return twinOf(*this, "file-digests", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"file", OVERLAP_TR_NOOP("Workloads", "File"), ParameterKind::text},
                {"size", OVERLAP_TR_NOOP("Workloads", "Size"), ParameterKind::bytes},
                {"sha256", OVERLAP_TR_NOOP("Workloads", "SHA-256"), ParameterKind::text},
                {"reading", OVERLAP_TR_NOOP("Workloads", "Reading"), ParameterKind::seconds, false},
                {"hashing", OVERLAP_TR_NOOP("Workloads", "Computing"), ParameterKind::seconds, false}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        double reading = 0;
        double hashing = 0;
        std::int64_t bytes = 0;
        for (const Value* result : results) {
            reading += result->find("reading")->asNumber();
            hashing += result->find("hashing")->asNumber();
            bytes += result->find("size")->asInteger();
        }
        Value summary = Value::object();
        summary.set("bytes", bytes);
        summary.set("readingSeconds", reading);
        summary.set("computingSeconds", hashing);
        return summary;
    }

    Message conclusion(const Value& summary, const core::TaskCounts&) const override
    {
        const double reading = summary.find("readingSeconds")->asNumber();
        const double total = reading + summary.find("computingSeconds")->asNumber();
        if (total <= 0)
            return {};
        const double share = reading / total;
        const std::vector<core::Argument> percent{std::to_string(std::lround(share * 100)),
                                                  std::to_string(100 - std::lround(share * 100))};
        constexpr double most = 2.0 / 3.0;
        if (share >= most)
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "bound by reading: %1 % of the tasks' time went into it, "
                                           "%2 % into SHA-256"),
                           percent);
        if (share <= 1 - most)
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "bound by computing: %1 % of the tasks' time went into "
                                           "reading, %2 % into SHA-256"),
                           percent);
        return Message(OVERLAP_TR_NOOP("Messages", "bound by reading and computing alike: %1 % of the tasks' "
                                                   "time went into reading, %2 % into SHA-256"),
                       percent);
    }

private:
    core::Stage<Value> digest(core::TaskContext& context, Value input) const
    {
        const fs::path path = m_folder / input.asString();
        const Nanoseconds begin = core::monotonicNow();
        auto file = co_await context.blocking([&path] { return std::make_unique<FileReader>(path); });
        Nanoseconds reading = core::monotonicNow() - begin;
        std::string buffer(chunkBytes, '\0');
        core::Sha256 sha256;
        std::uint64_t size = 0;
        while (true) {
            const Nanoseconds before = core::monotonicNow();
            const std::size_t got = co_await context.blocking(
                [&file, &buffer] { return file->read(buffer.data(), buffer.size()); });
            reading += core::monotonicNow() - before;
            size += got;
            // What grows has no digest; and some files of /proc never end.
            if (size > file->size() || (got == 0 && size < file->size()))
                throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” changed while it was read"),
                                          {visibleName(path.filename().native())}));
            if (got == 0)
                break;
            for (std::size_t at = 0; at < got; at += sliceBytes) {
                sha256.add(std::string_view(buffer).substr(at, std::min(sliceBytes, got - at)));
                context.checkpoint();
            }
        }
        const Nanoseconds hashing = core::monotonicNow() - begin - reading;
        Value result = Value::object();
        result.set("file", visibleName(input.asString()));
        result.set("size", Value(static_cast<std::size_t>(size)));
        result.set("sha256", sha256.finish());
        result.set("reading", core::toSeconds(reading));
        result.set("hashing", core::toSeconds(hashing));
        co_return result;
    }

    /// Each item has a small file of its own, so no strategy needs a lock, an order or one process: one after
    /// the other they are the list that sha256sum --check reads.
    core::Stage<Value> write(core::TaskContext& context, Value input) const
    {
        const core::ItemIndex item = context.item();
        const std::string line =
            listLine(input.find("sha256")->asString(), (m_folder / m_files[item]).native());
        const fs::path target = m_sums / (paddedNumber(item + 1, m_files.size()) + ".sha256");
        co_await context.blocking([&target, &line] { writeScratchFile(target, line); });
        co_return input;
    }

    void findFolders(const core::WorkloadSetting& setting)
    {
        m_sums = setting.scratch / "sums";
        if (m_generates)
            m_folder = setting.scratch / "files";
    }

    void generate(core::ItemIndex index, const core::WorkloadSetting& setting) const
    {
        core::Random random = core::Random::of(setting.seed, index, generating);
        // Between half the size and the whole of it, so that no lane marches in step.
        std::string bytes(m_size - random.below(m_size / 2 + 1), '\0');
        for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
            const std::uint64_t figure = random.next();
            std::copy_n(reinterpret_cast<const char*>(&figure), std::min(sizeof figure, bytes.size() - at),
                        bytes.data() + at);
            if (at % chunkBytes == 0 && setting.stop.stop_requested())
                throw core::Cancelled();
        }
        writeScratchFile(m_folder / m_files[index], bytes);
    }

    fs::path m_folder;
    bool m_generates;
    std::size_t m_most;
    std::uint64_t m_size; ///< of the largest generated file
    bool m_recursive;
    std::vector<std::string> m_files; ///< relative to the folder
    fs::path m_sums;
};

void checkParameters(const Value& parameters, std::string_view pointer, std::vector<core::Problem>& problems)
{
    checkFolder(parameters, pointer, problems);
    const double bytes = parameters.find("files")->asNumber() * parameters.find("size")->asNumber();
    if (parameters.find("folder")->asString().empty() && bytes > mostGeneratedBytes) {
        problems.push_back(
            {core::jsonPointer(pointer, "size"),
             Message(OVERLAP_TR_NOOP("Messages",
                                     "the generated files would have %1 MB together; at most %2 are "
                                     "made"),
                     {std::to_string(std::llround(bytes / 1e6)),
                      std::to_string(std::llround(mostGeneratedBytes / 1e6))})});
    }
}

} // namespace

core::WorkloadDescriptor fileDigestsWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {.id = "file-digests",
            .title = OVERLAP_TR_NOOP("Workloads", "Digests of files"),
            .parameters = {folderParameter(OVERLAP_TR_NOOP(
                               "Workloads", "The files to read; they are only read. Empty: files are "
                                            "generated and removed again.")),
                           recursiveParameter(), atMostParameter(), filesParameter(16, 100'000),
                           Parameter{.name = "size",
                                     .kind = ParameterKind::bytes,
                                     .title = OVERLAP_TR_NOOP("Workloads", "Size of generated files"),
                                     .help = OVERLAP_TR_NOOP(
                                         "Workloads", "Of the largest; the others have at least half of it."),
                                     .defaultValue = 16'000'000,
                                     .minimum = 1,
                                     .maximum = 256.0 * 1024 * 1024,
                                     .onlyWithout = "folder"}},
            .check = checkParameters,
            .make = [](const Value& parameters) { return std::make_unique<FileDigestsWorkload>(parameters); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
