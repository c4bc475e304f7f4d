// row kernel softmax, width 7
//   in  x0: f32 per element
//   out y0: f32 per element
//   pass 1 over the row:
//     row_maximum = maximum(x0)
//   pass 2 over the row:
//     row_sum = sum(exponential((x0 - row_maximum)))
//   pass 3 over the row:
//     y0 = exponential((x0 - row_maximum)) / row_sum
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

static inline wide wide_multiply_add(wide a, wide b, wide c) {
#if defined(__FMA__) || defined(__aarch64__)
  for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_fma(a[lane], b[lane], c[lane]);
  return a;
#else
  return a * b + c;
#endif
}

static inline wide wide_exp_f32(wide a) {
  const wide one = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  const wide bounded = wide_choose(a > 710, one * 710, wide_choose(a < -746, one * -746, a));
  const wide shifted = wide_multiply_add(bounded, one * 1.4426950408889634, one * 0x1.8p52);
  const wide n = shifted - 0x1.8p52;
  const wide upper = wide_multiply_add(n, one * -0x1.62e42feep-1, bounded);
  const wide r = wide_multiply_add(n, one * -0x1.a39ef35793c76p-33, upper);
  wide y = one * 2.7557319223985893e-06;
  y = wide_multiply_add(y, r, one * 2.48015873015873e-05);
  y = wide_multiply_add(y, r, one * 0.0001984126984126984);
  y = wide_multiply_add(y, r, one * 0.001388888888888889);
  y = wide_multiply_add(y, r, one * 0.008333333333333333);
  y = wide_multiply_add(y, r, one * 0.041666666666666664);
  y = wide_multiply_add(y, r, one * 0.16666666666666666);
  y = wide_multiply_add(y, r, one * 0.5);
  y = wide_multiply_add(y, r, one * 1.0);
  y = wide_multiply_add(y, r, one * 1.0);
  const wide_mask whole = (wide_mask)shifted - (wide_mask)(one * 0x1.8p52);
  const wide_mask half = whole >> 1;
  return y * (wide)((half + 1023) << 52) * (wide)((whole - half + 1023) << 52);
}

static inline f32_block wide_narrow_f32(wide x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void wide_store_f32(f32 *to, wide x, int count) {
  const f32_block block = wide_narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

void softmax(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  for (integer row = first_row; row < end_row; ++row) {
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]);
    f32 *const y0_at = (f32 *)((char *)operands[1] + row * row_strides[1]);
    _Alignas(64) f32 exponential_held[16];
    
    // Pass 1.
    wide row_maximum_lanes[2] = {wide_splat(-__builtin_inf()), wide_splat(-__builtin_inf())};
    {
      const integer column = 0;
      const wide x0 = wide_load_f32(x0_at + column, 7);
      row_maximum_lanes[0] = wide_maximum(row_maximum_lanes[0], wide_choose((wide_mask){-1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, x0, wide_splat(-__builtin_inf())));
    }
    const double row_maximum = wide_maximum_of_lanes(wide_maximum(row_maximum_lanes[0], row_maximum_lanes[1]));
    
    // Pass 2.
    wide row_sum_lanes[2] = {wide_splat(0), wide_splat(0)};
    {
      const integer column = 0;
      const wide x0 = wide_load_f32(x0_at + column, 7);
      const wide difference = x0 - wide_splat(row_maximum);
      const wide exponential = wide_exp_f32(difference);
      wide_store_f32(exponential_held + column, exponential, 16);
      row_sum_lanes[0] = row_sum_lanes[0] + wide_choose((wide_mask){-1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, exponential, wide_splat(0));
    }
    const double row_sum = wide_sum_of_lanes(row_sum_lanes[0] + row_sum_lanes[1]);
    
    // Pass 3.
    {
      const integer column = 0;
      const wide exponential = wide_load_f32(exponential_held + column, 16);
      const wide quotient = exponential / wide_splat(row_sum);
      wide_store_f32(y0_at + column, quotient, 7);
    }
  }
  (void)streams;
}
