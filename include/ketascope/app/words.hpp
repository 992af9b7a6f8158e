// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/app/library.hpp"

namespace ketascope {

/// What the reader's language makes of English texts. Without any it is English itself. Copies
/// share their texts and may be used by any thread.
class Words {
 public:
  /// English -> translation.
  using Texts = std::map<std::string, std::string, std::less<>>;

  Words() = default;
  /// A text of `sentences` with places ("{0}: model {1} has no route '{2}'") also stands for every
  /// finished text of that form: what the core has put together is told apart again, and needs no
  /// second way of saying it. `language` is a code as in HTML ("de").
  Words(Texts texts, const Texts& sentences, std::string language, char decimal_point);

  const std::string& language() const { return language_; }
  char decimal_point() const { return decimal_point_; }

  /// A text or finished sentence in the reader's language; where nothing is known of it, as it is.
  std::string operator()(std::string_view english) const;
  /// The sentence with its places filled: values as they are given, names in translation,
  /// quantities with the reader's decimal sign.
  std::string operator()(std::string_view english,
                         std::initializer_list<std::string_view> values) const;
  /// "0,5 mg/kg" of "0.5 mg/kg".
  std::string number(std::string text) const;

 private:
  struct Sentence;
  struct Table;
  std::string translated(std::string_view english, int depth) const;
  bool means(const Sentence& sentence, const std::vector<std::string_view>& values,
             int depth) const;

  std::shared_ptr<const Table> table_;
  std::string language_ = "en";
  char decimal_point_ = '.';
};

/// The translated names of the library's routes, bands, effects and so on: words/<language>.toml of
/// its folders, the first folder first. A file that cannot be read is left out.
Words::Texts load_words(const Library& library, std::string_view language, char decimal_point);

}  // namespace ketascope
