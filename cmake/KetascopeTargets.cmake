# SPDX-License-Identifier: GPL-3.0-or-later

# ketascope_settings(<target>): what every target of this project shares.
function(ketascope_settings target)
  # No fused multiply-add behind our back: it would round differently from one processor to the next.
  target_compile_options(${target} PRIVATE ${KETASCOPE_WARNINGS} -ffp-contract=off)
  # g++ 12 raises these two by mistake in optimised std::optional and std::string code (GCC bugs 80635, 105651):
  # they are shown, but do not stop a build.
  target_compile_options(${target} PRIVATE
    "$<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized;-Wno-error=restrict;-Wno-error=array-bounds>")
  target_compile_features(${target} PUBLIC cxx_std_20)
endfunction()

# ketascope_layer(<name> ROOMS <room>... LINK <target>... [LINK_PRIVATE <target>...] [PRECOMPILE <header>...])
# A static library from src/<room>/**.cpp, with include/ketascope/<room>/**.hpp as its public headers.
# A layer that has no .cpp file is a header-only library.
function(ketascope_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS;LINK;LINK_PRIVATE;PRECOMPILE")
  set(sources "")
  set(headers "")
  foreach(room IN LISTS arg_ROOMS)
    file(GLOB_RECURSE room_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${room}/*.cpp)
    file(GLOB_RECURSE room_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/ketascope/${room}/*.hpp)
    list(APPEND sources ${room_sources})
    list(APPEND headers ${room_headers})
  endforeach()

  set(target ketascope_${name})
  set(scope PUBLIC)
  if(sources)
    add_library(${target} STATIC ${sources})
    ketascope_settings(${target})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${target} PRIVATE ${arg_LINK_PRIVATE})
    if(arg_PRECOMPILE)
      target_precompile_headers(${target} PRIVATE ${arg_PRECOMPILE})
    endif()
  else()
    set(scope INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  add_library(ketascope::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_link_libraries(${target} ${scope} ${arg_LINK})
  # The build interface is stated apart from the file set, so that it also holds for a room without headers.
  target_include_directories(${target} ${scope}
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>)
  target_sources(${target} ${scope}
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
endfunction()

# ketascope_plugin(<name> SOURCES <file>... LINK <target>...)
# A module that the programs load when they want it (app/plugin.hpp).
function(ketascope_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_library(${name} MODULE ${arg_SOURCES})
  ketascope_settings(${name})
  set_target_properties(${name} PROPERTIES
    PREFIX ""
    LIBRARY_OUTPUT_DIRECTORY ${KETASCOPE_PLUGIN_OUTPUT_DIRECTORY})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  # What the static libraries define stays inside: the program that loads this has its own copies.
  target_link_options(${name} PRIVATE LINKER:--exclude-libs,ALL LINKER:-z,defs)
endfunction()
