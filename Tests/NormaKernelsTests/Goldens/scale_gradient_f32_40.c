// row kernel scale_gradient, width 40
//   in  x0: f32 per element
//   in  x1: f32 per element
//   in  x2: f32 per column
//   out y0: f32 per element
//   out y1: f32 per column
//   pass 1 over the row:
//     y0 = x1 * x2
//     y1 = sum over rows of x1 * x0
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

static inline lanes choose(mask which, lanes yes, lanes no) {
  return (lanes)((which & (mask)yes) | (~which & (mask)no));
}

static inline lanes splat(float x) { return x - (lanes){0}; }

static inline wide wide_widen_f32(f32_block x) {
  return __builtin_convertvector(x, wide);
}

static inline wide wide_load_f32(const f32 *from, int count) {
  f32_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f32));
  return wide_widen_f32(block);
}

static inline wide wide_splat(double x) { return x - (wide){0}; }

static inline f32_block wide_narrow_f32(wide x) {
  return __builtin_convertvector(x, f32_block);
}

static inline void wide_store_f32(f32 *to, wide x, int count) {
  const f32_block block = wide_narrow_f32(x);
  __builtin_memcpy(to, &block, count * sizeof(f32));
}

void scale_gradient(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  const f32 *const x2_at = (const f32 *)operands[2];
  for (integer row = first_row; row < end_row; ++row) {
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]);
    const f32 *const x1_at = (const f32 *)((const char *)operands[1] + row * row_strides[1]);
    f32 *const y0_at = (f32 *)((char *)operands[3] + row * row_strides[3]);
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    f32 *const y1_at = (f32 *)operands[4] + row / 32 * 40;
    if (row % 32 == 0)
      for (integer column = 0; column < 40; ++column) {
        y1_at[column] = 0;
      }
    
    // Pass 1.
    for (integer column = 0; column < 32; column += 16) {
      const lanes x0 = load_f32(x0_at + column, 16);
      const lanes x1 = load_f32(x1_at + column, 16);
      const lanes x2 = load_f32(x2_at + column, 16);
      const lanes scaled = x1 * x2;
      const lanes scaled_2 = x1 * x0;
      if (y0_streams) stream_f32(y0_at + column, scaled); else store_f32(y0_at + column, scaled, 16);
      store_f32(y1_at + column, load_f32(y1_at + column, 16) + scaled_2, 16);
    }
    {
      const integer column = 24;
      const lanes x0 = load_f32(x0_at + column, 16);
      const lanes x1 = load_f32(x1_at + column, 16);
      const lanes x2 = load_f32(x2_at + column, 16);
      const lanes scaled = x1 * x2;
      const lanes scaled_2 = x1 * x0;
      store_f32(y0_at + column, scaled, 16);
      store_f32(y1_at + column, load_f32(y1_at + column, 16) + choose((mask){0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1}, scaled_2, splat(0)), 16);
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

void scale_gradient_columns(void *const *partials, void *const *results, integer chunks, integer first_column, integer end_column) {
  integer column = first_column;
  for (; column + 16 <= end_column; column += 16) {
    wide total_0[1];
    for (int part = 0; part < 1; ++part) total_0[part] = wide_splat(0);
    for (integer chunk = 0; chunk < chunks; ++chunk)
      for (int part = 0; part < 1; ++part)
        total_0[part] = total_0[part] + wide_load_f32((const f32 *)partials[0] + chunk * 40 + column + 16 * part, 16);
    for (int part = 0; part < 1; ++part) wide_store_f32((f32 *)results[0] + column + 16 * part, total_0[part], 16);
  }
  if (column < end_column) {
    wide total_0[1];
    for (int part = 0; part < 1; ++part) total_0[part] = wide_splat(0);
    for (integer chunk = 0; chunk < chunks; ++chunk)
      for (int part = 0; part < 1; ++part)
        total_0[part] = total_0[part] + wide_load_f32((const f32 *)partials[0] + chunk * 40 + column + 16 * part, 8);
    for (int part = 0; part < 1; ++part) wide_store_f32((f32 *)results[0] + column + 16 * part, total_0[part], 8);
    column += 8;
  }
}
