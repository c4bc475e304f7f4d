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
// rows to come: the row 2 ahead is asked for in the last pass
// rows at once: several
// outputs: past the caches where not all rows stay in the last one
// loops: unrolled as the compiler sees fit

// Sixteen values at a time; masks are -1 where a condition holds.
typedef __INT64_TYPE__ integer;
typedef __INT64_TYPE__ wide_flag;
typedef double wide __attribute__((vector_size(128)));
typedef wide_flag wide_mask __attribute__((vector_size(128)));
typedef __INT32_TYPE__ flag;
typedef float lanes __attribute__((vector_size(64)));
typedef flag mask __attribute__((vector_size(64)));

static inline lanes splat(float x) { return x - (lanes){0}; }

typedef unsigned short bf16 __attribute__((aligned(1), may_alias));
typedef unsigned short bf16_block __attribute__((vector_size(32)));

typedef float f32 __attribute__((aligned(1), may_alias));
typedef float f32_block __attribute__((vector_size(64)));

typedef unsigned u32_block __attribute__((vector_size(64)));

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

static inline wide wide_widen_bf16(bf16_block x) {
  return __builtin_convertvector((f32_block)(__builtin_convertvector(x, u32_block) << 16), wide);
}

static inline wide wide_load_bf16(const bf16 *from, int count) {
  bf16_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(bf16));
  return wide_widen_bf16(block);
}

static inline lanes halved_to_8(lanes a, lanes b) {
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23)
    + __builtin_shufflevector(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31);
}

static inline lanes halved_to_4(lanes a, lanes b) {
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27)
    + __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31);
}

static inline lanes halved_to_2(lanes a, lanes b) {
  return __builtin_shufflevector(a, b, 0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21, 24, 25, 28, 29)
    + __builtin_shufflevector(a, b, 2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23, 26, 27, 30, 31);
}

static inline lanes halved_to_1(lanes a, lanes b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)
    + __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}

static inline lanes sums_of_rows(const lanes *rows) {
  lanes sums[8];
  for (int i = 0; i < 8; ++i) sums[i] = halved_to_8(rows[2 * i], rows[2 * i + 1]);
  for (int i = 0; i < 4; ++i) sums[i] = halved_to_4(sums[2 * i], sums[2 * i + 1]);
  for (int i = 0; i < 2; ++i) sums[i] = halved_to_2(sums[2 * i], sums[2 * i + 1]);
  return halved_to_1(sums[0], sums[1]);
}

static inline int in_all_lanes(wide_mask holds) {
  wide_flag all = -1;
  for (int lane = 0; lane < 16; ++lane) all &= holds[lane];
  return all != 0;
}

static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }

static inline wide_mask wide_fits_squares(wide x) {
  wide_mask holds;
  for (int lane = 0; lane < 16; ++lane) holds[lane] = -fits_squares(x[lane]);
  return holds;
}

static inline wide wide_splat(double x) { return x - (wide){0}; }

static inline wide wide_rsqrt(wide a) {
  for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
  return a;
}

static inline f32_block narrow_f32(lanes x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void store_f32(f32 *to, lanes x, int count) {
  const f32_block block = narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

static inline int fits_term(double x) { return __builtin_fabs(x) <= 0x1.fffffep127; }

static inline int fits_factor(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-126; }

static inline wide_mask wide_fits_factor(wide x) {
  wide_mask holds;
  for (int lane = 0; lane < 16; ++lane) holds[lane] = -fits_factor(x[lane]);
  return holds;
}

static inline f32_block odd_f32(lanes x) { return x; }

#if !(defined(__AVX512BW__) && defined(__clang__))
static inline u32_block rounded_bits(f32_block x) {
  const u32_block bits = (u32_block)x;
  return bits + 0x7fff + ((bits >> 16) & 1);
}
#endif

typedef unsigned short u16_block __attribute__((vector_size(64)));
typedef short i16_block __attribute__((vector_size(64)));

static inline u32_block halves(lanes even, lanes odd) {
#if defined(__AVX512BW__) && defined(__clang__)
  const u32_block low = (u32_block)odd_f32(even), high = (u32_block)odd_f32(odd);
  const u16_block kept = (u16_block)((low >> 16) | (high & 0xffff0000));
  const i16_block cut = (i16_block)((low & 0xffff) | (high << 16));
  const u16_block mean = (u16_block)__builtin_ia32_pavgw512(cut, (i16_block)((kept & 1) | 0x7ffe));
  return (u32_block)(kept + (mean >> 15));
#else
  const u32_block low = rounded_bits(odd_f32(even)), high = rounded_bits(odd_f32(odd));
  return (low >> 16) | (high & 0xffff0000);
#endif
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

static inline float sum_of_lanes(lanes x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline wide wide_load_half(const bf16 *from, int count, int odd) {
  u32_block pairs = {0};
  __builtin_memcpy(&pairs, from, count * sizeof(bf16));
  return __builtin_convertvector((f32_block)(odd ? pairs & 0xffff0000 : pairs << 16), wide);
}

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
}

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline f32_block wide_odd_f32(wide x) {
  const wide_mask lost = (wide_mask)x & 0x1fffffff;
  const wide_mask odd = ((wide_mask)x ^ lost) | ((lost != 0) & 0x20000000);
  return __builtin_convertvector((wide)odd, f32_block);
}

static inline u32_block wide_halves(wide even, wide odd) {
#if defined(__AVX512BW__) && defined(__clang__)
  const u32_block low = (u32_block)wide_odd_f32(even), high = (u32_block)wide_odd_f32(odd);
  const u16_block kept = (u16_block)((low >> 16) | (high & 0xffff0000));
  const i16_block cut = (i16_block)((low & 0xffff) | (high << 16));
  const u16_block mean = (u16_block)__builtin_ia32_pavgw512(cut, (i16_block)((kept & 1) | 0x7ffe));
  return (u32_block)(kept + (mean >> 15));
#else
  const u32_block low = rounded_bits(wide_odd_f32(even)), high = rounded_bits(wide_odd_f32(odd));
  return (low >> 16) | (high & 0xffff0000);
#endif
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

static int rms_norm_rows(void *const *operands, const integer *row_strides, integer first, integer streams) {
  
  // Pass 1.
  lanes row_sum_rows[16];
  wide row_sum;
  for (int place = 0; place < 16; ++place) {
    const integer row = first + place;
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]);
    lanes row_sum_total = splat(0);
    for (integer chunk = 0; chunk < 64; chunk += 512) {
      lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
      for (integer group = chunk; group < (chunk + 512 < 64 ? chunk + 512 : 64); group += 64) {
        for (int part = 0; part < 4; ++part) {
          const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          row_sum_lanes[part] = multiply_add(x0, x0, row_sum_lanes[part]);
        }
      }
      row_sum_total += (row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]);
    }
    {
      lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
      {
        const integer column = 56;
        const lanes x0 = load_bf16(x0_at + column, 16);
        const lanes square = x0 * x0;
        row_sum_lanes[0] = row_sum_lanes[0] + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square, splat(0));
      }
      row_sum_total += (row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]);
    }
    row_sum_rows[place] = row_sum_total;
  }
  row_sum = __builtin_convertvector(sums_of_rows(row_sum_rows), wide);
  if (!(in_all_lanes(wide_fits_squares(row_sum)))) return 0;
  const wide row_mean = row_sum / wide_splat(72.0);
  const wide row_total = row_mean + wide_splat(9.999999974752427e-07);
  const wide row_reciprocal_root = wide_rsqrt(row_total);
  
  // Pass 2.
  f32 row_reciprocal_root_single[16];
  store_f32(row_reciprocal_root_single, __builtin_convertvector(row_reciprocal_root, lanes), 16);
  if (!(in_all_lanes(wide_fits_factor(row_reciprocal_root)))) return 0;
  for (int place = 0; place < 16; ++place) {
    const integer row = first + place;
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]);
    bf16 *const y0_at = (bf16 *)((char *)operands[1] + row * row_strides[1]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    for (integer group = 0; group < 64; group += 32) {
      lanes y0_parts[2];
      for (int part = 0; part < 2; ++part) {
        const integer column = group + 16 * part;
        const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
        const lanes scaled = x0 * splat(row_reciprocal_root_single[place]);
        if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_at + column) + 32 * row_strides[0]);
        y0_parts[part] = scaled;
      }
      if (y0_streams) stream_halves(y0_at + group, y0_parts[0], y0_parts[1]); else store_halves(y0_at + group, y0_parts[0], y0_parts[1], 32);
    }
    {
      const integer column = 56;
      const lanes x0 = load_bf16(x0_at + column, 16);
      const lanes scaled = x0 * splat(row_reciprocal_root_single[place]);
      if (streams) __builtin_prefetch((const char *)(x0_at + column) + 32 * row_strides[0]);
      store_bf16(y0_at + column, scaled, 16);
    }
  }
  return 1;
}

void rms_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  for (integer row = first_row; row < end_row; ++row) {
    if ((row - first_row) % 16 == 0 && row + 16 <= end_row && rms_norm_rows(operands, row_strides, row, streams)) {
      row += 15;
      continue;
    }
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]);
    bf16 *const y0_at = (bf16 *)((char *)operands[1] + row * row_strides[1]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    
    // Pass 1.
    double row_sum = 0;
    int pass_1_fits = 1;
    if (pass_1_fits) {
      lanes row_sum_total = splat(0);
      for (integer chunk = 0; chunk < 64; chunk += 512) {
        lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
        for (integer group = chunk; group < (chunk + 512 < 64 ? chunk + 512 : 64); group += 64) {
          for (int part = 0; part < 4; ++part) {
            const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
            row_sum_lanes[part] = multiply_add(x0, x0, row_sum_lanes[part]);
          }
        }
        row_sum_total += (row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]);
      }
      {
        lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
        {
          const integer column = 56;
          const lanes x0 = load_bf16(x0_at + column, 16);
          const lanes square = x0 * x0;
          row_sum_lanes[0] = row_sum_lanes[0] + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, square, splat(0));
        }
        row_sum_total += (row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]);
      }
      row_sum = sum_of_lanes(row_sum_total);
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
    const float row_reciprocal_root_single = (float)row_reciprocal_root;
    if (fits_factor(row_reciprocal_root)) {
      for (integer group = 0; group < 64; group += 32) {
        lanes y0_parts[2];
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const lanes scaled = x0 * splat(row_reciprocal_root_single);
          if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
          y0_parts[part] = scaled;
        }
        if (y0_streams) stream_halves(y0_at + group, y0_parts[0], y0_parts[1]); else store_halves(y0_at + group, y0_parts[0], y0_parts[1], 32);
      }
      {
        const integer column = 56;
        const lanes x0 = load_bf16(x0_at + column, 16);
        const lanes scaled = x0 * splat(row_reciprocal_root_single);
        if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
        store_bf16(y0_at + column, scaled, 16);
      }
    } else {
      for (integer group = 0; group < 64; group += 32) {
        wide y0_parts[2];
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const wide x0 = wide_load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const wide scaled = x0 * wide_splat(row_reciprocal_root);
          if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
          y0_parts[part] = scaled;
        }
        if (y0_streams) stream_wide_halves(y0_at + group, y0_parts[0], y0_parts[1]); else store_wide_halves(y0_at + group, y0_parts[0], y0_parts[1], 32);
      }
      {
        const integer column = 56;
        const wide x0 = wide_load_bf16(x0_at + column, 16);
        const wide scaled = x0 * wide_splat(row_reciprocal_root);
        if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
        wide_store_bf16(y0_at + column, scaled, 16);
      }
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
