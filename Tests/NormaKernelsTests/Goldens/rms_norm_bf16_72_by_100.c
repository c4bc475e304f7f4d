// row kernel rms_norm, width 72, 100 rows side by side
//   in  x0: bf16 per element
//   out y0: bf16 per element
//   pass 1 over the row:
//     row_sum = sum(square(x0))
//   row_mean = row_sum / 72.0
//   row_total = row_mean + 9.999999974752427e-07
//   row_reciprocal_root = rsqrt(row_total)
//   pass 2 over the row:
//     y0 = x0 * row_reciprocal_root
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

static inline wide wide_rsqrt(wide a) {
  for (int lane = 0; lane < 16; ++lane) a[lane] = 1.0 / __builtin_sqrt(a[lane]);
  return a;
}

typedef unsigned char i1 __attribute__((aligned(1), may_alias));
typedef unsigned char i1_block __attribute__((vector_size(16)));

static inline wide_mask wide_widen_i1(i1_block x) {
  return __builtin_convertvector(x, wide_mask) != 0;
}

static inline wide_mask wide_load_i1(const i1 *from, int count) {
  i1_block block = {0};
  __builtin_memcpy(&block, from, count * sizeof(i1));
  return wide_widen_i1(block);
}

static inline wide wide_choose(wide_mask which, wide yes, wide no) {
  return (wide)((which & (wide_mask)yes) | (~which & (wide_mask)no));
}

static inline f32_block odd_f32(lanes x) { return x; }

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

static inline int fits_squares(double x) { return x >= 0x1p-90 && x <= 0x1.fffffep127; }

static inline wide_mask wide_fits_squares(wide x) {
  wide_mask holds;
  for (int lane = 0; lane < 16; ++lane) holds[lane] = -fits_squares(x[lane]);
  return holds;
}

static inline f32_block wide_narrow_f32(wide x) {
  return __builtin_convertvector(x, f32_block);
}

static inline wide wide_widen_f32(f32_block x) {
  return __builtin_convertvector(x, wide);
}

static inline wide wide_round_f32(wide x) {
  return wide_widen_f32(wide_narrow_f32(x));
}

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

static inline int fits_term(double x) { return __builtin_fabs(x) <= 0x1.fffffep127; }

static inline int fits_factor(double x) { return fits_term(x) && __builtin_fabs(x) >= 0x1p-126; }

static inline wide_mask wide_fits_factor(wide x) {
  wide_mask holds;
  for (int lane = 0; lane < 16; ++lane) holds[lane] = -fits_factor(x[lane]);
  return holds;
}

static inline int in_all_lanes(wide_mask holds) {
  wide_flag all = -1;
  for (int lane = 0; lane < 16; ++lane) all &= holds[lane];
  return all != 0;
}

static void rms_norm_rest(void *const *operands, const integer *row_strides, integer row, const i1 *fits) {
  const integer first = 0;
  const integer rows = 100;
  const integer groups = (rows + 15) / 16;
  const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]) + first;
  bf16 *const y0_at = (bf16 *)((char *)operands[1] + row * row_strides[1]) + first;
  wide row_sum_of[7];
  wide row_reciprocal_root_of[7];
  
  // Pass 1.
  for (integer group = 0; group < groups; ++group) {
    row_sum_of[group] = wide_splat(0);
  }
  for (integer some = 0; some < 72; some += 4) {
    for (integer group = 0; group < groups; ++group) {
      const integer lane = 16 * group + 16 <= rows ? 16 * group : rows - 16;
      wide row_sum_lanes = row_sum_of[group];
      for (int part = 0; part < 4; ++part) {
        const integer column = some + part;
        const integer place = 100 * column + lane;
        const wide x0 = wide_load_bf16(x0_at + place, 16);
        const wide square = x0 * x0;
        row_sum_lanes = row_sum_lanes + square;
      }
      row_sum_of[group] = row_sum_lanes;
    }
  }
  for (integer group = 0; group < groups; ++group) {
    const wide row_sum = row_sum_of[group];
    const wide row_mean = row_sum / wide_splat(72.0);
    const wide row_total = row_mean + wide_splat(9.999999974752427e-07);
    const wide row_reciprocal_root = wide_rsqrt(row_total);
    row_reciprocal_root_of[group] = row_reciprocal_root;
  }
  
  // Pass 2.
  for (integer some = 0; some < 72; some += 1) {
    for (integer group = 0; group < groups; ++group) {
      const integer lane = 16 * group + 16 <= rows ? 16 * group : rows - 16;
      const wide row_reciprocal_root = row_reciprocal_root_of[group];
      for (int part = 0; part < 1; ++part) {
        const integer column = some + part;
        const integer place = 100 * column + lane;
        const wide x0 = wide_load_bf16(x0_at + place, 16);
        const wide scaled = x0 * row_reciprocal_root;
        store_bf16(y0_at + place, __builtin_convertvector(wide_choose(wide_load_i1(fits + lane, 16), wide_load_bf16(y0_at + place, 16), scaled), lanes), 16);
      }
    }
  }
}

void rms_norm(void *const *operands, const integer *row_strides, integer first_row, integer end_row, integer streams) {
  for (integer row = first_row; row < end_row; ++row) {
    const integer first = 0;
    const integer rows = 100;
    const integer groups = (rows + 31) / 32;
    const bf16 *const x0_at = (const bf16 *)((const char *)operands[0] + row * row_strides[0]) + first;
    bf16 *const y0_at = (bf16 *)((char *)operands[1] + row * row_strides[1]) + first;
    wide row_sum_of[8];
    wide row_reciprocal_root_of[8];
    _Alignas(64) bf16 x0_kept[72][128];
    wide_mask fits_of[8];
    for (integer group = 0; group < 2 * groups; ++group) {
      fits_of[group] = (wide_mask){0} == 0;
    }
    
    // Pass 1.
    for (integer group = 0; group < 2 * groups; ++group) {
      row_sum_of[group] = wide_splat(0);
    }
    for (integer some = 0; some < 72; some += 4) {
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 32 * group + 32 <= rows ? 32 * group : rows - 32;
        lanes row_sum_run[2] = {{0}};
        for (int part = 0; part < 4; ++part) {
          const integer column = some + part;
          const integer place = 100 * column + lane;
          __builtin_memcpy(x0_kept[column] + lane, x0_at + place, 64);
          __builtin_prefetch(x0_at + place + 400);
          for (int half = 0; half < 2; ++half) {
            const lanes x0 = load_half(x0_at + place, 32, half);
            row_sum_run[half] = multiply_add(x0, x0, row_sum_run[half]);
          }
        }
        for (int half = 0; half < 2; ++half) {
          row_sum_of[2 * group + half] += __builtin_convertvector(row_sum_run[half], wide);
        }
      }
    }
    for (integer group = 0; group < 2 * groups; ++group) {
      const wide row_sum = row_sum_of[group];
      fits_of[group] &= wide_fits_squares(row_sum);
    }
    for (integer group = 0; group < 2 * groups; ++group) {
      const wide row_sum = row_sum_of[group];
      const wide row_mean = row_sum / wide_splat(72.0);
      const wide row_total = row_mean + wide_splat(9.999999974752427e-07);
      const wide row_reciprocal_root = wide_rsqrt(row_total);
      row_reciprocal_root_of[group] = row_reciprocal_root;
    }
    
    // Pass 2.
    lanes row_reciprocal_root_single_of[8];
    for (integer group = 0; group < 2 * groups; ++group) {
      const wide row_reciprocal_root = row_reciprocal_root_of[group];
      const wide row_reciprocal_root_single = wide_round_f32(row_reciprocal_root);
      row_reciprocal_root_single_of[group] = __builtin_convertvector(row_reciprocal_root_single, lanes);
      fits_of[group] &= wide_fits_factor(row_reciprocal_root);
    }
    for (integer some = 0; some < 72; some += 4) {
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 32 * group + 32 <= rows ? 32 * group : rows - 32;
        for (int part = 0; part < 4; ++part) {
          const integer column = some + part;
          const integer place = 100 * column + lane;
          lanes y0_halves[2];
          __builtin_prefetch(x0_at + place + 1024);
          for (int half = 0; half < 2; ++half) {
            const lanes row_reciprocal_root_single = row_reciprocal_root_single_of[2 * group + half];
            const lanes x0 = load_half(x0_kept[column] + lane, 32, half);
            const lanes scaled = x0 * row_reciprocal_root_single;
            y0_halves[half] = scaled;
          }
          store_halves(y0_at + place, y0_halves[0], y0_halves[1], 32);
        }
      }
    }
    
    wide_mask all_fit = fits_of[0];
    for (integer group = 0; group < 2 * groups; ++group) {
      all_fit &= fits_of[group];
    }
    if (!in_all_lanes(all_fit)) {
      i1 fits[128];
      for (integer group = 0; group < groups; ++group) {
        const integer lane = 32 * group + 32 <= rows ? 32 * group : rows - 32;
        for (int half = 0; half < 2; ++half)
          for (int place = 0; place < 16; ++place) fits[lane + 2 * place + half] = fits_of[2 * group + half][place] != 0;
      }
      rms_norm_rest(operands, row_strides, row, fits);
    }
  }
  (void)streams;
}
