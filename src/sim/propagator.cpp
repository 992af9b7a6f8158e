// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/propagator.hpp"

#include <algorithm>
#include <cmath>

namespace ketascope {
namespace {

// Fastest rate times the smallest piece, and the terms that this needs: 0.25^12 / 12! < 1e-15.
constexpr double reach = 0.25;
constexpr int order = 11;
// As many as a double has powers of two: a step is never gone through piece by equal piece.
constexpr int most_doublings = 2000;

/// The steps of a regular grid differ by the rounding of its times.
bool same_step(double a, double b) {
  return std::abs(a - b) <= 1e-12 * std::max(a, b);
}

}  // namespace

void Propagator::use(const Eigen::MatrixXd& A) {
  A_ = A;
  const double norm = A.rows() == 0 ? 0.0 : A.cwiseAbs().rowwise().sum().maxCoeff();
  smallest_h_ = norm > 0.0 && std::isfinite(norm) ? reach / norm : 1.0;
  ready_ = 0;
  seen_.fill(-1.0);
  for (Piece& piece : kept_)
    piece.h = -1.0;
}

const Propagator::Piece& Propagator::doubled(int level) {
  const auto at = [](int l) { return static_cast<std::size_t>(l); };
  if (pieces_.size() <= at(level))
    pieces_.resize(at(level) + 1);
  const Eigen::Index n = A_.rows();
  for (; ready_ <= level; ++ready_) {
    Piece& piece = pieces_[at(ready_)];
    piece.h = std::ldexp(smallest_h_, ready_);
    if (ready_ > 0) {
      const Piece& half = pieces_[at(ready_ - 1)];
      piece.E.noalias() = half.E * half.E;
      piece.I = half.I;
      piece.I.noalias() += half.E * half.I;
      continue;
    }
    // I = h sum (A h)^k / (k + 1)!, E = 1 + A I
    piece.I.setIdentity(n, n);
    term_.setIdentity(n, n);
    next_.resize(n);
    for (int k = 1; k <= order; ++k) {
      piece.E.noalias() = A_ * term_;
      term_ = piece.E * (smallest_h_ / (k + 1));
      piece.I += term_;
    }
    piece.I *= smallest_h_;
    piece.E.noalias() = A_ * piece.I;
    piece.E.diagonal().array() += 1.0;
  }
  return pieces_[at(level)];
}

void Propagator::series(double h, const Eigen::VectorXd& b, Eigen::VectorXd& x) {
  vector_term_.noalias() = A_ * x;
  if (b.size() > 0)
    vector_term_ += b;
  vector_term_ *= h;
  x += vector_term_;
  for (int k = 2; k <= order + 1; ++k) {
    next_.noalias() = A_ * vector_term_;
    vector_term_ = next_ * (h / k);
    x += vector_term_;
  }
}

/// take(piece) for each doubled piece of h; what is left is shorter than the smallest.
template <class Take>
double Propagator::take_pieces(double h, Take&& take) {
  double left = h;
  if (left >= smallest_h_) {
    int level = std::min(std::ilogb(left / smallest_h_), most_doublings);
    for (; level >= 0; --level) {
      const double size = std::ldexp(smallest_h_, level);
      for (; left >= size; left -= size)
        take(doubled(level));
    }
  }
  return left;
}

const Propagator::Piece* Propagator::recurring(double h) {
  for (const Piece& piece : kept_)
    if (same_step(piece.h, h))
      return &piece;
  for (double& seen : seen_)
    if (same_step(seen, h)) {
      seen = -1.0;
      Piece& piece = kept_[next_kept_++ % kept_.size()];
      assemble(h, piece);
      return &piece;
    }
  seen_[next_seen_++ % seen_.size()] = h;
  return nullptr;
}

void Propagator::assemble(double h, Piece& piece) {
  const Eigen::Index n = A_.rows();
  piece.h = h;
  piece.E.setIdentity(n, n);
  piece.I.setZero(n, n);
  const double left = take_pieces(h, [&](const Piece& part) {
    term_.noalias() = part.E * piece.I;
    piece.I = term_ + part.I;
    term_.noalias() = part.E * piece.E;
    piece.E = term_;
  });
  // The rest, as a piece of its own.
  Eigen::MatrixXd rest = Eigen::MatrixXd::Identity(n, n), term = rest;
  for (int k = 1; k <= order; ++k) {
    term = (A_ * term * (left / (k + 1))).eval();
    rest += term;
  }
  rest *= left;
  Eigen::MatrixXd E = A_ * rest;
  E.diagonal().array() += 1.0;
  piece.I = (E * piece.I + rest).eval();
  piece.E = (E * piece.E).eval();
}

void Propagator::step(double h, const Eigen::VectorXd& b, Eigen::VectorXd& x) {
  if (!(h > 0.0))
    return;
  const auto apply = [&](const Piece& piece) {
    next_.noalias() = piece.E * x;
    if (b.size() > 0)
      next_.noalias() += piece.I * b;
    x = next_;
  };
  if (const Piece* piece = recurring(h)) {
    apply(*piece);
    return;
  }
  series(take_pieces(h, apply), b, x);
}

void Propagator::matrix(double h, Eigen::MatrixXd& E) {
  Piece piece;
  assemble(h, piece);
  E = piece.E;
}

}  // namespace ketascope
