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
// rows at once: two, and one where all rows together exceed the last cache
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

static inline lanes load_half(const bf16 *from, int count, int odd) {
  u32_block pairs = {0};
  __builtin_memcpy(&pairs, from, count * sizeof(bf16));
  return __builtin_convertvector((f32_block)(odd ? pairs & 0xffff0000 : pairs << 16), lanes);
}

static inline lanes multiply_add(lanes a, lanes b, lanes c) {
#if defined(__FMA__) || defined(__aarch64__)
  for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_fmaf(a[lane], b[lane], c[lane]);
  return a;
#else
  return a * b + c;
#endif
}

static inline lanes splat(float x) { return x - (lanes){0}; }

static inline lanes widen_bf16(bf16_block x) {
  return __builtin_convertvector((f32_block)(__builtin_convertvector(x, u32_block) << 16), lanes);
}

static inline lanes load_bf16(const bf16 *from, int count) {
  bf16_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(bf16));
  return widen_bf16(block);
}

static inline lanes choose(mask which, lanes yes, lanes no) {
  return (lanes)((which & (mask)yes) | (~which & (mask)no));
}

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }

static inline wide wide_rsqrt(wide a) {
  for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
  return a;
}

static inline int fits_term(double x) { return __builtin_fabs(x) <= 0x1.fffffep127; }

static inline int fits_factor(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-126; }

static inline f32_block odd_f32(lanes x) { return x; }

static inline u32_block rounded_bits(f32_block x) {
  const u32_block bits = (u32_block)x;
  return bits + 0x7fff + ((bits >> 16) & 1);
}

static inline u32_block halves(lanes even, lanes odd) {
  const u32_block low = rounded_bits(odd_f32(even)), high = rounded_bits(odd_f32(odd));
  return (low >> 16) | (high & 0xffff0000);
}

static inline void store_halves(bf16 *to, lanes even, lanes odd, int count) {
  const u32_block pairs = halves(even, odd);
  __builtin_memcpy(to, &pairs, count * sizeof(bf16));
}

#if defined(__has_builtin) && __has_builtin(__builtin_nontemporal_store)
#define store_past_caches(block, to) __builtin_nontemporal_store(block, to)
#else
#define store_past_caches(block, to) (*(to) = (block))
#endif

static inline void stream_halves(bf16 *to, lanes even, lanes odd) {
  store_past_caches(halves(even, odd), (u32_block *)to);
}

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

static inline wide wide_load_half(const bf16 *from, int count, int odd) {
  u32_block pairs = {0};
  __builtin_memcpy(&pairs, from, count * sizeof(bf16));
  return __builtin_convertvector((f32_block)(odd ? pairs & 0xffff0000 : pairs << 16), wide);
}

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
}

static inline f32_block wide_odd_f32(wide x) {
  const wide_mask lost = (wide_mask)x & 0x1fffffff;
  const wide_mask odd = ((wide_mask)x ^ lost) | ((lost != 0) & 0x20000000);
  return __builtin_convertvector((wide)odd, f32_block);
}

static inline u32_block wide_halves(wide even, wide odd) {
  const u32_block low = rounded_bits(wide_odd_f32(even)), high = rounded_bits(wide_odd_f32(odd));
  return (low >> 16) | (high & 0xffff0000);
}

static inline void store_wide_halves(bf16 *to, wide even, wide odd, int count) {
  const u32_block pairs = wide_halves(even, odd);
  __builtin_memcpy(to, &pairs, count * sizeof(bf16));
}

static inline void stream_wide_halves(bf16 *to, wide even, wide odd) {
  store_past_caches(wide_halves(even, odd), (u32_block *)to);
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

#if defined(__AVX512F__)
static int rms_norm_pair(void *const *operands, const integer *row_strides, integer row, integer streams) {
  const integer row_a = row, row_b = row + 1;
  const bf16 *const x0_a_at = (const bf16 *)((const char *)operands[0] + row_a * row_strides[0]);
  const bf16 *const x0_b_at = (const bf16 *)((const char *)operands[0] + row_b * row_strides[0]);
  bf16 *const y0_a_at = (bf16 *)((char *)operands[1] + row_a * row_strides[1]);
  bf16 *const y0_b_at = (bf16 *)((char *)operands[1] + row_b * row_strides[1]);
  const int y0_a_streams = streams && (__UINTPTR_TYPE__)y0_a_at % 64 == 0;
  const int y0_b_streams = streams && (__UINTPTR_TYPE__)y0_b_at % 64 == 0;
  
  // Pass 1.
  double row_sum_a = 0;
  double row_sum_b = 0;
  wide row_sum_a_total = wide_splat(0);
  wide row_sum_b_total = wide_splat(0);
  for (integer chunk = 0; chunk < 64; chunk += 512) {
    lanes row_sum_a_lanes[4] = {splat(0), splat(0), splat(0), splat(0)};
    lanes row_sum_b_lanes[4] = {splat(0), splat(0), splat(0), splat(0)};
    for (integer group = chunk; group < (chunk + 512 < 64 ? chunk + 512 : 64); group += 64) {
      for (int part = 0; part < 4; ++part) {
        const lanes x0_a = load_half(x0_a_at + group + part / 2 * 32, 32, part % 2);
        const lanes x0_b = load_half(x0_b_at + group + part / 2 * 32, 32, part % 2);
        row_sum_a_lanes[part] = multiply_add(x0_a, x0_a, row_sum_a_lanes[part]);
        row_sum_b_lanes[part] = multiply_add(x0_b, x0_b, row_sum_b_lanes[part]);
      }
    }
    row_sum_a_total += __builtin_convertvector((row_sum_a_lanes[0] + row_sum_a_lanes[1]) + (row_sum_a_lanes[2] + row_sum_a_lanes[3]), wide);
    row_sum_b_total += __builtin_convertvector((row_sum_b_lanes[0] + row_sum_b_lanes[1]) + (row_sum_b_lanes[2] + row_sum_b_lanes[3]), wide);
  }
  {
    lanes row_sum_a_lanes[4] = {splat(0), splat(0), splat(0), splat(0)};
    lanes row_sum_b_lanes[4] = {splat(0), splat(0), splat(0), splat(0)};
    {
      const integer column = 56;
      const lanes x0_a = load_bf16(x0_a_at + column, 16);
      const lanes x0_b = load_bf16(x0_b_at + column, 16);
      const lanes square_a = x0_a * x0_a;
      const lanes square_b = x0_b * x0_b;
      row_sum_a_lanes[0] = row_sum_a_lanes[0] + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square_a, splat(0));
      row_sum_b_lanes[0] = row_sum_b_lanes[0] + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square_b, splat(0));
    }
    row_sum_a_total += __builtin_convertvector((row_sum_a_lanes[0] + row_sum_a_lanes[1]) + (row_sum_a_lanes[2] + row_sum_a_lanes[3]), wide);
    row_sum_b_total += __builtin_convertvector((row_sum_b_lanes[0] + row_sum_b_lanes[1]) + (row_sum_b_lanes[2] + row_sum_b_lanes[3]), wide);
  }
  row_sum_a = wide_sum_of_lanes(row_sum_a_total);
  row_sum_b = wide_sum_of_lanes(row_sum_b_total);
  if (!(fits_squares(row_sum_a))) return 0;
  if (!(fits_squares(row_sum_b))) return 0;
  const double row_mean_a = row_sum_a / 72.0;
  const double row_mean_b = row_sum_b / 72.0;
  const double row_total_a = row_mean_a + 9.999999974752427e-07;
  const double row_total_b = row_mean_b + 9.999999974752427e-07;
  const double row_reciprocal_root_a = (wide_rsqrt(wide_splat(row_total_a)))[0];
  const double row_reciprocal_root_b = (wide_rsqrt(wide_splat(row_total_b)))[0];
  
  // Pass 2.
  const float row_reciprocal_root_a_single = (float)(row_reciprocal_root_a);
  const float row_reciprocal_root_b_single = (float)(row_reciprocal_root_b);
  if (!(fits_factor(row_reciprocal_root_a))) return 0;
  if (!(fits_factor(row_reciprocal_root_b))) return 0;
  for (integer group = 0; group < 64; group += 32) {
    lanes y0_a_parts[2];
    lanes y0_b_parts[2];
    for (int part = 0; part < 2; ++part) {
      const lanes x0_a = load_half(x0_a_at + group + part / 2 * 32, 32, part % 2);
      const lanes x0_b = load_half(x0_b_at + group + part / 2 * 32, 32, part % 2);
      const lanes scaled_a = x0_a * splat(row_reciprocal_root_a_single);
      const lanes scaled_b = x0_b * splat(row_reciprocal_root_b_single);
      y0_a_parts[part] = scaled_a;
      y0_b_parts[part] = scaled_b;
    }
    if (y0_a_streams) stream_halves(y0_a_at + group, y0_a_parts[0], y0_a_parts[1]); else store_halves(y0_a_at + group, y0_a_parts[0], y0_a_parts[1], 32);
    if (y0_b_streams) stream_halves(y0_b_at + group, y0_b_parts[0], y0_b_parts[1]); else store_halves(y0_b_at + group, y0_b_parts[0], y0_b_parts[1], 32);
  }
  {
    const integer column = 56;
    const lanes x0_a = load_bf16(x0_a_at + column, 16);
    const lanes x0_b = load_bf16(x0_b_at + column, 16);
    const lanes scaled_a = x0_a * splat(row_reciprocal_root_a_single);
    const lanes scaled_b = x0_b * splat(row_reciprocal_root_b_single);
    store_bf16(y0_a_at + column, scaled_a, 16);
    store_bf16(y0_b_at + column, scaled_b, 16);
  }
  return 1;
}
#endif

void rms_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  for (integer row = first_row; row < end_row; ++row) {
    #if defined(__AVX512F__)
    if (!streams && (row - first_row) % 2 == 0 && row + 1 < end_row && rms_norm_pair(operands, row_strides, row, streams)) {
      ++row;
      continue;
    }
    #endif
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]);
    bf16 *const y0_at = (bf16 *)((char *)operands[1] + row * row_strides[1]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    
    // Pass 1.
    double row_sum = 0;
    int pass_1_fits = 1;
    if (pass_1_fits) {
      wide row_sum_total = wide_splat(0);
      for (integer chunk = 0; chunk < 64; chunk += 512) {
        lanes row_sum_lanes[4] = {splat(0), splat(0), splat(0), splat(0)};
        for (integer group = chunk; group < (chunk + 512 < 64 ? chunk + 512 : 64); group += 64) {
          for (int part = 0; part < 4; ++part) {
            const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
            row_sum_lanes[part] = multiply_add(x0, x0, row_sum_lanes[part]);
          }
        }
        row_sum_total += __builtin_convertvector((row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]), wide);
      }
      {
        lanes row_sum_lanes[4] = {splat(0), splat(0), splat(0), splat(0)};
        {
          const integer column = 56;
          const lanes x0 = load_bf16(x0_at + column, 16);
          const lanes square = x0 * x0;
          row_sum_lanes[0] = row_sum_lanes[0] + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square, splat(0));
        }
        row_sum_total += __builtin_convertvector((row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]), wide);
      }
      row_sum = wide_sum_of_lanes(row_sum_total);
      pass_1_fits = fits_squares(row_sum);
    }
    if (!pass_1_fits) {
      wide row_sum_lanes[2] = {wide_splat(0), wide_splat(0)};
      for (integer group = 0; group < 64; group += 32) {
        for (int part = 0; part < 2; ++part) {
          const wide x0 = wide_load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const wide square = x0 * x0;
          row_sum_lanes[part] = row_sum_lanes[part] + square;
        }
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
    const float row_reciprocal_root_single = (float)(row_reciprocal_root);
    if (fits_factor(row_reciprocal_root)) {
      for (integer group = 0; group < 64; group += 32) {
        lanes y0_parts[2];
        for (int part = 0; part < 2; ++part) {
          const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const lanes scaled = x0 * splat(row_reciprocal_root_single);
          y0_parts[part] = scaled;
        }
        if (y0_streams) stream_halves(y0_at + group, y0_parts[0], y0_parts[1]); else store_halves(y0_at + group, y0_parts[0], y0_parts[1], 32);
      }
      {
        const integer column = 56;
        const lanes x0 = load_bf16(x0_at + column, 16);
        const lanes scaled = x0 * splat(row_reciprocal_root_single);
        store_bf16(y0_at + column, scaled, 16);
      }
    } else {
      for (integer group = 0; group < 64; group += 32) {
        wide y0_parts[2];
        for (int part = 0; part < 2; ++part) {
          const wide x0 = wide_load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const wide scaled = x0 * wide_splat(row_reciprocal_root);
          y0_parts[part] = scaled;
        }
        if (y0_streams) stream_wide_halves(y0_at + group, y0_parts[0], y0_parts[1]); else store_wide_halves(y0_at + group, y0_parts[0], y0_parts[1], 32);
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
