// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>
#include <complex>
#include <vector>

namespace ketascope {

/// The matrix of x' = A x + b taken apart into invariant blocks, A = V diag(T1, T2, ...) V^-1, such
/// that each block holds eigenvalues that are equal or nearly so. Chains with equal rates (transit
/// compartments) are defective and ka = k is nearly so; plain eigenvectors lose all digits there,
/// the blocks do not. Where even blocks are ill-conditioned the matrix exponential takes over.
class BlockModes {
 public:
  explicit BlockModes(const Eigen::MatrixXd& A);

  struct Block {
    Eigen::Index first, size;
    std::complex<double> centre;  ///< mean eigenvalue
    bool zero;                    ///< eigenvalues are 0 to rounding
    bool real;                    ///< the centre is real to rounding
  };

  const Eigen::MatrixXd& matrix() const { return A_; }
  /// Largest row sum of A: the fastest rate that can matter.
  double norm() const { return norm_; }
  /// False: use the matrix exponential instead of the blocks.
  bool usable() const { return usable_; }
  /// Condition of the block basis; rounding errors grow by about this factor.
  double condition() const { return condition_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const Eigen::MatrixXcd& basis() const { return V_; }
  const Eigen::MatrixXcd& inverse_basis() const { return V_inverse_; }
  const Eigen::MatrixXcd& triangular() const { return T_; }

 private:
  bool try_tolerance(double tolerance, const Eigen::MatrixXcd& T, const Eigen::MatrixXcd& U);

  Eigen::MatrixXd A_;
  Eigen::MatrixXcd V_, V_inverse_, T_;
  std::vector<Block> blocks_;
  bool usable_ = false;
  double condition_ = 0.0, norm_ = 0.0;
};

/// x(tau) for one stretch of time with constant A and b, prepared so that any number of times is
/// cheap. The BlockModes must outlive it.
class LinearSegment {
 public:
  LinearSegment(const BlockModes& modes, const Eigen::VectorXd& x0, const Eigen::VectorXd& b);
  /// State `tau_h` after the start of the stretch.
  void state_at(double tau_h, Eigen::VectorXd& x) const;

 private:
  struct Term {  ///< tau^power * coefficient * (exp(rate tau) or a variant)
    enum class Kind { power, exponential, integral } kind;
    std::complex<double> rate;
    int power;
    Eigen::VectorXd re, im;
    bool complex;
  };
  void series(double tau_h, Eigen::VectorXd& x) const;
  void add_block(const BlockModes::Block& block, const Eigen::VectorXcd& c,
                 const Eigen::VectorXcd& d);
  void add_term(Term::Kind kind, std::complex<double> rate, int power, const Eigen::VectorXcd& v,
                bool complex);

  const BlockModes& modes_;
  Eigen::VectorXd x0_, b_;
  std::vector<Term> terms_;
};

}  // namespace ketascope
