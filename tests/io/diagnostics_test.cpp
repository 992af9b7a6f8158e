// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/diagnostics.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "text_files.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;
using testing::listing;
using testing::TemporaryFolder;
using namespace std::string_literals;

std::string problems_of(const fs::path& path, std::size_t limit = max_text_file_bytes) {
  const auto text = read_text_file(path, limit);
  return text ? "none" : listing(text.error());
}

TEST(ReadTextFile, GivesTheBytesAsTheyAre) {
  const TemporaryFolder folder;
  const std::string bytes = "a\r\nµg/mL \xF0\x9F\x92\x89\n";
  const auto text = read_text_file(folder.write("a.toml", bytes));
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, bytes);
}

TEST(ReadTextFile, AnEmptyFileIsAnEmptyText) {
  const TemporaryFolder folder;
  const auto text = read_text_file(folder.write("a.toml", ""));
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "");
}

TEST(ReadTextFile, NamesAFileThatIsNotThere) {
  const TemporaryFolder folder;
  const auto text = read_text_file(folder / "none.toml");
  ASSERT_FALSE(text);
  EXPECT_EQ(listing(text.error()),
            "0:0 error[file.unreadable] cannot read: No such file or directory\n");
  EXPECT_EQ(text.error()[0].file, (folder / "none.toml").string());
}

TEST(ReadTextFile, RefusesAFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(problems_of(folder.path()), "0:0 error[file.unreadable] cannot read: it is a folder\n");
}

TEST(ReadTextFile, TakesAFileOfExactlyTheLimitAndNotOneByteMore) {
  const TemporaryFolder folder;
  EXPECT_EQ(problems_of(folder.write("a", std::string(2048, 'x')), 2048), "none");
  EXPECT_EQ(problems_of(folder.write("b", std::string(2049, 'x')), 2048),
            "0:0 error[file.too_large] the file is larger than 2 KiB\n");
}

TEST(ReadTextFile, DoesNotReadAnEndlessDeviceToItsEnd) {
  EXPECT_EQ(problems_of("/dev/zero", 1000),
            "0:0 error[file.too_large] the file is larger than 1000 bytes\n");
}

TEST(ReadTextFile, SaysWhereTheFirstNulByteIs) {
  const TemporaryFolder folder;
  EXPECT_EQ(problems_of(folder.write("a", "one\ntwo\0three"s)),
            "2:4 error[file.binary] not a text file: it holds NUL bytes\n");
}

TEST(ReadTextFile, SaysWhereUtf8Breaks) {
  const TemporaryFolder folder;
  const std::string hint = " cannot stand here | save the file with the encoding UTF-8\n";
  EXPECT_EQ(problems_of(folder.write("latin1", "unit = \"\xB5g\"\n")),
            "1:9 error[file.not_utf8] not UTF-8: byte 0xB5" + hint);
  EXPECT_EQ(problems_of(folder.write("after", "µµ\nµ\xFF")),
            "2:2 error[file.not_utf8] not UTF-8: byte 0xFF" + hint);
}

TEST(ReadTextFile, RefusesEveryKindOfMalformedUtf8) {
  const TemporaryFolder folder;
  const std::pair<const char*, std::string> malformed[] = {
      {"overlong slash", "\xC0\xAF"},
      {"overlong in three", "\xE0\x80\xAF"},
      {"overlong in four", "\xF0\x80\x80\xAF"},
      {"surrogate", "\xED\xA0\x80"},
      {"above U+10FFFF", "\xF4\x90\x80\x80"},
      {"five bytes", "\xF8\x88\x80\x80\x80"},
      {"lone continuation", "\x80"},
      {"cut after one", "\xE2"},
      {"cut after two", "\xE2\x82"},
      {"cut after three", "\xF0\x9F\x92"},
      {"interrupted", "\xE2\x28\xA1"},
  };
  for (const auto& [name, bytes] : malformed) {
    SCOPED_TRACE(name);
    const auto text = read_text_file(folder.write("a", "12345678x" + bytes));
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error()[0].code, "file.not_utf8");
    EXPECT_EQ(text.error()[0].at, (SourceLocation{1, 10}));
  }
}

TEST(ReadTextFile, TakesTheOutermostCodePoints) {
  const TemporaryFolder folder;
  EXPECT_EQ(problems_of(folder.write("a",
                                     "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80"
                                     "\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF")),
            "none");
}

TEST(WriteFile, WritesANewFileAndLeavesNothingElseBehind) {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(write_file(folder / "out.csv", bytes));
  EXPECT_EQ(TemporaryFolder::read(folder / "out.csv"), bytes);
  EXPECT_EQ(folder.count(), 1u);
}

TEST(WriteFile, ReplacesTheWholeFileAndKeepsItsPermissions) {
  const TemporaryFolder folder;
  const fs::path path = folder.write("out.csv", "something much longer than the new content");
  ::chmod(path.c_str(), 0640);
  ASSERT_TRUE(write_file(path, "new"));
  EXPECT_EQ(TemporaryFolder::read(path), "new");
  EXPECT_EQ(static_cast<unsigned>(fs::status(path).permissions()), 0640u);
  EXPECT_EQ(folder.count(), 1u);
}

TEST(WriteFile, ANewFileGetsThePermissionsThatTheUserWants) {
  const TemporaryFolder folder;
  const mode_t before = ::umask(027);
  const auto written = write_file(folder / "out.csv", "x");
  ::umask(before);
  ASSERT_TRUE(written);
  EXPECT_EQ(static_cast<unsigned>(fs::status(folder / "out.csv").permissions()), 0640u);
}

TEST(WriteFile, WritesThroughALinkInsteadOfReplacingIt) {
  const TemporaryFolder folder;
  const fs::path target = folder.write("target.csv", "old");
  fs::create_symlink("target.csv", folder / "link.csv");
  ASSERT_TRUE(write_file(folder / "link.csv", "new"));
  EXPECT_TRUE(fs::is_symlink(folder / "link.csv"));
  EXPECT_EQ(TemporaryFolder::read(target), "new");
}

TEST(WriteFile, WritesToADevice) {
  EXPECT_TRUE(write_file("/dev/null", "x"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(WriteFile, RefusesAFolderAndAFolderThatIsNotThere) {
  const TemporaryFolder folder;
  const auto into_folder = write_file(folder.path(), "x");
  ASSERT_FALSE(into_folder);
  EXPECT_EQ(listing(into_folder.error()),
            "0:0 error[file.unwritable] cannot write: it is a folder\n");
  const auto nowhere = write_file(folder / "no" / "out.csv", "x");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(listing(nowhere.error()),
            "0:0 error[file.unwritable] cannot write: No such file or directory\n");
  EXPECT_EQ(nowhere.error()[0].file, (folder / "no" / "out.csv").string());
}

TEST(WriteFile, AFullDiskIsReported) {
  const auto written = write_file("/dev/full", "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(listing(written.error()),
            "0:0 error[file.unwritable] cannot write: No space left on device\n");
}

TEST(WriteFile, AFailedRenameLeavesTheFolderAsItWas) {
  const TemporaryFolder folder;
  // A name of 255 bytes is as long as it gets; the temporary file can be made, the target cannot.
  const auto written = write_file(folder / std::string(256, 'x'), "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(listing(written.error()),
            "0:0 error[file.unwritable] cannot write: File name too long\n");
  EXPECT_EQ(folder.count(), 0u);
}

}  // namespace
}  // namespace ketascope
