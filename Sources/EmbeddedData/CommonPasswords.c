// The most common passwords, as bytes of the binary: a search looks at some of them where they lie.

#include "CommonPasswords.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char passwords[] = {
#embed "../../Data/common-passwords.txt"
};
const unsigned char *const gatehouse_common_passwords_start = passwords;
const size_t gatehouse_common_passwords_size = sizeof passwords;
