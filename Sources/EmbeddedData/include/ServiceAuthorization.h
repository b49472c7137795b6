// The service authorization reference, in the form that Data/service-authorization.py describes.

#pragma once

#include <stddef.h>

extern const unsigned char *const gatehouse_service_authorization_start;
extern const size_t gatehouse_service_authorization_size;
