// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "ketascope/population/population.hpp"
#include "population/virtual_patients.hpp"

namespace ketascope {

/// One scenario made ready for many patients: its typical course, the rows wanted, what is counted.
class Arm {
 public:
  Arm(std::size_t number, const Scenario& scenario, const PopulationSpec& spec,
      const std::vector<PopulationBand>& bands, Diagnostics& problems);

  struct Metric {
    enum class Kind { cmax, tmax, auc, cmin, last, time_in_band } kind;
    std::string name;
    std::size_t column;
    std::optional<double> low, high;  ///< time_in_band
  };
  struct Target {
    std::string name;
    Metric metric;
    double value;  ///< internal units
    bool above;
  };

  /// Buffers of one worker.
  class Worker {
   public:
    explicit Worker(const Arm& arm);

   private:
    friend class Arm;
    std::unique_ptr<BlockSolver> solver_;
    std::vector<VirtualPatients::Patient> patients_;
    std::vector<Timeline> timelines_;
    std::vector<double> sets_, dosing_, scratch_;
    std::vector<LaneSubject> lanes_;
    std::vector<double> column_;
  };

  std::size_t rows() const { return plan_.rows.size(); }
  std::size_t columns() const { return plan_.outputs.size(); }
  std::size_t width() const { return width_; }
  /// Curves whose values are summed up, row by row; none where nobody wants them.
  std::size_t summed_curves() const { return spec_.curve_summaries ? rows() * columns() : 0; }
  const BlockPlan& plan() const { return plan_; }
  const std::vector<Metric>& metrics() const { return metrics_; }
  const std::vector<Target>& targets() const { return targets_; }
  const std::vector<ColumnInfo>& infos() const { return infos_; }
  const Scenario& scenario() const { return scenario_; }
  const std::string& solver() const { return solver_name_; }
  std::vector<std::string> patient_columns() const;

  /// Patients first ... first + count - 1 (count <= width()): values[(c * rows + r) * width +
  /// lane].
  void run_block(Worker& worker, std::uint64_t first, std::size_t count, std::span<double> values,
                 std::span<Status> status, const std::stop_token& stop) const;
  /// All metrics and targets of one lane; `into` has metrics().size() + targets().size() numbers.
  void measure(Worker& worker, std::span<const double> values, std::size_t lane,
               std::span<double> into) const;
  /// Covariates and parameters of the patient last run in `lane`, then `metrics`.
  void describe(const Worker& worker, std::size_t lane, std::uint64_t subject, Status status,
                std::span<const double> metrics, std::span<double> into) const;

 private:
  std::vector<double> ribbon_grid(double start_h, double until_h) const;
  void choose_columns();
  void read_metrics(const std::vector<PopulationBand>& bands, Diagnostics& problems);
  bool shares_course(Worker& worker, const VirtualPatients::Patient& patient) const;
  SubjectRecords records_of(std::uint64_t subject, const VirtualPatients::Patient& patient) const;
  std::span<const double> own_covariates(std::uint64_t subject) const;
  std::vector<double> covariates_at(const SubjectRecords& own, std::size_t next,
                                    double time_h) const;
  void add_residual_error(std::uint64_t subject, std::size_t lane, std::span<double> values) const;

  std::size_t number_;
  const Scenario& scenario_;
  const Model& model_;
  const PopulationSpec& spec_;
  std::vector<SubjectRecords> typical_;  ///< one, or those of an event table
  std::vector<std::vector<char>> per_weight_amount_, per_weight_rate_;
  std::optional<VirtualPatients> patients_;
  Timeline typical_timeline_;
  std::optional<double> until_h_;
  struct Dosing {
    int cmt;
    double amt_mg;
    std::array<double, 4> values;
  };
  std::vector<Dosing> typical_dosing_;
  bool may_share_ = false;
  BlockPlan plan_;
  std::size_t width_ = 8;
  std::string solver_name_;
  std::vector<double> time_h_;
  std::vector<Side> side_;
  std::vector<ColumnInfo> infos_;
  std::vector<Metric> metrics_;
  std::vector<Target> targets_;
  std::vector<std::uint64_t> residual_keys_, residual_size_keys_;
};

/// All scenarios as arms, and what is wrong or worth saying: of the patients in themselves and with
/// every model.
std::vector<std::unique_ptr<Arm>> make_arms(const std::vector<Scenario>& scenarios,
                                            const PopulationSpec& spec,
                                            const std::vector<PopulationBand>& bands,
                                            Diagnostics& problems);

}  // namespace ketascope
