// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/band_file.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "io/toml_reader.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-bands";

struct Limit {
  Measure typed;
  double internal = 0.0;
  Dimension dimension;
};

bool is_concentration(const Dimension& dimension) {
  return dimension == dimensions::concentration || dimension == dimensions::molar_concentration;
}

std::optional<Limit> read_limit(const TomlField& field) {
  auto measure = field.measure();
  if (!measure) {
    return std::nullopt;
  }
  const std::string name = field.name().value;
  if (measure->value.unit.empty()) {
    field.report("band.unit", fmt::format("'{}' has no unit", name),
                 fmt::format("for example {} = \"100 ng/mL\"", name));
    return std::nullopt;
  }
  // Both succeed: the unit has been read by measure().
  const Dimension dimension = parse_unit(measure->value.unit)->dimension;
  if (!is_concentration(dimension)) {
    field.report("band.unit", fmt::format("'{}' must be a concentration, not {}", name,
                                          to_text(measure->value)));
    return std::nullopt;
  }
  if (measure->value.value < 0.0) {
    field.report("band.order",
                 fmt::format("'{}' cannot be negative: {}", name, to_text(measure->value)));
    return std::nullopt;
  }
  const double internal = *to_internal(measure->value);
  return Limit{std::move(measure->value), internal, dimension};
}

void read_range(TomlTable& table, EffectBand& band) {
  table.require({"low", "high"});
  const TomlField low_field = table.field("low");
  const TomlField high_field = table.field("high");
  auto low = read_limit(low_field);
  auto high = read_limit(high_field);
  if (!low || !high) {
    return;
  }
  if (low->dimension != high->dimension) {
    high_field.report("band.unit", fmt::format("'high' ({}) cannot be compared with 'low' ({})",
                                               to_text(high->typed), to_text(low->typed)));
    return;
  }
  if (!(low->internal < high->internal)) {
    low_field.report("band.order", fmt::format("'low' ({}) must be below 'high' ({})",
                                               to_text(low->typed), to_text(high->typed)));
  }
  band.low = std::move(low->typed);
  band.high = std::move(high->typed);
}

/// Text that a band may not be without.
std::string needed(TomlTable& table, std::string_view name, std::string_view code,
                   std::string_view message) {
  const TomlField field = table.field(name);
  std::string value = field.text().value;
  const bool wrong_type = field && field.kind() != TomlKind::text;
  if (!wrong_type && value.find_first_not_of(' ') == std::string::npos) {
    table.report(code, std::string(message), field ? field.at() : table.at());
  }
  return value;
}

EffectBand read_band(TomlTable table, std::string_view file) {
  EffectBand band;
  band.file = file;
  band.id = needed(table, "id", "band.no_id", "a band without id");
  band.endpoint = needed(table, "endpoint", "band.no_endpoint", "a band without endpoint");
  band.citation = needed(table, "citation", "band.no_source", "a band without citation");
  read_range(table, band);
  band.drug = table.text("drug").value;
  band.analyte = table.text("analyte").value;
  band.matrix = table.text("matrix").value;
  band.context = table.text("context").value;
  band.doi = table.text("doi").value;
  band.doi_missing = table.text("doi_missing").value;
  if (!table.field("doi") && !table.field("doi_missing")) {
    table.report("band.no_source", "a band without doi", table.at(),
                 "or say why there is none: doi_missing = \"...\"");
  }
  if (const auto molar_mass = table.value_with_unit("molar_mass")) {
    const TomlField field = table.field("molar_mass");
    const auto internal = to_internal(molar_mass->value, dimensions::molar_mass);
    if (!internal) {
      field.report(internal.error().code, internal.error().message, internal.error().hint);
    } else if (!(*internal > 0.0)) {
      field.report("band.molar_mass", "the molar mass must be above zero");
    } else {
      band.molar_mass = *internal;
    }
  }
  band.standard = table.flag("standard").value_or(false);
  table.finish();
  return band;
}

}  // namespace

tl::expected<std::vector<EffectBand>, Diagnostics> parse_band_file(std::string_view text,
                                                                   std::string_view file) {
  TomlDocument document(text, file);
  std::vector<EffectBand> bands;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, format_kind, "band")) {
      std::set<std::string> ids;
      for (TomlTable& table : root.tables("band")) {
        const TomlField id = table.field("id");
        bands.push_back(read_band(std::move(table), file));
        const std::string& value = bands.back().id;
        if (!value.empty() && !ids.insert(value).second) {
          id.report("band.duplicate", fmt::format("a second band with the id '{}'", value));
        }
      }
      root.finish();
    }
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return bands;
}

}  // namespace ketascope
