// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/block_modes.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unsupported/Eigen/MatrixFunctions>

namespace ketascope {
namespace {

using Eigen::Index;
using Eigen::MatrixXcd;
using Complex = std::complex<double>;

// The product of the norms of the basis and its inverse; what rounding really costs is about its
// square root. A basis worse than this is left to the matrix exponential.
constexpr double worst_condition = 1e7;

// Terms of the exponential series of a block beyond the nilpotent ones: enough for the spread of
// eigenvalues that the widest tolerance lets into one block.
constexpr int extra_terms = 24;

// Up to this norm of A tau the Taylor series is used: 0.5^15 / 15! is far below rounding.
constexpr double series_reach = 0.5;
constexpr int series_terms = 15;

/// Exchanges the diagonal entries k and k+1 of an upper triangular T by a rotation that is also
/// applied to U, so that U T U^H stays the same.
void swap_adjacent(MatrixXcd& T, MatrixXcd& U, Index k) {
  const Complex a = T(k, k), b = T(k + 1, k + 1), c = T(k, k + 1);
  Complex p = c, q = b - a;
  const double norm = std::hypot(std::abs(p), std::abs(q));
  if (norm == 0.0)
    return;
  p /= norm;
  q /= norm;
  // Columns of G: the eigenvector of b in the 2x2 block, and its complement.
  Eigen::Matrix2cd G;
  G << p, -std::conj(q), q, std::conj(p);
  T.middleRows(k, 2) = (G.adjoint() * T.middleRows(k, 2)).eval();
  T.middleCols(k, 2) = (T.middleCols(k, 2) * G).eval();
  U.middleCols(k, 2) = (U.middleCols(k, 2) * G).eval();
  T(k + 1, k) = 0.0;
  T(k, k) = b;
  T(k + 1, k + 1) = a;
}

/// Labels eigenvalues so that those within `tolerance` (relative) of each other, directly or
/// through others, share a label; labels count from 0 in order of first appearance.
std::vector<int> cluster(const Eigen::VectorXcd& values, double tolerance, double zero) {
  const Index n = values.size();
  std::vector<Index> parent(static_cast<std::size_t>(n));
  std::iota(parent.begin(), parent.end(), Index{0});
  const auto root = [&](Index i) {
    while (parent[static_cast<std::size_t>(i)] != i)
      i = parent[static_cast<std::size_t>(i)];
    return i;
  };
  for (Index i = 0; i < n; ++i)
    for (Index j = 0; j < i; ++j) {
      const double size = std::max(std::abs(values(i)), std::abs(values(j)));
      if (std::abs(values(i) - values(j)) <= tolerance * size || size <= zero)
        parent[static_cast<std::size_t>(root(i))] = root(j);
    }
  std::vector<int> label(static_cast<std::size_t>(n), -1), result;
  int next = 0;
  for (Index i = 0; i < n; ++i) {
    int& l = label[static_cast<std::size_t>(root(i))];
    if (l < 0)
      l = next++;
    result.push_back(l);
  }
  return result;
}

double norm_inf(const MatrixXcd& m) {
  return m.cwiseAbs().rowwise().sum().maxCoeff();
}

}  // namespace

BlockModes::BlockModes(const Eigen::MatrixXd& A) : A_(A) {
  if (A.rows() == 0 || !A.allFinite())
    return;
  norm_ = A.cwiseAbs().rowwise().sum().maxCoeff();
  const Eigen::ComplexSchur<MatrixXcd> schur(A.cast<Complex>());
  if (schur.info() != Eigen::Success)
    return;
  // Tight clusters first: the smaller the blocks, the fewer terms; wider ones only if the basis
  // would be ill-conditioned.
  for (const double tolerance : {1e-3, 1e-2, 5e-2})
    if (try_tolerance(tolerance, schur.matrixT(), schur.matrixU()))
      return;
}

bool BlockModes::try_tolerance(double tolerance, const MatrixXcd& schur_T,
                               const MatrixXcd& schur_U) {
  MatrixXcd T = schur_T.triangularView<Eigen::Upper>(), U = schur_U;
  const Index n = T.rows();
  const double zero = 1e-14 * norm_inf(T);
  std::vector<int> label = cluster(T.diagonal(), tolerance, zero);

  // Bubble the clusters together along the diagonal.
  for (Index end = n - 1; end > 0; --end)
    for (Index k = 0; k < end; ++k) {
      const auto i = static_cast<std::size_t>(k);
      if (label[i] <= label[i + 1])
        continue;
      swap_adjacent(T, U, k);
      std::swap(label[i], label[i + 1]);
    }

  std::vector<Block> blocks;
  for (Index k = 0; k < n;) {
    Index size = 1;
    while (k + size < n &&
           label[static_cast<std::size_t>(k + size)] == label[static_cast<std::size_t>(k)])
      ++size;
    Block block{k, size, T.diagonal().segment(k, size).mean(), false, false};
    block.zero = T.diagonal().segment(k, size).cwiseAbs().maxCoeff() <= zero;
    if (block.zero)
      block.centre = 0.0;
    block.real = std::abs(block.centre.imag()) <= 1e-9 * std::abs(block.centre);
    if (block.real)
      block.centre = block.centre.real();
    blocks.push_back(block);
    k += size;
  }

  // T Y = Y diag(blocks): Y is unit upper block triangular, solved entry by entry (Sylvester).
  MatrixXcd Y = MatrixXcd::Identity(n, n);
  for (std::size_t j = 1; j < blocks.size(); ++j) {
    const Block& bj = blocks[j];
    for (std::size_t i = j; i-- > 0;) {
      const Block& bi = blocks[i];
      const Index after = bi.first + bi.size;
      const MatrixXcd rhs = -T.block(bi.first, after, bi.size, bj.first + bj.size - after) *
                            Y.block(after, bj.first, bj.first + bj.size - after, bj.size);
      for (Index c = 0; c < bj.size; ++c)
        for (Index r = bi.size; r-- > 0;) {
          Complex sum = rhs(r, c);
          for (Index k = r + 1; k < bi.size; ++k)
            sum -= T(bi.first + r, bi.first + k) * Y(bi.first + k, bj.first + c);
          for (Index k = 0; k < c; ++k)
            sum += Y(bi.first + r, bj.first + k) * T(bj.first + k, bj.first + c);
          const Complex gap = T(bi.first + r, bi.first + r) - T(bj.first + c, bj.first + c);
          Y(bi.first + r, bj.first + c) = sum / gap;
        }
    }
  }
  if (!Y.allFinite())
    return false;
  const MatrixXcd Y_inverse = Y.triangularView<Eigen::UnitUpper>().solve(MatrixXcd::Identity(n, n));
  condition_ = norm_inf(Y) * norm_inf(Y_inverse);
  if (!(condition_ <= worst_condition))
    return false;

  V_ = U * Y;
  V_inverse_ = Y_inverse * U.adjoint();
  T_ = MatrixXcd::Zero(n, n);
  for (const Block& b : blocks)
    T_.block(b.first, b.first, b.size, b.size) =
        T.block(b.first, b.first, b.size, b.size).triangularView<Eigen::Upper>();
  blocks_ = std::move(blocks);
  usable_ = true;
  return true;
}

LinearSegment::LinearSegment(const BlockModes& modes, const Eigen::VectorXd& x0,
                             const Eigen::VectorXd& b)
    : modes_(modes), x0_(x0), b_(b) {
  if (!modes.usable())
    return;
  const Eigen::VectorXcd c = modes.inverse_basis() * x0.cast<Complex>();
  const Eigen::VectorXcd d = modes.inverse_basis() * b.cast<Complex>();
  for (const BlockModes::Block& block : modes.blocks())
    add_block(block, c.segment(block.first, block.size), d.segment(block.first, block.size));
}

void LinearSegment::add_block(const BlockModes::Block& block, const Eigen::VectorXcd& c,
                              const Eigen::VectorXcd& d) {
  const auto V = modes_.basis().middleCols(block.first, block.size);
  const MatrixXcd T = modes_.triangular().block(block.first, block.first, block.size, block.size);
  const bool forced = d.cwiseAbs().maxCoeff() > 0.0;

  if (block.size == 1) {
    if (block.zero) {
      add_term(Term::Kind::power, 0.0, 0, V * c, false);
      if (forced)
        add_term(Term::Kind::power, 0.0, 1, V * d, false);
    } else {
      add_term(Term::Kind::exponential, block.centre, 0, V * c, !block.real);
      if (forced)
        add_term(Term::Kind::integral, block.centre, 0, V * d, !block.real);
    }
    return;
  }

  const MatrixXcd N = T - block.centre * MatrixXcd::Identity(block.size, block.size);
  if (block.zero) {
    // Nilpotent: the integral of the series term by term.
    Eigen::VectorXcd vc = c, vd = d;
    for (int k = 0; k < static_cast<int>(block.size); ++k) {
      add_term(Term::Kind::power, 0.0, k, V * vc, false);
      if (forced)
        add_term(Term::Kind::power, 0.0, k + 1, V * (vd / (k + 1.0)), false);
      vc = (N * vc / (k + 1.0)).eval();
      vd = (N * vd / (k + 1.0)).eval();
    }
    return;
  }
  Eigen::VectorXcd q = c;
  if (forced) {
    const Eigen::VectorXcd y = T.triangularView<Eigen::Upper>().solve(d);
    add_term(Term::Kind::power, 0.0, 0, V * (-y), false);
    q += y;
  }
  const int terms = static_cast<int>(block.size) + extra_terms;
  for (int k = 0; k < terms && q.cwiseAbs().maxCoeff() > 0.0; ++k) {
    add_term(Term::Kind::exponential, block.centre, k, V * q, !block.real);
    q = (N * q / (k + 1.0)).eval();
  }
}

void LinearSegment::add_term(Term::Kind kind, Complex rate, int power, const Eigen::VectorXcd& v,
                             bool complex) {
  terms_.push_back({kind, rate, power, v.real(), v.imag(), complex});
}

/// Taylor series of x(tau) about the start, for times that are short beside every rate.
void LinearSegment::series(double tau, Eigen::VectorXd& x) const {
  Eigen::VectorXd term = tau * (modes_.matrix() * x0_ + b_);
  x = x0_ + term;
  for (int k = 2; k <= series_terms; ++k) {
    term = (tau / k) * (modes_.matrix() * term).eval();
    x += term;
  }
}

void LinearSegment::state_at(double tau, Eigen::VectorXd& x) const {
  const Index n = x0_.size();
  if (tau == 0.0) {
    x = x0_;
    return;
  }
  // Just after an event the amounts downstream are small differences of large modes.
  if (modes_.norm() * tau <= series_reach) {
    series(tau, x);
    return;
  }
  if (!modes_.usable()) {
    Eigen::MatrixXd augmented = Eigen::MatrixXd::Zero(n + 1, n + 1);
    augmented.topLeftCorner(n, n) = modes_.matrix() * tau;
    augmented.topRightCorner(n, 1) = b_ * tau;
    const Eigen::MatrixXd e = augmented.exp();
    x = e.topLeftCorner(n, n) * x0_ + e.topRightCorner(n, 1);
    return;
  }
  x.setZero(n);
  Complex last_rate = 0.0;
  double decay = 1.0, cosine = 1.0, sine = 0.0, tau_power = 1.0;
  int last_power = 0;
  for (const Term& term : terms_) {
    if (term.power == 0 || term.power < last_power) {
      tau_power = std::pow(tau, term.power);
    } else {
      for (; last_power < term.power; ++last_power)
        tau_power *= tau;
    }
    last_power = term.power;
    if (term.kind == Term::Kind::power) {
      x += tau_power * term.re;
      continue;
    }
    if (term.kind == Term::Kind::integral) {
      if (!term.complex) {
        const double rate = term.rate.real();
        x += (std::expm1(rate * tau) / rate) * term.re;
      } else {
        const Complex w = (std::exp(term.rate * tau) - 1.0) / term.rate;
        x += w.real() * term.re - w.imag() * term.im;
      }
      continue;
    }
    if (term.rate != last_rate) {
      decay = std::exp(term.rate.real() * tau);
      if (term.complex) {
        cosine = std::cos(term.rate.imag() * tau);
        sine = std::sin(term.rate.imag() * tau);
      }
      last_rate = term.rate;
    }
    const double w = decay * tau_power;
    if (term.complex)
      x += (w * cosine) * term.re - (w * sine) * term.im;
    else
      x += w * term.re;
  }
}

}  // namespace ketascope
