// row kernel layer_norm, width 40
//   in  x0: f32 per element
//   in  x1: f32 per column
//   in  x2: f32 per column
//   out y0: f32 per element
//   pass 1 over the row:
//     row_sum = sum(f32(x0))
//   row_mean = row_sum / 40.0
//   pass 2 over the row:
//     row_sum_2 = sum(((f32(x0) - row_mean) * (f32(x0) - row_mean)))
//   row_mean_2 = row_sum_2 / 40.0
//   row_total = row_mean_2 + 9.999999747378752e-06
//   row_reciprocal_root = rsqrt(row_total)
//   pass 3 over the row:
//     y0 = (((f32(x0) - row_mean) * row_reciprocal_root) * x1) + x2
// rows to come: left to the processor
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

typedef float f32 __attribute__((aligned(1), may_alias));
typedef float f32_block __attribute__((vector_size(64)));

static inline wide wide_widen_f32(f32_block x) {
  return __builtin_convertvector(x, wide);
}

static inline wide wide_load_f32(const f32 *from, int count) {
  f32_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f32));
  return wide_widen_f32(block);
}

static inline wide wide_splat(double x) { return x - (wide){0}; }

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
}

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline wide wide_rsqrt(wide a) {
  for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
  return a;
}

static inline f32_block wide_narrow_f32(wide x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void wide_store_f32(f32 *to, wide x, int count) {
  const f32_block block = wide_narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

#if defined(__has_builtin) && __has_builtin(__builtin_nontemporal_store)
#define store_past_caches(block, to) __builtin_nontemporal_store(block, to)
#else
#define store_past_caches(block, to) (*(to) = (block))
#endif

static inline void wide_stream_f32(f32 *to, wide x) {
  const f32_block block = wide_narrow_f32(x);
  store_past_caches(block, (f32_block *)to);
}

#if defined(__AVX512F__)
static int layer_norm_pair(void *const *operands, const integer *row_strides, integer row, integer streams) {
  const integer row_a = row, row_b = row + 1;
  const f32 *const x1_at = (const f32 *)operands[1];
  const f32 *const x2_at = (const f32 *)operands[2];
  const f32 *const x0_a_at = (const f32 *)((const char *)operands[0] + row_a * row_strides[0]);
  const f32 *const x0_b_at = (const f32 *)((const char *)operands[0] + row_b * row_strides[0]);
  f32 *const y0_a_at = (f32 *)((char *)operands[3] + row_a * row_strides[3]);
  f32 *const y0_b_at = (f32 *)((char *)operands[3] + row_b * row_strides[3]);
  const int y0_a_streams = streams && (__UINTPTR_TYPE__)y0_a_at % 64 == 0;
  const int y0_b_streams = streams && (__UINTPTR_TYPE__)y0_b_at % 64 == 0;
  
  // Pass 1.
  wide row_sum_a_lanes[2] = {wide_splat(0), wide_splat(0)};
  wide row_sum_b_lanes[2] = {wide_splat(0), wide_splat(0)};
  for (integer group = 0; group < 32; group += 32) {
    for (int part = 0; part < 2; ++part) {
      const integer column = group + 16 * part;
      const wide x0_a = wide_load_f32(x0_a_at + column, 16);
      const wide x0_b = wide_load_f32(x0_b_at + column, 16);
      const wide rounded_a = x0_a;
      const wide rounded_b = x0_b;
      row_sum_a_lanes[part] = row_sum_a_lanes[part] + rounded_a;
      row_sum_b_lanes[part] = row_sum_b_lanes[part] + rounded_b;
    }
  }
  {
    const integer column = 24;
    const wide x0_a = wide_load_f32(x0_a_at + column, 16);
    const wide x0_b = wide_load_f32(x0_b_at + column, 16);
    const wide rounded_a = x0_a;
    const wide rounded_b = x0_b;
    row_sum_a_lanes[0] = row_sum_a_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, rounded_a, wide_splat(0));
    row_sum_b_lanes[0] = row_sum_b_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, rounded_b, wide_splat(0));
  }
  const double row_sum_a = wide_sum_of_lanes(row_sum_a_lanes[0] + row_sum_a_lanes[1]);
  const double row_sum_b = wide_sum_of_lanes(row_sum_b_lanes[0] + row_sum_b_lanes[1]);
  const double row_mean_a = row_sum_a / 40.0;
  const double row_mean_b = row_sum_b / 40.0;
  
  // Pass 2.
  wide row_sum_2_a_lanes[2] = {wide_splat(0), wide_splat(0)};
  wide row_sum_2_b_lanes[2] = {wide_splat(0), wide_splat(0)};
  for (integer group = 0; group < 32; group += 32) {
    for (int part = 0; part < 2; ++part) {
      const integer column = group + 16 * part;
      const wide x0_a = wide_load_f32(x0_a_at + column, 16);
      const wide x0_b = wide_load_f32(x0_b_at + column, 16);
      const wide rounded_a = x0_a;
      const wide rounded_b = x0_b;
      const wide difference_a = rounded_a - wide_splat(row_mean_a);
      const wide difference_b = rounded_b - wide_splat(row_mean_b);
      const wide scaled_a = difference_a * difference_a;
      const wide scaled_b = difference_b * difference_b;
      row_sum_2_a_lanes[part] = row_sum_2_a_lanes[part] + scaled_a;
      row_sum_2_b_lanes[part] = row_sum_2_b_lanes[part] + scaled_b;
    }
  }
  {
    const integer column = 24;
    const wide x0_a = wide_load_f32(x0_a_at + column, 16);
    const wide x0_b = wide_load_f32(x0_b_at + column, 16);
    const wide rounded_a = x0_a;
    const wide rounded_b = x0_b;
    const wide difference_a = rounded_a - wide_splat(row_mean_a);
    const wide difference_b = rounded_b - wide_splat(row_mean_b);
    const wide scaled_a = difference_a * difference_a;
    const wide scaled_b = difference_b * difference_b;
    row_sum_2_a_lanes[0] = row_sum_2_a_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, scaled_a, wide_splat(0));
    row_sum_2_b_lanes[0] = row_sum_2_b_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, scaled_b, wide_splat(0));
  }
  const double row_sum_2_a = wide_sum_of_lanes(row_sum_2_a_lanes[0] + row_sum_2_a_lanes[1]);
  const double row_sum_2_b = wide_sum_of_lanes(row_sum_2_b_lanes[0] + row_sum_2_b_lanes[1]);
  const double row_mean_2_a = row_sum_2_a / 40.0;
  const double row_mean_2_b = row_sum_2_b / 40.0;
  const double row_total_a = row_mean_2_a + 9.999999747378752e-06;
  const double row_total_b = row_mean_2_b + 9.999999747378752e-06;
  const double row_reciprocal_root_a = (wide_rsqrt(wide_splat(row_total_a)))[0];
  const double row_reciprocal_root_b = (wide_rsqrt(wide_splat(row_total_b)))[0];
  
  // Pass 3.
  for (integer column = 0; column < 32; column += 16) {
    const wide x0_a = wide_load_f32(x0_a_at + column, 16);
    const wide x0_b = wide_load_f32(x0_b_at + column, 16);
    const wide rounded_a = x0_a;
    const wide rounded_b = x0_b;
    const wide difference_a = rounded_a - wide_splat(row_mean_a);
    const wide difference_b = rounded_b - wide_splat(row_mean_b);
    const wide scaled_2_a = difference_a * wide_splat(row_reciprocal_root_a);
    const wide scaled_2_b = difference_b * wide_splat(row_reciprocal_root_b);
    const wide x1 = wide_load_f32(x1_at + column, 16);
    const wide scaled_3_a = scaled_2_a * x1;
    const wide scaled_3_b = scaled_2_b * x1;
    const wide x2 = wide_load_f32(x2_at + column, 16);
    const wide total_a = scaled_3_a + x2;
    const wide total_b = scaled_3_b + x2;
    if (y0_a_streams) wide_stream_f32(y0_a_at + column, total_a); else wide_store_f32(y0_a_at + column, total_a, 16);
    if (y0_b_streams) wide_stream_f32(y0_b_at + column, total_b); else wide_store_f32(y0_b_at + column, total_b, 16);
  }
  {
    const integer column = 24;
    const wide x0_a = wide_load_f32(x0_a_at + column, 16);
    const wide x0_b = wide_load_f32(x0_b_at + column, 16);
    const wide rounded_a = x0_a;
    const wide rounded_b = x0_b;
    const wide difference_a = rounded_a - wide_splat(row_mean_a);
    const wide difference_b = rounded_b - wide_splat(row_mean_b);
    const wide scaled_2_a = difference_a * wide_splat(row_reciprocal_root_a);
    const wide scaled_2_b = difference_b * wide_splat(row_reciprocal_root_b);
    const wide x1 = wide_load_f32(x1_at + column, 16);
    const wide scaled_3_a = scaled_2_a * x1;
    const wide scaled_3_b = scaled_2_b * x1;
    const wide x2 = wide_load_f32(x2_at + column, 16);
    const wide total_a = scaled_3_a + x2;
    const wide total_b = scaled_3_b + x2;
    wide_store_f32(y0_a_at + column, total_a, 16);
    wide_store_f32(y0_b_at + column, total_b, 16);
  }
  return 1;
}
#endif

void layer_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  const f32 *const x1_at = (const f32 *)operands[1];
  const f32 *const x2_at = (const f32 *)operands[2];
  for (integer row = first_row; row < end_row; ++row) {
    #if defined(__AVX512F__)
    if ((row - first_row) % 2 == 0 && row + 2 <= end_row && layer_norm_pair(operands, row_strides, row, streams)) {
      row += 1;
      continue;
    }
    #endif
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]);
    f32 *const y0_at = (f32 *)((char *)operands[3] + row * row_strides[3]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    
    // Pass 1.
    wide row_sum_lanes[2] = {wide_splat(0), wide_splat(0)};
    for (integer group = 0; group < 32; group += 32) {
      for (int part = 0; part < 2; ++part) {
        const integer column = group + 16 * part;
        const wide x0 = wide_load_f32(x0_at + column, 16);
        const wide rounded = x0;
        row_sum_lanes[part] = row_sum_lanes[part] + rounded;
      }
    }
    {
      const integer column = 24;
      const wide x0 = wide_load_f32(x0_at + column, 16);
      const wide rounded = x0;
      row_sum_lanes[0] = row_sum_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, rounded, wide_splat(0));
    }
    const double row_sum = wide_sum_of_lanes(row_sum_lanes[0] + row_sum_lanes[1]);
    const double row_mean = row_sum / 40.0;
    
    // Pass 2.
    wide row_sum_2_lanes[2] = {wide_splat(0), wide_splat(0)};
    for (integer group = 0; group < 32; group += 32) {
      for (int part = 0; part < 2; ++part) {
        const integer column = group + 16 * part;
        const wide x0 = wide_load_f32(x0_at + column, 16);
        const wide rounded = x0;
        const wide difference = rounded - wide_splat(row_mean);
        const wide scaled = difference * difference;
        row_sum_2_lanes[part] = row_sum_2_lanes[part] + scaled;
      }
    }
    {
      const integer column = 24;
      const wide x0 = wide_load_f32(x0_at + column, 16);
      const wide rounded = x0;
      const wide difference = rounded - wide_splat(row_mean);
      const wide scaled = difference * difference;
      row_sum_2_lanes[0] = row_sum_2_lanes[0] + wide_choose((wide_mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, scaled, wide_splat(0));
    }
    const double row_sum_2 = wide_sum_of_lanes(row_sum_2_lanes[0] + row_sum_2_lanes[1]);
    const double row_mean_2 = row_sum_2 / 40.0;
    const double row_total = row_mean_2 + 9.999999747378752e-06;
    const double row_reciprocal_root = (wide_rsqrt(wide_splat(row_total)))[0];
    
    // Pass 3.
    for (integer column = 0; column < 32; column += 16) {
      const wide x0 = wide_load_f32(x0_at + column, 16);
      const wide rounded = x0;
      const wide difference = rounded - wide_splat(row_mean);
      const wide scaled_2 = difference * wide_splat(row_reciprocal_root);
      const wide x1 = wide_load_f32(x1_at + column, 16);
      const wide scaled_3 = scaled_2 * x1;
      const wide x2 = wide_load_f32(x2_at + column, 16);
      const wide total = scaled_3 + x2;
      if (y0_streams) wide_stream_f32(y0_at + column, total); else wide_store_f32(y0_at + column, total, 16);
    }
    {
      const integer column = 24;
      const wide x0 = wide_load_f32(x0_at + column, 16);
      const wide rounded = x0;
      const wide difference = rounded - wide_splat(row_mean);
      const wide scaled_2 = difference * wide_splat(row_reciprocal_root);
      const wide x1 = wide_load_f32(x1_at + column, 16);
      const wide scaled_3 = scaled_2 * x1;
      const wide x2 = wide_load_f32(x2_at + column, 16);
      const wide total = scaled_3 + x2;
      wide_store_f32(y0_at + column, total, 16);
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
