// The roles that are linked to services, in the form that Data/service-linked-roles.txt describes.

#pragma once

#include <stddef.h>

extern const unsigned char *const gatehouse_service_linked_roles_start;
extern const size_t gatehouse_service_linked_roles_size;
