// row kernel gate, width 24
//   in  x0: f32 per element
//   in  x1: f32 per element
//   out y0: f32 per element
//   out y1: i1 per element
//   pass 1 over the row:
//     y0 = x0 * logistic(x1)
//     y1 = ((x0 * logistic(x1)) GT 1.0)
// rows to come: left to the processor
// rows at once: one
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

static inline lanes widen_f32(f32_block x) {
  return __builtin_convertvector(x, lanes);
}

static inline lanes load_f32(const f32 *from, int count) {
  f32_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f32));
  return widen_f32(block);
}

static inline wide wide_multiply_add(wide a, wide b, wide c) {
#if defined(__FMA__) || defined(__aarch64__)
  for (int lane = 0; lane < 16; ++lane) a[lane] = __builtin_fma(a[lane], b[lane], c[lane]);
  return a;
#else
  return a * b + c;
#endif
}

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
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

static inline wide wide_logistic_f32(wide a) { return 1 / (1 + wide_exp_f32(-a)); }

static inline lanes lanes_logistic_f32(lanes a) {
  return __builtin_convertvector(wide_logistic_f32(__builtin_convertvector(a, wide)), lanes);
}

static inline lanes splat(float x) { return x - (lanes){0}; }

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

typedef unsigned char i1 __attribute__((aligned(1), may_alias));
typedef unsigned char i1_block __attribute__((vector_size(16)));

static inline i1_block narrow_i1(mask x) { return __builtin_convertvector(x & 1, i1_block); }

static inline void store_i1(i1 *to, mask x, int count) {
  const i1_block block = narrow_i1(x);
  __builtin_memcpy(to, &block, count * sizeof(i1));
}

static inline void stream_i1(i1 *to, mask x) {
  const i1_block block = narrow_i1(x);
  store_past_caches(block, (i1_block *)to);
}

void gate(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  for (integer row = first_row; row < end_row; ++row) {
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]);
    const f32 *const x1_at = (const f32 *)((const char *)operands[1] + row * row_strides[1]);
    f32 *const y0_at = (f32 *)((char *)operands[2] + row * row_strides[2]);
    i1 *const y1_at = (i1 *)((char *)operands[3] + row * row_strides[3]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    const int y1_streams = streams && (__UINTPTR_TYPE__)y1_at % 16 == 0;
    
    // Pass 1.
    for (integer column = 0; column < 16; column += 16) {
      const lanes x0 = load_f32(x0_at + column, 16);
      const lanes x1 = load_f32(x1_at + column, 16);
      const lanes logistic = lanes_logistic_f32(x1);
      const lanes scaled = x0 * logistic;
      const mask comparison = scaled > splat(1.0f);
      if (y0_streams) stream_f32(y0_at + column, scaled); else store_f32(y0_at + column, scaled, 16);
      if (y1_streams) stream_i1(y1_at + column, comparison); else store_i1(y1_at + column, comparison, 16);
    }
    {
      const integer column = 8;
      const lanes x0 = load_f32(x0_at + column, 16);
      const lanes x1 = load_f32(x1_at + column, 16);
      const lanes logistic = lanes_logistic_f32(x1);
      const lanes scaled = x0 * logistic;
      const mask comparison = scaled > splat(1.0f);
      store_f32(y0_at + column, scaled, 16);
      store_i1(y1_at + column, comparison, 16);
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
