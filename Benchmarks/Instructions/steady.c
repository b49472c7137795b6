// Loaded before the C library into a server that callgrind runs, so that it counts the requests and
// not the time that they take.

#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

// How many times as long each timer takes: longer than the counting. Callgrind makes the server
// fifty times slower. What it does four times a second, such as writing records, would otherwise be
// done once every few requests, and the more often the more else the machine does.
#define STRETCH 1000

static int64_t nanoseconds(struct timespec time) {
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int timerfd_settime(
    int timer, int flags, const struct itimerspec *value, struct itimerspec *old) {
    struct itimerspec later = *value;
    int64_t due = nanoseconds(value->it_value);
    if (due > 0) {
        int64_t now = 0;
        if (flags & TFD_TIMER_ABSTIME) {
            // Both kinds of clock are used, and a moment of one is near the present of the same.
            struct timespec monotonic, real;
            clock_gettime(CLOCK_MONOTONIC, &monotonic);
            clock_gettime(CLOCK_REALTIME, &real);
            now = nanoseconds(due < nanoseconds(real) / 2 ? monotonic : real);
        }
        if (due > now) due = now + (due - now) * STRETCH;
        later.it_value.tv_sec = due / 1000000000;
        later.it_value.tv_nsec = due % 1000000000;
    }
    return (int)syscall(SYS_timerfd_settime, timer, flags, &later, old);
}

// Valgrind 3.19 writes into the mask that it is given, and that of libdispatch is a constant.
int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}
