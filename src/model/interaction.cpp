// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/model/interaction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "ketascope/expr/expression.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {
namespace {

TextAt text(std::string value, SourceLocation at = {}) {
  return {std::move(value), at};
}

/// What all perpetrators together do to one enzyme.
struct Actions {
  std::vector<std::string> inhibitions, inactivations, inductions;
};

std::string sum_of(std::string first, const std::vector<std::string>& parts) {
  for (const std::string& part : parts) {
    first += " + (" + part + ")";
  }
  return first;
}

class Composer {
 public:
  /// `keep_names` is for checking a perpetrator by itself: texts stay as they are in the file.
  Composer(ModelSpec host, bool keep_names) : keep_names_(keep_names) {
    out_.spec = std::move(host);
    out_.spec.checks.clear();  // they are of the model alone
  }

  void add(const PerpetratorSpec& perpetrator) {
    pieces_ = &perpetrator.pieces;
    id_ = pieces_->id.value;
    prefix_.clear();
    if (!keep_names_) {
      prefix_ = id_ + "_";
      std::ranges::replace(prefix_, '-', '_');
    }
    if (!ids_.insert(id_).second) {
      report(Severity::error, "interaction.twice", fmt::format("{} is given twice", id_),
             "put its doses into one interaction");
      return;
    }
    collect_names();
    add_pieces();
    add_acts(perpetrator);
    if (!pieces_->grade_reason.empty() && !keep_names_) {
      report(Severity::note, "interaction.grade",
             fmt::format("{}: {}", id_, pieces_->grade_reason.value));
    }
  }

  void finish() {
    auto& enzymes = out_.spec.enzymes;
    for (const auto& [name, actions] : actions_) {
      const auto enzyme = std::ranges::find_if(
          enzymes, [&name = name](const EnzymeSpec& e) { return e.name.value == name; });
      replace(*enzyme, actions);
      enzymes.erase(enzyme);
    }
  }

  InteractionModel take() { return std::move(out_); }
  Diagnostics& notices() { return out_.notices; }

 private:
  void report(Severity severity, std::string code, std::string message, std::string hint = {}) {
    out_.notices.push_back(
        {severity, std::move(code), std::move(message), {}, {}, std::move(hint)});
  }

  void collect_names() {
    own_.clear();
    for (const ParameterSpec& piece : pieces_->parameters) {
      own_.insert(piece.name.value);
    }
    for (const DefinitionSpec& piece : pieces_->definitions) {
      own_.insert(piece.name.value);
    }
    for (const CompartmentSpec& piece : pieces_->compartments) {
      own_.insert(piece.name.value);
    }
  }

  TextAt named(const TextAt& name) const {
    return name.empty() ? name : text(prefix_ + name.value, name.at);
  }

  /// The expression over the names that the pieces have in the model.
  TextAt renamed(const TextAt& expression) const {
    const auto parsed = parse_expression(expression.value);
    if (keep_names_ || expression.empty() || !parsed) {
      return expression;
    }
    const Expression global =
        substitute(*parsed, [this](std::string_view name) -> std::optional<Expression> {
          return own_.contains(name) ? std::optional(symbol(prefix_ + std::string(name)))
                                     : std::nullopt;
        });
    return text(to_text(global), expression.at);
  }

  void add_pieces() {
    ModelSpec& spec = out_.spec;
    for (ParameterSpec piece : pieces_->parameters) {
      piece.name = named(piece.name);
      piece.description.value = id_ + ": " + piece.description.value;
      spec.parameters.push_back(std::move(piece));
    }
    for (DefinitionSpec piece : pieces_->definitions) {
      piece.name = named(piece.name);
      piece.expression = renamed(piece.expression);
      spec.definitions.push_back(std::move(piece));
    }
    for (CompartmentSpec piece : pieces_->compartments) {
      piece.name = named(piece.name);
      piece.amount = piece.unit.empty() ? text("mass") : TextAt{};
      for (TextAt* expression :
           {&piece.initial, &piece.derivative, &piece.F, &piece.ALAG, &piece.D, &piece.R}) {
        *expression = renamed(*expression);
      }
      spec.compartments.push_back(std::move(piece));
    }
    for (FlowSpec piece : pieces_->flows) {
      piece.from = named(piece.from);
      piece.to = named(piece.to);
      piece.rate = renamed(piece.rate);
      piece.amount_rate = renamed(piece.amount_rate);
      spec.flows.push_back(std::move(piece));
    }
    for (RouteSpec piece : pieces_->routes) {
      piece.id.value = interaction_route(id_, piece.id.value);
      for (TextAt& into : piece.into) {
        into = named(into);
      }
      piece.interaction = text(id_);
      spec.routes.push_back(std::move(piece));
    }
  }

  void add_acts(const PerpetratorSpec& perpetrator) {
    bool acts = false;
    for (const ActSpec& act : perpetrator.acts) {
      const bool known = std::ranges::any_of(out_.spec.enzymes, [&](const EnzymeSpec& enzyme) {
        return enzyme.name.value == act.on.value;
      });
      if (!known) {
        report(Severity::warning, "interaction.no_enzyme",
               fmt::format("{} acts on {}, which model {} does not have: left out", id_,
                           act.on.value, out_.spec.id.value));
        continue;
      }
      acts = true;
      Actions& actions = actions_[act.on.value];
      for (const auto& [given, list] : {std::pair(&act.inhibition, &actions.inhibitions),
                                        std::pair(&act.inactivation, &actions.inactivations),
                                        std::pair(&act.induction, &actions.inductions)}) {
        if (!given->empty()) {
          list->push_back(renamed(*given).value);
        }
      }
    }
    if (!acts) {
      std::vector<std::string> known;
      for (const EnzymeSpec& enzyme : out_.spec.enzymes) {
        known.push_back(enzyme.name.value);
      }
      report(Severity::error, "interaction.no_effect",
             fmt::format("{} changes nothing in model {}", id_, out_.spec.id.value),
             known.empty() ? "a model with enzymes is needed, for example ketascope-reference"
                           : fmt::format("its enzymes are {}", fmt::join(known, ", ")));
    }
  }

  void replace(const EnzymeSpec& enzyme, const Actions& actions) {
    const std::string& name = enzyme.name.value;
    const std::string turnover = name + "_turnover", level = name + "_level";
    std::string activity = "1";
    DefinitionSpec rate;
    rate.name = text(turnover);
    rate.expression = enzyme.turnover;
    rate.unit = text("1/h");
    rate.source = enzyme.source;
    rate.description = text("turnover of " + name);
    rate.at = enzyme.at;
    out_.spec.definitions.push_back(std::move(rate));
    if (!actions.inactivations.empty() || !actions.inductions.empty()) {
      CompartmentSpec state;
      state.name = text(level);
      state.description = text(enzyme.description.value + ": amount of enzyme");
      state.unit = text("1");
      state.initial = text("1");
      state.derivative =
          text(fmt::format("{} * ({}) - ({}) * {}", turnover, sum_of("1", actions.inductions),
                           sum_of(turnover, actions.inactivations), level));
      state.source = enzyme.source;
      state.at = enzyme.at;
      out_.spec.compartments.push_back(std::move(state));
      activity = level;
    }
    if (!actions.inhibitions.empty()) {
      activity += " / (" + sum_of("1", actions.inhibitions) + ")";
    }
    DefinitionSpec defined;
    defined.name = enzyme.name;
    defined.expression = text(activity);
    defined.unit = text("1");
    defined.source = enzyme.source;
    defined.description = enzyme.description;
    defined.at = enzyme.at;
    out_.spec.definitions.push_back(std::move(defined));
    OutputSpec output;
    output.name = text(name + " activity");
    output.label = text(enzyme.description.value);
    output.matrix = text("enzyme");
    output.site = text("unknown");
    output.expression = enzyme.name;
    output.unit = text("1");
    output.kind = text("other");
    out_.spec.outputs.push_back(std::move(output));
  }

  bool keep_names_;
  InteractionModel out_;
  const ModelSpec* pieces_ = nullptr;
  std::string id_, prefix_;
  std::set<std::string> ids_;
  std::set<std::string, std::less<>> own_;
  std::map<std::string, Actions> actions_;
};

/// The smallest model that has the enzymes which a perpetrator acts on.
ModelSpec stand_in(const PerpetratorSpec& perpetrator) {
  ModelSpec host;
  host.id = text("stand-in");
  host.title = host.citation = host.doi_missing = text("stand-in");
  host.grade = text("user");
  host.form = text("racemate");
  host.basis = text("base");
  host.matrix = text("plasma");
  host.site = text("unknown");
  host.year = 2000;
  host.format = text("ketascope-model 1");
  CompartmentSpec place;
  place.name = text("stand_in_place");
  host.compartments.push_back(place);
  OutputSpec output;
  output.name = text("stand-in");
  output.expression = text("1");
  output.unit = text("1");
  output.kind = text("other");
  host.outputs.push_back(output);
  std::set<std::string> enzymes;
  for (const ActSpec& act : perpetrator.acts) {
    if (!act.on.empty() && enzymes.insert(act.on.value).second) {
      EnzymeSpec enzyme;
      enzyme.name = act.on;
      enzyme.turnover = text("1[1/h]");
      enzyme.source = text("stand-in");
      enzyme.at = act.at;
      host.enzymes.push_back(std::move(enzyme));
    }
  }
  // Each action once by itself, so that what is wrong with it has its place in the file.
  int number = 0;
  for (const ActSpec& act : perpetrator.acts) {
    ++number;
    for (const auto& [given, kind, unit] : {std::tuple(&act.inhibition, "inhibition", "1"),
                                            std::tuple(&act.inactivation, "inactivation", "1/h"),
                                            std::tuple(&act.induction, "induction", "1")}) {
      if (given->empty()) {
        continue;
      }
      DefinitionSpec action;
      action.name = text(fmt::format("{}_of_{}_{}", kind, act.on.value, number));
      action.expression = *given;
      action.unit = text(unit);
      action.source = text("stand-in");
      action.at = act.at;
      host.definitions.push_back(std::move(action));
    }
  }
  return host;
}

}  // namespace

std::string interaction_route(std::string_view perpetrator, std::string_view route) {
  return fmt::format("{} {}", perpetrator, route);
}

tl::expected<InteractionModel, Diagnostics> with_interactions(
    ModelSpec host, std::span<const PerpetratorSpec> perpetrators) {
  Composer composer(std::move(host), false);
  for (const PerpetratorSpec& perpetrator : perpetrators) {
    composer.add(perpetrator);
  }
  if (has_errors(composer.notices())) {
    Diagnostics problems = std::move(composer.notices());
    std::erase_if(problems, [](const Diagnostic& d) { return d.severity != Severity::error; });
    return tl::unexpected(std::move(problems));
  }
  composer.finish();
  return composer.take();
}

Diagnostics check_perpetrator(const PerpetratorSpec& perpetrator) {
  Composer composer(stand_in(perpetrator), true);
  composer.add(perpetrator);
  if (has_errors(composer.notices())) {
    return std::move(composer.notices());
  }
  composer.finish();
  Diagnostics found = build_model(composer.take().spec).diagnostics;
  // What follows from a fault with a place has none of its own.
  const auto placed = [](const Diagnostic& problem) { return problem.at.line > 0; };
  if (std::ranges::any_of(found, placed)) {
    std::erase_if(found, [&](const Diagnostic& problem) { return !placed(problem); });
  }
  for (Diagnostic& problem : found) {
    problem.file = perpetrator.pieces.file;
  }
  return found;
}

}  // namespace ketascope
