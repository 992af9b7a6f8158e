// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/diagram.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "app/filter_text.hpp"
#include "app/test_models.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/model_template.hpp"
#include "ketascope/app/verify_report.hpp"

namespace ketascope {
namespace {

using testing::holds;
using testing::model_of;
using testing::one_compartment;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// An empty PATH for as long as it lives.
class WithoutPrograms {
 public:
  WithoutPrograms() { ::setenv("PATH", "/nonexistent", 1); }
  ~WithoutPrograms() { ::setenv("PATH", before_.c_str(), 1); }
  WithoutPrograms(const WithoutPrograms&) = delete;
  WithoutPrograms& operator=(const WithoutPrograms&) = delete;

 private:
  std::string before_ = std::getenv("PATH") == nullptr ? "" : std::getenv("PATH");
};

TEST(FilterText, GivesBackWhatTheProgramWritesHoweverLong) {
  const std::string text(3'000'000, 'x');
  EXPECT_EQ(filter_text(text, "cat", "-").value_or(""), text);
}

TEST(FilterText, TellsAMissingProgramFromOneThatFails) {
  const auto missing = filter_text("", "no-such-program-here", "-");
  ASSERT_FALSE(missing);
  EXPECT_TRUE(missing.error().not_found);
  const auto failing = filter_text(std::string(1'000'000, 'x'), "false", "-");
  ASSERT_FALSE(failing);
  EXPECT_FALSE(failing.error().not_found);
  EXPECT_EQ(failing.error().message, "it ended with status 1");
}

void expect_everything_drawn(const std::string& svg) {
  EXPECT_TRUE(svg.starts_with("<svg "));
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
  EXPECT_EQ(count(svg, "<rect "), 5U) << "two compartments, two routes, one output";
  EXPECT_EQ(count(svg, " Z\""), 5U) << "two flows, two doses, one output";
  for (const char* text :
       {">depot<", ">central<", ">iv<", ">oral<", ">ka<", ">k<", ">F = F1<", ">= central / V<"}) {
    EXPECT_TRUE(holds(svg, text)) << text;
  }
  EXPECT_TRUE(holds(svg, "One compartment &amp; nothing else"));
}

TEST(ModelDiagram, DrawsEveryCompartmentFlowRouteAndOutput) {
  expect_everything_drawn(model_diagram_svg(*model_of(one_compartment())));
}

TEST(ModelDiagram, DrawsTheSameWithoutGraphviz) {
  const WithoutPrograms without;
  const ModelPtr model = model_of(one_compartment());
  expect_everything_drawn(model_diagram_svg(*model));
  EXPECT_EQ(count(model_card_page(*model), "<svg "), 1U);
}

TEST(ModelDiagram, IsTheSameTextEveryTime) {
  const ModelPtr model = model_of(one_compartment());
  EXPECT_EQ(model_diagram_svg(*model), model_diagram_svg(*model));
}

TEST(ModelCardPage, HoldsTheDrawingAndTheVariability) {
  const std::string page = model_card_page(*model_of(one_compartment(R"(
[[random_effects]]
name = "eta_CL"
parameter = "CL"
distribution = "lognormal"
level = "subject"
cv_percent = 30
source = "test"
)")));
  EXPECT_EQ(count(page, "<svg "), 1U);
  EXPECT_LT(page.find("<svg "), page.find("<h2>Parameters"));
  EXPECT_TRUE(holds(page, "CV 30.0 % between subjects"));
}

TEST(VerifyPage, ShowsExpectedObtainedAndVerdictBesideTheCurve) {
  const std::string checks = R"([[checks]]
id = "later"
kind = "value"
source = "closed <form>"
evidence = "derived"
doses = [ { route = "iv", amount = "100 mg" } ]
output = "ketamine"
at = "5 h"
expected = { value = 735.7589, unit = "ng/mL" }
tolerance_percent = 0.1
[[checks]]
id = "wrong"
kind = "cmax"
source = "nowhere"
evidence = "published"
doses = [ { route = "iv", amount = "100 mg" } ]
output = "ketamine"
until = "12 h"
expected = { value = 3000, unit = "ng/mL" }
tolerance_percent = 0.1
)";
  const ModelPtr model = model_of(one_compartment(checks));
  const std::vector<Verified> all{verified(model, verify(model))};
  const std::string page = verify_page(all);
  EXPECT_TRUE(holds(page, "1 of 2 checks passed, 1 failed."));
  EXPECT_TRUE(holds(page, "closed &lt;form&gt;"));
  EXPECT_TRUE(holds(page, "<span class=\"fail\">FAIL</span>"));
  EXPECT_EQ(count(page, "<svg "), 1U);
  EXPECT_EQ(count(page, "<polyline "), 1U) << "both checks look at the same curve";
  EXPECT_EQ(count(page, "<circle "), 1U);
  EXPECT_FALSE(holds(page, "http://") && holds(page, "src=")) << "complete in itself";
  EXPECT_EQ(page, verify_page(all));
}

TEST(PassesAllChecks, IsTrueOnlyWhenNoneFails) {
  EXPECT_TRUE(passes_all_checks(model_of(model_template("one").value())));
  std::string text = model_template("one").value();
  const std::string_view value = "value = 250, unit";
  text.replace(text.find(value), value.size(), "value = 251, unit");
  EXPECT_FALSE(passes_all_checks(model_of(text)));
}

TEST(ModelTemplate, IsASoundModelOfItsName) {
  const auto text = model_template("my-own.2");
  ASSERT_TRUE(text);
  const BuiltModel built = parse_model(*text, "my-own.2.toml");
  EXPECT_EQ(format(built.diagnostics, *text), "");
  ASSERT_TRUE(built.model);
  EXPECT_EQ(built.model->id, "my-own.2");
  EXPECT_FALSE(holds(*text, "@"));
}

TEST(ModelTemplate, RefusesAnIdThatIsNoFileName) {
  for (const char* id : {"", "../x", "a b", "-x", ".x"}) {
    EXPECT_FALSE(model_template(id)) << id;
  }
}

}  // namespace
}  // namespace ketascope
