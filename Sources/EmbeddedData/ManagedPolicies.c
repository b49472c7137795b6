// The AWS-managed policies, as bytes of the binary: nothing is read from disk, and pages that are
// never looked at are never loaded.

#include "ManagedPolicies.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char policies[] = {
#embed "../../Data/managed-policies.bin"
};
const unsigned char *const gatehouse_managed_policies_start = policies;
const size_t gatehouse_managed_policies_size = sizeof policies;
