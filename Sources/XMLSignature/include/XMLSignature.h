#ifndef XML_SIGNATURE_H
#define XML_SIGNATURE_H

#include <stddef.h>
#include <stdint.h>

/// Some bytes that somebody else owns.
typedef struct {
    const uint8_t *start;
    size_t count;
} xml_signature_bytes;

/// Bytes that `xml_signature_free` gives back.
typedef struct {
    uint8_t *start;
    size_t count;
} xml_signature_output;

/// How a signature was judged, or a decryption ended.
typedef enum {
    XML_SIGNATURE_GOOD,
    /// It is none that is taken here: in its form, its algorithms, its place or what it refers to.
    XML_SIGNATURE_UNFIT,
    /// None of the keys made it, over these bytes.
    XML_SIGNATURE_WRONG,
    /// Memory ran out, or the library could not be set up.
    XML_SIGNATURE_FAILED,
} xml_signature_verdict;

/// Verifies the signature that is a child of an element, over that element.
///
/// - document: XML in UTF-8, without a document type.
/// - name, space: the element that is signed. It is the root, or a child of the root, and there is
///   no other of that name among them.
/// - certificates: X.509 in DER, each with a key that may have signed.
/// - signed_bytes: the canonical form of what was signed, and nothing that was not. Whoever asks
///   reads these bytes and never the document.
xml_signature_verdict xml_signature_verify(
    xml_signature_bytes document, const char *name, const char *space,
    const xml_signature_bytes *certificates, size_t certificate_count,
    xml_signature_output *signed_bytes);

/// Puts the element that is encrypted in the only `EncryptedAssertion` in the place of that.
///
/// - key: an RSA private key in PEM.
/// - plain: the document with the element in its place.
xml_signature_verdict xml_signature_decrypt(
    xml_signature_bytes document, xml_signature_bytes key, xml_signature_output *plain);

/// Clears the bytes and gives their memory back.
void xml_signature_free(xml_signature_output *output);

#endif
