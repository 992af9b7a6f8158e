// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace ketascope::lanes {

/// Subjects that are carried together. Every number of theirs is an array of this length, so that
/// one instruction serves several subjects.
inline constexpr std::size_t width = 8;

/// A sparse square matrix per lane: the places are shared, the values are values[k * width + lane].
/// Row i holds the places row_begin[i] ... row_begin[i + 1] - 1.
struct Pattern {
  std::size_t rows;
  const std::uint32_t* row_begin;
  const std::uint16_t* column;
};

/// Gaussian elimination without exchange of rows on a sparse matrix whose places are known ahead.
/// Pivot p stands at diagonal[p] and is replaced by its inverse; the places below it are
/// lower[...], each of which takes away its multiple of the pivot's row: target[u] -= lower *
/// source[u].
struct Elimination {
  std::size_t pivots;
  const std::uint32_t* diagonal;
  const std::uint32_t* lower_begin;   ///< pivots + 1
  const std::uint32_t* lower;         ///< place
  const std::uint32_t* update_begin;  ///< one more than lower has
  const std::uint32_t* target;
  const std::uint32_t* source;
  const std::uint32_t* row;  ///< unknown of pivot p
  /// Left and right of the pivot in its own row: pivots + 1 starts, places, and their unknowns.
  const std::uint32_t* left_begin;
  const std::uint32_t* left;
  const std::uint32_t* left_row;
  const std::uint32_t* right_begin;
  const std::uint32_t* right;
  const std::uint32_t* right_row;
};

/// The arithmetic of the inner loops. There is one set for every processor and two for those with
/// wider vectors; a lane is rounded operation by operation, so all give the same bits.
struct Kernels {
  /// y = E x
  void (*multiply)(const Pattern& pattern, const double* E, const double* x, double* y);
  /// x = E^count x, another count for each lane, from the ladder of E, E^2, E^4 ... up to
  /// E^(2^top). The result is in x or in y: where it says.
  double* (*leap)(const Pattern& pattern, int top, const double* ladder, const std::uint64_t* count,
                  double* x, double* y);
  /// out = A B; term t of entry k is A[first[t]] * B[second[t]],
  /// t = term_begin[k] ... term_begin[k + 1] - 1.
  void (*product)(std::size_t entries, const std::uint32_t* term_begin, const std::uint16_t* first,
                  const std::uint16_t* second, const double* A, const double* B, double* out);
  /// x = exp(A h) x by its Taylor series, h per lane, up to `order` or to the last term that
  /// changes a bit; `work` holds 2 * rows * width numbers.
  void (*taylor)(const Pattern& pattern, const double* A, const double* h, std::size_t order,
                 double* x, double* work);
  /// `rows` times the outputs seen in x: out[o] = c[o] + sum of C x, C as in multiply with one row
  /// per output, and a C of its own for each of the rows, one after the other. The rows of an
  /// output stand together, with `stride` numbers between outputs.
  void (*observe)(const Pattern& pattern, std::size_t rows, const double* C, const double* c,
                  const double* x, double* out, std::size_t stride);
  // Below, `lanes` is 4 or 16 (each has loops of its own), at least as many as a vector holds, and
  // numbers are W[place * lanes + lane].

  /// Factors W in place.
  void (*eliminate)(const Elimination& plan, std::size_t lanes, double* W);
  /// Solves W x = a + b with the factors; x is neither of the two.
  void (*solve)(const Elimination& plan, std::size_t lanes, const double* W, const double* a,
                const double* b, double* x);
  /// to[e] = from[e] + sum of factor[i] * part[i][e], e below `numbers` (a multiple of 4) and i
  /// below `count`, at most 8. `to` may be `from`.
  void (*combine)(std::size_t numbers, const double* from, std::size_t count, const double* factor,
                  const double* const* part, double* to);
  /// Two sums over the same parts (1 to 8): to[e] = from[e] + sum of factor[i] * part[i][e], and
  /// more[e] = sum of more_factor[i] * part[i][e].
  void (*combine_two)(std::size_t numbers, const double* from, std::size_t count,
                      const double* factor, const double* more_factor, const double* const* part,
                      double* to, double* more);
  /// W = shift on the diagonal, minus J at its own places, 0 at those of `empty`; a diagonal place
  /// is one of the last two.
  void (*assemble)(std::size_t lanes, double shift, std::size_t rows, const std::uint32_t* diagonal,
                   std::size_t entries, const std::uint32_t* place, const double* J,
                   std::size_t empties, const std::uint32_t* empty, double* W);
  /// error[lane] = sum over rows of (g / (atol[row] + rtol max(|x|, |y|)))^2.
  void (*weigh)(std::size_t rows, std::size_t lanes, const double* atol, double rtol,
                const double* x, const double* y, const double* g, double* error);
  /// Row i of x at to[i * stride]: old r + s (now + r (k0 + s (k1 + s k2))), r = 1 - s.
  void (*interpolate)(std::size_t rows, std::size_t lanes, double s, const double* old,
                      const double* now, const double* k0, const double* k1, const double* k2,
                      double* to, std::size_t stride);
};

/// Those for vectors of this width: 16, 32 or 64 bytes, and at most what the processor has.
const Kernels& kernels(std::size_t vector_bytes);
/// The fastest set that this processor can run on so many lanes.
const Kernels& best_kernels(std::size_t lanes);

}  // namespace ketascope::lanes
