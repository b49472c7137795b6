#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string.h>

// What OpenSSL has as macros, which Swift does not import.

static inline int openssl_shim_set_oldest_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_min_proto_version(context, version);
}

static inline int openssl_shim_set_groups(SSL_CTX *context, const char *groups) {
    return SSL_CTX_set1_groups_list(context, groups);
}

/// Buffers are given back while nothing is on its way.
static inline void openssl_shim_release_buffers(SSL_CTX *context) {
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

/// Connections are never resumed.
static inline void openssl_shim_forget_sessions(SSL_CTX *context) {
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(context, 0);
}

/// Nothing of an old protocol: no compression, no renegotiation.
static inline void openssl_shim_set_options(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
}

static int openssl_shim_select_http(
    SSL *session, const unsigned char **chosen, unsigned char *length,
    const unsigned char *offered, unsigned int offered_length, void *argument) {
    static const unsigned char ours[] = "\x08http/1.1";
    unsigned char *selected = NULL;
    (void)session;
    (void)argument;
    if (SSL_select_next_proto(
            &selected, length, ours, sizeof(ours) - 1, offered, offered_length) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = selected;
    return SSL_TLSEXT_ERR_OK;
}

/// A client that offers protocols gets HTTP/1.1, if it is among them.
static inline void openssl_shim_speak_http(SSL_CTX *context) {
    SSL_CTX_set_alpn_select_cb(context, openssl_shim_select_http, NULL);
}

/// Whether an error says that a text in PEM has nothing more.
static inline int openssl_shim_is_end_of_pem(unsigned long error) {
    return ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
}

/// Frees a list, and its hold on each certificate.
static inline void openssl_shim_free_certificates(STACK_OF(X509) *certificates) {
    sk_X509_pop_free(certificates, X509_free);
}

static inline STACK_OF(X509) *openssl_shim_no_certificates(void) { return sk_X509_new_null(); }

static inline int openssl_shim_push(STACK_OF(X509) *certificates, X509 *certificate) {
    return sk_X509_push(certificates, certificate);
}
