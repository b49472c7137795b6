#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

// Options are set by a function with variable arguments, which Swift does not import. There is one
// of these for each type of argument.

static inline CURLcode curl_shim_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_shim_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_shim_set_list(
    CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_shim_set_error_buffer(CURL *curl, char *buffer) {
    return curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, buffer);
}

/// The message is read with `read`, what the server says is given to `heard`, and `progress` is
/// asked whether to go on. Each gets `context`.
static inline CURLcode curl_shim_set_callbacks(
    CURL *curl, curl_read_callback read, curl_write_callback heard,
    curl_xferinfo_callback progress, void *context) {
    CURLcode results[] = {
        curl_easy_setopt(curl, CURLOPT_READFUNCTION, read),
        curl_easy_setopt(curl, CURLOPT_READDATA, context),
        curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, heard),
        curl_easy_setopt(curl, CURLOPT_HEADERDATA, context),
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress),
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, context),
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L),
    };
    for (unsigned long i = 0; i < sizeof results / sizeof *results; i++) {
        if (results[i] != CURLE_OK) return results[i];
    }
    return CURLE_OK;
}

static inline long curl_shim_response_code(CURL *curl) {
    long code = 0;
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}

/// What a server answers is given to `body`, line by line to `head`, `progress` is asked whether to
/// go on, and `open` makes the sockets. Each gets `context`.
static inline CURLcode curl_shim_set_fetch_callbacks(
    CURL *curl, curl_write_callback body, curl_write_callback head,
    curl_xferinfo_callback progress, curl_opensocket_callback open, void *context) {
    CURLcode results[] = {
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, body),
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, context),
        curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, head),
        curl_easy_setopt(curl, CURLOPT_HEADERDATA, context),
        curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress),
        curl_easy_setopt(curl, CURLOPT_XFERINFODATA, context),
        curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L),
        curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open),
        curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, context),
    };
    for (unsigned long i = 0; i < sizeof results / sizeof *results; i++) {
        if (results[i] != CURLE_OK) return results[i];
    }
    return CURLE_OK;
}

/// The bytes are copied.
static inline CURLcode curl_shim_set_bytes(
    CURL *curl, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
    return curl_easy_setopt(curl, option, &blob);
}

/// The certificates that the server sent; NULL without any.
static inline const struct curl_certinfo *curl_shim_certificates(CURL *curl) {
    struct curl_certinfo *certificates = NULL;
    return curl_easy_getinfo(curl, CURLINFO_CERTINFO, &certificates) == CURLE_OK
        ? certificates : NULL;
}

/// The socket for an address, as libcurl itself would make it.
static inline curl_socket_t curl_shim_socket(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// The bytes of an IP address: 4, 16, or none for another family.
static inline int curl_shim_address_bytes(
    const struct curl_sockaddr *address, unsigned char *bytes) {
    if (address->family == AF_INET) {
        memcpy(bytes, &((const struct sockaddr_in *)&address->addr)->sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6) {
        memcpy(bytes, &((const struct sockaddr_in6 *)&address->addr)->sin6_addr, 16);
        return 16;
    }
    return 0;
}
