// SPDX-License-Identifier: GPL-3.0-or-later
// The plot as a picture, against pictures that were looked at: docs/plot.md says how to renew them.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "ketascope/app/population.hpp"
#include "plot/concentration_plot.hpp"
#include "ui_samples.hpp"
#include "viewmodel/simulation.hpp"

namespace ketascope {
namespace {

constexpr QSize size(800, 500);
/// A pixel is another one when a channel is off by more than this, of 255: rounding is not seen.
constexpr int seen = 40;
/// Part of the pixels that may differ: 20. A letter has twice as many.
constexpr double allowed = 5e-5;

const Catalog& catalog() {
  static const Catalog read = readCatalog(test::sampleLibrary());
  return read;
}

Figure figureOf(const ScenarioFile& document) {
  SimulationOutcome outcome = simulateDocument(
      {document, {}, catalog().library, catalog().bands, catalog().observations, {}}, {});
  for (const ScenarioOutcome& scenario : outcome.scenarios) {
    EXPECT_NE(scenario.run, nullptr) << format(scenario.diagnostics);
  }
  return std::move(outcome.figure);
}

ScenarioFile infusion() {
  ScenarioFile file;
  file.title = "Ketamine 0.5 mg/kg over 40 min";
  file.scenarios = {test::infusion("racemate")};
  return file;
}

ScenarioFile example(const std::string& name) {
  auto file = load_scenario_file(std::filesystem::path(KETASCOPE_MODELS_DIR) / "examples" /
                                 (name + ".toml"));
  EXPECT_TRUE(file) << (file ? std::string() : format(file.error()));
  return file ? *file : ScenarioFile();
}

Figure population() {
  ScenarioFile document = example("population");
  document.population->count = 300;
  const auto prepared = prepare_population(document, catalog().library);
  EXPECT_TRUE(prepared) << (prepared ? std::string() : format(prepared.error()));
  const auto result = simulate_population(prepared->arms, prepared->spec);
  EXPECT_TRUE(result) << (result ? std::string() : format(result.error()));
  return population_figure(*prepared, typical_runs(*prepared), *result, {});
}

QImage picture(Figure figure, const PlotTheme& theme = PlotTheme::light()) {
  ConcentrationPlot plot;
  plot.setTheme(theme);
  plot.resize(size);
  plot.setFigure(std::move(figure));
  return QImage::fromData(plot.render(FigureFormat::png, size))
      .convertToFormat(QImage::Format_RGB32);
}

/// Part of the pixels that somebody would see to differ; all of them for another size.
double difference(const QImage& a, const QImage& b) {
  if (a.size() != b.size() || a.isNull()) {
    return 1.0;
  }
  int count = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      const QRgb p = a.pixel(x, y);
      const QRgb q = b.pixel(x, y);
      const int off = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                std::abs(qBlue(p) - qBlue(q))});
      count += off > seen ? 1 : 0;
    }
  }
  return static_cast<double>(count) / (static_cast<double>(a.width()) * a.height());
}

/// Compares with tests/ui/goldens/NAME.png. What differs is left in goldens-failed/ of the working
/// folder.
void expectAsBefore(const QString& name, const QImage& now) {
  const QString path = QStringLiteral(KETASCOPE_SOURCE_DIR "/tests/ui/goldens/%1.png").arg(name);
  if (qEnvironmentVariableIsSet("KETASCOPE_RENEW_GOLDENS")) {
    ASSERT_TRUE(now.save(path, "PNG", 1)) << path.toStdString();
    FAIL() << path.toStdString() << " is new: look at it, then run without the variable";
  }
  const QImage before = QImage(path).convertToFormat(QImage::Format_RGB32);
  const double off = difference(before, now);
  if (off > allowed) {
    QDir().mkpath(QStringLiteral("goldens-failed"));
    now.save(QStringLiteral("goldens-failed/%1.png").arg(name));
  }
  EXPECT_LE(off, allowed) << name.toStdString() << ": see goldens-failed/ in "
                          << QDir::currentPath().toStdString();
}

TEST(PlotGolden, Infusion) {
  expectAsBefore("infusion", picture(figureOf(infusion())));
}

TEST(PlotGolden, InfusionOnALogarithmicAxis) {
  ScenarioFile file = infusion();
  file.display.log_axis = true;
  expectAsBefore("infusion-log", picture(figureOf(file)));
}

TEST(PlotGolden, InfusionWithFuzzyBandsInTheDark) {
  ScenarioFile file = infusion();
  file.display.fuzzy_bands = true;
  expectAsBefore("infusion-fuzzy-dark", picture(figureOf(file), PlotTheme::darkTheme()));
}

TEST(PlotGolden, InfusionInMolesFromTheEndOfTheInput) {
  ScenarioFile file = infusion();
  file.display.unit = "umol/L";
  file.display.time_zero = TimeZero::end_of_input;
  file.display.bands = {"none"};
  expectAsBefore("infusion-moles", picture(figureOf(file)));
}

TEST(PlotGolden, InfusionWithObservedData) {
  ScenarioFile file = example("escalating-infusion");
  file.scenarios = {file.scenarios[1]};
  file.display.observed = true;
  const Figure figure = figureOf(file);
  EXPECT_FALSE(figure.points.empty());
  expectAsBefore("observed", picture(figure));
}

TEST(PlotGolden, InfusionWithItsEffectBelow) {
  ScenarioFile file = infusion();
  file.scenarios[0].model = "simons2022";
  file.scenarios[0].effects = {"simons2022-pain-low"};
  const Figure figure = figureOf(file);
  EXPECT_FALSE(figure.panes.empty());
  expectAsBefore("effect", picture(figure));
}

TEST(PlotGolden, FourRoutes) {
  expectAsBefore("four-routes", picture(figureOf(example("four-routes"))));
}

TEST(PlotGolden, FilmAndMetabolites) {
  expectAsBefore("film-and-metabolites", picture(figureOf(example("film-and-metabolites"))));
}

TEST(PlotGolden, RepeatedDoses) {
  expectAsBefore("repeated-oral", picture(figureOf(example("repeated-oral"))));
}

TEST(PlotGolden, FourModelsOfOneInfusion) {
  expectAsBefore("escalating-infusion", picture(figureOf(example("escalating-infusion"))));
}

TEST(PlotGolden, PopulationWithItsRibbon) {
  const Figure figure = population();
  EXPECT_FALSE(figure.ribbons.empty());
  expectAsBefore("population", picture(figure));
}

class PlotGoldenSight : public ::testing::Test {
 protected:
  PlotGoldenSight() : m_figure(figureOf(infusion())), m_before(picture(m_figure)) {
    EXPECT_FALSE(m_figure.bands.empty());
  }
  double off() const { return difference(m_before, picture(m_figure)); }

  Figure m_figure;
  QImage m_before;
};

TEST_F(PlotGoldenSight, TheSameFigureIsTheSamePicture) {
  EXPECT_EQ(off(), 0.0);
}

TEST_F(PlotGoldenSight, ACurveThatIsLowerByOnePercentIsSeen) {
  for (double& y : m_figure.curves[0].y) {
    y *= 0.99;
  }
  EXPECT_GT(off(), allowed);
}

TEST_F(PlotGoldenSight, ABandThatIsLowerByTwoPercentIsSeen) {
  m_figure.bands[0].low *= 0.98;
  m_figure.bands[0].high *= 0.98;
  EXPECT_GT(off(), allowed);
}

TEST_F(PlotGoldenSight, ALabelWithAnotherLetterIsSeen) {
  m_figure.y_label[0] = 'x';
  EXPECT_GT(off(), allowed);
}

TEST_F(PlotGoldenSight, ADoseThatIsTwoMinutesLaterIsSeen) {
  m_figure.doses[0].x += 2.0 / 60;
  EXPECT_GT(off(), allowed);
}

}  // namespace
}  // namespace ketascope
