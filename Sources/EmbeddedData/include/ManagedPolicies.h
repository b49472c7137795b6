// The AWS-managed policies, in the form that Data/managed-policies.py describes.

#pragma once

#include <stddef.h>

extern const unsigned char *const gatehouse_managed_policies_start;
extern const size_t gatehouse_managed_policies_size;
