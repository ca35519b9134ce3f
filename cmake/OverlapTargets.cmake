# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The only ways to declare a library, a program and a test.

# overlap_add_layer(NAME core SOURCES a.cpp... [PUBLIC libs...] [PRIVATE libs...] [QT])
# A layer is a static library overlap_<name> with the alias overlap::<name>. QT turns on AUTOMOC;
# a layer without it cannot include Qt, because nothing gives it the include path.
function(overlap_add_layer)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT" "NAME" "SOURCES;PUBLIC;PRIVATE")
    add_library(overlap_${arg_NAME} STATIC ${arg_SOURCES})
    add_library(overlap::${arg_NAME} ALIAS overlap_${arg_NAME})
    target_include_directories(overlap_${arg_NAME} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(overlap_${arg_NAME} PUBLIC ${arg_PUBLIC} PRIVATE overlap_options ${arg_PRIVATE})
    if(arg_QT)
        set_target_properties(overlap_${arg_NAME} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# overlap_add_program(NAME overlap-cli DESTINATION bin|libexec SOURCES ... LINK ... [QT])
function(overlap_add_program)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT" "NAME;DESTINATION" "SOURCES;LINK")
    add_executable(${arg_NAME} ${arg_SOURCES})
    target_link_libraries(${arg_NAME} PRIVATE overlap_options ${arg_LINK})
    target_include_directories(${arg_NAME} PRIVATE "${PROJECT_SOURCE_DIR}/src")
    if(arg_QT)
        set_target_properties(${arg_NAME} PROPERTIES AUTOMOC ON AUTORCC ON)
    endif()
    if(arg_DESTINATION STREQUAL "bin")
        set_target_properties(${arg_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${OVERLAP_BINDIR}")
        install(TARGETS ${arg_NAME} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    else()
        set_target_properties(${arg_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${OVERLAP_LIBEXECDIR}")
        install(TARGETS ${arg_NAME} RUNTIME DESTINATION libexec/overlap)
    endif()
endfunction()

# overlap_add_test(NAME core.json SOURCES tst_json.cpp LINK overlap::core [LABELS unit] [QT] [SERIAL] [TIMEOUT s])
# Without QT a GoogleTest program, with QT a Qt Test program: the split is the Qt boundary.
function(overlap_add_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT;SERIAL" "NAME;TIMEOUT" "SOURCES;LINK;LABELS")
    string(REPLACE "." "_" target "tst_${arg_NAME}")
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE overlap_options ${arg_LINK})
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${target} PRIVATE
        OVERLAP_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        OVERLAP_BUILD_ROOT="${PROJECT_BINARY_DIR}")
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
    if(arg_QT)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
        target_link_libraries(${target} PRIVATE Qt6::Test)
    else()
        target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest_main)
    endif()
    add_test(NAME ${arg_NAME} COMMAND ${target})
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${arg_NAME} PROPERTIES
        LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;LC_ALL=C.UTF-8;XDG_RUNTIME_DIR=${PROJECT_BINARY_DIR}/tests/runtime;XDG_STATE_HOME=${PROJECT_BINARY_DIR}/tests/state")
    if(arg_SERIAL)
        set_tests_properties(${arg_NAME} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()

# overlap_add_fuzzer(NAME experiment SOURCES fuzz_experiment.cpp LINK overlap::core): build/<preset>/fuzz/fuzz_experiment
function(overlap_add_fuzzer)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;LINK")
    add_executable(fuzz_${arg_NAME} ${arg_SOURCES})
    target_link_libraries(fuzz_${arg_NAME} PRIVATE overlap_options ${arg_LINK})
    target_include_directories(fuzz_${arg_NAME} PRIVATE "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/tests")
    target_link_options(fuzz_${arg_NAME} PRIVATE -fsanitize=fuzzer)
    set_target_properties(fuzz_${arg_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
endfunction()
