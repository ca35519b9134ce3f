// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"

#include "core/message.h"

#include <array>
#include <openssl/evp.h>

namespace overlap::core {

namespace {

[[noreturn]] void fail()
{
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "the SHA-256 digest could not be computed")));
}

} // namespace

std::string sha256(std::string_view bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.finish();
}

void Sha256::Free::operator()(EVP_MD_CTX* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        fail();
}

void Sha256::add(std::string_view bytes)
{
    if (EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) != 1)
        fail();
}

std::string Sha256::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(m_context.get(), hash.data(), &length) != 1)
        fail();
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += digits[hash[i] >> 4];
        text += digits[hash[i] & 15];
    }
    return text;
}

} // namespace overlap::core
