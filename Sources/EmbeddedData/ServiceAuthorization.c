// The service authorization reference, as bytes of the binary: pages that are never looked at are
// never loaded.

#include "ServiceAuthorization.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char reference[] = {
#embed "../../Data/service-authorization.bin"
};
const unsigned char *const gatehouse_service_authorization_start = reference;
const size_t gatehouse_service_authorization_size = sizeof reference;
