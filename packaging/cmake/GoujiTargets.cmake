# SPDX-License-Identifier: GPL-3.0-or-later
# Flags and helpers every target of the project shares.
include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()

add_library(gouji-flags INTERFACE)
target_compile_options(gouji-flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)
target_compile_definitions(gouji-flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    GOUJI_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS> # an index out of bounds stops the tests instead of reading chance memory
)
if(GOUJI_WARNINGS_AS_ERRORS)
    # GCC takes an empty std::optional for memory read before it is written, in one level of optimisation and not in the next:
    # that warning is read, the sanitizers and valgrind decide.
    target_compile_options(gouji-flags INTERFACE -Werror $<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized>)
endif()
if(GOUJI_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "The fuzz target needs clang: cmake --preset fuzz, or -DCMAKE_CXX_COMPILER=clang++")
    endif()
    set(GOUJI_SANITIZE "fuzzer-no-link,address,undefined")
    target_compile_options(gouji-flags INTERFACE -fno-sanitize-recover=undefined)
    target_compile_definitions(gouji-flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(GOUJI_SANITIZE)
    # Modules have type information of their own, which these two compare with the program's by its address.
    target_compile_options(gouji-flags INTERFACE -fsanitize=${GOUJI_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize=vptr$<$<CXX_COMPILER_ID:Clang>:,function>)
    target_link_options(gouji-flags INTERFACE -fsanitize=${GOUJI_SANITIZE})
endif()

# gouji_add_test(name [GUI] SOURCES... LIBRARIES...): one Qt Test program, run offscreen, never on a person's own data.
function(gouji_add_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE gouji-flags Qt6::Test ${arg_LIBRARIES})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=Asia/Shanghai")
endfunction()
