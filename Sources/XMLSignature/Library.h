#ifndef XML_SIGNATURE_LIBRARY_H
#define XML_SIGNATURE_LIBRARY_H

// libxmlsec1's own build flags. SwiftPM leaves those of pkg-config out that begin with -D, and
// without them the library's structures would have another layout than they have in the library.
#define XMLSEC_CRYPTO_OPENSSL 1
#define XMLSEC_NO_SIZE_T 1
#define XMLSEC_OPENSSL3_ENGINES 1
#define XMLSEC_NO_GOST 1
#define XMLSEC_NO_GOST2012 1
#define XMLSEC_NO_CRYPTO_DYNAMIC_LOADING 1
#define __XMLSEC_FUNCTION__ __func__

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/valid.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlenc.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/io.h>

#include <stdbool.h>

#include "XMLSignature.h"

/// Whether the libraries are set up, once for the process: nothing is fetched and nothing printed.
bool library_is_ready(void);

/// A document whose IDs are known, each once; NULL for what is not read.
xmlDocPtr library_read(xml_signature_bytes document);

/// Copies bytes to the outside.
xml_signature_verdict library_copy(
    const uint8_t *start, size_t count, xml_signature_output *output);

#endif
