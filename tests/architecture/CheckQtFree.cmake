# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DREADELF=<readelf> "-DPROGRAMS=a;b" -P CheckQtFree.cmake: fails if one of them needs a library of Qt.
cmake_minimum_required(VERSION 3.25)

if(NOT PROGRAMS)
    message(FATAL_ERROR "No programs given")
endif()
foreach(program IN LISTS PROGRAMS)
    execute_process(COMMAND "${READELF}" -d "${program}" OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
    if(NOT dynamic MATCHES "NEEDED.*libc\\.so")
        message(FATAL_ERROR "${program} lists no libc, so its dynamic section was not read")
    endif()
    if(dynamic MATCHES "\\[(libQ[^]]*)\\]")
        message(FATAL_ERROR "${program} needs ${CMAKE_MATCH_1}")
    endif()
endforeach()
