// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/image_resize_workload.h"

#include "core/digest.h"
#include "core/json.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/file_access.h"
#include "workloads/file_set.h"
#include "workloads/jpeg_codec.h"

#include <algorithm>
#include <cmath>

namespace overlap::workloads {

using core::Message;
using core::Value;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t maximumFileBytes = 512ULL * 1024 * 1024;
constexpr double mostGeneratedMegapixels = 2000;
constexpr int generatedQuality = 88; // what cameras use
/// Random figures of the generated set, apart from those of the tasks.
constexpr core::StageIndex generating = 0xFFFE;

enum StageOrder : core::StageIndex { decodeStage, resizeStage, encodeStage, writeStage };

// What travels between the stages: what the result will say so far, and the bytes that go with it.
struct Parcel
{
    Value about;
    Picture picture; ///< of the encoded file only the bytes are used

    explicit Parcel(Value about_, Picture picture_) : about(std::move(about_)), picture(std::move(picture_))
    {}
    explicit Parcel(Value value)
    {
        Value::Array& parts = value.asArray();
        about = std::move(parts[0]);
        picture = {static_cast<int>(parts[1].asInteger()), static_cast<int>(parts[2].asInteger()),
                   std::move(parts[3].asString())};
    }
    Value toValue()
    {
        Value parts = Value::array();
        parts.append(std::move(about));
        parts.append(picture.width);
        parts.append(picture.height);
        parts.append(std::move(picture.pixels));
        return parts;
    }
};

/// Four to three, as cameras do.
PictureSize sizeOf(double megapixels)
{
    const double width = std::sqrt(megapixels * 1e6 * 4 / 3);
    return {std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(width * 3 / 4))};
}

class ImageResizeWorkload final : public core::Workload
{
public:
    explicit ImageResizeWorkload(const Value& parameters)
        : m_folder(folderOf(parameters))
        , m_generates(m_folder.empty())
        , m_most(fileCountOf(parameters))
        , m_megapixels(parameters.find("megapixels")->asNumber())
        , m_recursive(parameters.find("recursive")->asBoolean())
        , m_box(static_cast<int>(parameters.find("box")->asInteger()))
        , m_quality(static_cast<int>(parameters.find("quality")->asInteger()))
        , m_codecKeepsGil(parameters.find("codecKeepsGil")->asBoolean())
    {
        for (std::size_t i = 1; m_generates && i <= m_most; ++i)
            m_files.push_back("picture-" + paddedNumber(i, m_most) + ".jpg");
    }

    core::WorkloadNeeds needs() const override { return {.scratch = true}; }

    void prepare(const core::WorkloadSetting& setting) override
    {
        findFolders(setting);
        makeScratchFolder(m_thumbnails);
        if (!m_generates) {
            m_files = filesOf(m_folder, {m_recursive, m_most, {".jpg", ".jpeg"}}, setting.stop);
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
        const std::string box = std::to_string(m_box);
        if (m_generates) {
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "%1 generated JPEG files of %2 megapixels, each made a "
                                           "thumbnail of at most %3 × %3"),
                           {std::to_string(m_most), core::shortNumber(m_megapixels), box});
        }
        const std::string folder = visibleName(m_folder.native());
        if (m_files.empty()) // not looked for yet
            return Message(OVERLAP_TR_NOOP("Messages",
                                           "The JPEG files of %1, each made a thumbnail of at most "
                                           "%2 × %2"),
                           {folder, box});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 JPEG files of %2, each made a thumbnail of at most "
                                                   "%3 × %3"),
                       {std::to_string(m_files.size()), folder, box});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "decode"), core::Nature::mixed}, // it reads the file, too
                {OVERLAP_TR_NOOP("Workloads", "resize"), core::Nature::computing},
                {OVERLAP_TR_NOOP("Workloads", "encode"), core::Nature::computing},
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
        switch (stage) {
        case decodeStage:
            return decode(context, std::move(input));
        case resizeStage:
            return resize(context, Parcel(std::move(input)));
        case encodeStage:
            return encode(context, Parcel(std::move(input)));
        default:
            return write(context, Parcel(std::move(input)));
        }
    }

    /// Its codec is Pillow's, which gives the lock back, whatever is set here of ours.
    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("folder", m_folder.native());
        setting.set("thumbnails", m_thumbnails.native());
        setting.set("box", m_box);
        setting.set("quality", m_quality);
        return twinOf(*this, "image-resize", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"file", OVERLAP_TR_NOOP("Workloads", "File"), ParameterKind::text},
                {"width", OVERLAP_TR_NOOP("Workloads", "Width"), ParameterKind::integer},
                {"height", OVERLAP_TR_NOOP("Workloads", "Height"), ParameterKind::integer},
                {"bytesIn", OVERLAP_TR_NOOP("Workloads", "Read"), ParameterKind::bytes},
                {"bytesOut", OVERLAP_TR_NOOP("Workloads", "Written"), ParameterKind::bytes},
                {"sha256", OVERLAP_TR_NOOP("Workloads", "SHA-256 of the thumbnail"), ParameterKind::text}};
    }

    /// The lesson's last question, with its figures; told after the run, so that it gives no guess away.
    Message conclusion(const Value&, const core::TaskCounts&) const override
    {
        constexpr int pictures = 1000;
        constexpr double seconds = 0.5;
        return Message(
            OVERLAP_TR_NOOP("Messages", "%1 pictures of %2 s each: %3 s one after the other, %3 ÷ n s on n "
                                        "cores"),
            {std::to_string(pictures), core::shortNumber(seconds), core::shortNumber(pictures * seconds)});
    }

private:
    core::Stage<Value> decode(core::TaskContext& context, Value input) const
    {
        const fs::path path = m_folder / input.asString();
        const std::string bytes =
            co_await context.blocking([&path] { return wholeFile(path, maximumFileBytes); });
        const auto work = [&] {
            return decodeJpeg(bytes, visibleName(path.filename().native()), m_box,
                              [&context] { return context.cancelled(); });
        };
        DecodedJpeg decoded;
        if (m_codecKeepsGil)
            decoded = work();
        else
            decoded = co_await context.native(work);
        const PictureSize size = thumbnailSize(decoded.original, m_box);
        Value about = Value::object();
        about.set("file", visibleName(input.asString()));
        about.set("width", size.width);
        about.set("height", size.height);
        about.set("bytesIn", bytes.size());
        co_return Parcel(std::move(about), std::move(decoded.picture)).toValue();
    }

    core::Stage<Value> resize(core::TaskContext& context, Parcel parcel) const
    {
        const PictureSize size{static_cast<int>(parcel.about.find("width")->asInteger()),
                               static_cast<int>(parcel.about.find("height")->asInteger())};
        if (m_codecKeepsGil) {
            parcel.picture = scaledDown(parcel.picture, size, [&context] { context.checkpoint(); });
        } else {
            const auto stopIfAsked = [&context] {
                if (context.cancelled())
                    throw core::Cancelled();
            };
            parcel.picture =
                co_await context.native([&] { return scaledDown(parcel.picture, size, stopIfAsked); });
        }
        co_return parcel.toValue();
    }

    core::Stage<Value> encode(core::TaskContext& context, Parcel parcel) const
    {
        const auto work = [&] {
            return encodeJpeg(parcel.picture, m_quality, [&context] { return context.cancelled(); });
        };
        std::string bytes;
        if (m_codecKeepsGil)
            bytes = work();
        else
            bytes = co_await context.native(work);
        parcel.about.set("bytesOut", bytes.size());
        parcel.about.set("sha256", core::sha256(bytes));
        parcel.picture.pixels = std::move(bytes);
        co_return parcel.toValue();
    }

    core::Stage<Value> write(core::TaskContext& context, Parcel parcel) const
    {
        // By number, because files of different subfolders may have one name.
        const fs::path target = m_thumbnails / (paddedNumber(context.item() + 1, m_files.size()) + ".jpg");
        co_await context.blocking([&target, &parcel] { writeScratchFile(target, parcel.picture.pixels); });
        co_return std::move(parcel.about);
    }

    void findFolders(const core::WorkloadSetting& setting)
    {
        m_thumbnails = setting.scratch / "thumbnails";
        if (m_generates)
            m_folder = setting.scratch / "pictures";
    }

    void generate(core::ItemIndex index, const core::WorkloadSetting& setting) const
    {
        const auto stopped = [&setting] { return setting.stop.stop_requested(); };
        const Picture picture =
            drawnPicture(sizeOf(m_megapixels), core::Random::of(setting.seed, index, generating).next(), [&] {
                if (stopped())
                    throw core::Cancelled();
            });
        writeScratchFile(m_folder / m_files[index], encodeJpeg(picture, generatedQuality, stopped));
    }

    fs::path m_folder;
    bool m_generates;
    std::size_t m_most;
    double m_megapixels; ///< of a generated picture
    bool m_recursive;
    int m_box;
    int m_quality;
    bool m_codecKeepsGil;             ///< no native call gives the lock of an interpreter back
    std::vector<std::string> m_files; ///< relative to the folder
    fs::path m_thumbnails;
};

void checkParameters(const Value& parameters, std::string_view pointer, std::vector<core::Problem>& problems)
{
    checkFolder(parameters, pointer, problems);
    const double megapixels =
        parameters.find("files")->asNumber() * parameters.find("megapixels")->asNumber();
    if (parameters.find("folder")->asString().empty() && megapixels > mostGeneratedMegapixels) {
        problems.push_back(
            {core::jsonPointer(pointer, "megapixels"),
             Message(OVERLAP_TR_NOOP("Messages",
                                     "the generated pictures would have %1 megapixels together; at "
                                     "most %2 are made"),
                     {std::to_string(std::llround(megapixels)),
                      std::to_string(std::llround(mostGeneratedMegapixels))})});
    }
}

} // namespace

core::WorkloadDescriptor imageResizeWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {
        .id = "image-resize",
        .title = OVERLAP_TR_NOOP("Workloads", "Thumbnails of pictures"),
        .parameters = {folderParameter(OVERLAP_TR_NOOP("Workloads",
                                                       "Its .jpg and .jpeg files are read, and only read. "
                                                       "Empty: pictures are generated and removed again.")),
                       recursiveParameter(), atMostParameter(), filesParameter(12, 100'000),
                       Parameter{.name = "megapixels",
                                 .kind = ParameterKind::number,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Megapixels of generated pictures"),
                                 .help = OVERLAP_TR_NOOP("Workloads", "Twelve is what a telephone takes."),
                                 .defaultValue = 12.0,
                                 .minimum = 0.01,
                                 .maximum = 100,
                                 .onlyWithout = "folder"},
                       Parameter{.name = "box",
                                 .kind = ParameterKind::integer,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Thumbnail, pixels"),
                                 .help = OVERLAP_TR_NOOP("Workloads",
                                                         "The longer side in pixels. The shape is kept, and "
                                                         "nothing is made larger."),
                                 .defaultValue = 512,
                                 .minimum = 16,
                                 .maximum = 4096},
                       Parameter{.name = "quality",
                                 .kind = ParameterKind::integer,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Quality"),
                                 .help =
                                     OVERLAP_TR_NOOP("Workloads", "Of the thumbnail's JPEG, from 1 to 100."),
                                 .defaultValue = 85,
                                 .minimum = 1,
                                 .maximum = 100},
                       Parameter{.name = "codecKeepsGil",
                                 .kind = ParameterKind::boolean,
                                 .title = OVERLAP_TR_NOOP("Workloads", "The codec keeps the GIL"),
                                 .help = OVERLAP_TR_NOOP(
                                     "Workloads", "Whether decoding, scaling and encoding keep the lock of "
                                                  "the interpreter. Many libraries give it back meanwhile; "
                                                  "code in Python itself cannot. It makes a difference "
                                                  "under gil-threads alone."),
                                 .defaultValue = true}},
        .check = checkParameters,
        .make = [](const Value& parameters) { return std::make_unique<ImageResizeWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
