// The entry point of the unit tests, natively and under WebAssembly. Tests are found by doctest; nothing else is here.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
