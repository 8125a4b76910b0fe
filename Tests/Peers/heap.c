/* A straightforward simulator of one telephone: a binary heap of events, xoshiro256**, the C library's logarithm.
 *
 * Usage: heap queue|practice DAYS SEED
 *
 * Both models are described in README.md. Prints one row per batch of days.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- Random numbers: xoshiro256** 1.0 by Blackman and Vigna (public domain), filled by splitmix64. ---- */

static uint64_t s[4];

static uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static uint64_t next_word(void) {
  uint64_t result = rotl(s[1] * 5, 7) * 9, t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotl(s[3], 45);
  return result;
}

static void seed_words(uint64_t seed) {
  for (int i = 0; i < 4; i++) {
    uint64_t z = (seed += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    s[i] = z ^ (z >> 31);
  }
}

static double uniform(void) { return ((next_word() >> 11) + 0.5) * 0x1p-53; }
static double exponential(double mean) { return -mean * log(uniform()); }

/* Marsaglia's polar method, both values used. */
static double normal(void) {
  static double spare;
  static int has_spare;
  if (has_spare) {
    has_spare = 0;
    return spare;
  }
  double u, v, q;
  do {
    u = 2 * uniform() - 1;
    v = 2 * uniform() - 1;
    q = u * u + v * v;
  } while (q >= 1 || q == 0);
  double factor = sqrt(-2 * log(q) / q);
  spare = v * factor;
  has_spare = 1;
  return u * factor;
}

/* The mean and the standard deviation are those of the duration. */
typedef struct { double mu, sigma; } lognormal_law;
static lognormal_law lognormal_of(double mean, double sd) {
  double variance = log(1 + sd * sd / mean / mean);
  return (lognormal_law){log(mean) - variance / 2, sqrt(variance)};
}
static double lognormal(lognormal_law law) { return exp(law.mu + law.sigma * normal()); }

/* Marsaglia and Tsang, for shapes of 1 or more. */
static double gamma_of_shape(double shape) {
  double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d), x, v;
  for (;;) {
    do {
      x = normal();
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    if (log(uniform()) < x * x / 2 + d - d * v + d * log(v)) return d * v;
  }
}

/* ---- The event list. ---- */

enum kind { TIMETABLE, RELEASE, HANG_UP, REDIAL, FRESH };
typedef struct { double time; uint64_t order; int kind, call; } event;

static event *heap;
static int heap_count, heap_room;
static uint64_t events_so_far;

static int before(event a, event b) {
  return a.time < b.time || (a.time == b.time && a.order < b.order);
}

static void schedule(double time, enum kind kind, int call) {
  if (heap_count == heap_room) heap = realloc(heap, (heap_room = 2 * heap_room + 64) * sizeof *heap);
  event new = {time, events_so_far++, kind, call};
  int i = heap_count++;
  while (i > 0 && before(new, heap[(i - 1) / 2])) {
    heap[i] = heap[(i - 1) / 2];
    i = (i - 1) / 2;
  }
  heap[i] = new;
}

static event next_event(void) {
  event first = heap[0], last = heap[--heap_count];
  int i = 0;
  for (;;) {
    int child = 2 * i + 1;
    if (child >= heap_count) break;
    if (child + 1 < heap_count && before(heap[child + 1], heap[child])) child++;
    if (!before(heap[child], last)) break;
    heap[i] = heap[child];
    i = child;
  }
  heap[i] = last;
  return first;
}

/* ---- Calls: in a pool, in a queue while they wait. ---- */

/* The order of its hanging up tells a caller who waits from one before them in the same place of the pool. */
typedef struct { double since; uint64_t hangs_up; int redials, waits, previous, next; } call;

static call *pool;
static int pool_count, pool_room, free_call = -1, head = -1, tail = -1, waiting;

static int new_call(double since, int redials) {
  int c = free_call;
  if (c >= 0) {
    free_call = pool[c].next;
  } else {
    if (pool_count == pool_room) pool = realloc(pool, (pool_room = 2 * pool_room + 64) * sizeof *pool);
    c = pool_count++;
  }
  pool[c] = (call){since, 0, redials, 0, -1, -1};
  return c;
}

static void drop(int c) {
  pool[c].next = free_call;
  free_call = c;
}

static void enqueue(int c) {
  pool[c].waits = 1;
  pool[c].previous = tail;
  pool[c].next = -1;
  if (tail < 0) head = c; else pool[tail].next = c;
  tail = c;
  waiting++;
}

static void dequeue(int c) {
  pool[c].waits = 0;
  if (pool[c].previous < 0) head = pool[c].next; else pool[pool[c].previous].next = pool[c].next;
  if (pool[c].next < 0) tail = pool[c].previous; else pool[pool[c].next].previous = pool[c].previous;
  waiting--;
}

/* ---- The model. ---- */

enum off { STAFFED, RINGS_OUT, MESSAGE };
typedef struct { double from; int answerers; enum off off; int doctor; } period;
typedef struct { double from, to, per_second; } rate;

typedef struct {
  period periods[8];
  int period_count;
  rate rates[8];
  int rate_count;
  double closes, burst_calls, burst_at, burst_delay, busyness_shape;
  int lines, most_redials, exponential_talk;
  double talk_mean, patience, ring_patience, balking;
  lognormal_law talk_doctor, talk_staff, after_busy, after_abandonment, after_no_answer;
} model;

typedef struct { double fresh, redials, answered, abandoned, blocked, balked, off, wait; } counts;

static model m;
static counts n;
static int period_now, answerers, busy;
static double demand;

/* Follows the rates: the same time change as telefontid's, an exponential spent along them. */
static double rate_clock;
static int rate_now;

static void schedule_fresh(void) {
  double budget = exponential(1);
  for (; rate_now < m.rate_count; rate_now++) {
    rate r = m.rates[rate_now];
    if (rate_clock < r.from) rate_clock = r.from;
    double time = rate_clock + budget / (r.per_second * demand);
    if (time < r.to) {
      rate_clock = time;
      schedule(time, FRESH, -1);
      return;
    }
    budget -= (r.to - rate_clock) * r.per_second * demand;
    rate_clock = r.to;
  }
}

static void try_again(int c, double time, double share, lognormal_law delay) {
  if (pool[c].redials < m.most_redials && uniform() < share) {
    double again = time + lognormal(delay);
    if (again < m.closes) {
      pool[c].since = again;
      pool[c].redials++;
      schedule(again, REDIAL, c);
      return;
    }
  }
  drop(c);
}

static void answer(int c, double time) {
  n.answered++;
  n.wait += time - pool[c].since;
  busy++;
  double talk = m.exponential_talk              ? exponential(m.talk_mean)
                : m.periods[period_now].doctor ? lognormal(m.talk_doctor)
                                               : lognormal(m.talk_staff);
  schedule(time + talk, RELEASE, c);
}

static void serve(double time) {
  while (busy < answerers && head >= 0) {
    int c = head;
    dequeue(c);
    answer(c, time);
  }
}

static void take(int c, double time) {
  period p = m.periods[period_now];
  if (p.off == MESSAGE) {
    n.off++;
    drop(c);
  } else if (p.off == RINGS_OUT) {
    n.off++;
    try_again(c, time + exponential(m.ring_patience), 0.60, m.after_no_answer);
  } else if (busy < answerers && head < 0) {
    answer(c, time);
  } else if (busy + waiting >= m.lines) {
    n.blocked++;
    try_again(c, time, 0.85, m.after_busy);
  } else if (m.balking > 0 && uniform() < m.balking) {
    n.balked++;
    try_again(c, time, 0.60, m.after_abandonment);
  } else {
    enqueue(c);
    pool[c].hangs_up = events_so_far;
    schedule(time + exponential(m.patience), HANG_UP, c);
  }
}

static void day(void) {
  demand = m.busyness_shape > 0 ? gamma_of_shape(m.busyness_shape) / m.busyness_shape : 1;
  period_now = 0;
  busy = 0;
  answerers = 0;
  rate_clock = 0;
  rate_now = 0;
  for (int p = 0; p < m.period_count; p++) schedule(m.periods[p].from, TIMETABLE, p);
  for (double spent = exponential(1); spent < m.burst_calls * demand; spent += exponential(1)) {
    double time = m.burst_at - m.burst_delay * log(1 - spent / (m.burst_calls * demand));
    schedule(time, FRESH, 0);
  }
  schedule_fresh();

  while (heap_count > 0) {
    event e = next_event();
    switch (e.kind) {
    case TIMETABLE:
      period_now = e.call;
      if (m.periods[e.call].off == STAFFED) answerers = m.periods[e.call].answerers;
      serve(e.time);
      break;
    case RELEASE:
      busy--;
      drop(e.call);
      serve(e.time);
      break;
    case HANG_UP:
      /* Answered before: events are never taken out of the heap. */
      if (!pool[e.call].waits || pool[e.call].hangs_up != e.order) break;
      dequeue(e.call);
      n.abandoned++;
      try_again(e.call, e.time, 0.60, m.after_abandonment);
      break;
    case REDIAL:
      n.redials++;
      take(e.call, e.time);
      break;
    case FRESH:
      /* A call of the opening burst has no successor. */
      if (e.call < 0) schedule_fresh();
      n.fresh++;
      take(new_call(e.time, 0), e.time);
      break;
    }
  }
}

static double hours(double h) { return h * 3600; }

static model queue_model(void) {
  model q = {.closes = hours(24), .lines = 1 << 30, .talk_mean = 6, .patience = 12, .exponential_talk = 1};
  q.periods[q.period_count++] = (period){0, 2, STAFFED, 0};
  q.rates[q.rate_count++] = (rate){0, hours(24), 2 / 6.0};
  return q;
}

static model practice_model(void) {
  static const double per_hour[] = {19.5, 15, 11, 9, 3, 4.5, 3.75, 2.25};
  model p = {
      .closes = hours(16), .burst_calls = 6.5, .burst_at = hours(8), .burst_delay = 120,
      .busyness_shape = 25, .lines = 5, .most_redials = 8,
      .patience = 1200, .ring_patience = 60, .balking = 0.05,
      .talk_doctor = lognormal_of(210, 150), .talk_staff = lognormal_of(140, 110),
      .after_busy = lognormal_of(240, 240), .after_abandonment = lognormal_of(1500, 1500),
      .after_no_answer = lognormal_of(1800, 1800),
  };
  p.periods[p.period_count++] = (period){0, 0, MESSAGE, 0};
  p.periods[p.period_count++] = (period){hours(8), 2, STAFFED, 1};
  p.periods[p.period_count++] = (period){hours(9), 1, STAFFED, 0};
  p.periods[p.period_count++] = (period){hours(12), 1, RINGS_OUT, 0};
  p.periods[p.period_count++] = (period){hours(13), 1, STAFFED, 0};
  p.periods[p.period_count++] = (period){hours(15), 1, MESSAGE, 0};
  for (int h = 0; h < 8; h++) p.rates[p.rate_count++] = (rate){hours(8 + h), hours(9 + h), per_hour[h] / 3600};
  return p;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: heap queue|practice DAYS SEED\n");
    return 64;
  }
  m = strcmp(argv[1], "queue") == 0 ? queue_model() : practice_model();
  int days = atoi(argv[2]), batches = 20;
  seed_words(strtoull(argv[3], NULL, 10));
  printf("fresh,redials,answered,abandoned,blocked,balked,off,wait_seconds,cpu_seconds\n");
  for (int batch = 0; batch < batches; batch++) {
    clock_t start = clock();
    n = (counts){0};
    for (int d = 0; d < days / batches; d++) day();
    double cpu = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("%.0f,%.0f,%.0f,%.0f,%.0f,%.0f,%.0f,%.3f,%.6f\n", n.fresh, n.redials, n.answered, n.abandoned,
           n.blocked, n.balked, n.off, n.wait, cpu);
  }
  return 0;
}
