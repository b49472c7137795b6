#include "Library.h"

#include <string.h>

static bool is_named(xmlNodePtr node, const char *name, const char *space) {
    return node != NULL && xmlSecCheckNodeName(node, BAD_CAST name, BAD_CAST space);
}

static const char *const signature_space = "http://www.w3.org/2000/09/xmldsig#";

// The only child of this name; NULL for none, and for several.
static xmlNodePtr only_child(xmlNodePtr parent, const char *name, const char *space) {
    xmlNodePtr found = NULL;
    for (xmlNodePtr child = parent->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE || !is_named(child, name, space)) continue;
        if (found != NULL) return NULL;
        found = child;
    }
    return found;
}

static bool has_attribute(xmlNodePtr node, const char *name, const char *value) {
    xmlChar *found = xmlGetNoNsProp(node, BAD_CAST name);
    bool is_same = found != NULL && strcmp((const char *)found, value) == 0;
    xmlFree(found);
    return is_same;
}

// Whether a signature has the form that SAML gives it: one reference, to the element around it,
// through an enveloped-signature transform and an exclusive canonicalization, and nothing else in
// it that could be referred to.
//
// Source: SAML 2.0 Core, section 5.4.
// <https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf>
static bool has_fit_form(xmlNodePtr signature, xmlNodePtr element) {
    xmlNodePtr info = xmlSecGetNextElementNode(signature->children);
    if (!is_named(info, "SignedInfo", signature_space)) return false;
    xmlNodePtr value = xmlSecGetNextElementNode(info->next);
    if (!is_named(value, "SignatureValue", signature_space)) return false;
    xmlNodePtr key = xmlSecGetNextElementNode(value->next);
    if (key != NULL
        && (!is_named(key, "KeyInfo", signature_space)
            || xmlSecGetNextElementNode(key->next) != NULL))
        return false;

    xmlNodePtr method = xmlSecGetNextElementNode(info->children);
    if (!is_named(method, "CanonicalizationMethod", signature_space)) return false;
    method = xmlSecGetNextElementNode(method->next);
    if (!is_named(method, "SignatureMethod", signature_space)) return false;
    xmlNodePtr reference = xmlSecGetNextElementNode(method->next);
    if (!is_named(reference, "Reference", signature_space)
        || xmlSecGetNextElementNode(reference->next) != NULL)
        return false;

    xmlChar *id = xmlGetNoNsProp(element, BAD_CAST "ID");
    xmlChar *uri = xmlGetNoNsProp(reference, BAD_CAST "URI");
    bool refers = id != NULL && id[0] != 0 && uri != NULL && uri[0] == '#'
        && strcmp((const char *)uri + 1, (const char *)id) == 0;
    xmlFree(id);
    xmlFree(uri);
    if (!refers) return false;

    xmlNodePtr transforms = xmlSecGetNextElementNode(reference->children);
    if (!is_named(transforms, "Transforms", signature_space)) return false;
    xmlNodePtr first = xmlSecGetNextElementNode(transforms->children);
    if (!is_named(first, "Transform", signature_space)
        || !has_attribute(
            first, "Algorithm", "http://www.w3.org/2000/09/xmldsig#enveloped-signature"))
        return false;
    xmlNodePtr second = xmlSecGetNextElementNode(first->next);
    return is_named(second, "Transform", signature_space)
        && (has_attribute(second, "Algorithm", "http://www.w3.org/2001/10/xml-exc-c14n#")
            || has_attribute(
                second, "Algorithm", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"))
        && xmlSecGetNextElementNode(second->next) == NULL;
}

// Allows what is named here and nothing else: no SHA-1, no keys of both sides (HMAC), no XPath, no
// XSLT. `Decisions/0063` says why.
static bool allow_algorithms(xmlSecDSigCtxPtr context) {
    const xmlSecTransformId signatures[] = {
        xmlSecTransformInclC14NId,
        xmlSecTransformExclC14NId,
        xmlSecTransformExclC14NWithCommentsId,
        xmlSecOpenSSLTransformRsaSha256Id,
        xmlSecOpenSSLTransformRsaSha384Id,
        xmlSecOpenSSLTransformRsaSha512Id,
        xmlSecOpenSSLTransformEcdsaSha256Id,
        xmlSecOpenSSLTransformEcdsaSha384Id,
        xmlSecOpenSSLTransformEcdsaSha512Id,
    };
    const xmlSecTransformId references[] = {
        xmlSecTransformEnvelopedId,
        xmlSecTransformExclC14NId,
        xmlSecTransformExclC14NWithCommentsId,
        xmlSecOpenSSLTransformSha256Id,
        xmlSecOpenSSLTransformSha384Id,
        xmlSecOpenSSLTransformSha512Id,
    };
    for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++)
        if (xmlSecDSigCtxEnableSignatureTransform(context, signatures[i]) < 0) return false;
    for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++)
        if (xmlSecDSigCtxEnableReferenceTransform(context, references[i]) < 0) return false;
    return true;
}

// Verifies with one key. The keys that the signature itself brings are not looked at.
static xml_signature_verdict verify_with(
    xmlNodePtr signature, xml_signature_bytes certificate, xml_signature_output *signed_bytes) {
    xmlSecKeyPtr key = xmlSecOpenSSLAppKeyLoadMemory(
        certificate.start, (xmlSecSize)certificate.count, xmlSecKeyDataFormatCertDer, NULL, NULL,
        NULL);
    if (key == NULL) return XML_SIGNATURE_WRONG;
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (context == NULL) {
        xmlSecKeyDestroy(key);
        return XML_SIGNATURE_FAILED;
    }
    context->signKey = key;
    context->flags |= XMLSEC_DSIG_FLAGS_STORE_SIGNEDINFO_REFERENCES;
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    xml_signature_verdict verdict = XML_SIGNATURE_WRONG;
    if (allow_algorithms(context) && xmlSecDSigCtxVerify(context, signature) >= 0
        && context->status == xmlSecDSigStatusSucceeded
        && xmlSecPtrListGetSize(&context->signedInfoReferences) == 1
        && xmlSecPtrListGetSize(&context->manifestReferences) == 0) {
        xmlSecDSigReferenceCtxPtr reference =
            xmlSecPtrListGetItem(&context->signedInfoReferences, 0);
        xmlSecBufferPtr bytes =
            reference == NULL ? NULL : xmlSecDSigReferenceCtxGetPreDigestBuffer(reference);
        if (bytes != NULL && reference->status == xmlSecDSigStatusSucceeded)
            verdict = library_copy(
                xmlSecBufferGetData(bytes), xmlSecBufferGetSize(bytes), signed_bytes);
    }
    xmlSecDSigCtxDestroy(context);
    return verdict;
}

xml_signature_verdict xml_signature_verify(
    xml_signature_bytes document, const char *name, const char *space,
    const xml_signature_bytes *certificates, size_t certificate_count,
    xml_signature_output *signed_bytes) {
    signed_bytes->start = NULL;
    signed_bytes->count = 0;
    if (!library_is_ready()) return XML_SIGNATURE_FAILED;
    xmlDocPtr read = library_read(document);
    if (read == NULL) return XML_SIGNATURE_UNFIT;
    xmlNodePtr element = xmlDocGetRootElement(read);
    if (!is_named(element, name, space)) element = only_child(element, name, space);
    xmlNodePtr signature =
        element == NULL ? NULL : only_child(element, "Signature", signature_space);
    xml_signature_verdict verdict = XML_SIGNATURE_UNFIT;
    if (signature != NULL && has_fit_form(signature, element)) {
        verdict = XML_SIGNATURE_WRONG;
        for (size_t i = 0; i < certificate_count && verdict == XML_SIGNATURE_WRONG; i++)
            verdict = verify_with(signature, certificates[i], signed_bytes);
    }
    xmlFreeDoc(read);
    return verdict;
}
