# SPDX-License-Identifier: Apache-2.0
# One library per folder, one place for warnings, one place for tests.

set(MERESTONE_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of GCC 12 inside std::variant when optimising, and inside <regex> with sanitizers (bug 105562).
  list(APPEND MERESTONE_WARNINGS -Wno-maybe-uninitialized)
endif()

# The core and what stands on it are checked at run time, the tests that drive them are not: a test's own code takes three
# times as long to compile with sanitizers.
option(MERESTONE_SANITIZE "Check addresses and undefined behaviour at run time" OFF)
if(MERESTONE_SANITIZE)
  set(MERESTONE_SANITIZERS -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(${MERESTONE_SANITIZERS})
endif()

# A command or an act is half templates that its neighbours instantiate too. ./run, which builds whole, turns it on; where
# one source is edited at a time it costs more than it saves.
option(MERESTONE_TOGETHER "Compile related sources as one" OFF)

# merestone_together(<target> <expression>...): the sources whose names match an expression from their beginning on are
# compiled as one, so that two of them cannot give one name to two things.
function(merestone_together target)
  if(NOT MERESTONE_TOGETHER)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  set(group 0)
  foreach(expression IN LISTS ARGN)
    math(EXPR group "${group} + 1")
    set(members ${sources})
    list(FILTER members INCLUDE REGEX "^(${expression})")
    list(REMOVE_ITEM sources ${members})
    set_source_files_properties(${members} PROPERTIES UNITY_GROUP together_${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# A third of the time to compile a source goes into the standard library's headers.
option(MERESTONE_PRECOMPILE "Precompile headers" ON)
set(MERESTONE_STANDARD_HEADERS
    <algorithm> <array> <chrono> <cmath> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string>
    <string_view> <unordered_map> <unordered_set> <variant> <vector>)
if(MERESTONE_PRECOMPILE)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/standard.cpp" CONTENT "")
  add_library(merestone_standard OBJECT "${PROJECT_BINARY_DIR}/standard.cpp")
  target_compile_options(merestone_standard PRIVATE ${MERESTONE_WARNINGS} ${MERESTONE_SANITIZERS})
  target_precompile_headers(merestone_standard PRIVATE ${MERESTONE_STANDARD_HEADERS})
endif()

# merestone_module(<top> <name> [PLAIN] SOURCES <cpp>... HEADERS <hpp>... [LINK <target>...] [USE <private lib>...]
#                  [PRECOMPILE <hpp>])
# makes the library <top>_<name>, known as <top>::<name>. LINK names what its headers need. A header with a source of its
# name is compiled first there (an architecture test sees to it); only the others are verified by themselves.
# PRECOMPILE: a header that most of its sources need and that costs more than a second in each.
# PLAIN: without precompiled headers, where a library brings -pthread (Pango), whose macro they do not know.
function(merestone_module top name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "PLAIN" "PRECOMPILE" "SOURCES;HEADERS;LINK;USE")
  set(target ${top}_${name})
  set(proven ${arg_HEADERS})
  set(lone "")
  foreach(header IN LISTS arg_HEADERS)
    string(REGEX REPLACE "[.]hpp$" ".cpp" source "${header}")
    if(NOT source IN_LIST arg_SOURCES)
      list(APPEND lone "${header}")
      list(REMOVE_ITEM proven "${header}")
    endif()
  endforeach()
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${proven}
                   FILE_SET lone TYPE HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${lone})
    if(lone)
      set_property(TARGET ${target} PROPERTY INTERFACE_HEADER_SETS_TO_VERIFY lone)
    else()
      set_property(TARGET ${target} PROPERTY VERIFY_INTERFACE_HEADER_SETS OFF)
    endif()
    target_compile_options(${target} PRIVATE ${MERESTONE_WARNINGS} ${MERESTONE_SANITIZERS})
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE ${arg_USE})
    if(MERESTONE_PRECOMPILE AND arg_PRECOMPILE)
      target_precompile_headers(${target} PRIVATE ${MERESTONE_STANDARD_HEADERS} "${PROJECT_SOURCE_DIR}/${arg_PRECOMPILE}")
    elseif(MERESTONE_PRECOMPILE AND NOT arg_PLAIN)
      target_precompile_headers(${target} REUSE_FROM merestone_standard)
    endif()
  else()
    add_library(${target} INTERFACE)
    target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
    target_link_libraries(${target} INTERFACE ${arg_LINK})
  endif()
  add_library(${top}::${name} ALIAS ${target})
endfunction()

# merestone_test(<name> SOURCES <cpp>... LINK <target>... [LABELS <label>...] [RAPIDCHECK <parameter>=<value>])
function(merestone_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RAPIDCHECK" "SOURCES;LINK;LABELS")
  add_executable(${name} ${arg_SOURCES})
  target_compile_options(${name} PRIVATE ${MERESTONE_WARNINGS})
  target_link_libraries(${name} PRIVATE merestone_test_support ${arg_LINK})
  target_precompile_headers(${name} REUSE_FROM merestone_test_support)
  add_test(NAME ${name} COMMAND ${name})
  # What links nothing above gis is a test of the core: fast, and run with sanitizers too.
  if(NOT "${arg_LINK}" MATCHES "(data|tiles|cli)::")
    list(APPEND arg_LABELS core)
    set_property(GLOBAL APPEND PROPERTY MERESTONE_CORE_TESTS ${name})
  else()
    list(APPEND arg_LABELS rest)
    set_property(GLOBAL APPEND PROPERTY MERESTONE_OTHER_TESTS ${name})
  endif()
  # Properties are asked from one seed everywhere: what passed here passes there. New seeds are for `./run explore`.
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" ENVIRONMENT "RC_PARAMS=seed=1886 ${arg_RAPIDCHECK}")
endfunction()

# merestone_embed(<target> <symbol> <file>...): each file becomes one row of
# merestone::embedded::<symbol>, sorted by name (see gis/base/embedded.hpp).
function(merestone_embed target symbol)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.embedded.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DSYMBOL=${symbol} "-DFILES=${ARGN}"
            -P "${PROJECT_SOURCE_DIR}/gis/cmake/embed.cmake"
    DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/gis/cmake/embed.cmake"
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()
