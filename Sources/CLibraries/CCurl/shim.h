#include <curl/curl.h>

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
