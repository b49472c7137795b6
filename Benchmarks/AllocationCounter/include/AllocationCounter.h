#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// How many times this thread has asked for memory since it began.
uint64_t allocation_count(void);

/// The bytes that this process has been given and has not given back.
uint64_t allocated_bytes(void);

#endif
