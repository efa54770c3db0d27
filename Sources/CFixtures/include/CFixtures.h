#ifndef CFIXTURES_H
#define CFIXTURES_H

#include <stddef.h>

/// The number of embedded files.
size_t corspec_fixture_count(void);

/// The path of an embedded file below `Fixtures/`, such as `suites/origin.json`.
const char *corspec_fixture_path(size_t index);

/// The bytes of an embedded file.
const unsigned char *corspec_fixture_bytes(size_t index);

/// The number of bytes of an embedded file.
size_t corspec_fixture_length(size_t index);

#endif
