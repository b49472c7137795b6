"""What must hold of a history: the rules of README.md, and nothing of how it came about.

All times are of one monotonic clock, in nanoseconds. A write takes effect once, between its request
and its answer. One without an answer takes effect within ``LINGERING`` of its request, or never.
"""

import bisect
import dataclasses
import math

# The longest that a request may still work after its client has given up: a node that is paused for
# 13 s, a statement that waits for 10 s, and a commit, with as much again.
LINGERING = 60 * 10**9


@dataclasses.dataclass(slots=True)
class Write:
    """A value, and when it may have come into force."""

    value: object
    begin: float
    end: float
    is_acknowledged: bool


@dataclasses.dataclass(slots=True)
class Reading:
    """What an answer says of a register: that its value was one of which `holds` is true."""

    register: "Register"
    holds: object
    begin: int
    end: int

    def is_explained(self):
        return any(self.holds(write.value) for write in self.register.visible(self))

    def __str__(self):
        seen = ", ".join(sorted({str(write.value) for write in self.register.visible(self)}))
        return f"{self.register.name} can only have been {seen}"


class Register:
    """One thing with a value, which one writer at a time changes and anybody reads."""

    def __init__(self, name, value):
        self.name = name
        self.value = value
        """The last that was written and acknowledged."""
        self._writes = [Write(value, -math.inf, -math.inf, True)]
        self._begins = [-math.inf]
        self._unanswered = []

    def write(self, value, begin, end):
        """Adds a write; `end` is None where nobody knows whether it happened."""
        is_acknowledged = end is not None
        write = Write(value, begin, end if is_acknowledged else begin + LINGERING, is_acknowledged)
        self._writes.append(write)
        self._begins.append(begin)
        if is_acknowledged:
            self.value = value
        else:
            self._unanswered.append(write)

    def reading(self, holds, begin, end):
        return Reading(self, holds, begin, end)

    def visible(self, reading):
        """The writes whose value a reading may have seen: those that began before it ended, and
        that no acknowledged write surely replaced before it began."""
        first = self._last_before(reading.begin)
        last = bisect.bisect_right(self._begins, reading.end)
        seen = self._writes[first:last]
        replaced_at = self._writes[first].begin
        return seen + [
            write for write in self._unanswered
            if write.begin < replaced_at <= write.end and write.begin <= reading.end]

    def _last_before(self, moment):
        """The index of the last acknowledged write that had ended before a moment."""
        index = bisect.bisect_left(self._begins, moment) - 1
        while not (self._writes[index].is_acknowledged and self._writes[index].end < moment):
            index -= 1
        return index


@dataclasses.dataclass(slots=True)
class Key:
    """An access key of a user whose keys several writers make and delete at once."""

    may_be_from: float
    is_from: float
    is_until: float = math.inf
    may_be_until: float = math.inf


class Keys:
    """The keys of one user, of which there may be two."""

    LIMIT = 2

    def __init__(self, name):
        self.name = name
        self._made = {}
        self._deletions = []
        self._unanswered = []
        self._refusals = []
        self._longest_list = 0

    def made(self, key_id, begin, end):
        self._made[key_id] = Key(begin, end)

    def made_perhaps(self, begin):
        self._unanswered.append(Key(begin, math.inf))

    def deleted(self, key_id, begin, end):
        """`end` is None where nobody knows whether it happened. Who deletes it may have seen it
        before its maker was answered."""
        self._deletions.append((key_id, begin, end))

    def refused(self, begin, end):
        """A key was refused because there were two."""
        self._refusals.append((begin, end))

    def listed(self, count):
        self._longest_list = max(self._longest_list, count)

    def faults(self):
        if self._longest_list > self.LIMIT:
            yield f"{self.name}: {self._longest_list} keys were listed"
        for key_id, begin, end in self._deletions:
            if key_id in self._made:
                key = self._made[key_id]
                key.is_until = min(key.is_until, begin)
                key.may_be_until = min(key.may_be_until, math.inf if end is None else end)
        sure = [key for key in self._made.values() if key.is_from < key.is_until]
        highest = _highest(
            [(key.is_from, 1) for key in sure] + [(key.is_until, -1) for key in sure])
        if highest > self.LIMIT:
            yield f"{self.name}: there were {highest} keys at once"
        possible = list(self._made.values()) + self._unanswered
        for begin, end in self._refusals:
            there = sum(key.may_be_from <= end and key.may_be_until >= begin for key in possible)
            if there < self.LIMIT:
                yield f"{self.name}: a key was refused although there was room"


def _highest(changes):
    height = highest = 0
    # Of those at one moment the ends come first.
    for _, change in sorted(changes):
        height += change
        highest = max(highest, height)
    return highest


def faults_of_readings(readings):
    """`readings` are pairs: what the answer was to, and a list of alternatives, each a list of
    readings that explain the answer together."""
    for what, alternatives in readings:
        if not any(all(reading.is_explained() for reading in each) for each in alternatives):
            why = "; ".join(
                str(reading) for each in alternatives for reading in each
                if not reading.is_explained())
            yield f"{what}: {why}"


def faults_of_records(acknowledged, unanswered, records):
    """Whether each acknowledged write has its record, and each record its write.

    `acknowledged` maps the ID of a request to the name of its operation, `unanswered` counts those
    without an answer by name, `records` are pairs of ID and name of what the audit record calls
    successful.
    """
    found = {}
    for request, name in records:
        if request in found:
            yield f"{name} {request} is recorded twice"
        found[request] = name
    for request, name in acknowledged.items():
        if found.get(request) != name:
            yield f"{name} {request} was acknowledged and has no record"
    more = {}
    for request, name in found.items():
        if request not in acknowledged:
            more[name] = more.get(name, 0) + 1
    for name, count in more.items():
        if count > unanswered.get(name, 0):
            yield (f"{name}: {count} successes are recorded that nobody was told of, and "
                   f"{unanswered.get(name, 0)} requests had no answer")
