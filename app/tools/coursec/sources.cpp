#include "tools/coursec/sources.h"

#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace coursec {

namespace fs = std::filesystem;
using base::Error;
using base::Fault;

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

bool readFile(const fs::path& path, std::string& text) {
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return false;
    text.clear();
    char block[1 << 16];
    for (std::size_t read = 0; (read = std::fread(block, 1, sizeof block, file.get())) > 0;) text.append(block, read);
    return std::ferror(file.get()) == 0;
}

bool writeFile(const fs::path& path, const std::string& bytes) {
    File file(std::fopen(path.c_str(), "wb"));
    if (!file) return false;
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    return std::fclose(file.release()) == 0 && written;
}

Error unwritable(const fs::path& path) {
    return {Fault::unreadable,
            "The file cannot be written. Is the disk full, or the folder not yours? Nothing was changed.",
            path.string()};
}

/// Takes away what was written beside its place when the rest could not be.
class Drafts {
public:
    ~Drafts() {
        std::error_code ignored; // a draft that stays behind does no harm, and the failure itself is reported already
        for (const auto& [draft, target] : drafts_) fs::remove(draft, ignored);
    }
    bool add(const fs::path& target, const std::string& bytes) {
        fs::path draft = target;
        draft += ".new";
        drafts_.emplace_back(draft, target);
        return writeFile(draft, bytes);
    }
    /// Puts every draft into its place; false, with the file, when one cannot be.
    bool settle(fs::path& failed) {
        for (const auto& [draft, target] : drafts_) {
            std::error_code error;
            fs::rename(draft, target, error);
            if (!error) continue;
            failed = target;
            return false;
        }
        drafts_.clear();
        return true;
    }
    [[nodiscard]] std::size_t count() const { return drafts_.size(); }

private:
    std::vector<std::pair<fs::path, fs::path>> drafts_;
};

} // namespace

base::Result<Sources> readSources(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return Error{Fault::missing, "There is no such folder. Name the folder that holds course.json.",
                     folder.string()};
    Sources sources;
    fs::recursive_directory_iterator each(folder, error);
    for (const fs::recursive_directory_iterator end; !error && each != end; each.increment(error)) {
        const std::string path = each->path().lexically_relative(folder).generic_string();
        if (each->is_directory(error) && path == "schemas") each.disable_recursion_pending();
        if (!each->is_regular_file(error) || each->path().extension() != ".json") continue;
        if (!readFile(each->path(), sources[path]))
            return Error{Fault::unreadable, "The file cannot be read. Check its rights.", path};
    }
    if (error) return Error{Fault::unreadable, "The folder cannot be read: " + error.message() + ".", folder.string()};
    return sources;
}

base::Result<Written> writeOutputs(const fs::path& folder, const Outputs& outputs) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return Error{Fault::unreadable, "The folder cannot be made: " + error.message() + ".", folder.string()};

    Drafts drafts;
    for (const auto& [name, bytes] : outputs) {
        std::string present;
        if (readFile(folder / name, present) && present == bytes) continue;
        if (!drafts.add(folder / name, bytes)) return unwritable(folder / name);
    }
    Written written;
    written.changed = drafts.count();
    fs::path failed;
    if (!drafts.settle(failed)) return unwritable(failed);

    std::vector<fs::path> stale;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error))
        if (each->path().extension() == ".pack" && outputs.find(each->path().filename().string()) == outputs.end())
            stale.push_back(each->path());
    for (const fs::path& path : stale)
        if (fs::remove(path, error)) ++written.removed;
    if (error)
        return Error{Fault::unreadable, "A pack of a former run cannot be removed: " + error.message() + ".",
                     folder.string()};
    return written;
}

} // namespace coursec
