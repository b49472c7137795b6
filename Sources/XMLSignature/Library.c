#include "Library.h"

#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_ready = false;

static void print_nothing(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static void set_up(void) {
    xmlInitParser();
    xmlThrDefSetGenericErrorFunc(NULL, print_nothing);
    xmlSetGenericErrorFunc(NULL, print_nothing);
    if (xmlSecInit() < 0 || xmlSecCheckVersion() != 1) return;
    if (xmlSecOpenSSLAppInit(NULL) < 0 || xmlSecOpenSSLInit() < 0) return;
    xmlSecErrorsDefaultCallbackEnableOutput(0);
    // Nothing is read from anywhere, whatever a document refers to.
    xmlSecIOCleanupCallbacks();
    is_ready = true;
}

bool library_is_ready(void) {
    pthread_once(&once, set_up);
    return is_ready;
}

// A document type ends the reading: entities come from there.
static void refuse_document_type(
    void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name;
    (void)external;
    (void)system;
    xmlStopParser((xmlParserCtxtPtr)context);
}

// Makes every attribute `ID` known. libxml2 knows those called xml:id already.
static bool know_ids(xmlDocPtr document, xmlNodePtr node) {
    for (; node != NULL; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        xmlAttrPtr attribute = xmlHasNsProp(node, BAD_CAST "ID", NULL);
        if (attribute != NULL) {
            xmlChar *value = xmlNodeListGetString(document, attribute->children, 1);
            // An ID that is there already is not added a second time.
            bool is_new = value != NULL && xmlAddID(NULL, document, value, attribute) != NULL;
            xmlFree(value);
            if (!is_new) return false;
        }
        if (!know_ids(document, node->children)) return false;
    }
    return true;
}

xmlDocPtr library_read(xml_signature_bytes document) {
    if (document.count > INT_MAX) return NULL;
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (context == NULL) return NULL;
    context->sax->internalSubset = refuse_document_type;
    context->sax->externalSubset = refuse_document_type;
    xmlDocPtr read = xmlCtxtReadMemory(
        context, (const char *)document.start, (int)document.count, NULL, "UTF-8",
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool is_whole = read != NULL && context->wellFormed && read->intSubset == NULL
        && read->extSubset == NULL;
    xmlFreeParserCtxt(context);
    xmlNodePtr root = is_whole ? xmlDocGetRootElement(read) : NULL;
    if (root == NULL || !know_ids(read, root)) {
        xmlFreeDoc(read);
        return NULL;
    }
    return read;
}

xml_signature_verdict library_copy(
    const uint8_t *start, size_t count, xml_signature_output *output) {
    output->start = malloc(count == 0 ? 1 : count);
    if (output->start == NULL) return XML_SIGNATURE_FAILED;
    memcpy(output->start, start, count);
    output->count = count;
    return XML_SIGNATURE_GOOD;
}

void xml_signature_free(xml_signature_output *output) {
    if (output->start != NULL) explicit_bzero(output->start, output->count);
    free(output->start);
    output->start = NULL;
    output->count = 0;
}
