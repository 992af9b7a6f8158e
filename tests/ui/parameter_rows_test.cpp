// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a model with hundreds of parameters, which are made a few at a time.
#include <QLineEdit>
#include <QSlider>
#include <QTabWidget>
#include <QTest>

#include "open_window.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/parameter_panel.hpp"

namespace ketascope {
namespace {

class ParameterRows : public test::OpenWindow {
 protected:
  ParameterRows() {
    ScenarioFile file = m_window->document()->value();
    file.scenarios.resize(1);
    file.scenarios[0].model = "ketascope-reference";
    file.scenarios[0].parameters.clear();
    m_window->document()->reset(file);
    settle();
    m_model = m_window->catalog()->find("ketascope-reference");
    EXPECT_NE(m_model, nullptr);
  }
  QList<QSlider*> sliders() { return m_window->parameters()->findChildren<QSlider*>(); }
  bool all() {
    return QTest::qWaitFor(
        [&] { return sliders().size() == static_cast<qsizetype>(m_model->parameters.size()); },
        20'000);
  }

  const Model* m_model = nullptr;
};

TEST_F(ParameterRows, AllCome) {
  m_window->forms()->setCurrentWidget(m_window->parameters());
  ASSERT_TRUE(all());
  const Parameter& last = m_model->parameters.back();
  EXPECT_EQ(m_window->parameters()->number(last.name)->measure(),
            (Measure{last.printed, last.unit_text}));
}

TEST_F(ParameterRows, AFilterHoldsForThoseThatComeLater) {
  m_window->forms()->setCurrentWidget(m_window->parameters());
  const QString name = QString::fromStdString(m_model->parameters.back().name);
  m_window->parameters()->filter()->setText(name);
  ASSERT_TRUE(all());
  for (const QSlider* slider : sliders()) {
    if (slider->isVisible()) {
      EXPECT_TRUE(
          (slider->accessibleName() + slider->toolTip()).contains(name, Qt::CaseInsensitive));
    }
  }
  EXPECT_TRUE(m_window->parameters()->slider(name.toStdString())->isVisible());
}

TEST_F(ParameterRows, OneThatIsAskedForIsThereAtOnce) {
  m_window->forms()->setCurrentWidget(m_window->parameters());
  EXPECT_NE(m_window->parameters()->slider(m_model->parameters.back().name), nullptr);
}

TEST_F(ParameterRows, AnotherModelInBetweenTakesTheirPlace) {
  m_window->forms()->setCurrentWidget(m_window->parameters());
  ScenarioFile file = m_window->document()->value();
  file.scenarios[0] = test::infusion("small");
  m_window->document()->change(file, "another model");
  m_model = m_window->catalog()->find("kamp2020");
  EXPECT_TRUE(all()) << "and none of the old ones stay";
}

}  // namespace
}  // namespace ketascope
