// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "ketascope/app/document_report.hpp"
#include "ketascope/app/figure.hpp"
#include "ketascope/app/interactions.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/io/words_file.hpp"

namespace ketascope {
namespace {

const Library& shipped() {
  static const Library library({KETASCOPE_MODELS_DIR});
  return library;
}

constexpr std::array languages{"de", "fr", "es", "pl"};

Words german() {
  return Words({{"time after the first dose [{0}]", "Zeit nach der ersten Dosis [{0}]"},
                {"concentration", "Konzentration"},
                {"{0} over {1}", "{0} über {1}"},
                {"For teaching and research. Not for dosing decisions.", "Nur zum Lehren."},
                {"Peak and exposure", "Spitze und Exposition"},
                {"Parameters", "Parameter"}},
               {{"intravenous", "intravenös"},
                {"dose {0}", "Dosis {0}"},
                {"{0} venous", "{0} venös"},
                {"ketamine", "Ketamin"},
                {"{0}: model {1} has no route '{2}'", "{0}: Modell {1} hat keinen Weg „{2}“"},
                {"{0}: {1}", "{0}: {1}"},
                {"{0}, {1}", "{0}, {1}"},
                {"oral, held", "oral gehalten"},
                {"{0} follows {1}", "{1} führt {0}"}},
               "de", ',');
}

TEST(Words, WithoutATableAreTheEnglishOnes) {
  const Words english;
  EXPECT_EQ(english("intravenous"), "intravenous");
  EXPECT_EQ(english("{0} over {1}", {"0.5 mg/kg", "40 min"}), "0.5 mg/kg over 40 min");
  EXPECT_EQ(english.number("0.5 mg/kg"), "0.5 mg/kg");
  EXPECT_EQ(english.language(), "en");
}

TEST(Words, FillTheirPlacesInTheOrderOfTheirLanguage) {
  const Words words = german();
  EXPECT_EQ(words("{0} over {1}", {"0.5 mg/kg", "intravenous"}), "0,5 mg/kg über intravenös");
  EXPECT_EQ(words("a follows b"), "b führt a");
  EXPECT_EQ(words("no such text {0}", {"1.5 h"}), "no such text 1,5 h");
}

TEST(Words, KnowAFinishedSentenceByItsForm) {
  const Words words = german();
  EXPECT_EQ(words("dose 2: model kamp2020 has no route 'x'"),
            "Dosis 2: Modell kamp2020 hat keinen Weg „x“");
  EXPECT_EQ(words("ketamine venous"), "Ketamin venös");
  EXPECT_EQ(words("kamp2020: intravenous"), "kamp2020: intravenös");
  EXPECT_EQ(words("a, oral, held: ketamine"), "a, oral gehalten: Ketamin");
}

TEST(Words, LeaveProseAloneThatOnlyLooksLikeASentenceOfTheirs) {
  const Words words = german();
  for (const char* prose :
       {"dose at which half of them slept", "the samples were venous", "kamp2020: nobody knows",
        "0.75 * WT", "10.1097/ALN.0000000000003577", "", "{", "{0}"}) {
    EXPECT_EQ(words(prose), prose);
  }
}

TEST(Words, WriteQuantitiesWithTheReadersDecimalSign) {
  const Words words = german();
  EXPECT_EQ(words.number("0.5 mg/kg"), "0,5 mg/kg");
  EXPECT_EQ(words.number("0.25"), "0,25");
  EXPECT_EQ(words.number("Fig. 1.5"), "Fig. 1.5");
}

/// Everything that the files of the library name.
std::set<std::string> names_of_the_library() {
  std::set<std::string> names;
  for (const std::string& id : shipped().model_ids()) {
    const ModelPtr model = shipped().model(id).value();
    names.insert(model->title);
    names.insert(model->grade_reason);
    for (const Route& route : model->routes) {
      names.insert(route.label.empty() ? route.id : route.label);
      names.insert(route.note);
    }
    for (const Covariate& covariate : model->covariates) {
      names.insert(covariate.description);
      for (const auto& [category, code] : covariate.categories) {
        names.insert(category);
      }
    }
    for (const Output& output : model->outputs) {
      names.insert({output.name, output.label, output.matrix});
    }
    for (const Analyte& analyte : model->analytes) {
      names.insert(analyte.name);
    }
    for (const Flow& flow : model->flows) {
      names.insert(flow.label);
    }
  }
  const auto bands = shipped().bands().value();
  for (const EffectBand& band : bands) {
    names.insert({band.endpoint, band.analyte, band.matrix, band.drug});
  }
  for (const std::string& id : shipped().effect_ids()) {
    const EffectSpec effect = shipped().effect(id).value();
    names.insert({effect.title, effect.endpoint, effect.label});
  }
  for (const std::string& id : perpetrator_ids(shipped())) {
    const PerpetratorSpec perpetrator = find_perpetrator(shipped(), id).value();
    names.insert({perpetrator.pieces.title.value, perpetrator.pieces.summary.value});
    for (const RegimenSpec& regimen : perpetrator.regimens) {
      names.insert(regimen.label.value);
    }
    for (const RouteSpec& route : perpetrator.pieces.routes) {
      names.insert(route.label.value);
    }
  }
  // Alleles and forms are written the same in every language.
  std::erase_if(names, [](const std::string& name) {
    return name.empty() || name.starts_with('*') || name == "S" || name == "R";
  });
  return names;
}

TEST(WordsOfTheLibrary, AreThereForEveryNameInEveryLanguage) {
  const auto names = names_of_the_library();
  EXPECT_GT(names.size(), 150U);
  for (const char* language : languages) {
    const Words::Texts texts = load_words(shipped(), language, ',');
    const Words words({}, texts, language, ',');
    for (const std::string& name : names) {
      EXPECT_TRUE(texts.contains(name) || words(name) != name) << language << ": " << name;
    }
  }
}

TEST(WordsOfTheLibrary, HoldNothingThatTheLibraryNoLongerNames) {
  const auto names = names_of_the_library();
  for (const char* language : languages) {
    const auto path =
        std::filesystem::path(KETASCOPE_MODELS_DIR) / "words" / (std::string(language) + ".toml");
    const auto texts = load_words_file(path);
    ASSERT_TRUE(texts) << format(texts.error());
    const Words all({}, *texts, language, ',');
    for (const auto& entry : *texts) {
      if (names.contains(entry.first)) {
        continue;
      }
      Words::Texts fewer = *texts;
      fewer.erase(entry.first);
      const Words without({}, fewer, language, ',');
      EXPECT_TRUE(std::ranges::any_of(
          names, [&](const std::string& name) { return without(name) != all(name); }))
          << language << ": " << entry.first;
    }
  }
}

TEST(WordsOfTheLibrary, HaveTheSameEntriesInEveryLanguage) {
  std::set<std::string> first;
  for (const char* language : languages) {
    std::set<std::string> keys;
    const auto path =
        std::filesystem::path(KETASCOPE_MODELS_DIR) / "words" / (std::string(language) + ".toml");
    const auto texts = load_words_file(path).value();
    for (const auto& entry : texts) {
      keys.insert(entry.first);
    }
    if (first.empty()) {
      first = keys;
    }
    EXPECT_EQ(keys, first) << language;
  }
}

TEST(WordsOfTheLibrary, SayABandWithItsRange) {
  const Words words({}, load_words(shipped(), "de", ','), "de", ',');
  EXPECT_EQ(words("recovery from anaesthesia, 1.8-3.6 umol/L"),
            "Erwachen aus der Narkose, 1,8-3,6 umol/L");
}

class WordsOnPages : public ::testing::Test {
 protected:
  WordsOnPages() {
    ScenarioSpec spec;
    spec.name = "one";
    spec.model = "kamp2020";
    spec.sampling.until = {8, "h"};
    DoseSpec dose;
    dose.route = "iv";
    dose.amount = {0.5, "mg/kg"};
    dose.duration = Measure{40, "min"};
    spec.doses = {dose};
    document_.scenarios = {spec};
    document_.display.time_zero = TimeZero::first_dose;
    runs_ = run_document(document_, shipped()).value();
  }
  ScenarioFile document_;
  std::vector<ketascope::Run> runs_;
};

TEST_F(WordsOnPages, OfAFigureAreTheReaders) {
  const Figure figure = build_figure(runs_, {}, document_.display, "", german());
  EXPECT_EQ(figure.x_label, "Zeit nach der ersten Dosis [h]");
  EXPECT_EQ(figure.y_label, "Konzentration [ng/mL]");
  EXPECT_TRUE(figure.footnote.starts_with("Nur zum Lehren.")) << figure.footnote;
  ASSERT_EQ(figure.doses.size(), 1U);
  EXPECT_EQ(figure.doses[0].label, "0,5 mg/kg intravenös über 40 min");
}

TEST_F(WordsOnPages, OfAReportAreTheReadersAndItsCardsToo) {
  const std::string html = document_report_html(document_, runs_, {}, "", nullptr, german());
  for (const char* wanted : {"<html lang=\"de\">", "<h2>Spitze und Exposition</h2>",
                             "<h3>Parameter</h3>", "Nur zum Lehren.", "0,5 mg/kg"}) {
    EXPECT_NE(html.find(wanted), std::string::npos) << wanted;
  }
  EXPECT_EQ(html.find("Peak and exposure"), std::string::npos);
  EXPECT_NE(html.find("10.1097/ALN.0000000000003577"), std::string::npos);
  EXPECT_NE(document_report_html(document_, runs_, {}, "").find("<html lang=\"en\">"),
            std::string::npos);
}

}  // namespace
}  // namespace ketascope
