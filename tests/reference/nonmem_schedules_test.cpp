// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "nonmem_schedules.hpp"

namespace ketascope {
namespace {

using namespace schedules;

/// The 29 schedules of docs/dosing.md. F, ALAG and D hold for all rows.
struct Schedule29 {
  Covariates covariates{};
  std::vector<Dose> doses;
};

const std::map<int, Schedule29>& all_schedules() {
  static const std::map<int, Schedule29> all = {
      {1, {{}, {{.amt = 100, .cmt = 1, .ii = 24, .addl = 3}}}},
      {2, {{.F = 2.23, .ALAG = 12.13}, {{.amt = 100, .ii = 24, .addl = 3}}}},
      {3, {{}, {{.amt = 100, .rate = 10, .ii = 24, .addl = 3}}}},
      {4, {{.F = 0.5}, {{.amt = 480, .rate = 10}}}},
      {5, {{.F = 0.5, .D = 48}, {{.amt = 480, .rate = -2}}}},
      {6, {{}, {{.amt = 100, .cmt = 1, .rate = 100.0 / 12.0, .ii = 24, .addl = 3}}}},
      {7, {{.ALAG = 4.15}, {{.amt = 100, .rate = 10, .ii = 24, .addl = 3}}}},
      {8, {{.F = 0.412, .ALAG = 3.25}, {{.amt = 100, .rate = 10, .ii = 24, .addl = 3}}}},
      {9, {{.F = 0.412, .ALAG = 3.16}, {{.amt = 100, .rate = 10, .ii = 24, .addl = 3, .ss = 1}}}},
      {10, {{.F = 0.812}, {{.amt = 100, .rate = 2, .ii = 12, .addl = 4, .ss = 1}}}},
      {11, {{}, {{.amt = 100, .rate = 2, .ii = 12, .addl = 3, .ss = 1}}}},
      {12, {{}, {{.amt = 100, .rate = 8.3333, .ii = 6, .addl = 12, .ss = 1}}}},
      {13, {{.F = 0.412}, {{.amt = 100, .rate = 4.12, .ii = 10, .addl = 8, .ss = 1}}}},
      {14, {{}, {{.amt = 100, .rate = 10, .ii = 10, .addl = 8, .ss = 1}}}},
      {15, {{.F = 0.412, .ALAG = 4}, {{.amt = 100, .ii = 24, .addl = 3, .ss = 1}}}},
      {16, {{.F = 0.412, .ALAG = 5}, {{.amt = 100, .ii = 24, .addl = 3}}}},
      {17,
       {{.ALAG = 1},
        {{.amt = 100}, {.t = 13, .amt = 50, .cmt = 1, .rate = 24, .ii = 24, .addl = 2}}}},
      {18, {{.F = 0.61, .ALAG = 5, .D = 9}, {{.amt = 100, .rate = -2, .ii = 24, .addl = 3}}}},
      {19, {{.F = 0.61, .D = 9}, {{.amt = 100, .rate = -2, .ii = 24, .addl = 3, .ss = 1}}}},
      {20,
       {{},
        {{.amt = 100, .cmt = 1, .rate = 50, .ii = 12, .addl = 2},
         {.t = 50, .amt = 120, .cmt = 1, .ii = 12, .addl = 3, .evid = 4}}}},
      {21, {{}, {{.amt = 100, .cmt = 1, .ii = 12, .ss = 1, .evid = 4}}}},
      {22, {{}, {{.amt = 100, .cmt = 1, .ii = 12, .addl = 2, .ss = 1, .evid = 4}}}},
      {23, {{.ALAG = 10}, {{.amt = 100, .ii = 12, .ss = 1, .evid = 4}}}},
      {24, {{.ALAG = 10}, {{.amt = 100, .ii = 12, .addl = 2, .ss = 1, .evid = 4}}}},
      {25,
       {{.ALAG = 5},
        {{.amt = 100, .ii = 12, .ss = 1, .evid = 4},
         {.t = 12, .amt = 200, .ii = 12, .ss = 1, .evid = 4},
         {.t = 24, .amt = 300, .ii = 12, .ss = 1, .evid = 4}}}},
      {26,
       {{},
        {{.amt = 100, .cmt = 1, .rate = 50, .ii = 12, .addl = 3},
         {.t = 50, .cmt = 0, .evid = 3},
         {.t = 54, .amt = 120, .cmt = 1, .ii = 16, .addl = 2}}}},
      {27,
       {{.ALAG = 10},
        {{.amt = 100, .cmt = 1, .rate = 50, .ii = 12, .addl = 3},
         {.t = 50, .cmt = 0, .evid = 3},
         {.t = 54, .amt = 120, .cmt = 1, .ii = 16, .addl = 2}}}},
      {28,
       {{},
        {{.amt = 100, .cmt = 1, .ii = 24, .addl = 3, .ss = 1},
         {.t = 12, .amt = 50, .cmt = 1, .ii = 24, .addl = 3, .ss = 2}}}},
      {29, {{}, {{.amt = 0, .cmt = 1, .rate = 100, .ss = 1}}}},
  };
  return all;
}

struct Expected {
  int number;
  std::array<double, 10> at;  // t = 0 1 5 12 24 25 50 54 100 130 h
  double max, sum;
};

constexpr std::array<int, 10> print_times = {0, 1, 5, 12, 24, 25, 50, 54, 100, 130};

const std::vector<Expected>& expected() {
  static const std::vector<Expected> values = {
      {1,
       {0, 3754.4377, 3939.5452, 2682.6193, 1386.5154, 5066.7539, 5965.1411, 4993.8765, 1510.563,
        290.10349},
       6053.7781,
       356097.854},
      {2,
       {0, 0, 0, 0, 5804.2447, 5493.6314, 6588.6481, 5287.514, 6323.5341, 1214.4341},
       14429.551,
       772994.756},
      {3,
       {0, 486.49865, 2185.708, 3445.2982, 1780.707, 2171.9114, 2968.3196, 4177.4159, 1940.0218,
        372.581},
       5221.0535,
       357046.746},
      {4,
       {0, 486.49865, 2185.708, 4392.2606, 6662.4063, 6305.8687, 1594.3733, 1279.5145, 101.92487,
        19.574663},
       6662.4063,
       217835.613},
      {5,
       {0, 243.24933, 1092.854, 2196.1303, 3331.2032, 3396.1837, 3781.3922, 3034.6383, 241.73631,
        46.425437},
       4221.0851,
       217360.719},
      {6,
       {0, 196.83568, 1602.5597, 3511.1828, 1963.7939, 2055.5374, 2774.3641, 3711.0636, 2139.489,
        410.88866},
       4869.7427,
       356369.222},
      {7,
       {0, 0, 415.21864, 3187.53, 2237.2791, 2117.5515, 2539.6319, 2917.5993, 2437.4422, 468.11055},
       5188.9951,
       355357.173},
      {8,
       {0, 0, 834.20974, 1428.8852, 738.52122, 698.99936, 838.32723, 1948.8391, 804.59462,
        154.52232},
       2417.1358,
       147039.339},
      {9,
       {1002.7425, 949.08087, 1636.6347, 1940.0985, 1002.7425, 949.08087, 898.29095, 2035.549,
        804.71969, 154.54634},
       2417.5116,
       165755.243},
      {10,
       {6014.4817, 6081.8166, 6277.4358, 6014.4817, 6014.4817, 6081.8166, 6145.548, 6233.399,
        1794.7542, 344.68239},
       6277.4358,
       565833.022},
      {11,
       {7498.8895, 7584.0861, 7605.0985, 7498.8895, 7498.8895, 7584.0861, 7475.3311, 7076.2639,
        1631.0193, 313.2371},
       7664.7236,
       643678.13},
      {12,
       {15151.506, 15151.522, 15151.509, 15151.506, 15151.506, 15151.522, 15151.518, 15151.506,
        5401.373, 1037.3332},
       15151.522,
       1492053.55},
      {13,
       {3745.4545, 3745.4545, 3745.4545, 3745.4545, 3745.4545, 3745.4545, 3745.4545, 3745.4545,
        2160.9393, 415.00819},
       3745.4545,
       399739.974},
      {14,
       {9090.9091, 9090.9091, 9090.9091, 9090.9091, 9090.9091, 9090.9091, 9090.9091, 9090.9091,
        5244.9983, 1007.3014},
       9090.9091,
       970242.656},
      {15,
       {935.66307, 885.5912, 2660.463, 1810.3137, 935.66307, 885.5912, 838.19892, 2518.0887,
        750.8872, 144.20782},
       2810.8872,
       168909.605},
      {16,
       {0, 0, 2060, 1401.7283, 724.48515, 685.71443, 822.39429, 2609.7463, 789.30278, 151.58553},
       2796.573,
       151294.944},
      {17,
       {0, 5000, 4012.594, 2730.3721, 2912.7261, 2756.8529, 2042.1642, 1638.8752, 452.45104,
        86.893181},
       5000,
       228229.512},
      {18,
       {0, 0, 0, 1968.9405, 1387.9533, 1313.6772, 1575.5255, 1594.1268, 1512.1295, 290.40434},
       3265.8463,
       216681.974},
      {19,
       {1438.5338, 1691.2888, 2574.0944, 2783.2641, 1438.5338, 1691.2888, 1930.5177, 2766.0801,
        1154.4504, 221.71209},
       3282.5625,
       244777.912},
      {20,
       {0, 1181.0141, 4149.16, 2835.725, 4301.3735, 5252.2006, 0, 4982.9484, 5542.8601, 1064.5058},
       10414.191,
       643604.671},
      {21,
       {5552.3683, 9009.6719, 8156.9694, 5552.3683, 2869.749, 2716.1748, 686.75654, 551.13504,
        43.902877, 8.4315435},
       9365.2489,
       193911.846},
      {22,
       {5552.3683, 9009.6719, 8156.9694, 5552.3683, 5552.3683, 9009.6719, 2570.8191, 2063.1307,
        164.34697, 31.56282},
       9365.2489,
       374117.107},
      {23,
       {9270.7918, 8774.6667, 7041.835, 9270.7918, 4791.6211, 4535.1982, 1146.6777, 920.23039,
        73.304652, 14.078152},
       10348.782,
       266420.75},
      {24,
       {9270.7918, 8774.6667, 7041.835, 9270.7918, 9270.7918, 8774.6667, 4292.4977, 3444.8101,
        274.4102, 52.700454},
       10348.782,
       452601.673},
      {25,
       {7041.835, 6664.9922, 10348.782, 14083.67, 21125.505, 19994.977, 9781.3849, 7849.7452,
        625.30302, 120.08939},
       31046.345,
       953227.753},
      {26,
       {0, 1181.0141, 4149.16, 2835.725, 4301.3735, 5252.2006, 0, 0, 4576.1232, 878.84404},
       8574.5905,
       581959.021},
      {27,
       {0, 1181.0141, 4149.16, 2835.725, 4301.3735, 5252.2006, 0, 0, 4576.1232, 878.84404},
       8574.5905,
       581959.021},
      {28,
       {1891.9119, 5545.1041, 5376.5887, 4606.4124, 3722.1401, 7277.388, 7725.6679, 6406.7324,
        2987.0874, 573.66987},
       7725.6679,
       584726.492},
      {29,
       {90909.091, 88547.063, 71678.375, 48774.898, 25209.371, 23860.295, 6032.8274, 4841.4574,
        385.66575, 74.067073},
       90909.091,
       1757658.56},
  };
  return values;
}

/// Doses, and observations at 0, 1 ... 130 h behind dose rows of the same time.
std::vector<Row> rows_of(const Schedule29& s) {
  std::vector<Row> rows;
  std::size_t next = 0;
  for (int t = 0; t <= 130; ++t) {
    for (; next < s.doses.size() && s.doses[next].t <= t; ++next)
      rows.push_back({record(s.doses[next]), s.covariates});
    rows.push_back({observation(t), s.covariates});
  }
  return rows;
}

void expect_schedule(const Expected& want, SolverOptions::Kind kind, double tolerance) {
  SCOPED_TRACE(testing::Message() << "schedule " << want.number);
  const std::vector<Row> rows = rows_of(all_schedules().at(want.number));
  const std::vector<double> all = run(rows, kind);
  std::vector<double> observed;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].event.evid == 0)
      observed.push_back(all[i]);
  ASSERT_EQ(observed.size(), 131u);
  for (std::size_t i = 0; i < print_times.size(); ++i) {
    const double got = observed[static_cast<std::size_t>(print_times[i])];
    EXPECT_NEAR(got, want.at[i], tolerance * std::max(std::abs(want.at[i]), 1e-3 * want.max))
        << "t = " << print_times[i];
  }
  EXPECT_NEAR(std::ranges::max(observed), want.max, tolerance * want.max);
  const double sum = std::accumulate(observed.begin(), observed.end(), 0.0);
  EXPECT_NEAR(sum, want.sum, tolerance * want.sum);
}

class NonmemSchedules : public testing::TestWithParam<Expected> {};

TEST_P(NonmemSchedules, ExactSolverMeetsThePrintedDigits) {
  expect_schedule(GetParam(), SolverOptions::Kind::linear, 1e-7);
}

TEST_P(NonmemSchedules, OdeSolverMeetsThemTo1em6) {
  expect_schedule(GetParam(), SolverOptions::Kind::ode, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(All, NonmemSchedules, testing::ValuesIn(expected()),
                         [](const auto& one) { return "N" + std::to_string(one.param.number); });

TEST(NonmemSchedules, AllTwentyNineAreThere) {
  EXPECT_EQ(expected().size(), 29u);
  EXPECT_EQ(all_schedules().size(), 29u);
}

}  // namespace
}  // namespace ketascope
