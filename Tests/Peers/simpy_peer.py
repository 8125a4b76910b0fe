"""The two models of README.md in SimPy, one process per caller.

The answerers are a resource, and a caller waits for one or for the end of their patience, as SimPy's documentation teaches it. The
practice stands here a second time with a queue written by hand, which is what a modeller does for whom the first is too slow.

Usage: simpy_peer.py queue|practice|lean-practice DAYS SEED
Prints one row per batch of days.
"""

import math
import random
import sys
import time
from collections import Counter, deque

import simpy

HOUR = 3600.0


def exponential(mean):
    return random.expovariate(1 / mean)


def lognormal(mean, sd):
    variance = math.log(1 + (sd / mean) ** 2)
    return random.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))


# ---- M/M/2+M ----


def queue_caller(env, answerers, counts):
    arrival = env.now
    with answerers.request() as request:
        yield request | env.timeout(exponential(12))
        if request.triggered:
            counts["answered"] += 1
            counts["wait"] += env.now - arrival
            yield env.timeout(exponential(6))
        else:
            counts["abandoned"] += 1


def queue_arrivals(env, answerers, counts):
    while True:
        yield env.timeout(exponential(3))
        if env.now >= 24 * HOUR:
            return
        counts["fresh"] += 1
        env.process(queue_caller(env, answerers, counts))


def queue_day(counts):
    env = simpy.Environment()
    answerers = simpy.Resource(env, capacity=2)
    env.process(queue_arrivals(env, answerers, counts))
    env.run()


# ---- The practice ----

STAFFED, RINGS_OUT, MESSAGE = range(3)
# From, what a caller meets, answerers, whether a doctor answers.
TIMETABLE = [
    (8 * HOUR, STAFFED, 2, True),
    (9 * HOUR, STAFFED, 1, False),
    (12 * HOUR, RINGS_OUT, 1, False),
    (13 * HOUR, STAFFED, 1, False),
    (15 * HOUR, MESSAGE, 1, False),
]
CALLS_PER_HOUR = [19.5, 15, 11, 9, 3, 4.5, 3.75, 2.25]
BURST_CALLS, BURST_DELAY = 6.5, 120
LINES = 5
CLOSES = 16 * HOUR


class Telephone:
    """Answerers as a resource; whoever is off duty is kept busy by a process of higher priority than any caller."""

    def __init__(self, env):
        self.env = env
        self.state, self.by_doctor = MESSAGE, False
        self.answerers = simpy.PriorityResource(env, capacity=max(row[2] for row in TIMETABLE))
        self.off_duty = 0
        env.process(self.follow_timetable())

    def follow_timetable(self):
        for start, state, answerers, by_doctor in TIMETABLE:
            yield self.env.timeout(start - self.env.now)
            self.state, self.by_doctor = state, by_doctor
            while self.answerers.capacity - self.off_duty > answerers:
                # No answerer comes back during the day of this practice.
                self.answerers.request(priority=-1)
                self.off_duty += 1

    def calls(self):
        return self.answerers.count + len(self.answerers.queue) - self.off_duty

    def has_free_answerer(self):
        return self.answerers.count < self.answerers.capacity


def practice_caller(env, telephone, counts):
    redials = 0
    while True:
        arrival = env.now
        counts["fresh" if redials == 0 else "redials"] += 1
        failure = turned_away(telephone, counts)
        if failure is None:
            with telephone.answerers.request() as request:
                yield request | env.timeout(exponential(1200))
                if request.triggered:
                    counts["answered"] += 1
                    counts["wait"] += env.now - arrival
                    yield env.timeout(talk(telephone))
                    return
            counts["abandoned"] += 1
            failure = GAVE_UP
        delay = redial_delay(env, redials, failure)
        if delay is None:
            return
        yield env.timeout(delay)
        redials += 1


class LeanTelephone:
    """Answerers who come and go, and a queue that callers may leave: numbers and a list, and events only for who waits."""

    def __init__(self, env):
        self.env = env
        self.state, self.answerers, self.by_doctor = MESSAGE, 0, False
        self.busy = 0
        self.waiting = deque()
        env.process(self.follow_timetable())

    def follow_timetable(self):
        for start, state, answerers, by_doctor in TIMETABLE:
            yield self.env.timeout(start - self.env.now)
            self.state, self.by_doctor = state, by_doctor
            if state == STAFFED:
                self.answerers = answerers
            self.serve()

    def serve(self):
        while self.waiting and self.busy < self.answerers:
            self.busy += 1
            self.waiting.popleft().succeed()

    def release(self):
        self.busy -= 1
        self.serve()

    def calls(self):
        return self.busy + len(self.waiting)

    def has_free_answerer(self):
        return self.busy < self.answerers and not self.waiting


def lean_practice_caller(env, telephone, counts):
    redials = 0
    while True:
        arrival = env.now
        counts["fresh" if redials == 0 else "redials"] += 1
        failure = turned_away(telephone, counts)
        if failure is None:
            if telephone.has_free_answerer():
                telephone.busy += 1
                is_answered = True
            else:
                turn = env.event()
                telephone.waiting.append(turn)
                yield turn | env.timeout(exponential(1200))
                is_answered = turn.triggered
            if is_answered:
                counts["answered"] += 1
                counts["wait"] += env.now - arrival
                yield env.timeout(talk(telephone))
                telephone.release()
                return
            telephone.waiting.remove(turn)
            counts["abandoned"] += 1
            failure = GAVE_UP
        delay = redial_delay(env, redials, failure)
        if delay is None:
            return
        yield env.timeout(delay)
        redials += 1


# How long a caller has rung in vain, the share who call again, and after how long on average; NEVER for a call that is over.
GAVE_UP = (0.0, 0.60, 1500)
BUSY_TONE = (0.0, 0.85, 240)
NEVER = (0.0, 0.0, 1)


def turned_away(telephone, counts):
    """What keeps a caller from waiting or being answered; None if nothing does."""
    if telephone.state == MESSAGE:
        counts["off"] += 1
        return NEVER
    if telephone.state == RINGS_OUT:
        counts["off"] += 1
        return exponential(60), 0.60, 1800
    if telephone.has_free_answerer():
        return None
    if telephone.calls() >= LINES:
        counts["blocked"] += 1
        return BUSY_TONE
    if random.random() < 0.05:
        counts["balked"] += 1
        return GAVE_UP
    return None


def redial_delay(env, redials, failure):
    """When a caller who failed calls again, from now; None if never."""
    rung, share, mean = failure
    if redials == 8 or random.random() >= share:
        return None
    delay = rung + lognormal(mean, mean)
    return delay if env.now + delay < CLOSES else None


def talk(telephone):
    return lognormal(210, 150) if telephone.by_doctor else lognormal(140, 110)


def practice_arrivals(env, telephone, counts, demand, caller):
    # A constant rate within each hour: what is left of a gap at the full hour is drawn anew.
    for hour, calls in enumerate(CALLS_PER_HOUR):
        begins, ends = (8 + hour) * HOUR, (9 + hour) * HOUR
        if env.now < begins:
            yield env.timeout(begins - env.now)
        while True:
            gap = exponential(HOUR / (calls * demand))
            if env.now + gap >= ends:
                break
            yield env.timeout(gap)
            env.process(caller(env, telephone, counts))


def burst_caller(env, telephone, counts, delay, caller):
    yield env.timeout(8 * HOUR + delay)
    yield from caller(env, telephone, counts)


def practice_day(counts, telephone_kind=Telephone, caller=practice_caller):
    env = simpy.Environment()
    demand = random.gammavariate(25, 1 / 25)
    telephone = telephone_kind(env)
    env.process(practice_arrivals(env, telephone, counts, demand, caller))
    spent = exponential(1)
    while spent < BURST_CALLS * demand:
        delay = -BURST_DELAY * math.log(1 - spent / (BURST_CALLS * demand))
        env.process(burst_caller(env, telephone, counts, delay, caller))
        spent += exponential(1)
    env.run()


def lean_practice_day(counts):
    practice_day(counts, LeanTelephone, lean_practice_caller)


def main():
    model, days, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    day = {"queue": queue_day, "practice": practice_day, "lean-practice": lean_practice_day}[model]
    random.seed(seed)
    columns = ["fresh", "redials", "answered", "abandoned", "blocked", "balked", "off"]
    print(",".join(columns + ["wait_seconds", "cpu_seconds"]))
    batches = 20
    for _ in range(batches):
        counts = Counter()
        start = time.process_time()
        for _ in range(days // batches):
            day(counts)
        cpu = time.process_time() - start
        row = [str(counts[column]) for column in columns]
        print(",".join(row + [f"{counts['wait']:.3f}", f"{cpu:.6f}"]))


if __name__ == "__main__":
    main()
