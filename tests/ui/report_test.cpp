// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAbstractTextDocumentLayout>
#include <QByteArray>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextLayout>
#include <filesystem>
#include <memory>
#include <stop_token>

#include "ketascope/app/document_report.hpp"
#include "ketascope/version.hpp"
#include "plot/concentration_plot.hpp"
#include "ui_samples.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/languages.hpp"
#include "widgets/report_export.hpp"
#include "widgets/report_pages.hpp"

namespace ketascope {
namespace {

class ReportTest : public ::testing::Test {
 protected:
  ReportTest() {
    m_document.title = "Two <infusions>";
    m_document.description = "What a lecturer says of them";
    m_document.scenarios = {test::infusion("first"), test::infusion("second")};
    m_document.scenarios[1].parameters["CL"] = {42, "L/h"};
    m_document.scenarios[1].seed = 4711;
    SimulationRequest request;
    request.document = m_document;
    request.library = test::sampleLibrary();
    m_outcome = std::make_shared<const SimulationOutcome>(simulateDocument(request, {}));
    m_plot.resize(1000, 620);
    m_plot.setFigure(m_outcome->figure);
  }

  ReportContent content(const char* name) {
    auto made = reportContent(name, m_outcome, m_plot);
    EXPECT_TRUE(made) << name;
    return std::move(*made);
  }

  ScenarioFile m_document;
  OutcomePtr m_outcome;
  ConcentrationPlot m_plot;
};

TEST_F(ReportTest, TheHtmlIsCompleteInItself) {
  const std::string html = reportBytes(content("report.html"));
  for (const std::string& wanted :
       {std::string("Two &lt;infusions&gt;"), std::string("What a lecturer says of them"),
        std::string("<svg"), std::string("Peak and exposure"), std::string("Side by side"),
        std::string("(baseline)"), std::string("Not as published: CL = 42 L/h"),
        std::string("seed 4711"), std::string("0.5 mg/kg"), std::string("40 min"),
        std::string("10.1097/ALN.0000000000003577"), std::string(version),
        std::string("Not for dosing decisions.")}) {
    EXPECT_NE(html.find(wanted), std::string::npos) << wanted;
  }
  EXPECT_EQ(html.find("<infusions>"), std::string::npos);
  EXPECT_EQ(html.find("http-equiv"), std::string::npos);
  for (const char* outside : {"src=\"http", "<link", "<script", "@import"}) {
    EXPECT_EQ(html.find(outside), std::string::npos) << outside;
  }
  EXPECT_EQ(reportBytes(content("report.html")), html) << "it holds no date";
}

TEST_F(ReportTest, AllNumbersOfAComparisonHaveTheReadersDecimalSign) {
  ASSERT_TRUE(useLanguage("de"));
  m_document.scenarios[1].doses[0].amount.value = 0.7;
  SimulationRequest request;
  request.document = m_document;
  request.library = test::sampleLibrary();
  request.words = wordsInUse();
  m_outcome = std::make_shared<const SimulationOutcome>(simulateDocument(request, {}));
  const QString html = QString::fromStdString(reportBytes(content("report.html")));
  useLanguage("en");
  static const QRegularExpression cell("([0-9.,]+)\u00a0[^<(]* \\([^<]*%\\)");
  int cells = 0;
  for (auto found = cell.globalMatch(html); found.hasNext();) {
    ++cells;
    EXPECT_FALSE(found.next().captured().contains('.')) << "a dot";
  }
  EXPECT_GT(cells, 0);
}

TEST_F(ReportTest, ThePdfHasNumberedPages) {
  const QByteArray pdf = QByteArray::fromStdString(reportBytes(content("report.PDF")));
  EXPECT_TRUE(pdf.startsWith("%PDF-"));
  EXPECT_GE(pdf.count("/Type /Page\n"), 2);
}

class ReportPagesTest : public ::testing::Test {
 protected:
  ReportPagesTest() {
    auto file = load_scenario_file(std::filesystem::path(KETASCOPE_MODELS_DIR) /
                                   "examples/interactions.toml");
    EXPECT_TRUE(file);
    SimulationRequest request;
    request.document = *file;
    request.library = test::sampleLibrary();
    const SimulationOutcome outcome = simulateDocument(request, {});
    m_pages = std::make_unique<ReportPages>(
        QString::fromStdString(
            document_report_html(*file, outcome.runs(), outcome.bands,
                                 "<p><img src=\"figure.png\" width=\"600\" height=\"400\"></p>")),
        "figure.png", QImage(60, 40, QImage::Format_RGB32), page);
  }
  const QTextDocument& text() { return m_pages->text(); }

  static constexpr QSizeF page{680, 980};
  std::unique_ptr<ReportPages> m_pages;
};

TEST_F(ReportPagesTest, ColumnsHaveRoomForTheirWords) {
  EXPECT_LE(text().size().width(), page.width() + 1);
  int wrapped = 0;
  for (QTextBlock block = text().begin(); block.isValid(); block = block.next()) {
    const QString words = block.text();
    for (int i = 0; i + 1 < block.layout()->lineCount(); ++i) {
      const QTextLine line = block.layout()->lineAt(i);
      const int at = line.textStart() + line.textLength();
      EXPECT_FALSE(words[at - 1].isLetterOrNumber() && words[at].isLetterOrNumber())
          << words.toStdString();
      ++wrapped;
    }
  }
  EXPECT_GT(wrapped, 20);
}

TEST_F(ReportPagesTest, NoLineIsCutAndNoHeadingStandsAtTheEndOfAPage) {
  ASSERT_GT(m_pages->count(), 3);
  for (int i = 0; i < m_pages->count(); ++i) {
    const auto [top, bottom] = m_pages->extent(i);
    EXPECT_LE(bottom - top, page.height());
    EXPECT_TRUE(i == 0 || top >= m_pages->extent(i - 1).second);
    int lines = 0;
    QTextBlock last;
    for (QTextBlock block = text().begin(); block.isValid(); block = block.next()) {
      const double at = text().documentLayout()->blockBoundingRect(block).top();
      for (int k = 0; k < block.layout()->lineCount(); ++k) {
        const QRectF line = block.layout()->lineAt(k).rect().translated(0, at);
        EXPECT_FALSE(line.top() < bottom - 0.5 && line.bottom() > bottom + 0.5)
            << "page " << i + 1 << ": " << block.text().toStdString();
        if (line.bottom() <= bottom + 0.5 && line.top() >= top - 0.5) {
          last = block;
          ++lines;
        }
      }
    }
    EXPECT_GT(lines, 0) << "page " << i + 1 << " is empty";
    EXPECT_TRUE(i + 1 == m_pages->count() || last.blockFormat().headingLevel() == 0)
        << "page " << i + 1 << ": " << last.text().toStdString();
  }
}

TEST_F(ReportTest, AnotherEndingIsRefused) {
  const auto refused = reportContent("report.doc", m_outcome, m_plot);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, "report.format");
}

TEST_F(ReportTest, AnotherThreadWritesTheSame) {
  const auto elsewhere = [](const ReportContent& mine) {
    std::string bytes;
    const std::unique_ptr<QThread> other(QThread::create([&] { bytes = reportBytes(mine); }));
    other->start();
    other->wait();
    return QByteArray::fromStdString(bytes);
  };
  EXPECT_EQ(elsewhere(content("report.html")).toStdString(), reportBytes(content("report.html")));
  // A PDF holds the time when it was made.
  const QByteArray here = QByteArray::fromStdString(reportBytes(content("report.pdf")));
  const QByteArray there = elsewhere(content("report.pdf"));
  EXPECT_EQ(there.count("/Type /Page\n"), here.count("/Type /Page\n"));
  EXPECT_NEAR(static_cast<double>(there.size()) / static_cast<double>(here.size()), 1.0, 0.01);
}

TEST_F(ReportTest, AStoppedReportEndsSoon) {
  std::stop_source stop;
  stop.request_stop();
  RunControl control;
  control.stop = stop.get_token();
  EXPECT_LT(reportBytes(content("report.pdf"), control).size(),
            reportBytes(content("report.pdf")).size());
}

}  // namespace
}  // namespace ketascope
