// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "ketascope/app/library.hpp"
#include "ketascope/app/verify.hpp"

/// Do the checks of a model hold its numbers? Every parameter of every shipped model is made 5 %
/// larger and 5 % smaller, and a check must fail.
namespace ketascope {
namespace {

/// "model/parameter" -> why no check can notice it.
const std::map<std::string, std::string> unconstrained = {};

struct Mutation {
  std::string name;  ///< "model/parameter"
  double factor = 1.0;
  ModelSpec spec;
  bool noticed = false;
};

/// A mutation that no file may hold (a bioavailability above one, say) is noticed by the loader.
void run(Mutation& mutation) {
  const BuiltModel built = build_model(mutation.spec);
  mutation.noticed = !built.model || !passes_all_checks(built.model);
}

std::vector<Mutation> mutations(const Library& library) {
  std::vector<Mutation> all;
  for (const std::string& id : library.model_ids()) {
    const auto text = read_text_file(library.model_path(id));
    const ModelSpec spec = parse_model_spec(text.value_or(""), id + ".toml").spec;
    for (std::size_t i = 0; i < spec.parameters.size(); ++i) {
      for (const double factor : {0.95, 1.05}) {
        Mutation mutation{id + "/" + spec.parameters[i].name.value, factor, spec, false};
        auto& value = mutation.spec.parameters[i].value;
        value = value.value_or(0.0) * factor;
        all.push_back(std::move(mutation));
      }
    }
  }
  return all;
}

TEST(MutationSlow, EveryParameterOfEveryModelIsHeldByACheck) {
  std::vector<Mutation> all = mutations(Library({KETASCOPE_MODELS_DIR}));
  ASSERT_GT(all.size(), 200U);
  tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t i) { run(all[i]); });
  for (const Mutation& mutation : all) {
    const bool excused = unconstrained.contains(mutation.name);
    EXPECT_TRUE(mutation.noticed || excused)
        << mutation.name << " times " << mutation.factor << ": no check fails";
  }
  for (const auto& [name, reason] : unconstrained) {
    EXPECT_FALSE(reason.empty()) << name;
    const bool needed =
        std::ranges::any_of(all, [&](const Mutation& m) { return m.name == name && !m.noticed; });
    EXPECT_TRUE(needed) << name << " is excused without need";
  }
}

}  // namespace
}  // namespace ketascope
