// row kernel rms_norm, width 72
//   in  x0: bf16 per element
//   out y0: bf16 per element
//   pass 1 over the row:
//     row_sum = sum(square(x0))
//   row_mean = row_sum / 72.0
//   row_total = row_mean + 9.999999974752427e-07
//   row_reciprocal_root = rsqrt(row_total)
//   pass 2 over the row:
//     y0 = x0 * row_reciprocal_root
// rows to come: left to the processor
// outputs: past the caches where all rows together exceed the last one
// loops: unrolled as the compiler sees fit

// Sixteen values at a time; masks are -1 where a condition holds.
typedef __INT64_TYPE__ integer;
typedef __INT64_TYPE__ wide_flag;
typedef double wide __attribute__((vector_size(128)));
typedef wide_flag wide_mask __attribute__((vector_size(128)));
typedef __INT32_TYPE__ flag;
typedef float lanes __attribute__((vector_size(64)));
typedef flag mask __attribute__((vector_size(64)));

typedef unsigned short bf16 __attribute__((aligned(1), may_alias));
typedef unsigned short bf16_block __attribute__((vector_size(32)));

typedef float f32 __attribute__((aligned(1), may_alias));
typedef float f32_block __attribute__((vector_size(64)));

typedef unsigned u32_block __attribute__((vector_size(64)));

static inline wide wide_widen_bf16(bf16_block x) {
  return __builtin_convertvector((f32_block)(__builtin_convertvector(x, u32_block) << 16), wide);
}

static inline wide wide_load_bf16(const bf16 *from, int count) {
  bf16_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(bf16));
  return wide_widen_bf16(block);
}

static inline wide wide_splat(double x) { return x - (wide){0}; }

static inline lanes widen_bf16(bf16_block x) {
  return __builtin_convertvector((f32_block)(__builtin_convertvector(x, u32_block) << 16), lanes);
}

static inline lanes load_bf16(const bf16 *from, int count) {
  bf16_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(bf16));
  return widen_bf16(block);
}

static inline lanes splat(float x) { return x - (lanes){0}; }

static inline lanes choose(mask which, lanes yes, lanes no) {
  return (lanes)((which & (mask)yes) | (~which & (mask)no));
}

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
}

static inline wide wide_rsqrt(wide a) {
  for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
  return a;
}

static inline float cut(double x) {
  integer bits;
  __builtin_memcpy(&bits, &x, sizeof(bits));
  bits &= ~(integer)0x1fffffff;
  __builtin_memcpy(&x, &bits, sizeof(bits));
  return (float)x;
}

static inline int fits_term(double x) { return __builtin_fabs(x) <= 0x1.fffffep127; }

static inline int fits_factor(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-126; }

static inline lanes multiply_add(lanes a, lanes b, lanes c) {
#if defined(__FMA__) || defined(__aarch64__)
  for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_fmaf(a[lane], b[lane], c[lane]);
  return a;
#else
  return a * b + c;
#endif
}

static inline f32_block odd_f32(lanes x) { return x; }

static inline bf16_block narrow_bf16(lanes x) {
  const f32_block single = odd_f32(x);
  const u32_block bits = (u32_block)single;
  const u32_block rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  const u32_block quiet = (bits >> 16) | 0x40;
  const u32_block nan = (u32_block)(single != single);
  return __builtin_convertvector((nan & quiet) | (~nan & rounded), bf16_block);
}

static inline void store_bf16(bf16 *to, lanes x, int count) {
  const bf16_block block = narrow_bf16(x);
  __builtin_memcpy(to, &block, count * sizeof(bf16));
}

#if defined(__has_builtin) && __has_builtin(__builtin_nontemporal_store)
#define store_past_caches(block, to) __builtin_nontemporal_store(block, to)
#else
#define store_past_caches(block, to) (*(to) = (block))
#endif

static inline void stream_bf16(bf16 *to, lanes x) {
  const bf16_block block = narrow_bf16(x);
  store_past_caches(block, (bf16_block *)to);
}

static inline f32_block wide_odd_f32(wide x) {
  const wide_mask lost = (wide_mask)x & 0x1fffffff;
  const wide_mask odd = ((wide_mask)x ^ lost) | ((lost != 0) & 0x20000000);
  return __builtin_convertvector((wide)odd, f32_block);
}

static inline bf16_block wide_narrow_bf16(wide x) {
  const f32_block single = wide_odd_f32(x);
  const u32_block bits = (u32_block)single;
  const u32_block rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  const u32_block quiet = (bits >> 16) | 0x40;
  const u32_block nan = (u32_block)(single != single);
  return __builtin_convertvector((nan & quiet) | (~nan & rounded), bf16_block);
}

static inline void wide_store_bf16(bf16 *to, wide x, int count) {
  const bf16_block block = wide_narrow_bf16(x);
  __builtin_memcpy(to, &block, count * sizeof(bf16));
}

static inline void wide_stream_bf16(bf16 *to, wide x) {
  const bf16_block block = wide_narrow_bf16(x);
  store_past_caches(block, (bf16_block *)to);
}

void rms_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  for (integer row = first_row; row < end_row; ++row) {
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]);
    bf16 *const y0_at = (bf16 *)((char *)operands[1] + row * row_strides[1]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 32 == 0;
    
    // Pass 1.
    double row_sum = 0;
    int pass_1_fits = 1;
    if (pass_1_fits) {
      wide row_sum_total = wide_splat(0);
      for (integer chunk = 0; chunk < 64; chunk += 256) {
        lanes row_sum_lanes[2] = {splat(0), splat(0)};
        for (integer pair = chunk; pair < (chunk + 256 < 64 ? chunk + 256 : 64); pair += 32)
          for (int part = 0; part < 2; ++part) {
            const integer column = pair + 16 * part;
            const lanes x0 = load_bf16(x0_at + column, 16);
            const lanes square = x0 * x0;
            row_sum_lanes[part] = row_sum_lanes[part] + square;
          }
        row_sum_total += __builtin_convertvector(row_sum_lanes[0], wide) + __builtin_convertvector(row_sum_lanes[1], wide);
      }
      {
        lanes row_sum_lanes[2] = {splat(0), splat(0)};
        {
          const integer column = 56;
          const lanes x0 = load_bf16(x0_at + column, 16);
          const lanes square = x0 * x0;
          row_sum_lanes[0] = row_sum_lanes[0] + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square, splat(0));
        }
        row_sum_total += __builtin_convertvector(row_sum_lanes[0], wide) + __builtin_convertvector(row_sum_lanes[1], wide);
      }
      row_sum = wide_sum_of_lanes(row_sum_total);
      pass_1_fits = fits_squares(row_sum);
    }
    if (!pass_1_fits) {
      wide row_sum_lanes[2] = {wide_splat(0), wide_splat(0)};
      for (integer pair = 0; pair < 64; pair += 32)
        for (int part = 0; part < 2; ++part) {
          const integer column = pair + 16 * part;
          const wide x0 = wide_load_bf16(x0_at + column, 16);
          const wide square = x0 * x0;
          row_sum_lanes[part] = row_sum_lanes[part] + square;
        }
      {
        const integer column = 56;
        const wide x0 = wide_load_bf16(x0_at + column, 16);
        const wide square = x0 * x0;
        row_sum_lanes[0] = row_sum_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square, wide_splat(0));
      }
      row_sum = wide_sum_of_lanes(row_sum_lanes[0] + row_sum_lanes[1]);
    }
    const double row_mean = row_sum / 72.0;
    const double row_total = row_mean + 9.999999974752427e-07;
    const double row_reciprocal_root = (wide_rsqrt(wide_splat(row_total)))[0];
    
    // Pass 2.
    const float row_reciprocal_root_single = cut(row_reciprocal_root), row_reciprocal_root_rest = (float)(row_reciprocal_root - row_reciprocal_root_single);
    if (fits_factor(row_reciprocal_root)) {
      for (integer column = 0; column < 64; column += 16) {
        const lanes x0 = load_bf16(x0_at + column, 16);
        const lanes scaled = multiply_add(x0, splat(row_reciprocal_root_rest), x0 * splat(row_reciprocal_root_single));
        if (y0_streams) stream_bf16(y0_at + column, scaled); else store_bf16(y0_at + column, scaled, 16);
      }
      {
        const integer column = 56;
        const lanes x0 = load_bf16(x0_at + column, 16);
        const lanes scaled = multiply_add(x0, splat(row_reciprocal_root_rest), x0 * splat(row_reciprocal_root_single));
        store_bf16(y0_at + column, scaled, 16);
      }
    } else {
      for (integer column = 0; column < 64; column += 16) {
        const wide x0 = wide_load_bf16(x0_at + column, 16);
        const wide scaled = x0 * wide_splat(row_reciprocal_root);
        if (y0_streams) wide_stream_bf16(y0_at + column, scaled); else wide_store_bf16(y0_at + column, scaled, 16);
      }
      {
        const integer column = 56;
        const wide x0 = wide_load_bf16(x0_at + column, 16);
        const wide scaled = x0 * wide_splat(row_reciprocal_root);
        wide_store_bf16(y0_at + column, scaled, 16);
      }
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
