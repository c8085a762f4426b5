#include "tools/coursec/sources.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

/// A folder of its own, with a space and Hanzi in its name, that goes away with the test.
class Folder {
public:
    Folder() {
        fs::create_directories(path_ / "M2");
        fs::create_directories(path_ / "schemas");
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    void write(const std::string& name, const std::string& text) const {
        std::FILE* file = std::fopen((path_ / name).c_str(), "wb");
        REQUIRE(file);
        std::fwrite(text.data(), 1, text.size(), file);
        std::fclose(file);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_ = fs::temp_directory_path() / ("coursec 测试 " + std::to_string(getpid()));
};

} // namespace

TEST_SUITE("files of a course") {
    TEST_CASE("all JSON files are read, schemas and other files are not") {
        const Folder folder;
        folder.write("course.json", "{}");
        folder.write("M2/L2.1.json", "[1]");
        folder.write("schemas/course.schema.json", "{}");
        folder.write("README.md", "#");
        const auto sources = coursec::readSources(folder.path());
        REQUIRE(sources.ok());
        CHECK(sources.value() == coursec::Sources{{"M2/L2.1.json", "[1]"}, {"course.json", "{}"}});
    }

    TEST_CASE("a folder that is not there is a fault, in words") {
        const auto sources = coursec::readSources("/no such folder");
        REQUIRE_FALSE(sources.ok());
        CHECK(sources.error().fault == base::Fault::missing);
    }

    TEST_CASE("packs are written once, left alone when the same, and stale ones removed") {
        const Folder folder;
        const fs::path packs = folder.path() / "packs" / "new";
        auto written = coursec::writeOutputs(packs, {{"a.pack", "A"}, {"b.pack", "B"}});
        REQUIRE(written.ok());
        CHECK(written.value().changed == 2);
        const auto time = fs::last_write_time(packs / "a.pack");

        written = coursec::writeOutputs(packs, {{"a.pack", "A"}, {"c.pack", "C"}});
        REQUIRE(written.ok());
        CHECK(written.value().changed == 1);
        CHECK(written.value().removed == 1);
        CHECK(fs::last_write_time(packs / "a.pack") == time);
        CHECK_FALSE(fs::exists(packs / "b.pack"));
        CHECK(fs::file_size(packs / "c.pack") == 1);
    }

    TEST_CASE("when one file cannot be written, none is changed and nothing is left behind") {
        const Folder folder;
        const fs::path packs = folder.path() / "packs";
        REQUIRE(coursec::writeOutputs(packs, {{"a.pack", "old"}}).ok());
        const auto written = coursec::writeOutputs(packs, {{"a.pack", "new"}, {"no/such/folder.pack", "x"}});
        REQUIRE_FALSE(written.ok());
        CHECK(fs::file_size(packs / "a.pack") == 3);
        std::size_t files = 0;
        for (const auto& each : fs::directory_iterator(packs)) files += each.exists() ? 1 : 0;
        CHECK(files == 1);
        const auto sources = coursec::writeOutputs("/proc/no", {});
        CHECK_FALSE(sources.ok());
    }
}
