#include "CFixtures.h"

size_t corspec_fixture_count(void) { return 0; }
const char *corspec_fixture_path(size_t index) { return ""; }
const unsigned char *corspec_fixture_bytes(size_t index) { return (const unsigned char *)""; }
size_t corspec_fixture_length(size_t index) { return 0; }
