#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>

// One connection to a server at a time, over libcurl: requests in, the bytes of a response's head out.
//
// libcurl is linked by its soname, so that no development package is needed; the few functions that are used are
// declared in CCurl.c. Its option setters are variadic, which Swift cannot call: that is what this shim is for.

typedef struct CCurlConnection CCurlConnection;

// The options that are set, by libcurl's numbers.
typedef enum {
    CCurlOptionProxy = 10004,
    CCurlOptionCertificate = 10025,
    CCurlOptionCAFile = 10065,
    CCurlOptionKey = 10087,
    CCurlOptionNoProxy = 10177,
    CCurlOptionUnixSocket = 10231,
} CCurlTextOption;

typedef enum {
    CCurlOptionVerifyPeer = 64,
    CCurlOptionVerifyHost = 81,
    CCurlOptionHTTPVersion = 84,
} CCurlNumberOption;

// The values of CCurlOptionHTTPVersion.
enum { CCurlHTTP1 = 2, CCurlHTTP2OverTLS = 4, CCurlHTTP2 = 5 };

// What a request ended with: one of libcurl's codes, or one of these.
enum { CCurlTimedOut = -1, CCurlCancelled = -2, CCurlHeadTooLong = -3, CCurlHeadCutOff = -4 };

// Makes a connection that takes at most so many bytes and lines of heads, and bytes of a body; NULL without memory.
CCurlConnection *ccurl_make(size_t head_limit, size_t line_limit, size_t body_limit);

// Closes a connection and frees it.
void ccurl_free(CCurlConnection *connection);

// Sets an option for every request; the text is copied. Returns whether libcurl knows the option.
bool ccurl_set_text(CCurlConnection *connection, CCurlTextOption option, const char *value);
bool ccurl_set_number(CCurlConnection *connection, CCurlNumberOption option, long value);

// Says which address stands for a host: HOST:PORT:ADDRESS, as libcurl takes it.
void ccurl_add_resolve(CCurlConnection *connection, const char *entry);

// Forgets the header lines of the last request, and whether it was cancelled.
void ccurl_prepare(CCurlConnection *connection);

// Adds a header line to the next request, as libcurl takes it.
void ccurl_add_header(CCurlConnection *connection, const char *line);

// Sends a request and waits for the head of its response.
//
// Waits timeout_ms at most for the head, connect_ms of it for the connection, and after the head body_ms for the body.
// Returns 0 once there is a whole head, whatever became of the body.
int ccurl_perform(
    CCurlConnection *connection, const char *url, const char *method, long timeout_ms, long connect_ms, long body_ms);

// Ends a request that another thread waits for.
void ccurl_cancel(CCurlConnection *connection);

// The bytes of the last head, status line and blank line included; valid until the next request.
const unsigned char *ccurl_head(const CCurlConnection *connection, size_t *count);

// What libcurl says of the last failure; empty if nothing.
const char *ccurl_error_text(const CCurlConnection *connection);

// The operating system's error number of the last failure to connect; 0 if none.
long ccurl_os_error(const CCurlConnection *connection);

#endif
