// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a document that was saved with other models or another program.
#include <gtest/gtest.h>

#include <QAction>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "ketascope/version.hpp"
#include "open_window.hpp"
#include "widgets/changes_dialog.hpp"
#include "widgets/message_bar.hpp"

namespace ketascope {
namespace {

// Inside a test the name Run is GoogleTest's.
using Simulated = Run;

class ChangesTest : public test::OpenWindow {
 protected:
  /// The open document as a file, with what `change` makes of the state in it.
  QString fileWith(const std::function<void(SavedState&)>& change) {
    const QString name = path("before.toml");
    EXPECT_TRUE(m_window->document()->save(name.toStdString()));
    auto file = load_scenario_file(name.toStdString());
    EXPECT_TRUE(file);
    SavedState state = statedIn(*file);
    change(state);
    file->saved.state = state;
    m_window->document()->reset({});
    return written("changed.toml", QByteArray::fromStdString(to_toml(*file)));
  }
  SavedState statedIn(const ScenarioFile& file) {
    std::vector<const Simulated*> runs;
    for (const ScenarioOutcome& one : m_window->runner()->latest()->scenarios) {
      runs.push_back(one.run.get());
    }
    return present_state(file, runs, m_window->catalog()->catalog().library);
  }
  void openFile(const QString& name) {
    m_window->openAll({name});
    settle();
    QTest::qWait(300);  // tables follow the curve
  }
  bool said(const QString& text) {
    return std::ranges::any_of(
        m_window->messages()->messages(),
        [&](const MessageBar::Message& message) { return message.text.contains(text); });
  }
  QAction* action() {
    for (QAction* each : m_window->findChildren<QAction*>()) {
      if (each->text().contains("Changes since")) {
        return each;
      }
    }
    return nullptr;
  }
};

TEST_F(ChangesTest, ADocumentThatGivesTheSameIsOpenedInSilence) {
  openFile(fileWith([](SavedState& state) { state.engine = "0.0.1"; }));
  EXPECT_FALSE(said("since then"));
  EXPECT_FALSE(action()->isEnabled());
}

TEST_F(ChangesTest, OtherParametersAndResultsAreSaidListedAndTakenBack) {
  openFile(fileWith([](SavedState& state) {
    state.engine = "0.0.1";
    state.models.at(0).parameters.at("CL").value *= 2;
    state.results.at(0).cmax.value *= 2;
  }));
  EXPECT_TRUE(said("saved by Ketascope 0.0.1"));
  EXPECT_TRUE(said("parameters: 1, results: 1"));
  ASSERT_TRUE(action()->isEnabled());

  ASSERT_TRUE(m_window->document()->value().scenarios.at(0).parameters.empty());
  int rows = 0;
  QTimer::singleShot(0, m_window.get(), [&] {
    auto* dialog = qobject_cast<ChangesDialog*>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    rows = dialog->table()->rowCount();
    EXPECT_TRUE(dialog->useSavedButton()->isEnabled());
    dialog->useSavedButton()->click();
  });
  m_window->reviewChanges();
  settle();
  EXPECT_EQ(rows, 3) << "program, CL, Cmax";
  EXPECT_TRUE(m_window->document()->value().scenarios.at(0).parameters.contains("CL"));
  EXPECT_FALSE(said("since then")) << "it was looked at";
  m_window->document()->undoStack()->undo();
  EXPECT_TRUE(m_window->document()->value().scenarios.at(0).parameters.empty());
}

TEST_F(ChangesTest, SavingWritesWhatTheDocumentGivesNow) {
  openFile(fileWith([](SavedState& state) { state.models.at(0).parameters.at("CL").value = 1; }));
  ASSERT_TRUE(action()->isEnabled());
  ASSERT_TRUE(m_window->save());
  EXPECT_FALSE(action()->isEnabled());
  const auto file = load_scenario_file(m_window->document()->path());
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->saved.state);
  EXPECT_EQ(file->saved.state->engine, version);
  EXPECT_EQ(*file->saved.state, statedIn(*file));
  EXPECT_FALSE(file->saved.state->results.empty());
}

TEST_F(ChangesTest, OtherModelsAreSaidAfterARecovery) {
  const QString name = fileWith([](SavedState& state) {
    state.models.at(0).parameters.at("CL").value *= 2;
    state.results.at(0).cmax.value *= 2;
  });
  auto file = load_scenario_file(name.toStdString());
  ASSERT_TRUE(file);
  file->scenarios.at(0).doses.at(0).amount.value *= 3;
  m_window->document()->recover(*file, name.toStdString());
  settle();
  QTest::qWait(300);
  EXPECT_TRUE(said("parameters: 1"));
  EXPECT_FALSE(said("results:")) << "the dose is another one";
}

TEST_F(ChangesTest, AnotherDocumentForgetsThem) {
  openFile(fileWith([](SavedState& state) { state.models.at(0).parameters.at("CL").value = 1; }));
  ASSERT_TRUE(action()->isEnabled());
  m_window->document()->reset({});
  settle();
  EXPECT_FALSE(action()->isEnabled());
  EXPECT_FALSE(said("since then"));
}

}  // namespace
}  // namespace ketascope
