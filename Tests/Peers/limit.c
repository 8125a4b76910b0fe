/* The limit: the queue without a calendar. Callers come in order; each waits for the answerer who is free first, or hangs up. Random
 * numbers are as cheap as they come: wyrand, and the ziggurat of Marsaglia and Tsang for the exponential.
 *
 * Usage: limit DAYS SEED
 *
 * The model is the M/M/2+M queue of README.md. Prints one row per batch of days, as heap.c does.
 *
 * Compiled with -DPARTS=K it also does the first K of the things that telefontid does for each call and this queue does not need:
 *   1  whole milliseconds instead of seconds
 *   2  a key for each caller, which opens a stream of the caller's own for patience and another for the talk
 *   3  callers drawn 64 at a time, to stand on a list and be taken off it
 *   4  figures by slot of the day: calls, answered, within target, waits in bins, time talked, lost
 *   5  lines in use, and an agenda: the next of a timetable, a release, a hang-up, another's call and a patient's call
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* ---- Random numbers. ---- */

#ifndef PARTS
#define PARTS 0
#endif

static inline uint64_t next_of(uint64_t *stream) {
  uint64_t state = *stream += 0xA0761D6478BD642Full;
  __uint128_t product = (__uint128_t)state * (state ^ 0xE7037ED1A0B428DBull);
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/* Marsaglia and Tsang (2000), "The ziggurat method for generating random variables": 256 layers. */
static double width[257], height[257];

static void make_layers(void) {
  const double tail = 7.69711747013104972, area = 3.9496598225815571993e-3;
  width[256] = area / exp(-tail);
  width[255] = tail;
  height[255] = exp(-tail);
  for (int i = 254; i > 0; i--) {
    width[i] = -log(area / width[i + 1] + exp(-width[i + 1]));
    height[i] = exp(-width[i]);
  }
  width[0] = 0;
  height[0] = 1;
}

static double unit(uint64_t *stream) { return ((next_of(stream) >> 11) + 0.5) * 0x1p-53; }

static inline double exponential(uint64_t *stream) {
  for (;;) {
    uint64_t word = next_of(stream);
    int layer = (int)(word & 255) + 1;
    double x = (double)(word >> 11) * 0x1p-53 * width[layer];
    if (x < width[layer - 1]) return x;
    if (layer == 256) return width[255] - log(unit(stream));
    if (height[layer] + (height[layer - 1] - height[layer]) * unit(stream) < exp(-x)) return x;
  }
}

/* ---- The model. ---- */

#if PARTS >= 1
typedef int64_t Time; /* Milliseconds. */
#define SECONDS(x) ((Time)((x) * 1000 + 0.5))
#define PER_SECOND 1000.0
#else
typedef double Time;
#define SECONDS(x) (x)
#define PER_SECOND 1.0
#endif

static uint64_t state;

typedef struct {
  uint64_t key;
  Time time;
} Caller;

/* The caller after one who called at a time. */
static inline Caller next_caller(Time time) {
#if PARTS >= 2
  Caller caller = {next_of(&state), 0};
  uint64_t stream = caller.key;
  caller.time = time + SECONDS(3 * exponential(&stream));
#else
  Caller caller = {0, time + SECONDS(3 * exponential(&state))};
#endif
  return caller;
}

/* How long a caller waits at most, and talks. */
static inline Time own(Caller caller, double mean, uint64_t purpose) {
#if PARTS >= 2
  uint64_t stream = (caller.key ^ purpose) * 0x9E3779B97F4A7C15ull;
  return SECONDS(mean * exponential(&stream));
#else
  return SECONDS(mean * exponential(&state));
#endif
}

typedef struct {
  long fresh, answered, within, abandoned;
  Time waited, lost, talked;
  long bins[64];
} Counts;

enum { SLOTS = 24, BATCH = 64 };
static Counts counts[SLOTS];
#if PARTS >= 3
static Caller list[BATCH];
#endif

#if PARTS >= 5
/* Ends of the calls in progress or waiting, as in a ring; what else may happen, now and then. */
enum { LINES = 1024 };
static Time line_ends[LINES];
static volatile Time timetable, release, hang_up, others;
#endif

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: limit DAYS SEED\n");
    return 64;
  }
  int days = atoi(argv[1]), batches = 20;
  state = strtoull(argv[2], NULL, 10) * 0x9E3779B97F4A7C15ull;
  make_layers();
  const Time day = SECONDS(24 * 3600.0);
#if PARTS >= 5
  timetable = release = hang_up = others = 2 * day;
#endif
  printf("fresh,redials,answered,abandoned,blocked,balked,off,wait_seconds,cpu_seconds\n");
  for (int batch = 0; batch < batches; batch++) {
    clock_t start = clock();
    for (int slot = 0; slot < SLOTS; slot++) counts[slot] = (Counts){0};
    for (int d = 0; d < days / batches; d++) {
      Time first = 0, second = 0; /* When the answerer who is free first is free, and the other. */
      Counts *slot = counts;
#if PARTS >= 3
      int place = BATCH;
#endif
#if PARTS >= 4
      Time end_of_slot = day / SLOTS;
#endif
#if PARTS >= 5
      unsigned oldest = 0, newest = 0;
#endif
      for (Caller caller = {0, 0};;) {
#if PARTS >= 3
        if (place == BATCH) {
          for (place = 0; place < BATCH; place++) list[place] = place ? next_caller(list[place - 1].time) : next_caller(caller.time);
          place = 0;
        }
        caller = list[place++];
#else
        caller = next_caller(caller.time);
#endif
        Time now = caller.time;
        if (now >= day) break;
#if PARTS >= 5
        Time other = timetable < release ? timetable : release, another = hang_up < others ? hang_up : others;
        if ((other < another ? other : another) <= now) return 1;
        while (oldest != newest && line_ends[oldest % LINES] <= now) oldest++;
        if (newest - oldest == LINES) return 1;
#endif
#if PARTS >= 4
        while (now >= end_of_slot) {
          end_of_slot += day / SLOTS;
          slot++;
        }
#endif
        slot->fresh++;
        Time wait = first > now ? first - now : 0;
        if (wait > 0) {
          Time patience = own(caller, 12, 1);
          if (wait > patience) {
            slot->abandoned++;
#if PARTS >= 4
            slot->lost += patience;
#endif
            continue;
          }
        }
        Time talk = own(caller, 6, 2);
        slot->waited += wait;
#if PARTS >= 4
        slot->answered++;
        slot->within += wait <= SECONDS(60);
        slot->talked += talk;
        int64_t bin = (int64_t)wait / (int64_t)SECONDS(10);
        slot->bins[bin < 63 ? bin : 63]++;
#endif
        Time end = now + wait + talk;
        first = end < second ? end : second;
        second = end < second ? second : end;
#if PARTS >= 5
        /* In order but for the last: two answerers. */
        line_ends[newest++ % LINES] = first;
#endif
      }
    }
    double cpu = (double)(clock() - start) / CLOCKS_PER_SEC;
    long fresh = 0, abandoned = 0;
    double waited = 0;
    for (int slot = 0; slot < SLOTS; slot++) {
      fresh += counts[slot].fresh;
      abandoned += counts[slot].abandoned;
      waited += (double)counts[slot].waited / PER_SECOND;
    }
    printf("%ld,0,%ld,%ld,0,0,0,%.3f,%.6f\n", fresh, fresh - abandoned, abandoned, waited, cpu);
  }
  return 0;
}
