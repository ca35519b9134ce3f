// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

using EVP_MD_CTX = struct evp_md_ctx_st;

namespace overlap::core {

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits. Any thread.
std::string sha256(std::string_view bytes);

/// The same of bytes that come piece by piece. One thread at a time.
class Sha256
{
public:
    Sha256();
    void add(std::string_view bytes);
    /// The digest of all that was added. Last call.
    std::string finish();

private:
    struct Free
    {
        void operator()(EVP_MD_CTX* context) const;
    };
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

} // namespace overlap::core
