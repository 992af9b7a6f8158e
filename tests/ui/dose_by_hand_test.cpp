// SPDX-License-Identifier: GPL-3.0-or-later
// Lag, F and free dosing in the form, in the window and in the file.
#include "viewmodel/dose_by_hand.hpp"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "open_window.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/audit_table_model.hpp"
#include "widgets/editor_panel.hpp"

namespace ketascope {
namespace {

class DoseByHandTest : public test::OpenWindow {
 protected:
  EditorPanel& form() { return *m_window->editor(); }
  const DoseSpec& dose() { return m_window->document()->value().scenarios[0].doses[0]; }
  void choose(QComboBox* box, const QString& id) {
    const int place = box->findData(id);
    ASSERT_GE(place, 0) << id.toStdString();
    box->setCurrentIndex(place);
    Q_EMIT box->activated(place);
    settle();
  }
};

TEST_F(DoseByHandTest, FieldsOpenAndShowTheModelsValueWithItsSource) {
  choose(form().routeBox(), "im");
  EXPECT_FALSE(form().lag()->isVisibleTo(&form()));
  form().moreButton()->click();
  ASSERT_TRUE(form().lag()->isVisibleTo(&form()));
  EXPECT_EQ(form().bioavailability()->lineEdit()->placeholderText(), "model: 0.930");
  EXPECT_TRUE(form().modelsOwnNote()->text().contains("Clements 1982"));
  EXPECT_FALSE(form().modelsOwnNote()->text().contains("Set by hand"));
}

TEST_F(DoseByHandTest, WhatIsTypedChangesTheCurveAndIsUndone) {
  choose(form().routeBox(), "im");
  const double before = m_window->plot()->figure().curves.at(0).y.at(300);
  form().moreButton()->click();
  QTest::keyClicks(form().bioavailability()->lineEdit(), "0.465");
  settle();
  EXPECT_EQ(dose().F, (Measure{0.465, ""}));
  EXPECT_NEAR(m_window->plot()->figure().curves.at(0).y.at(300), before / 2, before * 1e-6);
  EXPECT_TRUE(form().modelsOwnNote()->text().contains("Set by hand"));
  form().moreButton()->setChecked(false);
  EXPECT_TRUE(form().lag()->isVisibleTo(&form())) << "what is set by hand is never out of sight";
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_FALSE(dose().F);
  EXPECT_FALSE(form().lag()->isVisibleTo(&form()));
}

TEST_F(DoseByHandTest, TooLargeAPartIsMarkedInItsField) {
  form().moreButton()->click();
  QTest::keyClicks(form().bioavailability()->lineEdit(), "50");
  settle();
  EXPECT_TRUE(form().bioavailability()->problem().contains("more cannot enter than is given"));
}

TEST_F(DoseByHandTest, ADoseIntoACompartmentIsChosenMarkedAndKept) {
  EXPECT_FALSE(form().compartmentBox()->isVisibleTo(&form()));
  choose(form().routeBox(), "compartment:");
  EXPECT_EQ(dose().route, "compartment:central") << "where the route led before";
  ASSERT_TRUE(form().compartmentBox()->isVisibleTo(&form()));
  choose(form().compartmentBox(), "compartment:peripheral1");
  EXPECT_EQ(dose().route, "compartment:peripheral1");
  const auto notes = form().findChildren<QLabel*>();
  EXPECT_TRUE(std::ranges::any_of(notes, [](const QLabel* note) {
    return note->isVisible() && note->text().contains("no study gives it so");
  }));
  const double start = m_window->plot()->figure().curves.at(0).y.at(0);
  EXPECT_EQ(start, 0.0);

  const QString file = saved("free.toml", m_window->document()->value());
  ScenarioDocument again;
  ASSERT_TRUE(again.open(file.toStdString()));
  EXPECT_EQ(again.value().scenarios, m_window->document()->value().scenarios);
  m_window->document()->undoStack()->undo();
  m_window->document()->undoStack()->undo();
  EXPECT_EQ(dose().route, "iv");
}

TEST_F(DoseByHandTest, TheAuditTrailSaysIt) {
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses[0].F = Measure{0.5, ""};
  spec.doses[0].lag = Measure{15, "min"};
  m_window->document()->changeScenario(0, spec, "by hand");
  settle();
  SimulationOutcome outcome = *m_window->runner()->latest();
  AuditTableModel audit;
  audit.setOutcome(outcome);
  EXPECT_EQ(audit.index(0, AuditTableModel::Bioavailability).data().toString(),
            "0.50000 (set by hand)");
  EXPECT_EQ(audit.index(0, AuditTableModel::Lag).data().toString(), "0.25000 (set by hand)");
}

TEST_F(DoseByHandTest, AnotherModelWithoutTheCompartmentGoesBackToARoute) {
  choose(form().routeBox(), "compartment:");
  choose(form().compartmentBox(), "compartment:depot_im");
  choose(form().modelBox(), "simons2022");
  EXPECT_FALSE(freely_dosed(dose().route));
}

}  // namespace
}  // namespace ketascope
