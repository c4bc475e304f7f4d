// row kernel layer_norm, width 512
//   in  x0: f32 per element
//   in  x1: f32 per column
//   in  x2: f32 per column
//   out y0: f32 per element
//   pass 1 over the row:
//     row_sum = sum(f32(x0))
//     row_sum_2 = sum(((f32(x0) - row_mean) * (f32(x0) - row_mean))), around a guess of row_mean
//   row_mean = row_sum / 512.0
//   row_mean_2 = row_sum_2 / 512.0
//   row_total = row_mean_2 + 9.999999747378752e-06
//   row_reciprocal_root = rsqrt(row_total)
//   pass 2 over the row:
//     y0 = (((f32(x0) - row_mean) * row_reciprocal_root) * x1) + x2
// rows to come: left to the processor
// rows at once: several, and one where not all rows stay in the last cache
// outputs: past the caches where not all rows stay in the last one
// loops: unrolled as the compiler sees fit
// a row: 2 segments of 256 columns

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

static inline float sum_of_lanes(lanes x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline lanes splat(float x) { return x - (lanes){0}; }

static inline lanes widen_f32(f32_block x) {
  return __builtin_convertvector(x, lanes);
}

static inline lanes load_f32(const f32 *from, int count) {
  f32_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f32));
  return widen_f32(block);
}

static inline wide wide_splat(double x) { return x - (wide){0}; }

static inline lanes multiply_add(lanes a, lanes b, lanes c) {
#if defined(__FMA__) || defined(__aarch64__)
  for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_fmaf(a[lane], b[lane], c[lane]);
  return a;
#else
  return a * b + c;
#endif
}

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

static inline int fits_term(double x) { return __builtin_fabs(x) <= 0x1.fffffep127; }

static inline int fits_products(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-100; }

static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }

static inline int is_positive(double x) { return x >= 0; }

static inline wide wide_rsqrt(wide a) {
  for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
  return a;
}

static inline int fits_factor(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-126; }

static inline f32_block narrow_f32(lanes x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void store_f32(f32 *to, lanes x, int count) {
  const f32_block block = narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

#if defined(__has_builtin) && __has_builtin(__builtin_nontemporal_store)
#define store_past_caches(block, to) __builtin_nontemporal_store(block, to)
#else
#define store_past_caches(block, to) (*(to) = (block))
#endif

static inline void stream_f32(f32 *to, lanes x) {
  const f32_block block = narrow_f32(x);
  store_past_caches(block, (f32_block *)to);
}

static inline f32_block wide_narrow_f32(wide x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void wide_store_f32(f32 *to, wide x, int count) {
  const f32_block block = wide_narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

static inline void wide_stream_f32(f32 *to, wide x) {
  const f32_block block = wide_narrow_f32(x);
  store_past_caches(block, (f32_block *)to);
}

static inline double between_means(double columns, double x_sum, double y_sum, double next_columns, double next_x_sum, double next_y_sum) {
  if (columns == 0) return 0;
  const double x = next_x_sum / next_columns - x_sum / columns;
  const double y = next_y_sum / next_columns - y_sum / columns;
  return x * y * (columns * next_columns / (columns + next_columns));
}

static void layer_norm_pass_1(void *const *operands, const integer *row_strides, integer row, integer first_segment, integer end_segment, double *partials, integer streams) {
  (void)row_strides, (void)partials, (void)streams;
  for (integer segment = first_segment; segment < end_segment; ++segment) {
    const integer first = segment * 256;
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]) + first;
    
    // Pass 1.
    lanes row_mean_sample = splat(0);
    for (integer column = 0; column < 256; column += 128) {
      const lanes x0 = load_f32(x0_at + column, 16);
      const lanes rounded = x0;
      row_mean_sample = row_mean_sample + rounded;
    }
    float row_mean_guess = sum_of_lanes(row_mean_sample) / 32.0f;
    double row_sum = 0;
    double row_sum_2 = 0;
    int pass_1_fits = 0;
    for (int attempt = 0; attempt < 2 && !pass_1_fits; ++attempt) {
      wide row_sum_total = wide_splat(0);
      wide row_sum_2_total = wide_splat(0);
      for (integer chunk = 0; chunk < 256; chunk += 512) {
        lanes row_sum_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
        lanes row_sum_2_lanes[4] = {splat(-0.0f), splat(-0.0f), splat(-0.0f), splat(-0.0f)};
        for (integer group = chunk; group < (chunk + 512 < 256 ? chunk + 512 : 256); group += 64) {
          for (int part = 0; part < 4; ++part) {
            const integer column = group + 16 * part;
            const lanes x0 = load_f32(x0_at + column, 16);
            const lanes rounded = x0;
            const lanes difference = rounded - splat(row_mean_guess);
            __builtin_prefetch(x0_at + column + 2048);
            row_sum_lanes[part] = row_sum_lanes[part] + difference;
            row_sum_2_lanes[part] = multiply_add(difference, difference, row_sum_2_lanes[part]);
          }
        }
        row_sum_total += __builtin_convertvector((row_sum_lanes[0] + row_sum_lanes[1]) + (row_sum_lanes[2] + row_sum_lanes[3]), wide);
        row_sum_2_total += __builtin_convertvector((row_sum_2_lanes[0] + row_sum_2_lanes[1]) + (row_sum_2_lanes[2] + row_sum_2_lanes[3]), wide);
      }
      row_sum = wide_sum_of_lanes(row_sum_total);
      row_sum_2 = wide_sum_of_lanes(row_sum_2_total);
      const double row_mean_offset = row_sum / 256.0;
      const double row_sum_2_excess = row_mean_offset * row_sum;
      row_sum_2 -= row_sum_2_excess;
      row_sum += 256.0 * row_mean_guess;
      pass_1_fits = fits_products(row_sum) && fits_squares(row_sum_2) && is_positive(row_sum_2 - row_sum_2_excess);
      if (!pass_1_fits) row_mean_guess = (float)(row_sum / 256.0);
    }
    if (!pass_1_fits) {
      wide row_sum_lanes[2] = {wide_splat(0), wide_splat(0)};
      for (integer group = 0; group < 256; group += 32) {
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const wide x0 = wide_load_f32(x0_at + column, 16);
          const wide rounded = x0;
          __builtin_prefetch(x0_at + column + 2048);
          row_sum_lanes[part] = row_sum_lanes[part] + rounded;
        }
      }
      row_sum = wide_sum_of_lanes(row_sum_lanes[0] + row_sum_lanes[1]);
      const double row_mean = row_sum / 256.0;
      wide row_sum_2_lanes[2] = {wide_splat(0), wide_splat(0)};
      for (integer group = 0; group < 256; group += 32) {
        for (int part = 0; part < 2; ++part) {
          const integer column = group + 16 * part;
          const wide x0 = wide_load_f32(x0_at + column, 16);
          const wide rounded = x0;
          const wide difference = rounded - wide_splat(row_mean);
          const wide scaled = difference * difference;
          __builtin_prefetch(x0_at + column + 2048);
          row_sum_2_lanes[part] = row_sum_2_lanes[part] + scaled;
        }
      }
      row_sum_2 = wide_sum_of_lanes(row_sum_2_lanes[0] + row_sum_2_lanes[1]);
    }
    partials[segment] = row_sum;
    partials[3 + segment] = row_sum_2;
  }
}

static void layer_norm_pass_2(void *const *operands, const integer *row_strides, integer row, integer first_segment, integer end_segment, double *partials, integer streams) {
  (void)row_strides, (void)partials, (void)streams;
  const double row_sum = partials[2];
  const double row_mean = row_sum / 512.0;
  const double row_sum_2 = partials[5];
  const double row_mean_2 = row_sum_2 / 512.0;
  const double row_total = row_mean_2 + 9.999999747378752e-06;
  const double row_reciprocal_root = (wide_rsqrt(wide_splat(row_total)))[0];
  for (integer segment = end_segment - 1; segment >= first_segment; --segment) {
    const integer first = segment * 256;
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]) + first;
    const f32 *const x1_at = (const f32 *)operands[1] + first;
    const f32 *const x2_at = (const f32 *)operands[2] + first;
    f32 *const y0_at = (f32 *)((char *)operands[3] + row * row_strides[3]) + first;
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    
    // Pass 2.
    const float row_mean_single = (float)row_mean;
    const float row_reciprocal_root_single = (float)row_reciprocal_root;
    const float row_mean_rest = (float)(row_mean - row_mean_single);
    const float scaled_2_shift = (float)(-row_mean_rest * row_reciprocal_root);
    if (fits_term(row_mean) && fits_factor(row_reciprocal_root)) {
      for (integer column = 0; column < 256; column += 16) {
        const lanes x0 = load_f32(x0_at + column, 16);
        const lanes rounded = x0;
        const lanes difference = rounded - splat(row_mean_single);
        const lanes scaled_2 = multiply_add(difference, splat(row_reciprocal_root_single), splat(scaled_2_shift));
        const lanes x1 = load_f32(x1_at + column, 16);
        const lanes x2 = load_f32(x2_at + column, 16);
        const lanes total = multiply_add(scaled_2, x1, x2);
        __builtin_prefetch(x0_at + column + 2048);
        __builtin_prefetch(x1_at + column + 2048);
        __builtin_prefetch(x2_at + column + 2048);
        if (y0_streams) stream_f32(y0_at + column, total); else store_f32(y0_at + column, total, 16);
      }
    } else {
      for (integer column = 0; column < 256; column += 16) {
        const wide x0 = wide_load_f32(x0_at + column, 16);
        const wide rounded = x0;
        const wide difference = rounded - wide_splat(row_mean);
        const wide scaled_2 = difference * wide_splat(row_reciprocal_root);
        const wide x1 = wide_load_f32(x1_at + column, 16);
        const wide scaled_3 = scaled_2 * x1;
        const wide x2 = wide_load_f32(x2_at + column, 16);
        const wide total = scaled_3 + x2;
        __builtin_prefetch(x0_at + column + 2048);
        __builtin_prefetch(x1_at + column + 2048);
        __builtin_prefetch(x2_at + column + 2048);
        if (y0_streams) wide_stream_f32(y0_at + column, total); else wide_store_f32(y0_at + column, total, 16);
      }
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

void layer_norm_segments(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer pass, integer first_segment, integer end_segment, double *partials, integer streams) {
  for (integer row = first_row; row < end_row; ++row, partials += 6)
    switch (pass) {
    case 0: layer_norm_pass_1(operands, row_strides, row, first_segment, end_segment, partials, streams); break;
    case 1: layer_norm_pass_2(operands, row_strides, row, first_segment, end_segment, partials, streams); break;
    }
}

void layer_norm_merge(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer pass, double *partials) {
  (void)operands, (void)row_strides;
  for (integer row = first_row; row < end_row; ++row, partials += 6)
    switch (pass) {
    case 0: {
      double all_row_sum = 0;
      for (integer segment = 0; segment < 2; ++segment) all_row_sum += partials[segment];
      partials[2] = all_row_sum;
      double all_row_sum_2 = 0, all_row_sum_2_x = 0, all_row_sum_2_y = 0;
      for (integer segment = 0; segment < 2; ++segment) {
        const double seen = segment * (double)256, columns = 256;
        all_row_sum_2 += partials[3 + segment] + between_means(seen, all_row_sum_2_x, all_row_sum_2_y, columns, partials[segment], partials[segment]);
        all_row_sum_2_x += partials[segment];
        all_row_sum_2_y += partials[segment];
      }
      partials[5] = all_row_sum_2;
      break;
    }
    case 1: {
      break;
    }
    }
}

void layer_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  double partials[6];
  for (integer row = first_row; row < end_row; ++row)
    for (integer pass = 0; pass < 2; ++pass) {
      layer_norm_segments(operands, row_strides, row, row + 1, pass, 0, 2, partials, streams);
      layer_norm_merge(operands, row_strides, row, row + 1, pass, partials);
    }
}
