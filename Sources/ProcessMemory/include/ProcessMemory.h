#ifndef PROCESS_MEMORY_H
#define PROCESS_MEMORY_H

#include <stdbool.h>

// Keeps this process's memory out of core dumps, and from being read by other processes of the same
// user. Whoever is root still can. False when the system refused a part of it.
bool process_memory_keep_private(void);

#endif
