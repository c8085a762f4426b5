// Put before ImGui's sources in the browser: nothing is scanned, so that the C library's scanner is not downloaded.
#pragma once
#include <stdio.h>
#define sscanf(...) 0
