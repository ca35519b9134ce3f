// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/jpeg_codec.h"

#include "core/message.h"
#include "core/task_context.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it before
#include <cstdlib>

#include <jpeglib.h>

#include <jerror.h>

namespace overlap::workloads {

using core::Error;
using core::Message;

namespace {

constexpr int tooManyScans = -1;  // beside the library's own codes
constexpr int maximumScans = 500; // a small progressive file may ask for endless passes over a large picture

/// Where the library goes when it gives up: it is C and knows no exceptions, so it jumps to the call that is
/// guarded, and that one throws. Between jump and call there are only the library's frames and plain figures.
struct Trouble
{
    jpeg_error_mgr manager{};
    jpeg_progress_mgr progress{};
    std::jmp_buf back{};
    char text[JMSG_LENGTH_MAX] = {};
    int code = 0;
    bool cancelled = false;
    const StopQuestion* stopped = nullptr;

    static Trouble& of(j_common_ptr codec) { return *static_cast<Trouble*>(codec->client_data); }

    [[noreturn]] static void giveUp(j_common_ptr codec)
    {
        Trouble& trouble = of(codec);
        trouble.code = codec->err->msg_code;
        codec->err->format_message(codec, trouble.text);
        std::longjmp(trouble.back, 1);
    }

    static void warn(j_common_ptr codec, int level)
    {
        if (level < 0) // a warning: the data is damaged
            giveUp(codec);
    }

    static void askForStop(j_common_ptr codec)
    {
        Trouble& trouble = of(codec);
        const bool endless = codec->is_decompressor &&
                             reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > maximumScans;
        if (endless) {
            trouble.code = tooManyScans;
            std::longjmp(trouble.back, 1);
        }
        if (!(*trouble.stopped)())
            return;
        trouble.cancelled = true;
        std::longjmp(trouble.back, 1);
    }

    void attach(j_common_ptr codec, const StopQuestion& question)
    {
        jpeg_std_error(&manager);
        manager.error_exit = giveUp;
        manager.emit_message = warn;
        manager.output_message = [](j_common_ptr) {};
        progress.progress_monitor = askForStop;
        stopped = &question;
        codec->err = &manager;
        codec->client_data = this;
    }
};

/// Runs `call`, which may end in a jump; false where it did. `call` must own nothing that needs a destructor.
template <class Call>
bool guarded(Trouble& trouble, const Call& call)
{
    if (setjmp(trouble.back) != 0) // NOLINT(cert-err52-cpp): the library leaves no other way
        return false;
    call();
    return true;
}

class Decoder
{
public:
    Decoder(std::string_view bytes, const std::string& name, const StopQuestion& stopped) : m_name(name)
    {
        m_trouble.attach(reinterpret_cast<j_common_ptr>(&m_codec), stopped);
        call([&] {
            jpeg_create_decompress(&m_codec);
            // Creating clears the whole structure but for err and client_data.
            m_codec.progress = &m_trouble.progress;
            jpeg_mem_src(&m_codec, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
            jpeg_read_header(&m_codec, TRUE);
        });
    }

    PictureSize size() const
    {
        return {static_cast<int>(m_codec.image_width), static_cast<int>(m_codec.image_height)};
    }
    bool isCmyk() const
    {
        return m_codec.jpeg_color_space == JCS_CMYK || m_codec.jpeg_color_space == JCS_YCCK;
    }

    Picture decode(PictureSize least)
    {
        Picture picture;
        call([&] {
            m_codec.out_color_space = JCS_RGB;
            m_codec.scale_denom = 8;
            for (m_codec.scale_num = 1; m_codec.scale_num < 8; ++m_codec.scale_num) {
                jpeg_calc_output_dimensions(&m_codec);
                if (static_cast<int>(m_codec.output_width) >= least.width &&
                    static_cast<int>(m_codec.output_height) >= least.height)
                    break;
            }
            jpeg_start_decompress(&m_codec);
        });
        picture.width = static_cast<int>(m_codec.output_width);
        picture.height = static_cast<int>(m_codec.output_height);
        const std::size_t stride = m_codec.output_width * std::size_t{3};
        picture.pixels.resize(stride * m_codec.output_height);
        call([&] {
            while (m_codec.output_scanline < m_codec.output_height) {
                auto* row =
                    reinterpret_cast<JSAMPROW>(picture.pixels.data() + stride * m_codec.output_scanline);
                jpeg_read_scanlines(&m_codec, &row, 1);
            }
            jpeg_finish_decompress(&m_codec);
        });
        return picture;
    }

private:
    template <class Call>
    void call(const Call& work)
    {
        if (guarded(m_trouble, work))
            return;
        if (m_trouble.cancelled)
            throw core::Cancelled();
        switch (m_trouble.code) {
        case JERR_NO_SOI:
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” is not a JPEG file"), {m_name}));
        case JERR_INPUT_EMPTY:
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” is empty"), {m_name}));
        case JWRN_JPEG_EOF:
            throw Error(
                Message(OVERLAP_TR_NOOP("Messages", "“%1” ends before its picture is complete"), {m_name}));
        case tooManyScans:
            throw Error(
                Message(OVERLAP_TR_NOOP("Messages", "“%1” asks for more than %2 passes over its picture"),
                        {m_name, std::to_string(maximumScans)}));
        default:
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "the picture in “%1” is damaged: %2"),
                                {m_name, m_trouble.text}));
        }
    }

    const std::string& m_name;
    Trouble m_trouble;
    // A member of its own, so that it is freed where the constructor throws, too.
    struct Codec : jpeg_decompress_struct
    {
        Codec() : jpeg_decompress_struct() {}
        ~Codec() { jpeg_destroy_decompress(this); }
        Codec(const Codec&) = delete;
        Codec& operator=(const Codec&) = delete;
    } m_codec;
};

} // namespace

DecodedJpeg decodeJpeg(std::string_view bytes, const std::string& name, int box, const StopQuestion& stopped)
{
    Decoder decoder(bytes, name, stopped);
    const PictureSize original = decoder.size();
    const std::int64_t pixels = static_cast<std::int64_t>(original.width) * original.height;
    if (pixels > maximumPixels) {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "“%1” has %2 million pixels; at most %3 million are decoded"),
                    {name, std::to_string(pixels / 1'000'000), std::to_string(maximumPixels / 1'000'000)}));
    }
    if (decoder.isCmyk()) {
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "“%1” has the colours of a printer (CMYK), not of a screen"),
                    {name}));
    }
    return {decoder.decode(thumbnailSize(original, box)), original};
}

std::string encodeJpeg(const Picture& picture, int quality, const StopQuestion& stopped)
{
    struct Encoder
    {
        Trouble trouble;
        jpeg_compress_struct codec{};
        unsigned char* bytes = nullptr; ///< of malloc, by the library
        unsigned long size = 0;
        ~Encoder()
        {
            // When the buffer grows the library frees the old one and says so only here: what `bytes` holds
            // after a jump may be gone.
            if (bytes && codec.dest)
                codec.dest->term_destination(&codec);
            jpeg_destroy_compress(&codec);
            std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc)
        }
    } encoder;
    encoder.trouble.attach(reinterpret_cast<j_common_ptr>(&encoder.codec), stopped);
    const auto work = [&] {
        jpeg_compress_struct& codec = encoder.codec;
        jpeg_create_compress(&codec);
        codec.progress = &encoder.trouble.progress;
        jpeg_mem_dest(&codec, &encoder.bytes, &encoder.size);
        codec.image_width = static_cast<JDIMENSION>(picture.width);
        codec.image_height = static_cast<JDIMENSION>(picture.height);
        codec.input_components = 3;
        codec.in_color_space = JCS_RGB;
        jpeg_set_defaults(&codec);
        jpeg_set_quality(&codec, quality, TRUE);
        jpeg_start_compress(&codec, TRUE);
        const std::size_t stride = codec.image_width * std::size_t{3};
        // The library reads from the row and does not write to it, though its type does not say so.
        auto* const pixels = reinterpret_cast<JSAMPROW>(const_cast<char*>(picture.pixels.data()));
        while (codec.next_scanline < codec.image_height) {
            auto* row = pixels + stride * codec.next_scanline;
            jpeg_write_scanlines(&codec, &row, 1);
        }
        jpeg_finish_compress(&codec);
    };
    if (!guarded(encoder.trouble, work)) {
        if (encoder.trouble.cancelled)
            throw core::Cancelled();
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the picture cannot be encoded: %1"),
                            {encoder.trouble.text}));
    }
    return {reinterpret_cast<const char*>(encoder.bytes), encoder.size};
}

} // namespace overlap::workloads
