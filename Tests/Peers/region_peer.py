#!/usr/bin/env python3
"""A second model of a region, written from the pages "The model" and "Scenario files" alone, and a comparison with telefontid.

    region_peer.py SCENARIO FOLDER [--replications N] [--own-regions K]

simulates the scenario's region as FOLDER/practices.csv has it and holds traffic.csv and truth.csv of that folder, which
`telefontid simulate SCENARIO -o FOLDER` wrote, against it: every number with its difference in standard errors. With
--own-regions K it deals K regions of its own instead and compares to a folder of many regions.

It knows what the shipped scenario of Region Midtjylland needs: one attempt, no referrals followed, a census, no refusals.
Interviewers are never late here. Times are seconds; chance is Python's Mersenne twister. Only the standard library is used.
"""
import argparse, csv, heapq, json, math, random, re
from collections import defaultdict

TIMETABLE, RELEASE, HANGUP, PROBE, PATIENT, SURVEY = range(6)


def clock(text):
    parts = [float(part) for part in text.split(":")]
    return parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)


def window(text):
    start, end = text.split("-")
    return clock(start), clock(end)


def read_scenario(path):
    text = re.sub(r"^\s*//.*$", "", open(path, encoding="utf-8").read(), flags=re.M)
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", text))


def by_size(value, gps):
    if not isinstance(value, dict):
        return value
    steps = sorted((int(key), one) for key, one in value.items())
    return [one for size, one in steps if size <= gps][-1] if steps[0][0] <= gps else steps[0][1]


def sampler(law):
    kind = law["distribution"]
    if kind == "constant":
        return lambda chance: law["seconds"]
    if kind == "exponential":
        return lambda chance: chance.expovariate(1 / law["mean_seconds"])
    if kind == "lognormal":
        mean, sd = law["mean_seconds"], law["sd_seconds"]
        variance = math.log(1 + (sd / mean) ** 2)
        return lambda chance: chance.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))
    if kind == "weibull":
        return lambda chance: chance.weibullvariate(law["scale_seconds"], law["shape"])
    raise SystemExit(f"a law that this peer does not know: {kind}")


# --- The region ---------------------------------------------------------------------------------------------------------


def whole_numbers(shares, total):
    exact = [share * total for share in shares] + [max(total - sum(shares) * total, 0)]
    counts = [math.floor(value + 1e-6) for value in exact]
    order = sorted(range(len(exact)), key=lambda k: (counts[k] - exact[k], k))
    for k in order[: total - sum(counts)]:
        counts[k] += 1
    return counts[: len(shares)]


def spread(members, classes, chance):
    """An order in which classes, and classes within them, are spread evenly."""
    total, sizes, taken, left = len(members), defaultdict(int), defaultdict(int), defaultdict(list)
    inner, margins, passed = defaultdict(set), defaultdict(int), defaultdict(int)
    for member in chance.sample(members, total):
        node = ()
        for level, label in enumerate(one(member) for one in classes):
            inner[node].add(node + (label,))
            node += (label,)
            sizes[node] += 1
            margins[level, label] += 1
        left[node].append(member)
    order, sizes[()] = [], total
    for place in range(1, total + 1):
        node, taken[()] = (), place
        for level in range(len(classes)):
            def behind(child):
                own = sizes[child] * taken[node] / sizes[node] - taken[child]
                key = level, child[-1]
                return own + (margins[key] * place / total - passed[key] if level else 0)
            node = max(sorted(child for child in inner[node] if taken[child] < sizes[child]), key=behind)
            taken[node] += 1
            passed[level, node[-1]] += 1
        order.append(left[node].pop())
    return order


def turned(members, classes, chance):
    order = spread(members, classes, chance)
    start = chance.randrange(len(order)) if order else 0
    return order[start:] + order[:start]


def sectors(counts, total):
    places, over = [None] * total, []
    for k, count in enumerate(counts):
        first, last = k * total // len(counts), (k + 1) * total // len(counts)
        fits = min(count, last - first)
        places[first : first + fits] = [k] * fits
        over += [k] * (count - fits)
    free = [place for place in range(total) if places[place] is None]
    for k in over:
        places[free.pop()] = k
    return places


STATES = [
    "referral-message", "forwarding", "acute-line", "message-without-referral", "message-to-out-of-hours", "rings-out",
]


def off_places(counts, total):
    places, centre, acute = [None] * total, total * 2 // 3, counts["acute-line"]
    def fill(state, place):
        left, step = counts[state], 0
        while left:
            if places[place(step) % total] is None:
                places[place(step) % total] = state
                left -= 1
            step += 1
    fill("acute-line", lambda step: centre + (step // 2 if step % 2 == 0 else -(step + 1) // 2))
    fill("forwarding", lambda step: step)
    fill("message-without-referral", lambda step: centre + (acute + 1) // 2 + step)
    fill("rings-out", lambda step: centre - acute // 2 - 1 - step)
    fill("message-to-out-of-hours", lambda step: -1 - step)
    return [state or "referral-message" for state in places]


def gamma_share(shape, x):
    """The share of a gamma law of scale 1 that lies below x: the series of the incomplete gamma function."""
    term = total = 1 / shape
    step = shape
    while term > total * 1e-15:
        step += 1
        term *= x / step
        total += term
    return total * math.exp(shape * math.log(x) - x - math.lgamma(shape)) if x > 0 else 0


def calls_factors(cv, count):
    """Quantiles in the middle of equal parts of the gamma law, in ascending order, with mean 1."""
    shape, values = 1 / cv**2, []
    for place in range(count):
        low, high = 0, shape + 40 * math.sqrt(shape) + 40
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if gamma_share(shape, middle) < (place + 0.5) / count else (low, middle)
        values.append(low)
    return [value * count / sum(values) for value in values]


class Practice:
    pass


def draw_region(scenario, chance):
    """Practices with their traits, dealt by quota."""
    practices, telephone = [], scenario["telephone"]
    sizes = [int(gps) for gps, count in scenario["practices"]["gps"].items() for _ in range(count)]
    chance.shuffle(sizes)
    law = scenario["practices"]["listed_patients_per_gp"]
    for town, count in scenario["practices"]["municipalities"].items():
        for _ in range(count):
            one = Practice()
            one.town, one.gps, one.key = town, sizes[len(practices)], chance.random()
            while True:
                mean = chance.gauss(law["mean"], law["mean"] * law["cv"])
                if law["smallest"] <= mean <= law["largest"]:
                    break
            one.listed = round(mean * one.gps)
            practices.append(one)

    def size(one): return one.gps
    cv = scenario["patients"].get("calls_cv_between_practices", 0)
    factors = calls_factors(cv, len(practices)) if cv else [1] * len(practices)
    for one, factor in zip(turned(practices, [size], chance), factors):
        one.calls_factor = factor
    def last(one): return one.last
    def states(one): return tuple(one.states)

    answers = list(telephone["last_answer"].items())
    order = turned(practices, [size], chance)
    for one, k in zip(order, sectors(whole_numbers([share for _, share in answers], len(order)), len(order))):
        one.last = math.inf if k is None else clock(answers[k][0])
    order = turned(practices, [last, size], chance)
    for one in practices:
        one.states = []
    for stretch in telephone["when_off"]:
        counts = whole_numbers([stretch["shares"].get(name, 0) for name in STATES], len(order))
        for one, state in zip(order, off_places(dict(zip(STATES, counts)), len(order))):
            one.states.append(state)
    order = turned(practices, [states, last, size], chance)
    lunches = [
        (clock(lunch["from"]), clock(lunch["to"]))
        for lunch, count in zip(
            telephone["lunch"], whole_numbers([lunch["share"] for lunch in telephone["lunch"]], len(order)))
        for _ in range(count)
    ]
    for place, one in enumerate(order):
        one.lunch = lunches[place] if place < len(lunches) else None
    for share in sorted({by_size(telephone["queue_share"], one.gps) for one in practices}):
        members = [one for one in practices if by_size(telephone["queue_share"], one.gps) == share]
        order = turned(members, [size, last, states], chance)
        count = whole_numbers([share], len(order))[0]
        for place, one in enumerate(order):
            one.has_queue = place < count
    order = turned(practices, [states, last, size], chance)
    count = whole_numbers([telephone["acute_line_share"]], len(order))[0]
    order.sort(key=lambda one: "acute-line" not in one.states)
    given = sum("acute-line" in one.states for one in order)
    for place, one in enumerate(order):
        one.has_acute_line = place < max(count, given)
    for one in practices:
        rule = telephone["queue_lines" if one.has_queue else "busy_tone_lines"]
        most = max(by_size(stretch["answerers"], one.gps) for stretch in telephone["staffing"])
        beyond = rule.get("beyond_answerers", 3 if one.has_queue else 0)
        one.lines = max(rule.get("at_least", 2), most + beyond)
    closes = clock(telephone["closes"])
    quiet = sorted((one for one in practices if "forwarding" not in one.states), key=lambda one: one.key)
    rings = [
        lambda one: [other for other in quiet if other.town == one.town and other.last >= closes],
        lambda one: [other for other in quiet if other.last >= closes],
        lambda one: [other for other in quiet if other.town == one.town], lambda one: quiet,
    ]
    left = {}
    for one in sorted(practices, key=lambda one: one.key):
        one.partner = None
        for number, ring in enumerate(rings):
            members = [other for other in ring(one) if other is not one]
            if not members:
                continue
            if "forwarding" in one.states:
                name = (number, one.town if number in (0, 2) else None)
                if not left.get(name):
                    left[name] = list(members)
                members = left[name]
            behind = [other for other in members if other.key > one.key]
            one.partner = (behind or members)[0]
            if "forwarding" in one.states:
                left[name].remove(one.partner)
            break
    return practices


def read_region(scenario, path):
    rows, practices = list(csv.DictReader(open(path, encoding="utf-8"))), {}
    for row in rows:
        one = practices[row["practice"]] = Practice()
        one.town, one.gps, one.listed = row["municipality"], int(row["gps"]), int(row["listed_patients"])
        one.has_queue, one.has_acute_line = row["system"] == "queue", row["acute_line"] == "yes"
        one.lines = math.inf if row["lines"] == "unlimited" else int(row["lines"])
        one.lunch = None if row["lunch"] == "none" else window(row["lunch"])
        one.last = math.inf if row["last_answer"] == "none" else clock(row["last_answer"])
        one.calls_factor = float(row.get("calls_factor") or 1)
        states = row["when_off"].split("|")
        one.states = states if len(states) > 1 else states * len(scenario["telephone"]["when_off"])
    for row in rows:
        practices[row["practice"]].partner = practices.get(row["partner"])
    return list(practices.values())


def set_days(scenario, practices):
    """Each practice's timetable: what callers meet, from when on."""
    telephone = scenario["telephone"]
    opens, closes = clock(telephone["opens"]), clock(telephone["closes"])
    for one in practices:
        borders = {opens, closes, one.last, *(one.lunch or ())}
        for stretch in telephone["staffing"] + telephone["when_off"]:
            borders |= {clock(stretch["from"]), clock(stretch["to"])}
        one.day = []
        for start in sorted(border for border in borders if opens <= border < closes):
            state = ("off", "message-to-out-of-hours")
            for number, stretch in enumerate(telephone["when_off"]):
                if clock(stretch["from"]) <= start < clock(stretch["to"]):
                    state = ("off", one.states[number])
            at_lunch = one.lunch and one.lunch[0] <= start < one.lunch[1]
            for stretch in telephone["staffing"]:
                if clock(stretch["from"]) <= start < clock(stretch["to"]) and not at_lunch and start < one.last:
                    state = ("staffed", by_size(stretch["answerers"], one.gps), stretch["answered_by"])
            one.day.append((start, state))
        one.day.append((closes, ("off", "message-to-out-of-hours")))


# --- A day --------------------------------------------------------------------------------------------------------------


class Call:
    __slots__ = ("home", "at", "kind", "since", "slot", "tries", "urgent", "acute", "forwarded", "probe", "gone")

    def __init__(self, home, kind, since, tries=0, urgent=None):
        self.home, self.kind, self.since, self.tries, self.urgent = home, kind, since, tries, urgent
        self.acute = self.forwarded = self.gone = False


class Telephone:
    def __init__(self, practice):
        self.practice, self.state = practice, ("off", "message-to-out-of-hours")
        self.answerers, self.by, self.talks, self.acute_talks = 0, "staff", 0, 0
        self.waiting, self.acute_waiting = [], []


class Day:
    """A group of practices tied by forwarding, on one day."""

    def __init__(self, model, practices, counted, weekday, chance):
        self.model, self.chance, self.counted = model, chance, counted
        self.heap, self.number = [], 0
        self.phones = {one: Telephone(one) for one in practices}
        for one in practices:
            for time, state in one.day:
                self.push(time, TIMETABLE, (one, state))
            self.draw_calls(one, weekday)

    def push(self, time, priority, what):
        self.number += 1
        heapq.heappush(self.heap, (time, priority, self.number, what))

    def draw_calls(self, one, weekday):
        patients, chance = self.model.patients, self.chance
        cv = patients["busyness_cv"]
        index = patients["weekday_index"][weekday] * chance.gammavariate(1 / cv**2, cv**2)
        per_day = patients["calls_per_day_per_1000_listed"] * one.listed / 1000 * one.calls_factor * index
        burst = patients["opening_burst"]
        stretches = sorted((window(name), share) for name, share in patients["call_shares"].items())
        for number, ((start, end), share) in enumerate(stretches):
            mean = per_day * share * (1 - burst["share"] if number == 0 else 1)
            time = start + chance.expovariate(mean / (end - start))
            while time < end:
                self.push(time, PATIENT, Call(one, "patient", time))
                time += chance.expovariate(mean / (end - start))
        # A Poisson number, as calls of a process of rate 1 before its mean.
        mean, start = per_day * stretches[0][1] * burst["share"], stretches[0][0][0]
        passed = chance.expovariate(1)
        while passed < mean:
            time = start + chance.expovariate(1 / burst["mean_seconds"])
            self.push(time, PATIENT, Call(one, "patient", time))
            passed += chance.expovariate(1)

    def run(self):
        while self.heap:
            time, priority, _, what = heapq.heappop(self.heap)
            if priority == TIMETABLE:
                phone = self.phones[what[0]]
                phone.state = what[1]
                if phone.state[0] == "staffed":
                    phone.answerers, phone.by = phone.state[1], phone.state[2]
                self.serve(phone, time)
            elif priority == RELEASE:
                phone, acute = what
                phone.talks -= 1
                phone.acute_talks -= acute
                self.serve(phone, time)
            elif priority == HANGUP:
                if not what.gone:
                    self.hang_up(what, time)
            else:
                self.dial(what, time)

    # What callers meet.

    def dial(self, call, time):
        home = call.home
        if call.kind == "patient":
            if call.urgent is None:
                call.urgent = self.chance.random() < self.model.patients["urgent_share"]
            call.acute = call.urgent and home.has_acute_line
            call.slot = self.model.slot(time)
            self.count(call, "redials" if call.tries else "fresh_calls")
        phone = self.phones[home]
        if call.acute and phone.state[0] == "off" and home.day[0][0] <= time < home.day[-1][0]:
            return self.answered(call, self.model.draw["acute_line_answer"](self.chance))
        self.meet(phone, call, time)

    def meet(self, phone, call, time):
        call.at = phone
        if phone.state[0] == "staffed":
            if phone.talks < phone.answerers and not phone.waiting and not phone.acute_waiting:
                return self.answer(phone, call, time)
            return self.wait(phone, call, time)
        state, one = phone.state[1], phone.practice
        if state == "forwarding" and one.partner:
            if not call.forwarded and call.kind == "patient":
                self.count(call, "forwarded")
            call.forwarded = True
            return self.meet(self.phones[one.partner], call, time)
        if call.kind != "patient":
            return self.note(call, state, time)
        if state == "acute-line" and one is not call.home and call.urgent:
            return self.answered(call, time - call.since + self.model.draw["acute_line_answer"](self.chance))
        self.count(call, "off")
        if state in ("message-without-referral", "message-to-out-of-hours"):
            self.give_up(call, time)
        elif state in ("rings-out", "forwarding"):
            self.fail(call, "redial_after_no_answer", time + self.model.draw["ring_patience"](self.chance))

    def wait(self, phone, call, time):
        one, patients = phone.practice, self.model.patients
        if not call.acute:
            lines = phone.talks - phone.acute_talks + sum(other.kind != "probe" for other in phone.waiting)
            if lines >= one.lines:
                if call.kind != "patient":
                    return self.note(call, "busy", time)
                self.count(call, "blocked")
                return self.fail(call, "redial_after_busy", time)
            if call.kind == "patient" and one.has_queue and self.chance.random() < patients["balking_share"]:
                self.count(call, "balked")
                return self.fail(call, "redial_after_abandonment", time)
        (phone.acute_waiting if call.acute else phone.waiting).append(call)
        if call.kind != "patient":
            limit = self.model.survey["hold_limit_seconds" if one.has_queue else "ring_limit_seconds"]
        else:
            law = "patience" if call.acute or one.has_queue else "ring_patience"
            limit = self.model.draw[law](self.chance)
        self.push(time + limit, HANGUP, call)

    def hang_up(self, call, time):
        phone = call.at
        (phone.acute_waiting if call.acute else phone.waiting).remove(call)
        if call.kind != "patient":
            return self.note(call, "hold-limit" if phone.practice.has_queue else "no-answer", time)
        self.count(call, "abandoned")
        self.fail(call, "redial_after_abandonment" if phone.practice.has_queue else "redial_after_no_answer", time)

    def serve(self, phone, time):
        while phone.talks < phone.answerers and (phone.acute_waiting or phone.waiting):
            call = (phone.acute_waiting or phone.waiting).pop(0)
            call.gone = True
            self.answer(phone, call, time)

    def answer(self, phone, call, time):
        if call.kind == "probe":
            return self.note(call, "person" if phone.practice is call.home else "forwarded-answered", time)
        talk = self.model.draw["survey_talk" if call.kind == "survey" else "talk_with_" + phone.by](self.chance)
        phone.talks += 1
        phone.acute_talks += call.acute
        self.push(time + talk, RELEASE, (phone, call.acute))
        if phone.practice in self.counted:
            self.model.busy(time, time + talk)
        if call.kind == "patient":
            self.answered(call, time - call.since)

    # What becomes of them.

    def count(self, call, what, amount=1):
        if call.home in self.counted:
            self.model.counts[call.slot][what] += amount

    def answered(self, call, wait):
        self.count(call, "answered")
        self.count(call, "wait", wait)
        self.count(call, "within", wait <= self.model.patients["answer_target_seconds"])

    def fail(self, call, rule, time):
        patients, chance = self.model.patients, self.chance
        if call.tries < patients["most_redials"] and chance.random() < patients[rule]["share"]:
            again = time + self.model.draw[rule](chance)
            if again < call.home.day[-1][0]:
                return self.push(again, PATIENT, Call(call.home, "patient", again, call.tries + 1, call.urgent))
        self.give_up(call, time)

    def give_up(self, call, time):
        shares = [share for start, share in self.model.displaced if start <= time]
        if shares and self.chance.random() < shares[-1]:
            self.count(call, "displaced_to_out_of_hours")

    def note(self, call, what, time):
        if call.kind == "probe":
            if what == "acute-line":
                rung = self.model.draw["acute_line_answer"](self.chance)
                what = "acute-line-answered" if rung <= self.model.survey["ring_limit_seconds"] else "no-answer"
            self.model.outcomes.append((call.slot, what))


class Model:
    def __init__(self, scenario):
        self.scenario, self.patients, self.survey = scenario, scenario["patients"], scenario["survey"]
        self.draw = {
            name: sampler(law.get("delay", law)) for name, law in self.patients.items()
            if isinstance(law, dict) and ("distribution" in law or "delay" in law)
        }
        self.draw["survey_talk"] = sampler(self.survey["talk"])
        self.displaced = sorted((clock(at), share) for at, share in self.patients["displaced_share"].items())
        grid = self.survey["slots"]
        start, end, width = clock(grid["from"]), clock(grid["to"]), grid["minutes"] * 60
        self.slots = [(start + k * width, start + (k + 1) * width) for k in range(int((end - start) / width))]

    def slot(self, time):
        return next((k for k, (start, end) in enumerate(self.slots) if start <= time < end), len(self.slots))

    def busy(self, start, end):
        for k, (first, last) in enumerate(self.slots):
            if start < last and end > first:
                self.counts[k]["busy"] += min(end, last) - max(start, first)

    def replicate(self, practices, chance):
        """One survey: counts by slot per practice-day, and shares of probes not reached."""
        self.counts = [defaultdict(float) for _ in range(len(self.slots) + 1)]
        self.outcomes = []
        groups = {one: {one} for one in practices}
        for one in practices:
            if any(state == ("off", "forwarding") for _, state in one.day) and one.partner:
                joined = groups[one] | groups[one.partner]
                for member in joined:
                    groups[member] = joined
        # Ten working days, two of each weekday, dealt evenly; the first of the shipped scenario is a Tuesday.
        days, rung = [(1 + k) % 5 for k in range(10)], defaultdict(list)
        order = chance.sample(practices, len(practices))
        for number, one in enumerate(order):
            rung[number % 10, id(groups[one])].append((one, number))
        for (day, _), members in rung.items():
            group = groups[members[0][0]]
            living = Day(self, sorted(group, key=id), {one for one, _ in members}, days[day], chance)
            for one, number in members:
                slot = self.slots[(number // 10) % len(self.slots)]
                time = chance.uniform(*slot)
                living.push(time, SURVEY, Call(one, "survey", time))
                for k, (first, last) in enumerate(self.slots):
                    probe = Call(one, "probe", chance.uniform(first, last))
                    probe.slot = k
                    living.push(probe.since, PROBE, probe)
                for (start, state), (end, _) in zip(one.day, one.day[1:]):
                    if state[0] == "staffed":
                        for k, (first, last) in enumerate(self.slots):
                            shared = min(end, last) - max(start, first)
                            self.counts[k]["duty"] += state[1] * max(shared, 0)
            living.run()
        return self.figures(len(practices))

    def figures(self, days):
        figures = {}
        everything = defaultdict(float)
        for counts in self.counts:
            for name, value in counts.items():
                everything[name] += value
        labels = ["%02d:00-%02d:00" % (start // 3600, end // 3600) for start, end in self.slots]
        for label, counts in list(zip(labels, self.counts)) + [("all", everything)]:
            for name in (
                "fresh_calls", "redials", "answered", "abandoned", "blocked", "balked", "off", "forwarded",
                "displaced_to_out_of_hours",
            ):
                figures["traffic", label, name] = counts[name] / days
            offered = counts["answered"] + counts["abandoned"] + counts["blocked"] + counts["balked"]
            figures["traffic", label, "mean_wait_seconds"] = counts["wait"] / max(counts["answered"], 1)
            figures["traffic", label, "answered_within_target"] = counts["within"] / max(offered, 1)
            figures["traffic", label, "occupancy"] = counts["busy"] / max(counts["duty"], 1)
        person = {"person", "forwarded-answered", "acute-line-answered"}
        for name, reached in (("agreement", person | {"referral-message"}), ("person", PERSON)):
            for k, label in list(enumerate(labels)) + [(None, "all")]:
                met = [what in reached for slot, what in self.outcomes if k is None or slot == k]
                figures[name, label, "rate"] = 1 - sum(met) / len(met)
        return figures


# A person of the practice: neither a partner nor the acute line's message counts.
PERSON = {"person"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario")
    parser.add_argument("folder")
    parser.add_argument("--replications", type=int, default=40)
    parser.add_argument("--own-regions", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    scenario, chance = read_scenario(arguments.scenario), random.Random(arguments.seed)
    model, samples = Model(scenario), defaultdict(list)
    for number in range(arguments.own_regions or 1):
        if arguments.own_regions:
            practices = draw_region(scenario, chance)
        else:
            practices = read_region(scenario, f"{arguments.folder}/practices.csv")
        set_days(scenario, practices)
        runs = [model.replicate(practices, chance) for _ in range(arguments.replications)]
        if arguments.own_regions:
            for key in runs[0]:
                samples[key].append(sum(run[key] for run in runs) / len(runs))
        else:
            for run in runs:
                for key, value in run.items():
                    samples[key].append(value)

    theirs = {}
    for row in csv.DictReader(open(f"{arguments.folder}/traffic.csv", encoding="utf-8")):
        for name, text in row.items():
            if name not in ("slot", "caller") and text:
                theirs["traffic", row["slot"], name] = float(text)
    for row in csv.DictReader(open(f"{arguments.folder}/truth.csv", encoding="utf-8")):
        if row["by"] in ("slot", "all"):
            theirs[row["definition"], row["group"], "rate"] = float(row["rate"])
    asked = json.load(open(f"{arguments.folder}/manifest.json"))
    runs = asked.get("regions", 1) if arguments.own_regions else asked["replications"]["done"]
    worst, beyond, compared = 0.0, 0, 0
    print(f"{'what':<12}{'slot':<13}{'figure':<28}{'peer':>11}{'telefontid':>12}{'z':>7}")
    for key, values in samples.items():
        if key not in theirs:
            continue
        mean = sum(values) / len(values)
        spread = math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
        error = spread * math.sqrt(1 / len(values) + 1 / runs)
        difference = theirs[key] - mean
        z = difference / error if error > 0 else 0 if abs(difference) < 1e-6 else math.inf
        worst, beyond, compared = max(worst, abs(z)), beyond + (abs(z) > 3), compared + 1
        print(f"{key[0]:<12}{key[1]:<13}{key[2]:<28}{mean:11.4f}{theirs[key]:12.4f}{z:7.2f}")
    print(f"{compared} figures, the largest difference {worst:.2f} standard errors, {beyond} beyond three")


if __name__ == "__main__":
    main()
