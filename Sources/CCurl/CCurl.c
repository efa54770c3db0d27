#include "CCurl.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

// MARK: - What is used of libcurl

typedef void CURL;
typedef void CURLM;
struct curl_slist;
struct CURLMsg {
    int msg;
    CURL *easy_handle;
    union {
        void *whatever;
        int result;
    } data;
};

extern int curl_global_init(long flags);
extern CURL *curl_easy_init(void);
extern int curl_easy_setopt(CURL *, int option, ...);
extern int curl_easy_getinfo(CURL *, int info, ...);
extern void curl_easy_cleanup(CURL *);
extern const char *curl_easy_strerror(int);
extern struct curl_slist *curl_slist_append(struct curl_slist *, const char *);
extern void curl_slist_free_all(struct curl_slist *);
extern CURLM *curl_multi_init(void);
extern int curl_multi_add_handle(CURLM *, CURL *);
extern int curl_multi_remove_handle(CURLM *, CURL *);
extern int curl_multi_perform(CURLM *, int *running);
extern int curl_multi_poll(CURLM *, void *, unsigned int, int timeout_ms, int *);
extern int curl_multi_wakeup(CURLM *);
extern struct CURLMsg *curl_multi_info_read(CURLM *, int *left);
extern int curl_multi_cleanup(CURLM *);

enum {
    GLOBAL_DEFAULT = 3,
    MESSAGE_DONE = 1,
    OUT_OF_MEMORY = 27,
    OPERATION_TIMED_OUT = 28,
    OPT_NOBODY = 44,
    OPT_HTTPGET = 80,
    OPT_NOSIGNAL = 99,
    OPT_CONNECTTIMEOUT_MS = 156,
    OPT_PATH_AS_IS = 234,
    OPT_SUPPRESS_CONNECT_HEADERS = 265,
    OPT_HTTP09_ALLOWED = 285,
    OPT_WRITEDATA = 10001,
    OPT_URL = 10002,
    OPT_ERRORBUFFER = 10010,
    OPT_HTTPHEADER = 10023,
    OPT_HEADERDATA = 10029,
    OPT_CUSTOMREQUEST = 10036,
    OPT_RESOLVE = 10203,
    OPT_WRITEFUNCTION = 20011,
    OPT_HEADERFUNCTION = 20079,
    INFO_OS_ERRNO = 0x200000 + 25,
    INFO_PRETRANSFER_TIME_T = 0x600000 + 53,
    ERROR_SIZE = 256,
    // A wait without an event is looked at again after so long.
    LONGEST_POLL_MS = 1000,
};

struct CCurlConnection {
    CURL *easy;
    CURLM *multi;
    struct curl_slist *headers;
    struct curl_slist *resolve;
    unsigned char *head;
    size_t head_count, head_capacity, head_limit;
    // The bytes and the lines of all heads of one response, those of 1xx answers included.
    size_t head_total;
    size_t line_count, line_limit;
    size_t body_count, body_limit;
    bool head_is_complete, head_is_too_long;
    atomic_bool is_cancelled;
    char error[ERROR_SIZE];
};

// MARK: - What comes back

static bool starts_head(const char *line, size_t count) { return count >= 5 && memcmp(line, "HTTP/", 5) == 0; }

static bool is_blank(const char *line, size_t count) {
    return (count == 1 && line[0] == '\n') || (count == 2 && line[0] == '\r' && line[1] == '\n');
}

// Says whether the head in the buffer is that of an answer which another one follows: 1xx, but for 101.
static bool is_interim(const CCurlConnection *c) {
    const unsigned char *space = memchr(c->head, ' ', c->head_count);
    if (!space || (size_t)(space - c->head) + 4 > c->head_count) return false;
    return space[1] == '1' && memcmp(space + 1, "101", 3) != 0;
}

// Takes a header line; trailers, which come after the head, are left out.
static size_t take_header(char *line, size_t size, size_t items, void *data) {
    CCurlConnection *c = data;
    size_t count = size * items;
    if (c->head_is_complete) return count;
    if (starts_head(line, count)) c->head_count = 0;
    c->head_total += count;
    c->line_count++;
    if (c->head_total > c->head_limit || c->line_count > c->line_limit) {
        c->head_is_too_long = true;
        return 0;
    }
    if (c->head_count + count > c->head_capacity) {
        size_t capacity = 2 * (c->head_count + count);
        unsigned char *grown = realloc(c->head, capacity);
        if (!grown) return 0;
        c->head = grown;
        c->head_capacity = capacity;
    }
    memcpy(c->head + c->head_count, line, count);
    c->head_count += count;
    if (is_blank(line, count) && !is_interim(c)) c->head_is_complete = true;
    return count;
}

// Counts the body and lets it go; one that is too long ends the transfer.
static size_t take_body(char *bytes, size_t size, size_t items, void *data) {
    (void)bytes;
    CCurlConnection *c = data;
    c->body_count += size * items;
    return c->body_count > c->body_limit ? 0 : size * items;
}

// MARK: - A connection

CCurlConnection *ccurl_make(size_t head_limit, size_t line_limit, size_t body_limit) {
    CCurlConnection *c = calloc(1, sizeof *c);
    if (!c) return NULL;
    c->head_limit = head_limit;
    c->line_limit = line_limit;
    c->body_limit = body_limit;
    if (curl_global_init(GLOBAL_DEFAULT) == 0) {
        c->easy = curl_easy_init();
        c->multi = curl_multi_init();
    }
    if (!c->easy || !c->multi) {
        ccurl_free(c);
        return NULL;
    }
    curl_easy_setopt(c->easy, OPT_ERRORBUFFER, c->error);
    curl_easy_setopt(c->easy, OPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(c->easy, OPT_HEADERDATA, c);
    curl_easy_setopt(c->easy, OPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(c->easy, OPT_WRITEDATA, c);
    curl_easy_setopt(c->easy, OPT_NOSIGNAL, 1L);
    curl_easy_setopt(c->easy, OPT_PATH_AS_IS, 1L);
    curl_easy_setopt(c->easy, OPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(c->easy, OPT_SUPPRESS_CONNECT_HEADERS, 1L);
    return c;
}

void ccurl_free(CCurlConnection *c) {
    if (!c) return;
    if (c->easy) curl_easy_cleanup(c->easy);
    if (c->multi) curl_multi_cleanup(c->multi);
    curl_slist_free_all(c->headers);
    curl_slist_free_all(c->resolve);
    free(c->head);
    free(c);
}

bool ccurl_set_text(CCurlConnection *c, CCurlTextOption option, const char *value) {
    return curl_easy_setopt(c->easy, (int)option, value) == 0;
}

bool ccurl_set_number(CCurlConnection *c, CCurlNumberOption option, long value) {
    return curl_easy_setopt(c->easy, (int)option, value) == 0;
}

void ccurl_add_resolve(CCurlConnection *c, const char *entry) {
    struct curl_slist *list = curl_slist_append(c->resolve, entry);
    if (!list) return;
    c->resolve = list;
    curl_easy_setopt(c->easy, OPT_RESOLVE, list);
}

// MARK: - A request

void ccurl_prepare(CCurlConnection *c) {
    curl_slist_free_all(c->headers);
    c->headers = NULL;
    atomic_store(&c->is_cancelled, false);
}

void ccurl_add_header(CCurlConnection *c, const char *line) {
    struct curl_slist *list = curl_slist_append(c->headers, line);
    if (list) c->headers = list;
}

static long long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void start(CCurlConnection *c, const char *url, const char *method, long connect_ms) {
    c->head_count = c->head_total = c->line_count = c->body_count = 0;
    c->head_is_complete = c->head_is_too_long = false;
    c->error[0] = 0;
    bool is_head = strcmp(method, "HEAD") == 0;
    curl_easy_setopt(c->easy, OPT_URL, url);
    if (!is_head) curl_easy_setopt(c->easy, OPT_HTTPGET, 1L);
    curl_easy_setopt(c->easy, OPT_NOBODY, is_head ? 1L : 0L);
    curl_easy_setopt(c->easy, OPT_CUSTOMREQUEST, is_head || strcmp(method, "GET") == 0 ? NULL : method);
    curl_easy_setopt(c->easy, OPT_HTTPHEADER, c->headers);
    curl_easy_setopt(c->easy, OPT_CONNECTTIMEOUT_MS, connect_ms);
}

// Says whether the connection of the transfer under way is there, its TLS included.
static bool is_connected(CCurlConnection *c) {
    long long microseconds = 0;
    return curl_easy_getinfo(c->easy, INFO_PRETRANSFER_TIME_T, &microseconds) == 0 && microseconds > 0;
}

// Lets libcurl work until the transfer ends, a deadline passes, or somebody cancels.
static int wait_for_end(CCurlConnection *c, long timeout_ms, long body_ms) {
    long long deadline = now_ms() + timeout_ms;
    bool has_body_deadline = false;
    for (;;) {
        int running = 0, left = 0;
        curl_multi_perform(c->multi, &running);
        struct CURLMsg *message;
        while ((message = curl_multi_info_read(c->multi, &left)))
            if (message->msg == MESSAGE_DONE) return message->data.result;
        if (atomic_load(&c->is_cancelled)) return CCurlCancelled;
        long long now = now_ms();
        if (c->head_is_complete && !has_body_deadline) {
            has_body_deadline = true;
            deadline = now + body_ms;
        }
        if (now >= deadline) return is_connected(c) ? CCurlTimedOut : OPERATION_TIMED_OUT;
        long long wait = deadline - now;
        curl_multi_poll(c->multi, NULL, 0, wait < LONGEST_POLL_MS ? (int)wait : LONGEST_POLL_MS, NULL);
    }
}

int ccurl_perform(
    CCurlConnection *c, const char *url, const char *method, long timeout_ms, long connect_ms, long body_ms) {
    start(c, url, method, connect_ms);
    if (curl_multi_add_handle(c->multi, c->easy) != 0) return OUT_OF_MEMORY;
    int code = wait_for_end(c, timeout_ms, body_ms);
    // A transfer that is not over is ended here, with its connection.
    curl_multi_remove_handle(c->multi, c->easy);
    if (code == CCurlCancelled) return code;
    if (c->head_is_complete) return 0;
    if (c->head_is_too_long) return CCurlHeadTooLong;
    if (code == 0) return CCurlHeadCutOff;
    if (!c->error[0] && code > 0) strncpy(c->error, curl_easy_strerror(code), ERROR_SIZE - 1);
    return code;
}

void ccurl_cancel(CCurlConnection *c) {
    atomic_store(&c->is_cancelled, true);
    curl_multi_wakeup(c->multi);
}

const unsigned char *ccurl_head(const CCurlConnection *c, size_t *count) {
    *count = c->head_is_complete ? c->head_count : 0;
    return c->head;
}

const char *ccurl_error_text(const CCurlConnection *c) { return c->error; }

long ccurl_os_error(const CCurlConnection *c) {
    long number = 0;
    return curl_easy_getinfo(c->easy, INFO_OS_ERRNO, &number) == 0 ? number : 0;
}
