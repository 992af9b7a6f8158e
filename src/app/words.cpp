// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/words.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "ketascope/app/summary.hpp"
#include "ketascope/io/words_file.hpp"

namespace ketascope {
namespace {

/// "{0}" -> 0 at the beginning of a text.
std::optional<std::size_t> place_at(std::string_view text) {
  if (text.size() >= 3 && text[0] == '{' && text[1] >= '0' && text[1] <= '9' && text[2] == '}') {
    return static_cast<std::size_t>(text[1] - '0');
  }
  return std::nullopt;
}

constexpr std::size_t place_size = 3;

/// Joints within joints that are looked into: long prose has many commas, and each could be one.
constexpr int most_joints = 3;

template <typename Value>
std::string filled(std::string_view sentence, std::size_t count, const Value& value) {
  std::string out;
  while (!sentence.empty()) {
    const auto place = place_at(sentence);
    if (place && *place < count) {
      out += value(*place);
      sentence.remove_prefix(place_size);
    } else {
      out += sentence.front();
      sentence.remove_prefix(1);
    }
  }
  return out;
}

bool has_letter(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Length of the number that a text begins with, when nothing or a unit follows it; an expression
/// ("0.75 * WT") is no quantity.
std::size_t number_length(std::string_view text) {
  double value = 0.0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  const auto length = static_cast<std::size_t>(stop - text.data());
  const bool alone = stop == end || (*stop == ' ' && text.rfind(' ') == length);
  return error == std::errc() && alone ? length : 0;
}

}  // namespace

/// A text with places: what stands before, between and behind them.
struct Words::Sentence {
  std::vector<std::string> fixed;  ///< one more than places
  std::vector<std::size_t> places;
  std::string translation;
  std::size_t fixed_size = 0;
  bool joint = false;  ///< no word of its own

  /// What stands in the places of a text of this form, by their numbers.
  std::optional<std::vector<std::string_view>> values(std::string_view text) const {
    if (text.size() < fixed_size || !text.starts_with(fixed.front()) ||
        !text.ends_with(fixed.back())) {
      return std::nullopt;
    }
    std::vector<std::string_view> found(*std::ranges::max_element(places) + 1);
    std::size_t at = fixed.front().size();
    const std::size_t end = text.size() - fixed.back().size();
    for (std::size_t i = 0; i < places.size(); ++i) {
      std::size_t to = end;
      if (i + 1 < places.size()) {
        to = text.find(fixed[i + 1], at);
        if (to == std::string_view::npos || to + fixed[i + 1].size() > end) {
          return std::nullopt;
        }
      }
      if (to <= at) {
        return std::nullopt;
      }
      found[places[i]] = text.substr(at, to - at);
      at = to + (i + 1 < places.size() ? fixed[i + 1].size() : 0);
    }
    return found;
  }
};

struct Words::Table {
  Texts texts;
  std::vector<Sentence> sentences;  ///< the most particular first
};

/// Whether a text is of this form by more than chance: prose that happens to end in "venous" is
/// left alone, rather than translated by half.
bool Words::means(const Sentence& sentence, const std::vector<std::string_view>& values,
                  int depth) const {
  constexpr std::size_t telling_size = 12;
  const auto known = [&](std::string_view value) {
    return (value.front() >= '0' && value.front() <= '9') || translated(value, depth + 1) != value;
  };
  if (sentence.joint) {
    const std::string_view last = values[sentence.places.back()];
    return depth < most_joints && translated(last, depth + 1) != last;
  }
  return sentence.fixed_size >= telling_size ||
         std::ranges::all_of(values, [&](std::string_view value) {
           return value.empty() || value.find(' ') == std::string_view::npos || known(value);
         });
}

Words::Words(Texts texts, const Texts& sentences, std::string language, char decimal_point)
    : language_(std::move(language)), decimal_point_(decimal_point) {
  auto table = std::make_shared<Table>();
  for (const auto& [english, translation] : sentences) {
    Sentence sentence;
    std::string fixed;
    for (std::string_view rest = english; !rest.empty();) {
      if (const auto place = place_at(rest)) {
        sentence.places.push_back(*place);
        sentence.fixed.push_back(std::exchange(fixed, {}));
        rest.remove_prefix(place_size);
      } else {
        fixed += rest.front();
        rest.remove_prefix(1);
      }
    }
    sentence.fixed.push_back(std::move(fixed));
    for (const std::string& part : sentence.fixed) {
      sentence.fixed_size += part.size();
    }
    if (!sentence.places.empty()) {
      sentence.joint = std::ranges::none_of(sentence.fixed, has_letter);
      sentence.translation = translation;
      table->sentences.push_back(std::move(sentence));
    }
  }
  // Of two joints the colon holds more together: "model, route: what is said of it".
  std::ranges::stable_sort(table->sentences, std::ranges::greater{}, [](const Sentence& sentence) {
    return std::pair(sentence.fixed_size, sentence.joint && sentence.fixed[1].starts_with(':'));
  });
  table->texts = std::move(texts);
  table->texts.insert(sentences.begin(), sentences.end());
  table_ = std::move(table);
}

std::string Words::operator()(std::string_view english) const {
  return translated(english, 0);
}

std::string Words::translated(std::string_view english, int depth) const {
  if (!table_) {
    return std::string(english);
  }
  if (const auto known = table_->texts.find(english); known != table_->texts.end()) {
    return known->second;
  }
  for (const Sentence& sentence : table_->sentences) {
    if (const auto values = sentence.values(english); values && means(sentence, *values, depth)) {
      return filled(sentence.translation, values->size(),
                    [&](std::size_t i) { return translated((*values)[i], depth + 1); });
    }
  }
  return number(std::string(english));
}

std::string Words::operator()(std::string_view english,
                              std::initializer_list<std::string_view> values) const {
  std::string_view sentence = english;
  if (table_) {
    const auto known = table_->texts.find(english);
    sentence = known == table_->texts.end() ? english : std::string_view(known->second);
  }
  return filled(sentence, values.size(), [&](std::size_t i) { return (*this)(values.begin()[i]); });
}

std::string Words::number(std::string text) const {
  if (decimal_point_ != '.') {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(number_length(text));
    std::replace(text.begin(), end, '.', decimal_point_);
  }
  return text;
}

Words::Texts load_words(const Library& library, std::string_view language, char decimal_point) {
  Words::Texts all;
  for (const auto& folder : library.folders()) {
    const auto path = folder / "words" / (std::string(language) + ".toml");
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
      continue;
    }
    if (auto texts = load_words_file(path)) {
      all.merge(*texts);
    }
  }
  // What the tables say of a band is put together; its parts may hold commas themselves.
  if (const auto bands = library.bands(); bands && !all.empty()) {
    const Words words({}, all, std::string(language), decimal_point);
    for (const EffectBand& band : *bands) {
      all.emplace(band_label(band), band_label(band, words));
    }
  }
  return all;
}

}  // namespace ketascope
