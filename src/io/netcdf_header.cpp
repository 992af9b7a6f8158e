// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "io/netcdf_contents.hpp"

namespace ketascope {
namespace {

// Patients per compressed chunk: every block but the last is a multiple of it.
constexpr std::size_t chunk_patients = 64;
// A chunk of very many rows is divided.
constexpr std::size_t most_chunk_rows = 16384;
constexpr std::size_t list_chunk = 4096;
constexpr std::string_view band_prefix = "time_in_band:";

/// Names of groups: what every reader takes without quoting.
std::string group_name(const std::string& name, std::size_t number) {
  std::string safe;
  for (const char c : name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    safe += plain ? c : '_';
  }
  const bool letter =
      !safe.empty() && ((safe[0] >= 'a' && safe[0] <= 'z') || (safe[0] >= 'A' && safe[0] <= 'Z'));
  return letter ? safe : fmt::format("arm_{}{}{}", number, safe.empty() ? "" : "_", safe);
}

/// Readers look values up by their time, so no two rows may have the same one: the instant before a
/// jump is written as the last number that can be told from that of the jump.
double written_time_h(const BlockRow& row) {
  if (row.side != Side::pre) {
    return row.time_h;
  }
  return row.time_h - std::max(std::abs(row.time_h), 1.0) * std::numeric_limits<double>::epsilon();
}

}  // namespace

void NetcdfWriter::File::write_header() {
  const PopulationSpec& spec = header.spec;
  text(id, NC_GLOBAL, "Conventions", "CF-1.8");
  text(id, NC_GLOBAL, "title", header.title.empty() ? "virtual patients" : header.title);
  text(id, NC_GLOBAL, "source", header.program);
  text(id, NC_GLOBAL, "comment", "teaching and research, not for dosing decisions");
  text(id, NC_GLOBAL, "scenario", header.scenario_text);
  // As text: not every reader knows unsigned numbers of 64 bits.
  text(id, NC_GLOBAL, "seed", fmt::format("{}", spec.seed));
  number(id, NC_GLOBAL, "patients", NC_DOUBLE, static_cast<double>(spec.count));
  number(id, NC_GLOBAL, "complete", NC_INT, int{0});
  places.resize(header.arms.size());
  for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
    choose_group(arm);
    define(arm);
  }
  call(nc.enddef, id);
  for (std::size_t arm = 0; arm < header.arms.size(); ++arm) {
    fill(arm);
    if (form == Form::growing) {
      settle_places(arm);
    }
  }
}

void NetcdfWriter::File::per_subject(int group, int variable,
                                     std::initializer_list<std::size_t> chunk) {
  if (form == Form::whole) {
    chunks(group, variable, chunk);
    return;
  }
  contiguous(group, variable);
  // Not filled: that would write everything twice, and patients by the million before the first.
  call(nc.def_var_fill, group, variable, NC_NOFILL, static_cast<const void*>(nullptr));
}

/// Writes one value of every variable that has one per patient: the first write decides where a
/// variable stands.
void NetcdfWriter::File::settle_places(std::size_t index) {
  const NetcdfArm& arm = header.arms[index];
  const Place& place = places[index];
  const std::array<std::size_t, 3> start{0, 0, 0}, count{1, 1, 1};
  const double none = std::numeric_limits<double>::quiet_NaN();
  const float short_none = std::numeric_limits<float>::quiet_NaN();
  const long long nobody = 0;
  const auto put = [&](int variable, const void* value) {
    if (variable >= 0) {
      call(nc.put_vara, place.group, variable, start.data(), count.data(), value);
    }
  };
  if (arm.columns.empty() || arm.rows.empty()) {
    return;
  }
  put(place.subject, &nobody);
  put(place.status, &not_there_yet);
  put(place.curves, header.full_precision ? static_cast<const void*>(&none) : &short_none);
  for (const int variable : {place.cmax, place.tmax, place.auc, place.bands.values}) {
    put(variable, &none);
  }
  put(place.targets.values, &not_there_yet);
}

void NetcdfWriter::File::choose_group(std::size_t arm) {
  if (header.arms.size() == 1) {
    places[arm].group = id;
    return;
  }
  std::string name = group_name(header.arms[arm].name, arm + 1);
  // Two scenarios may have one name, or names that differ in a blank only; and one may be called
  // as another comes to be.
  while (!group_names.insert(name).second) {
    name = fmt::format("arm_{}_{}", arm + 1, name);
  }
  call(nc.def_grp, id, name.c_str(), &places[arm].group);
  text(places[arm].group, NC_GLOBAL, "title", header.arms[arm].name);
}

void NetcdfWriter::File::describe_model(int group, const Model& model) {
  text(group, NC_GLOBAL, "model", model.id);
  text(group, NC_GLOBAL, "model_title", model.title);
  text(group, NC_GLOBAL, "references", model.citation.text);
  text(group, NC_GLOBAL, "doi",
       model.citation.doi.empty() ? "none: " + model.citation.doi_missing : model.citation.doi);
}

void NetcdfWriter::File::define(std::size_t index) {
  const NetcdfArm& arm = header.arms[index];
  Place& place = places[index];
  const int group = place.group;
  const std::size_t rows = arm.rows.size(), columns = arm.columns.size();
  describe_model(group, *arm.model);

  const int subject =
      dimension(group, "subject",
                form == Form::growing ? static_cast<std::size_t>(header.spec.count) : NC_UNLIMITED);
  const int time = dimension(group, "time", rows);
  const int output = dimension(group, "output", columns);
  const int level = dimension(group, "percentile", header.spec.percentiles.size());

  const std::uint64_t last = header.spec.first_subject + header.spec.count;
  const nc_type id_type = last < 2'000'000'000u ? NC_INT : NC_INT64;
  place.subject =
      variable(group, "subject", id_type, {subject}, "number of the virtual patient", "1");
  per_subject(group, place.subject, {list_chunk});
  // No axis = "T": that is for times of a calendar, and these count from the beginning.
  place.time = variable(group, "time", NC_DOUBLE, {time}, "time", "h");
  place.side = variable(group, "side", NC_BYTE, {time},
                        "side of a jump that the row shows: the instant before it, or after");
  flags(group, place.side, {0, 1, 2}, "both before after");

  place.output = variable(group, "output", NC_STRING, {output}, "output of the model");
  place.label = variable(group, "output_label", NC_STRING, {output}, "output in words");
  place.analyte = variable(group, "output_analyte", NC_STRING, {output}, "analyte");
  place.matrix = variable(group, "output_matrix", NC_STRING, {output}, "sampled in");
  place.units = variable(group, "output_units", NC_STRING, {output}, "unit of the output");
  place.level = variable(group, "percentile", NC_DOUBLE, {level}, "percentile", "percent");

  place.status =
      variable(group, "status", NC_BYTE, {subject}, "how the patient's simulation ended");
  per_subject(group, place.status, {list_chunk});
  // This alone is filled: it tells who is there.
  filled_with(group, place.status, not_there_yet);
  constexpr std::array statuses{Status::completed, Status::cancelled, Status::step_limit,
                                Status::non_finite, Status::no_steady_state};
  std::vector<signed char> values(statuses.size());
  std::string meanings;
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    values[i] = static_cast<signed char>(statuses[i]);
    meanings += (i == 0 ? "" : " ") + std::string(to_text(statuses[i]));
  }
  std::ranges::replace(meanings, '-', '_');
  flags(group, place.status, values, meanings);

  // One unit for all outputs, where there is one: what readers put on an axis.
  std::string unit = columns > 0 ? arm.columns.front().unit : std::string();
  for (const NetcdfColumn& column : arm.columns) {
    if (column.unit != unit) {
      unit.clear();
    }
  }
  const nc_type curve_type = header.full_precision ? NC_DOUBLE : NC_FLOAT;
  place.curves = variable(group, "concentration", curve_type, {subject, output, time},
                          "concentration in one patient", unit);
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (form == Form::growing) {
    per_subject(group, place.curves, {});
  } else {
    compressed_chunks(group, place.curves,
                      {chunk_patients, 1, std::clamp(rows, std::size_t{1}, most_chunk_rows)});
    // Chunks are written whole and once: nothing to keep.
    call(nc.set_var_chunk_cache, group, place.curves,
         chunk_patients * std::min(rows, most_chunk_rows) * 8, std::size_t{11}, 1.0F);
    if (header.full_precision) {
      filled_with(group, place.curves, none);
    } else {
      filled_with(group, place.curves, std::numeric_limits<float>::quiet_NaN());
    }
  }
  place.mean = variable(group, "concentration_mean", NC_DOUBLE, {output, time},
                        "mean of all patients", unit);
  place.percentiles = variable(group, "concentration_percentile", NC_DOUBLE, {level, output, time},
                               "percentile over all patients", unit);
  for (const int made : {place.mean, place.percentiles}) {
    filled_with(group, made, none);
  }
  for (const int made : {place.curves, place.mean, place.percentiles}) {
    text(group, made, "coordinates", "side output_label output_analyte output_matrix output_units");
  }
  text(group, place.curves, "ancillary_variables", "status");
  text(group, place.mean, "cell_methods", "subject: mean");

  const auto metric = [&](const char* name, const char* long_name, const std::string& units) {
    const int made = variable(group, name, NC_DOUBLE, {subject, output}, long_name, units);
    per_subject(group, made, {list_chunk, std::max(columns, std::size_t{1})});
    if (form == Form::whole) {
      filled_with(group, made, none);
    }
    text(group, made, "coordinates", "output_label output_analyte output_matrix output_units");
    text(group, made, "ancillary_variables", "status");
    return made;
  };
  place.cmax = metric("cmax", "highest concentration in one patient", unit);
  place.tmax = metric("tmax", "time of the highest concentration in one patient", "h");
  place.auc = metric("auc", "area under one patient's curve, over the times in this file",
                     unit.empty() ? unit : exposure_unit(unit));
  define_measured(index, subject);
}

void NetcdfWriter::File::define_measured(std::size_t index, int subject) {
  Place& place = places[index];
  const int group = place.group;
  const std::vector<MeasuredInfo>& measured = header.arms[index].measured;
  for (std::size_t m = 0; m < measured.size(); ++m) {
    if (measured[m].target) {
      place.targets.index.push_back(m);
    } else if (measured[m].name.starts_with(band_prefix)) {
      place.bands.index.push_back(m);
    }
  }
  const auto define = [&](Place::Measured& made, const char* name, const char* long_name,
                          const char* output, const char* values, nc_type type,
                          const char* of_values, const char* units) {
    if (made.index.empty()) {
      return;
    }
    const int along = dimension(group, name, made.index.size());
    made.name = variable(group, name, NC_STRING, {along}, long_name);
    made.output = variable(group, output, NC_STRING, {along}, "output that it is about");
    made.values = variable(group, values, type, {subject, along}, of_values, units);
    per_subject(group, made.values, {list_chunk, made.index.size()});
    text(group, made.values, "coordinates", output);
    text(group, made.values, "ancillary_variables", "status");
  };
  define(place.bands, "band", "effect band", "band_output", "time_in_band", NC_DOUBLE,
         "time that one patient's curve is in the band", "h");
  define(place.targets, "target", "what a patient is to reach", "target_output", "target_reached",
         NC_BYTE, "whether one patient reached it", "");
  if (place.bands.values >= 0 && form == Form::whole) {
    filled_with(group, place.bands.values, std::numeric_limits<double>::quiet_NaN());
  }
  if (place.targets.values >= 0) {
    if (form == Form::whole) {
      filled_with(group, place.targets.values, not_there_yet);
    }
    flags(group, place.targets.values, {0, 1}, "missed reached");
  }
}

/// What is known before the first patient.
void NetcdfWriter::File::fill(std::size_t index) {
  const NetcdfArm& arm = header.arms[index];
  const Place& place = places[index];
  const int group = place.group;
  numbers.clear();
  codes.clear();
  time_h.emplace_back();
  side.emplace_back();
  for (const BlockRow& row : arm.rows) {
    numbers.push_back(written_time_h(row));
    codes.push_back(static_cast<signed char>(row.side));
    time_h.back().push_back(row.time_h);
    side.back().push_back(row.side);
  }
  call(nc.put_var, group, place.time, static_cast<const void*>(numbers.data()));
  call(nc.put_var, group, place.side, static_cast<const void*>(codes.data()));
  call(nc.put_var, group, place.level, static_cast<const void*>(header.spec.percentiles.data()));
  const auto texts = [&](int variable, auto&& of) {
    std::vector<std::string> all;
    for (const NetcdfColumn& column : arm.columns) {
      all.push_back(of(column));
    }
    strings(group, variable, all);
  };
  texts(place.output, [](const NetcdfColumn& c) { return c.info.name; });
  texts(place.label, [](const NetcdfColumn& c) { return c.info.label; });
  texts(place.analyte, [](const NetcdfColumn& c) { return c.info.analyte; });
  texts(place.matrix, [](const NetcdfColumn& c) { return c.info.matrix; });
  texts(place.units, [](const NetcdfColumn& c) { return c.unit; });
  for (const Place::Measured& made : {place.bands, place.targets}) {
    if (made.index.empty()) {
      continue;
    }
    std::vector<std::string> names, outputs;
    for (const std::size_t m : made.index) {
      const MeasuredInfo& info = arm.measured[m];
      names.push_back(info.target ? info.name : info.name.substr(band_prefix.size()));
      outputs.push_back(info.output);
    }
    strings(group, made.name, names);
    strings(group, made.output, outputs);
  }
}

}  // namespace ketascope
