// row kernel rounded_norm, width 112
//   in  x0: bf16 per element
//   in  x1: bf16 per column
//   out y0: f32 per row
//   out y1: i8 per element
//   pass 1 over the row:
//     row_sum = sum(square(x0))
//   row_mean = row_sum / 112.0
//   row_total = row_mean + 9.999999974752427e-07
//   row_reciprocal_root = rsqrt(row_total)
//   pass 2 over the row:
//     row_maximum = maximum(abs(((x0 * row_reciprocal_root) * x1)))
//   row_quotient = row_maximum / 127.0
//   pass 3 over the row:
//     y1 = round_nearest_even((((x0 * row_reciprocal_root) * x1) / row_quotient))
//   y0 = row_quotient
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

static inline f32_block narrow_f32(lanes x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void store_f32(f32 *to, lanes x, int count) {
  const f32_block block = narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

static inline lanes absolute(lanes x) {
  for (int lane = 0; lane < 16; ++lane) x[lane] = __builtin_fabsf(x[lane]);
  return x;
}

static inline lanes choose(mask which, lanes yes, lanes no) {
  return (lanes)((which & (mask)yes) | (~which & (mask)no));
}

static inline lanes larger_magnitude(lanes a, lanes b) { return choose((mask)a > (mask)b, a, b); }

static inline float largest_magnitude(lanes x) {
  mask bits = (mask)x;
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) bits[lane] = bits[lane] > bits[lane + half] ? bits[lane] : bits[lane + half];
  return ((lanes)bits)[0];
}

static inline int fits_bytes(double largest, float inverse) { return inverse >= 0x1p-126f && largest * inverse < 127.5; }

static inline lanes widen_f32(f32_block x) {
  return __builtin_convertvector(x, lanes);
}

static inline lanes load_f32(const f32 *from, int count) {
  f32_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f32));
  return widen_f32(block);
}

typedef char i8 __attribute__((aligned(1), may_alias));
typedef char i8_block __attribute__((vector_size(16)));

static inline i8_block last_bytes(lanes x) { return __builtin_convertvector((mask)x, i8_block); }

typedef unsigned char ui8 __attribute__((aligned(1), may_alias));
typedef unsigned char ui8_block __attribute__((vector_size(16)));

typedef unsigned short ui16 __attribute__((aligned(1), may_alias));
typedef unsigned short ui16_block __attribute__((vector_size(32)));

static inline ui16_block halves_of_sums_i8(lanes even, lanes odd) {
  const ui8_block low = (ui8_block)last_bytes(even), high = (ui8_block)last_bytes(odd);
  return __builtin_convertvector(low, ui16_block) | (__builtin_convertvector(high, ui16_block) << 8);
}

static inline void store_halves_of_sums_i8(i8 *to, lanes even, lanes odd, int count) {
  const ui16_block pairs = halves_of_sums_i8(even, odd);
  __builtin_memcpy(to, &pairs, count * sizeof(i8));
}

#if defined(__has_builtin) && __has_builtin(__builtin_nontemporal_store)
#define store_past_caches(block, to) __builtin_nontemporal_store(block, to)
#else
#define store_past_caches(block, to) (*(to) = (block))
#endif

static inline void stream_halves_of_sums_i8(i8 *to, lanes even, lanes odd) {
  store_past_caches(halves_of_sums_i8(even, odd), (ui16_block *)to);
}

static inline void store_sum_as_i8(i8 *to, lanes x, int count) {
  const i8_block block = last_bytes(x);
  __builtin_memcpy(to, &block, count * sizeof(i8));
}

static inline f32_block wide_narrow_f32(wide x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void wide_store_f32(f32 *to, wide x, int count) {
  const f32_block block = wide_narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

static inline wide wide_load_half(const bf16 *from, int count, int odd) {
  u32_block pairs = {0};
  __builtin_memcpy(&pairs, from, count * sizeof(bf16));
  return __builtin_convertvector((f32_block)(odd ? pairs & 0xffff0000 : pairs << 16), wide);
}

static inline wide wide_absolute(wide x) {
  for (int lane = 0; lane < 16; ++lane) x[lane] = __builtin_fabs(x[lane]);
  return x;
}

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
}

static inline wide wide_maximum(wide a, wide b) {
#if defined(__aarch64__) && defined(__has_builtin) && __has_builtin(__builtin_elementwise_maximum)
  (void)wide_choose;
  return __builtin_elementwise_maximum(a, b);
#else
  const wide_mask left = (wide_mask)wide_choose(a > b, a, b);
  const wide_mask right = (wide_mask)wide_choose(b > a, b, a);
  return wide_choose((a == a) & (b == b), (wide)(left & right), a + b);
#endif
}

static inline double wide_maximum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = wide_maximum(wide_splat(x[lane]), wide_splat(x[lane + half]))[0];
  return x[0];
}

static inline wide wide_widen_f32(f32_block x) {
  return __builtin_convertvector(x, wide);
}

static inline wide wide_load_f32(const f32 *from, int count) {
  f32_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f32));
  return wide_widen_f32(block);
}

static inline wide wide_round_even(wide x) {
  for (int lane = 0; lane < 16; ++lane) x[lane] = __builtin_rint(x[lane]);
  return x;
}

typedef int i32 __attribute__((aligned(1), may_alias));
typedef int i32_block __attribute__((vector_size(64)));

static inline i8_block wide_narrow_i8(wide x) {
  x = wide_choose(x == x, x, wide_splat(0));
  x = wide_choose(x < 127, x, wide_splat(127));
  x = wide_choose(x > -128, x, wide_splat(-128));
  return __builtin_convertvector(__builtin_convertvector(x, i32_block), i8_block);
}

static inline ui16_block wide_halves_i8(wide even, wide odd) {
  const ui8_block low = (ui8_block)wide_narrow_i8(even), high = (ui8_block)wide_narrow_i8(odd);
  return __builtin_convertvector(low, ui16_block) | (__builtin_convertvector(high, ui16_block) << 8);
}

static inline void store_wide_halves_i8(i8 *to, wide even, wide odd, int count) {
  const ui16_block pairs = wide_halves_i8(even, odd);
  __builtin_memcpy(to, &pairs, count * sizeof(i8));
}

static inline void stream_wide_halves_i8(i8 *to, wide even, wide odd) {
  store_past_caches(wide_halves_i8(even, odd), (ui16_block *)to);
}

static inline void wide_store_i8(i8 *to, wide x, int count) {
  const i8_block block = wide_narrow_i8(x);
  __builtin_memcpy(to, &block, count * sizeof(i8));
}

#if defined(__AVX512F__)
static int rounded_norm_pair(void *const *operands, const integer *row_strides, integer row, integer streams) {
  const integer row_a = row, row_b = row + 1;
  const bf16 *const x1_at = (const bf16 *)operands[1];
  const bf16 *const x0_a_at = (const bf16 *)((const char *)operands[0] + row_a * row_strides[0]);
  const bf16 *const x0_b_at = (const bf16 *)((const char *)operands[0] + row_b * row_strides[0]);
  f32 *const y0_a_at = (f32 *)((char *)operands[2] + row_a * row_strides[2]);
  f32 *const y0_b_at = (f32 *)((char *)operands[2] + row_b * row_strides[2]);
  i8 *const y1_a_at = (i8 *)((char *)operands[3] + row_a * row_strides[3]);
  i8 *const y1_b_at = (i8 *)((char *)operands[3] + row_b * row_strides[3]);
  const int y1_a_streams = streams && (__UINTPTR_TYPE__)y1_a_at % 32 == 0;
  const int y1_b_streams = streams && (__UINTPTR_TYPE__)y1_b_at % 32 == 0;
  _Alignas(64) f32 scaled_2_a_held[112];
  _Alignas(64) f32 scaled_2_b_held[112];
  
  // Pass 1.
  double row_sum_a = 0;
  double row_sum_b = 0;
  wide row_sum_a_total = wide_splat(0);
  wide row_sum_b_total = wide_splat(0);
  for (integer chunk = 0; chunk < 64; chunk += 512) {
    lanes row_sum_a_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
    lanes row_sum_b_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
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
    lanes row_sum_a_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
    lanes row_sum_b_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
    {
      const integer group = 64;
      for (int part = 0; part < 2; ++part) {
        const lanes x0_a = load_half(x0_a_at + group + part / 2 * 32, 32, part % 2);
        const lanes x0_b = load_half(x0_b_at + group + part / 2 * 32, 32, part % 2);
        row_sum_a_lanes[part] = multiply_add(x0_a, x0_a, row_sum_a_lanes[part]);
        row_sum_b_lanes[part] = multiply_add(x0_b, x0_b, row_sum_b_lanes[part]);
      }
    }
    {
      const integer column = 96;
      const lanes x0_a = load_bf16(x0_a_at + column, 16);
      const lanes x0_b = load_bf16(x0_b_at + column, 16);
      row_sum_a_lanes[0] = multiply_add(x0_a, x0_a, row_sum_a_lanes[0]);
      row_sum_b_lanes[0] = multiply_add(x0_b, x0_b, row_sum_b_lanes[0]);
    }
    row_sum_a_total += __builtin_convertvector((row_sum_a_lanes[0] + row_sum_a_lanes[1]) + (row_sum_a_lanes[2] + row_sum_a_lanes[3]), wide);
    row_sum_b_total += __builtin_convertvector((row_sum_b_lanes[0] + row_sum_b_lanes[1]) + (row_sum_b_lanes[2] + row_sum_b_lanes[3]), wide);
  }
  row_sum_a = wide_sum_of_lanes(row_sum_a_total);
  row_sum_b = wide_sum_of_lanes(row_sum_b_total);
  if (!(fits_squares(row_sum_a))) return 0;
  if (!(fits_squares(row_sum_b))) return 0;
  const double row_mean_a = row_sum_a / 112.0;
  const double row_mean_b = row_sum_b / 112.0;
  const double row_total_a = row_mean_a + 9.999999974752427e-07;
  const double row_total_b = row_mean_b + 9.999999974752427e-07;
  const double row_reciprocal_root_a = (wide_rsqrt(wide_splat(row_total_a)))[0];
  const double row_reciprocal_root_b = (wide_rsqrt(wide_splat(row_total_b)))[0];
  
  // Pass 2.
  const float row_reciprocal_root_a_single = (float)row_reciprocal_root_a;
  const float row_reciprocal_root_b_single = (float)row_reciprocal_root_b;
  double row_maximum_a;
  double row_maximum_b;
  if (!(fits_factor(row_reciprocal_root_a))) return 0;
  if (!(fits_factor(row_reciprocal_root_b))) return 0;
  lanes row_maximum_a_lanes[4] = {splat(-__builtin_inf()), splat(-__builtin_inf()), splat(-__builtin_inf()), splat(-__builtin_inf())};
  lanes row_maximum_b_lanes[4] = {splat(-__builtin_inf()), splat(-__builtin_inf()), splat(-__builtin_inf()), splat(-__builtin_inf())};
  for (integer group = 0; group < 64; group += 64) {
    for (int part = 0; part < 4; ++part) {
      const integer column = group + 16 * part;
      const lanes x0_a = load_half(x0_a_at + group + part / 2 * 32, 32, part % 2);
      const lanes x0_b = load_half(x0_b_at + group + part / 2 * 32, 32, part % 2);
      const lanes scaled_a = x0_a * splat(row_reciprocal_root_a_single);
      const lanes scaled_b = x0_b * splat(row_reciprocal_root_b_single);
      const lanes x1 = load_half(x1_at + group + part / 2 * 32, 32, part % 2);
      const lanes scaled_2_a = scaled_a * x1;
      const lanes scaled_2_b = scaled_b * x1;
      store_f32(scaled_2_a_held + column, scaled_2_a, 16);
      store_f32(scaled_2_b_held + column, scaled_2_b, 16);
      const lanes abs_a = absolute(scaled_2_a);
      const lanes abs_b = absolute(scaled_2_b);
      row_maximum_a_lanes[part] = larger_magnitude(row_maximum_a_lanes[part], abs_a);
      row_maximum_b_lanes[part] = larger_magnitude(row_maximum_b_lanes[part], abs_b);
    }
  }
  {
    const integer group = 64;
    for (int part = 0; part < 2; ++part) {
      const integer column = group + 16 * part;
      const lanes x0_a = load_half(x0_a_at + group + part / 2 * 32, 32, part % 2);
      const lanes x0_b = load_half(x0_b_at + group + part / 2 * 32, 32, part % 2);
      const lanes scaled_a = x0_a * splat(row_reciprocal_root_a_single);
      const lanes scaled_b = x0_b * splat(row_reciprocal_root_b_single);
      const lanes x1 = load_half(x1_at + group + part / 2 * 32, 32, part % 2);
      const lanes scaled_2_a = scaled_a * x1;
      const lanes scaled_2_b = scaled_b * x1;
      store_f32(scaled_2_a_held + column, scaled_2_a, 16);
      store_f32(scaled_2_b_held + column, scaled_2_b, 16);
      const lanes abs_a = absolute(scaled_2_a);
      const lanes abs_b = absolute(scaled_2_b);
      row_maximum_a_lanes[part] = larger_magnitude(row_maximum_a_lanes[part], abs_a);
      row_maximum_b_lanes[part] = larger_magnitude(row_maximum_b_lanes[part], abs_b);
    }
  }
  {
    const integer column = 96;
    const lanes x0_a = load_bf16(x0_a_at + column, 16);
    const lanes x0_b = load_bf16(x0_b_at + column, 16);
    const lanes scaled_a = x0_a * splat(row_reciprocal_root_a_single);
    const lanes scaled_b = x0_b * splat(row_reciprocal_root_b_single);
    const lanes x1 = load_bf16(x1_at + column, 16);
    const lanes scaled_2_a = scaled_a * x1;
    const lanes scaled_2_b = scaled_b * x1;
    store_f32(scaled_2_a_held + column, scaled_2_a, 16);
    store_f32(scaled_2_b_held + column, scaled_2_b, 16);
    const lanes abs_a = absolute(scaled_2_a);
    const lanes abs_b = absolute(scaled_2_b);
    row_maximum_a_lanes[0] = larger_magnitude(row_maximum_a_lanes[0], abs_a);
    row_maximum_b_lanes[0] = larger_magnitude(row_maximum_b_lanes[0], abs_b);
  }
  row_maximum_a = largest_magnitude(larger_magnitude((larger_magnitude(row_maximum_a_lanes[0], row_maximum_a_lanes[1])), (larger_magnitude(row_maximum_a_lanes[2], row_maximum_a_lanes[3]))));
  row_maximum_b = largest_magnitude(larger_magnitude((larger_magnitude(row_maximum_b_lanes[0], row_maximum_b_lanes[1])), (larger_magnitude(row_maximum_b_lanes[2], row_maximum_b_lanes[3]))));
  const double row_quotient_a = row_maximum_a / 127.0;
  const double row_quotient_b = row_maximum_b / 127.0;
  
  // Pass 3.
  const float row_quotient_a_inverse = (float)(1 / row_quotient_a);
  const float row_quotient_b_inverse = (float)(1 / row_quotient_b);
  if (!(fits_factor(row_reciprocal_root_a) && fits_bytes(row_maximum_a, row_quotient_a_inverse))) return 0;
  if (!(fits_factor(row_reciprocal_root_b) && fits_bytes(row_maximum_b, row_quotient_b_inverse))) return 0;
  for (integer group = 0; group < 96; group += 32) {
    lanes y1_a_parts[2];
    lanes y1_b_parts[2];
    for (int part = 0; part < 2; ++part) {
      const integer column = group + 16 * part;
      const lanes scaled_2_a = load_f32(scaled_2_a_held + column, 16);
      const lanes scaled_2_b = load_f32(scaled_2_b_held + column, 16);
      if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_a_at + column) + 4 * row_strides[0]);
      if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_b_at + column) + 4 * row_strides[0]);
      y1_a_parts[part] = multiply_add(scaled_2_a, splat(row_quotient_a_inverse), splat(0x1.8p23f));
      y1_b_parts[part] = multiply_add(scaled_2_b, splat(row_quotient_b_inverse), splat(0x1.8p23f));
    }
    if (y1_a_streams) stream_halves_of_sums_i8(y1_a_at + group, y1_a_parts[0], y1_a_parts[1]); else store_halves_of_sums_i8(y1_a_at + group, y1_a_parts[0], y1_a_parts[1], 32);
    if (y1_b_streams) stream_halves_of_sums_i8(y1_b_at + group, y1_b_parts[0], y1_b_parts[1]); else store_halves_of_sums_i8(y1_b_at + group, y1_b_parts[0], y1_b_parts[1], 32);
  }
  {
    const integer column = 96;
    const lanes scaled_2_a = load_f32(scaled_2_a_held + column, 16);
    const lanes scaled_2_b = load_f32(scaled_2_b_held + column, 16);
    if (streams) __builtin_prefetch((const char *)(x0_a_at + column) + 4 * row_strides[0]);
    if (streams) __builtin_prefetch((const char *)(x0_b_at + column) + 4 * row_strides[0]);
    store_sum_as_i8(y1_a_at + column, multiply_add(scaled_2_a, splat(row_quotient_a_inverse), splat(0x1.8p23f)), 16);
    store_sum_as_i8(y1_b_at + column, multiply_add(scaled_2_b, splat(row_quotient_b_inverse), splat(0x1.8p23f)), 16);
  }
  wide_store_f32(y0_a_at, wide_splat(row_quotient_a), 1);
  wide_store_f32(y0_b_at, wide_splat(row_quotient_b), 1);
  return 1;
}
#endif

void rounded_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  const bf16 *const x1_at = (const bf16 *)operands[1];
  for (integer row = first_row; row < end_row; ++row) {
    #if defined(__AVX512F__)
    if ((row - first_row) % 2 == 0 && row + 2 <= end_row && rounded_norm_pair(operands, row_strides, row, streams)) {
      row += 1;
      continue;
    }
    #endif
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]);
    f32 *const y0_at = (f32 *)((char *)operands[2] + row * row_strides[2]);
    i8 *const y1_at = (i8 *)((char *)operands[3] + row * row_strides[3]);
    const int y1_streams = streams && (__UINTPTR_TYPE__)y1_at % 32 == 0;
    _Alignas(64) f32 scaled_2_held[112];
    
    // Pass 1.
    double row_sum = 0;
    int pass_1_fits = 1;
    if (pass_1_fits) {
      wide row_sum_total = wide_splat(0);
      for (integer chunk = 0; chunk < 64; chunk += 512) {
        lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
        for (integer group = chunk; group < (chunk + 512 < 64 ? chunk + 512 : 64); group += 64) {
          for (int part = 0; part < 4; ++part) {
            const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
            row_sum_lanes[part] = multiply_add(x0, x0, row_sum_lanes[part]);
          }
        }
        row_sum_total += __builtin_convertvector((row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]), wide);
      }
      {
        lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
        {
          const integer group = 64;
          for (int part = 0; part < 2; ++part) {
            const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
            row_sum_lanes[part] = multiply_add(x0, x0, row_sum_lanes[part]);
          }
        }
        {
          const integer column = 96;
          const lanes x0 = load_bf16(x0_at + column, 16);
          row_sum_lanes[0] = multiply_add(x0, x0, row_sum_lanes[0]);
        }
        row_sum_total += __builtin_convertvector((row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]), wide);
      }
      row_sum = wide_sum_of_lanes(row_sum_total);
      pass_1_fits = fits_squares(row_sum);
    }
    if (!pass_1_fits) {
      wide row_sum_lanes[2] = {wide_splat(0), wide_splat(0)};
      for (integer group = 0; group < 96; group += 32) {
        for (int part = 0; part < 2; ++part) {
          const wide x0 = wide_load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const wide square = x0 * x0;
          row_sum_lanes[part] = row_sum_lanes[part] + square;
        }
      }
      {
        const integer column = 96;
        const wide x0 = wide_load_bf16(x0_at + column, 16);
        const wide square = x0 * x0;
        row_sum_lanes[0] = row_sum_lanes[0] + square;
      }
      row_sum = wide_sum_of_lanes(row_sum_lanes[0] + row_sum_lanes[1]);
    }
    const double row_mean = row_sum / 112.0;
    const double row_total = row_mean + 9.999999974752427e-07;
    const double row_reciprocal_root = (wide_rsqrt(wide_splat(row_total)))[0];
    
    // Pass 2.
    const float row_reciprocal_root_single = (float)row_reciprocal_root;
    double row_maximum;
    if (fits_factor(row_reciprocal_root)) {
      lanes row_maximum_lanes[4] = {splat(-__builtin_inf()), splat(-__builtin_inf()), splat(-__builtin_inf()), splat(-__builtin_inf())};
      for (integer group = 0; group < 64; group += 64) {
        for (int part = 0; part < 4; ++part) {
          const integer column = group + 16 * part;
          const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const lanes scaled = x0 * splat(row_reciprocal_root_single);
          const lanes x1 = load_half(x1_at + group + part / 2 * 32, 32, part % 2);
          const lanes scaled_2 = scaled * x1;
          store_f32(scaled_2_held + column, scaled_2, 16);
          const lanes abs = absolute(scaled_2);
          row_maximum_lanes[part] = larger_magnitude(row_maximum_lanes[part], abs);
        }
      }
      {
        const integer group = 64;
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const lanes x0 = load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const lanes scaled = x0 * splat(row_reciprocal_root_single);
          const lanes x1 = load_half(x1_at + group + part / 2 * 32, 32, part % 2);
          const lanes scaled_2 = scaled * x1;
          store_f32(scaled_2_held + column, scaled_2, 16);
          const lanes abs = absolute(scaled_2);
          row_maximum_lanes[part] = larger_magnitude(row_maximum_lanes[part], abs);
        }
      }
      {
        const integer column = 96;
        const lanes x0 = load_bf16(x0_at + column, 16);
        const lanes scaled = x0 * splat(row_reciprocal_root_single);
        const lanes x1 = load_bf16(x1_at + column, 16);
        const lanes scaled_2 = scaled * x1;
        store_f32(scaled_2_held + column, scaled_2, 16);
        const lanes abs = absolute(scaled_2);
        row_maximum_lanes[0] = larger_magnitude(row_maximum_lanes[0], abs);
      }
      row_maximum = largest_magnitude(larger_magnitude((larger_magnitude(row_maximum_lanes[0], row_maximum_lanes[1])), (larger_magnitude(row_maximum_lanes[2], row_maximum_lanes[3]))));
    } else {
      wide row_maximum_lanes[2] = {wide_splat(-__builtin_inf()), wide_splat(-__builtin_inf())};
      for (integer group = 0; group < 96; group += 32) {
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const wide x0 = wide_load_half(x0_at + group + part / 2 * 32, 32, part % 2);
          const wide scaled = x0 * wide_splat(row_reciprocal_root);
          const wide x1 = wide_load_half(x1_at + group + part / 2 * 32, 32, part % 2);
          const wide scaled_2 = scaled * x1;
          wide_store_f32(scaled_2_held + column, scaled_2, 16);
          const wide abs = wide_absolute(scaled_2);
          row_maximum_lanes[part] = wide_maximum(row_maximum_lanes[part], abs);
        }
      }
      {
        const integer column = 96;
        const wide x0 = wide_load_bf16(x0_at + column, 16);
        const wide scaled = x0 * wide_splat(row_reciprocal_root);
        const wide x1 = wide_load_bf16(x1_at + column, 16);
        const wide scaled_2 = scaled * x1;
        wide_store_f32(scaled_2_held + column, scaled_2, 16);
        const wide abs = wide_absolute(scaled_2);
        row_maximum_lanes[0] = wide_maximum(row_maximum_lanes[0], abs);
      }
      row_maximum = wide_maximum_of_lanes(wide_maximum(row_maximum_lanes[0], row_maximum_lanes[1]));
    }
    const double row_quotient = row_maximum / 127.0;
    
    // Pass 3.
    const float row_quotient_inverse = (float)(1 / row_quotient);
    if (fits_factor(row_reciprocal_root) && fits_bytes(row_maximum, row_quotient_inverse)) {
      for (integer group = 0; group < 96; group += 32) {
        lanes y1_parts[2];
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const lanes scaled_2 = load_f32(scaled_2_held + column, 16);
          if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
          y1_parts[part] = multiply_add(scaled_2, splat(row_quotient_inverse), splat(0x1.8p23f));
        }
        if (y1_streams) stream_halves_of_sums_i8(y1_at + group, y1_parts[0], y1_parts[1]); else store_halves_of_sums_i8(y1_at + group, y1_parts[0], y1_parts[1], 32);
      }
      {
        const integer column = 96;
        const lanes scaled_2 = load_f32(scaled_2_held + column, 16);
        if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
        store_sum_as_i8(y1_at + column, multiply_add(scaled_2, splat(row_quotient_inverse), splat(0x1.8p23f)), 16);
      }
    } else {
      for (integer group = 0; group < 96; group += 32) {
        wide y1_parts[2];
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const wide scaled_2 = wide_load_f32(scaled_2_held + column, 16);
          const wide quotient = scaled_2 / wide_splat(row_quotient);
          const wide round_nearest_even = wide_round_even(quotient);
          if (part % 2 == 0) if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
          y1_parts[part] = round_nearest_even;
        }
        if (y1_streams) stream_wide_halves_i8(y1_at + group, y1_parts[0], y1_parts[1]); else store_wide_halves_i8(y1_at + group, y1_parts[0], y1_parts[1], 32);
      }
      {
        const integer column = 96;
        const wide scaled_2 = wide_load_f32(scaled_2_held + column, 16);
        const wide quotient = scaled_2 / wide_splat(row_quotient);
        const wide round_nearest_even = wide_round_even(quotient);
        if (streams) __builtin_prefetch((const char *)(x0_at + column) + 2 * row_strides[0]);
        wide_store_i8(y1_at + column, round_nearest_even, 16);
      }
    }
    wide_store_f32(y0_at, wide_splat(row_quotient), 1);
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
