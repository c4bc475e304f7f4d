// row kernel scale_gradient, width 3, 4096 rows side by side
//   in  x0: f32 per element
//   in  x1: f32 per element
//   in  x2: f32 per column
//   out y0: f32 per element
//   out y1: f32 per column
//   pass 1 over the row:
//     y0 = x1 * x2
//     y1 = sum over rows of x1 * x0
// rows to come: the row 1 ahead is asked for in the last pass
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

typedef double f64 __attribute__((aligned(1), may_alias));
typedef double f64_block __attribute__((vector_size(128)));

static inline wide wide_widen_f64(f64_block x) {
  return __builtin_convertvector(x, wide);
}

static inline wide wide_load_f64(const f64 *from, int count) {
  f64_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(f64));
  return wide_widen_f64(block);
}

static inline lanes splat(float x) { return x - (lanes){0}; }

static inline wide wide_splat(double x) { return x - (wide){0}; }

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

static inline double wide_sum_of_lanes(wide x) {
  for (int half = 8; half > 0; half /= 2)
    for (int lane = 0; lane < half; ++lane) x[lane] = x[lane] + x[lane + half];
  return x[0];
}

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
    const integer first = row % 8 * 512;
    const integer rows = 512;
    const integer groups = (rows + 15) / 16;
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row / 8 * row_strides[0]) + first;
    const f32 *const x1_at = (const f32 *)((const char *)operands[1] + row / 8 * row_strides[1]) + first;
    f32 *const y0_at = (f32 *)((char *)operands[3] + row / 8 * row_strides[3]) + first;
    const int y0_streams = streams && (__UINTPTR_TYPE__)y0_at % 64 == 0;
    f64 *const y1_at = (f64 *)operands[4] + row * 3;
    
    // Pass 1.
    for (integer some = 0; some < 3; some += 1) {
      lanes x2_of[1];
      for (int part = 0; part < 1; ++part) {
        const integer column = some + part;
        const lanes x2 = splat(load_f32(x2_at + column, 1)[0]);
        x2_of[part] = x2;
      }
      wide y1_lanes[1] = {wide_splat(0)};
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 16 * group;
        for (int part = 0; part < 1; ++part) {
          const integer column = some + part;
          const integer place = 4096 * column + lane;
          const lanes x2 = x2_of[part];
          const lanes x0 = load_f32(x0_at + place, 16);
          const lanes x1 = load_f32(x1_at + place, 16);
          const lanes scaled = x1 * x2;
          const lanes scaled_2 = x1 * x0;
          __builtin_prefetch(x0_at + place + 8192);
          __builtin_prefetch(x1_at + place + 8192);
          if (y0_streams) stream_f32(y0_at + place, scaled); else store_f32(y0_at + place, scaled, 16);
          y1_lanes[part] = y1_lanes[part] + __builtin_convertvector(scaled_2, wide);
        }
      }
      for (int part = 0; part < 1; ++part) {
        const integer column = some + part;
        y1_at[column] = wide_sum_of_lanes(y1_lanes[part]);
      }
    }
  }
  if (streams) __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

void scale_gradient_columns(void *const *partials, void *const *results, integer chunks, integer first_column, integer end_column) {
  integer column = first_column;
  if (column < end_column) {
    wide total_0[1];
    for (int part = 0; part < 1; ++part) total_0[part] = wide_splat(0);
    for (integer chunk = 0; chunk < chunks; ++chunk)
      for (int part = 0; part < 1; ++part)
        total_0[part] = total_0[part] + wide_load_f64((const f64 *)partials[0] + chunk * 3 + column + 16 * part, 3);
    for (int part = 0; part < 1; ++part) wide_store_f32((f32 *)results[0] + column + 16 * part, total_0[part], 3);
    column += 3;
  }
}
