// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"

namespace overlap::net {

/// Makes fetchers for many requests at a time on one thread, with the same limits, protections and sentences
/// as those of curlFetcherFactory(). Precondition: a CurlLibrary lives. The factory may be copied and called
/// by any thread; it throws core::Error where descriptors or memory are short. A fetcher holds three
/// descriptors, one for each request under way, and keeps as many connections as it has had requests at a
/// time.
core::MultiFetcherFactory curlMultiFetcherFactory();

} // namespace overlap::net
