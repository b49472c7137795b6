#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// How many times this thread has asked for memory since it began.
uint64_t allocation_count(void);

/// What the C library has given out to the whole process and not got back, in bytes.
uint64_t allocated_bytes(void);

#endif
