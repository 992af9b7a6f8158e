// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ketascope/app/comparison.hpp"
#include "ketascope/app/patient_summary.hpp"
#include "ketascope/app/summary.hpp"

namespace ketascope {

/// A document as a page to print, complete in itself: figure, peaks and exposures, differences to
/// the baseline, every schedule, subject and changed parameter, the cards of its models, the
/// program's version and the seeds. `figure` is HTML (an <svg> or <img>). It holds no date: the
/// same document and program give the same page. `patients`: what virtual patients make of it.
std::string document_report_html(const ScenarioFile& document, std::span<const Run> runs,
                                 std::span<const EffectBand> bands, std::string_view figure,
                                 const PatientSummary* patients = nullptr, const Words& words = {});

}  // namespace ketascope
