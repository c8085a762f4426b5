/* Forced into every SDL source file in place of SDL's own configuration: a window with a GL context and its events,
   nothing else. What SDL is not asked for here is not built, and what is not built is not downloaded by anyone. */
#ifndef SDL_config_h_
#define SDL_config_h_
#include "SDL_platform.h"

#include "SDL_config_emscripten.h"
#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_SENSOR_DUMMY
#undef SDL_LOADSO_DLOPEN
#undef SDL_POWER_EMSCRIPTEN
#undef SDL_FILESYSTEM_EMSCRIPTEN
#undef SDL_VIDEO_RENDER_OGL_ES2
#undef HAVE_ICONV
#undef HAVE_ICONV_H
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_HAPTIC_DISABLED 1
#define SDL_HIDAPI_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_LOADSO_DUMMY 1
#define SDL_POWER_DISABLED 1
#define SDL_FILESYSTEM_DUMMY 1
#define SDL_RENDER_DISABLED 1
#define SDL_LOCALE_DISABLED 1
#define SDL_MISC_DISABLED 1
#endif

/* Emscripten 3.1.6: em_js.h alone does not define EMSCRIPTEN_KEEPALIVE, and EM_JS_DEPS does not exist yet. */
#include <emscripten/emscripten.h>
#ifndef EM_JS_DEPS
#define EM_JS_DEPS(tag, deps)
#endif
