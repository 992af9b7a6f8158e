// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <utility>

#include "ketascope/model/model.hpp"
#include "model/context.hpp"

namespace ketascope {

BuiltModel build_model(const ModelSpec& spec) {
  using namespace model_detail;
  Context context(spec);
  check_header(context);
  declare_symbols(context);
  check_definitions(context);
  check_compartments(context);
  check_flows(context);
  check_outputs(context);
  check_routes(context);
  check_statistics(context);
  check_checks(context);
  if (!has_errors(context.diagnostics))
    compile_kinetics(context);

  BuiltModel built;
  built.diagnostics = std::move(context.diagnostics);
  std::ranges::stable_sort(built.diagnostics, {}, &Diagnostic::at);
  if (!has_errors(built.diagnostics)) {
    built.model = std::make_shared<const Model>(std::move(context.model));
  }
  return built;
}

}  // namespace ketascope
