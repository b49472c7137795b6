// Whatever program this is linked into wipes what it frees.
//
// A secret passes through buffers that no code of ours owns: those of the listener, of Swift's
// strings and arrays, of SQLite. `free` and `realloc` here take the place of the C library's for
// all of them, clear the memory and hand it on. `Decisions/0015` says why and what it costs.

#define _GNU_SOURCE
#include "ProcessMemory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

bool process_memory_keep_private(void) {
    const struct rlimit none = {0, 0};
    const bool has_no_core = setrlimit(RLIMIT_CORE, &none) == 0;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && has_no_core;
}

#if defined(__GLIBC__)

extern void __libc_free(void *memory);
extern void *__libc_realloc(void *memory, size_t size);

// Whether the kernel takes the memory back when it is freed, and clears it by itself. Touching all
// of it would only cost time.
//
// Source: glibc, "MallocInternals", "Chunks": the second bit of a chunk's size.
// <https://sourceware.org/glibc/wiki/MallocInternals>
static bool is_mapped(const void *memory) { return (((const size_t *)memory)[-1] & 2) != 0; }

void free(void *memory) {
    if (memory == NULL) return;
    if (!is_mapped(memory)) explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

void *realloc(void *memory, size_t size) {
    if (memory == NULL) return malloc(size);
    if (size == 0) {
        free(memory);
        return NULL;
    }
    // The kernel moves what is mapped, without a copy.
    if (is_mapped(memory)) return __libc_realloc(memory, size);
    const size_t had = malloc_usable_size(memory);
    if (size <= had) {
        // What is cut off becomes free memory without a call of `free`.
        explicit_bzero((char *)memory + size, had - size);
        return __libc_realloc(memory, size);
    }
    void *moved = malloc(size);
    if (moved == NULL) return NULL;
    memcpy(moved, memory, had);
    free(memory);
    return moved;
}

#endif
