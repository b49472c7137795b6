// The roles that are linked to services, as bytes of the binary.

#include "ServiceLinkedRoles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char roles[] = {
#embed "../../Data/service-linked-roles.txt"
};
const unsigned char *const gatehouse_service_linked_roles_start = roles;
const size_t gatehouse_service_linked_roles_size = sizeof roles;
