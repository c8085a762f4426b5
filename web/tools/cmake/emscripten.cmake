# Toolchain file of the web presets: uses the emcc that is on PATH, whether it came from Debian's package or from
# an emsdk, and gives each of its runs the surroundings it needs. It must not know what is built.

find_program(PORTAL_EMCC emcc REQUIRED)
get_filename_component(emcc_real "${PORTAL_EMCC}" REALPATH)
get_filename_component(emcc_folder "${emcc_real}" DIRECTORY)
foreach(folder "${emcc_folder}" /usr/share/emscripten)
  if(EXISTS "${folder}/cmake/Modules/Platform/Emscripten.cmake")
    include("${folder}/cmake/Modules/Platform/Emscripten.cmake")
    set(PORTAL_EMSCRIPTEN_ROOT "${folder}" CACHE PATH "Where emcc and its system libraries are")
    break()
  endif()
endforeach()
if(NOT DEFINED PORTAL_EMSCRIPTEN_ROOT)
  message(FATAL_ERROR "Found ${PORTAL_EMCC}, but not its CMake toolchain file. Install Debian's emscripten package "
                      "or activate an emsdk, then configure again.")
endif()

# emcc is a Python program that runs node. Debian's node modules (acorn) are only found by Debian's own node, and a
# python3 that is a version-manager's shim doubles the start of each compiler run; both are put right here, so that a
# plain `ninja -C build/web` works from any shell.
set(emcc_surroundings "")
if(EXISTS /usr/share/nodejs/acorn AND emcc_folder MATCHES "^/usr/")
  list(APPEND emcc_surroundings "NODE_PATH=/usr/share/nodejs")
endif()
if(EXISTS /usr/bin/python3 AND NOT DEFINED ENV{EMSDK_PYTHON})
  list(APPEND emcc_surroundings "EMSDK_PYTHON=/usr/bin/python3")
endif()
if(emcc_surroundings)
  foreach(language C CXX)
    set(CMAKE_${language}_COMPILER_LAUNCHER env ${emcc_surroundings})
    set(CMAKE_${language}_LINKER_LAUNCHER env ${emcc_surroundings})
  endforeach()
endif()
