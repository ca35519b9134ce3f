# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target holds everything that all of our code is compiled with.

add_library(overlap_options INTERFACE)
target_compile_features(overlap_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Kernels are compared across strategies and runtimes, so no contraction and no fast-math anywhere.
target_compile_options(overlap_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion -Wno-sign-conversion
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # a false positive of GCC 12 on std::string operator+ (gcc.gnu.org PR 105329)
    -Werror=return-type -ffp-contract=off -fvisibility-inlines-hidden)

# A program loads the libraries that it calls, not all that its layers know: every worker process starts by loading.
target_link_options(overlap_options INTERFACE LINKER:--as-needed)

# Qt strictness is harmless where Qt is not used.
target_compile_definitions(overlap_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    OVERLAP_VERSION="${PROJECT_VERSION}")

if(OVERLAP_SANITIZE STREQUAL "address")
    target_compile_options(overlap_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(overlap_options INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(overlap_options INTERFACE OVERLAP_SANITIZED)
elseif(OVERLAP_SANITIZE STREQUAL "thread")
    target_compile_options(overlap_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
    target_link_options(overlap_options INTERFACE -fsanitize=thread)
    target_compile_definitions(overlap_options INTERFACE OVERLAP_SANITIZED)
elseif(OVERLAP_SANITIZE)
    message(FATAL_ERROR "OVERLAP_SANITIZE is '${OVERLAP_SANITIZE}'; it takes address or thread")
endif()

if(OVERLAP_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "OVERLAP_FUZZ needs Clang, whose library the fuzzers are made of")
    endif()
    # Only functions that this catches are counted as covered, so all of our code is compiled with it.
    target_compile_options(overlap_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
        -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(overlap_options INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(overlap_options INTERFACE OVERLAP_SANITIZED)
endif()

find_program(OVERLAP_CCACHE ccache)
if(OVERLAP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${OVERLAP_CCACHE}")
endif()

# The build tree and an installation share one shape, so that a program finds its neighbours the same way.
set(OVERLAP_BINDIR "${PROJECT_BINARY_DIR}/bin")
set(OVERLAP_LIBEXECDIR "${PROJECT_BINARY_DIR}/libexec/overlap")
set(OVERLAP_SHAREDIR "${PROJECT_BINARY_DIR}/share/overlap")
