// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QByteArray>
#include <memory>
#include <stop_token>

#include "ketascope/version.hpp"
#include "plot/concentration_plot.hpp"
#include "ui_samples.hpp"
#include "widgets/report_export.hpp"

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

TEST_F(ReportTest, ThePdfHasNumberedPages) {
  const QByteArray pdf = QByteArray::fromStdString(reportBytes(content("report.PDF")));
  EXPECT_TRUE(pdf.startsWith("%PDF-"));
  EXPECT_GE(pdf.count("/Type /Page\n"), 2);
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
