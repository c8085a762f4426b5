# How the portal is linked for the browser: one ES module and one wasm file, WebGL 2 only, no file system, nothing that
# would need eval; then cut in two. Each choice that costs or saves bytes is here and nowhere else.

function(link_for_browser target)
  target_link_options(${target} PRIVATE
    -fno-exceptions -fno-rtti
    -sUSE_SDL=0                             # SDL 2 is our own library, not the port that would be downloaded
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createPortal
    -sENVIRONMENT=web
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sFILESYSTEM=0                          # packs arrive as bytes; nothing is a file
    -sDYNAMIC_EXECUTION=0                   # the page's Content-Security-Policy forbids eval
    -sALLOW_MEMORY_GROWTH=1
    -sMALLOC=emmalloc
    -sEXIT_RUNTIME=0                        # main() returns; the browser's events drive everything after it
    -sTEXTDECODER=2 -sPOLYFILL=0            # browsers with WebGL 2 have these
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sEXPORTED_RUNTIME_METHODS=stringToUTF8,lengthBytesUTF8,UTF8ToString,UTF8ArrayToString
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free)
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_link_options(${target} PRIVATE -sASSERTIONS=2 -sSTACK_OVERFLOW_CHECK=2 -gsource-map)
  else()
    target_link_options(${target} PRIVATE -sASSERTIONS=0 -sSUPPORT_ERRNO=0 -sGL_TRACK_ERRORS=0
                           # Doors have one caller, and must stay doors until the program is cut (base/door.h).
                           -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=12
                           --profiling-funcs -Wl,--no-demangle)
    set(parts "${CMAKE_SOURCE_DIR}/web/tools/parts.mjs" "${CMAKE_SOURCE_DIR}/web/tools/parts.json")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${parts})
    add_custom_command(TARGET ${target} POST_BUILD VERBATIM COMMAND node ${parts} "${CMAKE_BINARY_DIR}" ${target})
  endif()
endfunction()
