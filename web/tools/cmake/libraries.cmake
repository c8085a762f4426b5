# The libraries that are built from source (Dear ImGui, libunibreak, SDL2) and the two header-only ones. Their code is
# not ours: no warnings, system includes. It must not know the portal's own targets.

# The folders come from the same lock file that fetched them; each can be overridden by a cache path or by an
# environment variable of the same name.
set(lock_file "${CMAKE_SOURCE_DIR}/web/tools/sources.lock")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${lock_file}")
file(STRINGS "${lock_file}" lock_lines REGEX "^[a-z]")
foreach(line IN LISTS lock_lines)
  string(REGEX REPLACE " +" ";" fields "${line}")
  list(GET fields 0 name)
  list(GET fields 1 option)
  list(GET fields 2 package)
  string(REGEX REPLACE "^[^=]*=([^+-]*).*$" "\\1" version "${package}")
  if(DEFINED ENV{${option}})
    set(default "$ENV{${option}}")
  else()
    set(default "${CMAKE_SOURCE_DIR}/build/sources/${name}-${version}")
  endif()
  set(${option} "${default}" CACHE PATH "Unpacked source of ${name} ${version}")
  if(NOT EXISTS "${${option}}")
    message(FATAL_ERROR "${option} is ${${option}}, which does not exist. Run web/tools/sources to get the pinned "
                        "sources, or pass -D${option}=<folder of an unpacked ${name}>.")
  endif()
endforeach()

find_path(PORTAL_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
find_path(PORTAL_DOCTEST_INCLUDE doctest/doctest.h PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT PORTAL_JSON_INCLUDE OR NOT PORTAL_DOCTEST_INCLUDE)
  message(FATAL_ERROR "nlohmann/json and doctest are needed (Debian: nlohmann-json3-dev, doctest-dev).")
endif()

# Header-only libraries are reached through links, so that nothing else of /usr/include gets onto Emscripten's path.
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/headers")
file(CREATE_LINK "${PORTAL_JSON_INCLUDE}/nlohmann" "${CMAKE_BINARY_DIR}/headers/nlohmann" SYMBOLIC)
file(CREATE_LINK "${PORTAL_DOCTEST_INCLUDE}/doctest" "${CMAKE_BINARY_DIR}/headers/doctest" SYMBOLIC)
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/headers")
target_compile_definitions(json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
add_library(doctest INTERFACE)
target_include_directories(doctest SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/headers")

add_library(unibreak STATIC
  "${PORTAL_UNIBREAK_DIR}/src/linebreak.c" "${PORTAL_UNIBREAK_DIR}/src/linebreakdata.c"
  "${PORTAL_UNIBREAK_DIR}/src/linebreakdef.c" "${PORTAL_UNIBREAK_DIR}/src/eastasianwidthdata.c"
  "${PORTAL_UNIBREAK_DIR}/src/eastasianwidthdef.c" "${PORTAL_UNIBREAK_DIR}/src/graphemebreak.c"
  "${PORTAL_UNIBREAK_DIR}/src/graphemebreakdata.c" "${PORTAL_UNIBREAK_DIR}/src/emojidata.c"
  "${PORTAL_UNIBREAK_DIR}/src/emojidef.c" "${PORTAL_UNIBREAK_DIR}/src/indicconjunctbreakdata.c"
  "${PORTAL_UNIBREAK_DIR}/src/unibreakbase.c"
  "${PORTAL_UNIBREAK_DIR}/src/unibreakdef.c")
target_include_directories(unibreak SYSTEM PUBLIC "${PORTAL_UNIBREAK_DIR}/src")
target_compile_options(unibreak PRIVATE -w)

# Dear ImGui's core. No demo, no debug tools, no files, no tables, no built-in font: what draws and what is drawn are
# ours. IMGUI_ENABLE_FREETYPE leaves its TrueType reader out; no_rasteriser.cpp stands where FreeType would.
add_library(imgui STATIC "${PORTAL_IMGUI_DIR}/imgui.cpp" "${PORTAL_IMGUI_DIR}/imgui_draw.cpp"
  "${PORTAL_IMGUI_DIR}/imgui_widgets.cpp" web/tools/imgui/no_rasteriser.cpp web/tools/imgui/no_tables.cpp)
target_include_directories(imgui SYSTEM PUBLIC "${PORTAL_IMGUI_DIR}" "${PORTAL_IMGUI_DIR}/backends")
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_USE_WCHAR32 IMGUI_ENABLE_FREETYPE)
if(PORTAL_IMGUI_HOOKS)
  target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
endif()
target_compile_options(imgui PRIVATE -w -fno-exceptions $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
if(EMSCRIPTEN)
  # Only settings files and typed numbers are read with sscanf, and there are neither; the C library's reader weighs as
  # much as a lesson.
  target_compile_options(imgui PRIVATE -include "${CMAKE_SOURCE_DIR}/web/tools/imgui/no_scanning.h")
endif()

if(EMSCRIPTEN)
  # SDL's own build asks emcc nine minutes of questions; its sources need only one forced header to compile as they are.
  set(sdl "${PORTAL_SDL2_DIR}/src")
  set(sdl_sources "")
  foreach(part . atomic cpuinfo events file stdlib libm thread thread/generic timer timer/unix video
               video/emscripten loadso/dummy filesystem/dummy power locale misc)
    file(GLOB part_sources "${sdl}/${part}/*.c")
    list(APPEND sdl_sources ${part_sources})
  endforeach()
  # Drawing on the CPU is a fifth of the program's bytes, and everything here is drawn by WebGL.
  list(FILTER sdl_sources EXCLUDE REGEX "/SDL_(blit[^/]*|RLEaccel|bmp|fillrect|shape|stretch|surface|yuv)\\.c$")
  add_library(sdl2 STATIC ${sdl_sources} web/tools/sdl/stubs.c)
  target_include_directories(sdl2 SYSTEM BEFORE PUBLIC "${PORTAL_SDL2_DIR}/include")
  target_include_directories(sdl2 PRIVATE "${sdl}/video/khronos")
  # -sUSE_SDL=0 keeps emcc's SDL 1 headers off the include path.
  target_compile_options(sdl2 PRIVATE -w)
  target_compile_options(sdl2 PUBLIC -sUSE_SDL=0 "SHELL:-include \"${CMAKE_SOURCE_DIR}/web/tools/sdl/config.h\"")

  add_library(imgui_webgl STATIC "${PORTAL_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
  target_compile_definitions(imgui_webgl PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(imgui_webgl PRIVATE -w -fno-exceptions -fno-rtti)
  target_link_libraries(imgui_webgl PUBLIC imgui)
endif()
