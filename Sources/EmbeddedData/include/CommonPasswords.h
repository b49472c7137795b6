// The most common passwords, in the form that Data/common-passwords.py describes.

#pragma once

#include <stddef.h>

extern const unsigned char *const gatehouse_common_passwords_start;
extern const size_t gatehouse_common_passwords_size;
