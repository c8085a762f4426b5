// The question labs that are here, one for each language, each from a pack of its own that is fetched when it is first
// needed.
#pragma once

#include "base/door.h"
#include "host/page.h"
#include "learning/sentence_lab.h"
#include "portal/loading.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace portal {

class Labs {
public:
    /// Asks `page` for the pack when it was not asked for yet. Null while it is not here.
    [[nodiscard]] const learning::SentenceLab* lab(const std::string& language, host::Page& page);
    [[nodiscard]] Loading loading(const std::string& language) const;

    /// Was a pack of this name asked for?
    [[nodiscard]] bool awaits(const std::string& pack) const { return shelves_.find(pack) != shelves_.end(); }
    /// False when it cannot be read.
    BASE_DOOR bool arrived(const std::string& pack, std::string_view bytes);
    void failed(const std::string& pack);
    /// Forgets what could not be had, so that it is asked for again.
    void retry();

private:
    static std::string packOf(const std::string& language);

    struct Shelf {
        Loading state = Loading::waiting;
        std::unique_ptr<learning::SentenceLab> lab;
    };
    std::map<std::string, Shelf> shelves_; ///< by pack name
};

/// The language that a typed sentence is written in, as far as its letters tell; `otherwise` when it has none.
[[nodiscard]] std::string languageOf(std::string_view typed, const std::string& otherwise);

} // namespace portal
