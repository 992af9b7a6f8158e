// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>
#include <array>
#include <vector>

namespace ketascope {

/// Carries x' = A x + b, A and b constant, over any step: x(t + h) = E(h) x + I(h) b with
/// E(h) = exp(A h) and I(h) its integral from 0. Both are made for one small step by a short Taylor
/// series and doubled from there, E(2h) = E(h)^2 and I(2h) = I(h) + E(h) I(h); a step is put
/// together from such pieces. Eigenvalues are never taken, so equal and nearly equal rate constants
/// (ka = k, transit chains) need no special care. Rate matrices have no negative numbers off their
/// diagonal, so nothing cancels: small amounts far down a chain keep their digits.
class Propagator {
 public:
  /// A new matrix; memory is kept.
  void use(const Eigen::MatrixXd& A);
  /// x over a step of h >= 0 hours. `b` may be empty (no input).
  void step(double h, const Eigen::VectorXd& b, Eigen::VectorXd& x);
  /// exp(A h), n x n.
  void matrix(double h, Eigen::MatrixXd& E);

 private:
  struct Piece {
    double h = -1.0;
    Eigen::MatrixXd E, I;
  };
  const Piece& doubled(int level);
  void series(double h, const Eigen::VectorXd& b, Eigen::VectorXd& x);
  template <class Take>
  double take_pieces(double h, Take&& take);
  const Piece* recurring(double h);
  void assemble(double h, Piece& piece);

  Eigen::MatrixXd A_, term_;
  Eigen::VectorXd vector_term_, next_;
  double smallest_h_ = 0.0;
  int ready_ = 0;  ///< doubled pieces that belong to the present matrix
  std::vector<Piece> pieces_;
  // Steps of a regular grid come again and again: from the second time on they are one product.
  std::array<double, 4> seen_{};
  std::array<Piece, 2> kept_;
  std::size_t next_seen_ = 0, next_kept_ = 0;
};

}  // namespace ketascope
