// The program comes to the browser in two parts: what home and a plain lesson need, and the rest, which is fetched when
// it is first needed (web/tools/parts.json says which files are in it). A door is a function of the rest that the first
// part calls; it must not be folded into its caller, or its code would come along.
#pragma once

#define BASE_DOOR [[gnu::noinline]]
