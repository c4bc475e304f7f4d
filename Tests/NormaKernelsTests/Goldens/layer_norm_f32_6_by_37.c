// row kernel layer_norm, width 6, 37 rows side by side
//   in  x0: f32 per element
//   in  x1: f32 per column
//   in  x2: f32 per column
//   out y0: f32 per element
//   pass 1 over the row:
//     row_sum = sum(f32(x0))
//   row_mean = row_sum / 6.0
//   pass 2 over the row:
//     row_sum_2 = sum(((f32(x0) - row_mean) * (f32(x0) - row_mean)))
//   row_mean_2 = row_sum_2 / 6.0
//   row_total = row_mean_2 + 9.999999747378752e-06
//   row_reciprocal_root = rsqrt(row_total)
//   pass 3 over the row:
//     y0 = (((f32(x0) - row_mean) * row_reciprocal_root) * x1) + x2
// rows to come: the row 1 ahead is asked for in the last pass
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

void layer_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  const f32 *const x1_at = (const f32 *)operands[1];
  const f32 *const x2_at = (const f32 *)operands[2];
  for (integer row = first_row; row < end_row; ++row) {
    const integer first = 0;
    const integer rows = 37;
    const integer groups = (rows + 15) / 16;
    const f32 *const x0_at = (const f32 *)((const char *)operands[0] + row * row_strides[0]) + first;
    f32 *const y0_at = (f32 *)((char *)operands[3] + row * row_strides[3]) + first;
    wide row_sum_of[3];
    wide row_mean_of[3];
    wide row_sum_2_of[3];
    wide row_reciprocal_root_of[3];
    lanes x0_kept[6][3];
    
    // Pass 1.
    for (integer group = 0; group < groups; ++group) {
      row_sum_of[group] = wide_splat(0);
    }
    for (integer some = 0; some < 4; some += 4) {
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 16 * group + 16 <= rows ? 16 * group : rows - 16;
        wide row_sum_lanes = row_sum_of[group];
        for (int part = 0; part < 4; ++part) {
          const integer column = some + part;
          const integer place = 37 * column + lane;
          const wide x0 = wide_load_f32(x0_at + place, 16);
          x0_kept[column][group] = __builtin_convertvector(x0, lanes);
          const wide rounded = x0;
          __builtin_prefetch(x0_at + place + 148);
          row_sum_lanes = row_sum_lanes + rounded;
        }
        row_sum_of[group] = row_sum_lanes;
      }
    }
    {
      const integer some = 4;
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 16 * group + 16 <= rows ? 16 * group : rows - 16;
        wide row_sum_lanes = row_sum_of[group];
        for (int part = 0; part < 2; ++part) {
          const integer column = some + part;
          const integer place = 37 * column + lane;
          const wide x0 = wide_load_f32(x0_at + place, 16);
          x0_kept[column][group] = __builtin_convertvector(x0, lanes);
          const wide rounded = x0;
          __builtin_prefetch(x0_at + place + 74);
          row_sum_lanes = row_sum_lanes + rounded;
        }
        row_sum_of[group] = row_sum_lanes;
      }
    }
    for (integer group = 0; group < groups; ++group) {
      const wide row_sum = row_sum_of[group];
      const wide row_mean = row_sum / wide_splat(6.0);
      row_mean_of[group] = row_mean;
    }
    
    // Pass 2.
    for (integer group = 0; group < groups; ++group) {
      row_sum_2_of[group] = wide_splat(0);
    }
    for (integer some = 0; some < 4; some += 4) {
      for (integer group = 0; group < groups; ++group) {
        const wide row_mean = row_mean_of[group];
        wide row_sum_2_lanes = row_sum_2_of[group];
        for (int part = 0; part < 4; ++part) {
          const integer column = some + part;
          const wide x0 = __builtin_convertvector(x0_kept[column][group], wide);
          const wide rounded = x0;
          const wide difference = rounded - row_mean;
          const wide scaled = difference * difference;
          row_sum_2_lanes = row_sum_2_lanes + scaled;
        }
        row_sum_2_of[group] = row_sum_2_lanes;
      }
    }
    {
      const integer some = 4;
      for (integer group = 0; group < groups; ++group) {
        const wide row_mean = row_mean_of[group];
        wide row_sum_2_lanes = row_sum_2_of[group];
        for (int part = 0; part < 2; ++part) {
          const integer column = some + part;
          const wide x0 = __builtin_convertvector(x0_kept[column][group], wide);
          const wide rounded = x0;
          const wide difference = rounded - row_mean;
          const wide scaled = difference * difference;
          row_sum_2_lanes = row_sum_2_lanes + scaled;
        }
        row_sum_2_of[group] = row_sum_2_lanes;
      }
    }
    for (integer group = 0; group < groups; ++group) {
      const wide row_sum_2 = row_sum_2_of[group];
      const wide row_mean_2 = row_sum_2 / wide_splat(6.0);
      const wide row_total = row_mean_2 + wide_splat(9.999999747378752e-06);
      const wide row_reciprocal_root = wide_rsqrt(row_total);
      row_reciprocal_root_of[group] = row_reciprocal_root;
    }
    
    // Pass 3.
    for (integer some = 0; some < 6; some += 1) {
      wide x1_of[1];
      wide x2_of[1];
      for (int part = 0; part < 1; ++part) {
        const integer column = some + part;
        const wide x1 = wide_splat(wide_load_f32(x1_at + column, 1)[0]);
        x1_of[part] = x1;
        const wide x2 = wide_splat(wide_load_f32(x2_at + column, 1)[0]);
        x2_of[part] = x2;
      }
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 16 * group + 16 <= rows ? 16 * group : rows - 16;
        const wide row_mean = row_mean_of[group];
        const wide row_reciprocal_root = row_reciprocal_root_of[group];
        for (int part = 0; part < 1; ++part) {
          const integer column = some + part;
          const integer place = 37 * column + lane;
          const wide x1 = x1_of[part];
          const wide x2 = x2_of[part];
          const wide x0 = __builtin_convertvector(x0_kept[column][group], wide);
          const wide rounded = x0;
          const wide difference = rounded - row_mean;
          const wide scaled_2 = difference * row_reciprocal_root;
          const wide scaled_3 = scaled_2 * x1;
          const wide total = scaled_3 + x2;
          __builtin_prefetch(x0_at + place + 512);
          wide_store_f32(y0_at + place, total, 16);
        }
      }
    }
  }
  (void)streams;
}
