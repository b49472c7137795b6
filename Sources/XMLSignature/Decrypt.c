#include "Library.h"

#include <string.h>

static const char *const assertion_space = "urn:oasis:names:tc:SAML:2.0:assertion";

// RSA with OAEP wraps keys and AES encrypts. RSA with PKCS #1 v1.5 is left out, since answers to
// altered messages can open what it wrapped.
static const char *const algorithms[] = {
    "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
    "http://www.w3.org/2001/04/xmlenc#aes192-cbc",
    "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
    "http://www.w3.org/2009/xmlenc11#aes128-gcm",
    "http://www.w3.org/2009/xmlenc11#aes192-gcm",
    "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
};

static bool is_allowed(xmlNodePtr method) {
    xmlChar *name = xmlGetNoNsProp(method, BAD_CAST "Algorithm");
    bool is_there = false;
    for (size_t i = 0; name != NULL && i < sizeof(algorithms) / sizeof(algorithms[0]); i++)
        is_there |= strcmp((const char *)name, algorithms[i]) == 0;
    xmlFree(name);
    return is_there;
}

// Whether everything in an encrypted element stands there itself, under an algorithm that is
// allowed: nothing refers to a cipher or a key elsewhere.
static bool has_fit_form(xmlNodePtr node) {
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (xmlSecCheckNodeName(node, xmlSecNodeCipherReference, xmlSecEncNs)
            || xmlSecCheckNodeName(node, xmlSecNodeRetrievalMethod, xmlSecDSigNs))
            return false;
        if (xmlSecCheckNodeName(node, xmlSecNodeEncryptionMethod, xmlSecEncNs)
            && !is_allowed(node))
            return false;
        if (!has_fit_form(node->children)) return false;
    }
    return true;
}

// The only encrypted assertion among the root's children; NULL for none, and for several.
static xmlNodePtr encrypted_assertion(xmlNodePtr root) {
    xmlNodePtr found = NULL;
    for (xmlNodePtr child = root->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE
            || !xmlSecCheckNodeName(
                child, BAD_CAST "EncryptedAssertion", BAD_CAST assertion_space))
            continue;
        if (found != NULL) return NULL;
        found = child;
    }
    return found;
}

// Puts the decrypted element in the place of the element that holds the encrypted data.
static bool decrypt_in_place(xmlNodePtr holder, xmlSecKeysMngrPtr keys) {
    xmlNodePtr data = xmlSecFindChild(holder, xmlSecNodeEncryptedData, xmlSecEncNs);
    if (data == NULL || !has_fit_form(holder->children)) return false;
    xmlSecEncCtxPtr context = xmlSecEncCtxCreate(keys);
    if (context == NULL) return false;
    context->keyInfoReadCtx.maxEncryptedKeyLevel = 1;
    bool is_done = xmlSecEncCtxDecrypt(context, data) >= 0 && context->resultReplaced;
    xmlSecEncCtxDestroy(context);
    xmlNodePtr plain = is_done ? xmlSecGetNextElementNode(holder->children) : NULL;
    if (plain == NULL
        || !xmlSecCheckNodeName(plain, BAD_CAST "Assertion", BAD_CAST assertion_space))
        return false;
    xmlUnlinkNode(plain);
    xmlReplaceNode(holder, plain);
    xmlFreeNode(holder);
    return true;
}

static xmlSecKeysMngrPtr keys_with(xml_signature_bytes pem) {
    xmlSecKeyPtr key = xmlSecOpenSSLAppKeyLoadMemory(
        pem.start, (xmlSecSize)pem.count, xmlSecKeyDataFormatPem, NULL, NULL, NULL);
    if (key == NULL) return NULL;
    xmlSecKeysMngrPtr keys = xmlSecKeysMngrCreate();
    if (keys == NULL || xmlSecOpenSSLAppDefaultKeysMngrInit(keys) < 0
        || xmlSecOpenSSLAppDefaultKeysMngrAdoptKey(keys, key) < 0) {
        xmlSecKeyDestroy(key);
        if (keys != NULL) xmlSecKeysMngrDestroy(keys);
        return NULL;
    }
    return keys;
}

xml_signature_verdict xml_signature_decrypt(
    xml_signature_bytes document, xml_signature_bytes key, xml_signature_output *plain) {
    plain->start = NULL;
    plain->count = 0;
    if (!library_is_ready()) return XML_SIGNATURE_FAILED;
    xmlDocPtr read = library_read(document);
    if (read == NULL) return XML_SIGNATURE_UNFIT;
    xml_signature_verdict verdict = XML_SIGNATURE_UNFIT;
    xmlNodePtr holder = encrypted_assertion(xmlDocGetRootElement(read));
    xmlSecKeysMngrPtr keys = holder == NULL ? NULL : keys_with(key);
    if (keys != NULL && decrypt_in_place(holder, keys)) {
        xmlChar *text = NULL;
        int count = 0;
        xmlDocDumpMemoryEnc(read, &text, &count, "UTF-8");
        verdict = text == NULL ? XML_SIGNATURE_FAILED
                               : library_copy((const uint8_t *)text, (size_t)count, plain);
        if (text != NULL) xmlFree(text);
    }
    if (keys != NULL) xmlSecKeysMngrDestroy(keys);
    xmlFreeDoc(read);
    return verdict;
}
