# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The include-direction lint: cmake -DOVERLAP_ROOT=<checkout> -P cmake/CheckLayering.cmake
# The linker cannot see a header that reaches upwards, because static libraries hide it; this reads the text.
cmake_minimum_required(VERSION 3.25)

# Who may include whom, besides themselves. What stands below may be used by what stands above, never the reverse.
set(may_include_core)
set(may_include_recording core)
set(may_include_ipc core recording)
set(may_include_net core)
set(may_include_workloads core)
set(may_include_executors core recording ipc)
set(may_include_analysis core)
set(may_include_engine core recording ipc net workloads executors analysis)
set(may_include_exporting core recording analysis)
set(may_include_library core)
set(may_include_session core recording analysis engine exporting library) # recording: empties the live mailbox
set(may_include_charts core analysis session)
set(may_include_gui core analysis session charts)
# Programs put the parts together, so they also see what they hand to the engine.
set(may_include_app core ipc net engine session charts gui)
set(may_include_cli core recording ipc net executors analysis engine exporting library)
set(may_include_worker core recording ipc net workloads executors)
set(may_include_testserver core ipc) # ipc: ends with its parent

set(layers core recording ipc net workloads executors analysis engine exporting library session charts gui app cli
    worker testserver)
set(qt_places "^(session|charts|gui|app)/|^cli/chart_output\\.cpp$")
set(charts_places "^cli/chart_output\\.cpp$") # beyond the table: the one user of charts in the command line
set(qcustomplot_places "^charts/qcp\\.h$")
set(nlohmann_places "^core/json(_stream)?\\.cpp$")
set(target_places "^cmake/Overlap(Targets|Options)\\.cmake$|^tests/(bench|worker)/")

set(problems 0)
macro(problem where what)
    message(NOTICE "${where}: ${what}")
    math(EXPR problems "${problems} + 1")
endmacro()

# check_folder_include(core core/json.cpp engine/runner.h)
macro(check_folder_include layer file header)
    string(REGEX REPLACE "/.*" "" used "${header}")
    if(NOT used IN_LIST layers)
        problem("src/${file}" "includes \"${header}\", and ${used} is not a layer")
    elseif(used STREQUAL "charts" AND "${file}" MATCHES "${charts_places}")
        # the exception of chart_output.cpp
    elseif(NOT used STREQUAL "${layer}" AND NOT used IN_LIST may_include_${layer})
        problem("src/${file}" "includes \"${header}\", but ${layer} may not use ${used}")
    endif()
endmacro()

macro(check_library_include file header)
    if("${header}" MATCHES "^qcustomplot" AND NOT "${file}" MATCHES "${qcustomplot_places}")
        problem("src/${file}" "includes <${header}>; only charts/qcp.h does")
    elseif("${header}" MATCHES "^Q|^q.*\\.h$" AND NOT "${file}" MATCHES "${qt_places}") # <queue> is none of Qt
        problem("src/${file}" "includes <${header}>, but must stay free of Qt")
    elseif("${header}" MATCHES "^nlohmann/" AND NOT "${file}" MATCHES "${nlohmann_places}")
        problem("src/${file}" "includes <${header}>; only core/json.cpp and core/json_stream.cpp do")
    endif()
endmacro()

macro(check_source file)
    string(REGEX REPLACE "/.*" "" layer "${file}")
    if(NOT layer IN_LIST layers)
        problem("src/${file}" "${layer} is not a layer; add it to cmake/CheckLayering.cmake")
    endif()
    file(STRINGS "${OVERLAP_ROOT}/src/${file}" includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
    foreach(line IN LISTS includes)
        string(REGEX REPLACE "^[^<\"]*([<\"])([^>\"]*).*" "\\1;\\2" parts "${line}")
        list(GET parts 0 quote)
        list(GET parts 1 header)
        if(quote STREQUAL "<" OR "${header}" MATCHES "^([Qq][^/]*$|Qt|nlohmann/)")
            check_library_include("${file}" "${header}")
        elseif("${header}" MATCHES "/")
            check_folder_include("${layer}" "${file}" "${header}")
        elseif(NOT "${header}" MATCHES "^ui_.*\\.h$|\\.moc$")
            problem("src/${file}" "includes \"${header}\"; write the folder, \"${layer}/${header}\"")
        endif()
    endforeach()
endmacro()

macro(check_list_file file)
    file(STRINGS "${OVERLAP_ROOT}/${file}" lines REGEX "^[ \t]*(file|add_library|add_executable)[ \t]*\\(")
    foreach(line IN LISTS lines)
        if(line MATCHES "file[ \t]*\\([ \t]*GLOB")
            problem("${file}" "lists files by pattern; name them, so that the build notices a new one")
        elseif(line MATCHES "add_(library|executable)" AND NOT "${file}" MATCHES "${target_places}")
            problem("${file}" "declares a target of its own; use overlap_add_layer, overlap_add_program or overlap_add_test")
        endif()
    endforeach()
endmacro()

file(GLOB_RECURSE sources RELATIVE "${OVERLAP_ROOT}/src" "${OVERLAP_ROOT}/src/*.h" "${OVERLAP_ROOT}/src/*.cpp")
foreach(source IN LISTS sources)
    check_source("${source}")
endforeach()

file(GLOB_RECURSE list_files RELATIVE "${OVERLAP_ROOT}" "${OVERLAP_ROOT}/src/CMakeLists.txt"
    "${OVERLAP_ROOT}/tests/CMakeLists.txt" "${OVERLAP_ROOT}/resources/CMakeLists.txt" "${OVERLAP_ROOT}/cmake/*.cmake")
list(REMOVE_ITEM list_files cmake/CheckLayering.cmake)
foreach(list_file IN LISTS list_files)
    check_list_file("${list_file}")
endforeach()

list(LENGTH sources count)
if(count EQUAL 0)
    message(FATAL_ERROR "No sources under '${OVERLAP_ROOT}/src'")
elseif(problems GREATER 0)
    message(FATAL_ERROR "${problems} found in ${count} files. The table of who may use whom is in cmake/CheckLayering.cmake.")
endif()
message(STATUS "${count} files include in the right direction")
