/* The limit: the queue without a calendar. Callers come in order; each waits for the answerer who is free first, or hangs up. Random
 * numbers are as cheap as they come: wyrand, and the ziggurat of Marsaglia and Tsang for the exponential.
 *
 * Usage: limit DAYS SEED
 *
 * The model is the M/M/2+M queue of README.md. Prints one row per batch of days, as heap.c does.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* ---- Random numbers. ---- */

static uint64_t state;

static inline uint64_t next_word(void) {
  state += 0xA0761D6478BD642Full;
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

static double unit(void) { return ((next_word() >> 11) + 0.5) * 0x1p-53; }

static inline double exponential(void) {
  for (;;) {
    uint64_t word = next_word();
    int layer = (int)(word & 255) + 1;
    double x = (double)(word >> 11) * 0x1p-53 * width[layer];
    if (x < width[layer - 1]) return x;
    if (layer == 256) return width[255] - log(unit());
    if (height[layer] + (height[layer - 1] - height[layer]) * unit() < exp(-x)) return x;
  }
}

/* ---- The model. ---- */

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: limit DAYS SEED\n");
    return 64;
  }
  int days = atoi(argv[1]), batches = 20;
  state = strtoull(argv[2], NULL, 10) * 0x9E3779B97F4A7C15ull;
  make_layers();
  const double day = 24 * 3600;
  printf("fresh,redials,answered,abandoned,blocked,balked,off,wait_seconds,cpu_seconds\n");
  for (int batch = 0; batch < batches; batch++) {
    clock_t start = clock();
    long fresh = 0, abandoned = 0;
    double waited = 0;
    for (int d = 0; d < days / batches; d++) {
      double first = 0, second = 0; /* When the answerer who is free first is free, and the other. */
      for (double now = 3 * exponential(); now < day; now += 3 * exponential()) {
        fresh++;
        double wait = first > now ? first - now : 0;
        if (wait > 0 && wait > 12 * exponential()) {
          abandoned++;
          continue;
        }
        waited += wait;
        double end = now + wait + 6 * exponential();
        first = end < second ? end : second;
        second = end < second ? second : end;
      }
    }
    double cpu = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("%ld,0,%ld,%ld,0,0,0,%.3f,%.6f\n", fresh, fresh - abandoned, abandoned, waited, cpu);
  }
  return 0;
}
