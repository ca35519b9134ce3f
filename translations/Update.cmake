# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the texts of the sources, forms and experiment files into every .ts file named.
#   cmake -DLUPDATE=… -DSCRATCH=folder "-DTS_FILES=a.ts;b.ts" -P translations/Update.cmake
cmake_minimum_required(VERSION 3.25)
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}" DIRECTORY)

# lupdate reads no JSON, so what people read in the experiment files is written out for it as C++.
set(texts "")
file(GLOB experiments "${root}/resources/experiments/*.json")
foreach(experiment IN LISTS experiments)
    file(READ "${experiment}" json)
    foreach(key IN ITEMS chapter title)
        string(JSON text GET "${json}" ${key})
        string(REPLACE "\\" "\\\\" text "${text}")
        string(REPLACE "\"" "\\\"" text "${text}")
        string(APPEND texts "QT_TRANSLATE_NOOP(\"Experiments\", \"${text}\");\n")
    endforeach()
endforeach()
file(MAKE_DIRECTORY "${SCRATCH}")
set(extracted "${SCRATCH}/experiments.cpp")
file(WRITE "${extracted}" "${texts}")

# The command line and the test server speak English only.
file(GLOB sources "${root}/src/*")
list(FILTER sources EXCLUDE REGEX "/(cli|testserver|CMakeLists\\.txt)$")

# Locations would make every change of a source a change of the translations.
execute_process(
    COMMAND "${LUPDATE}" -silent -locations none -no-ui-lines -no-obsolete
        -tr-function-alias QT_TRANSLATE_NOOP+=OVERLAP_TR_NOOP
        -I "${root}/src" ${sources} "${root}/ui" "${extracted}" -ts ${TS_FILES}
    COMMAND_ERROR_IS_FATAL ANY)
