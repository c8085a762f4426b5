// Things of which there is one for each language, each made of a pack of its own that is fetched when it is first
// needed: the question labs, the glossaries, the words of the program's rest.
#pragma once

#include "host/page.h"
#include "portal/loading.h"

#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace portal {

template <class Thing>
class LanguagePacks {
public:
    /// "lab" for packs called lab.en and lab.zh-CN.
    explicit LanguagePacks(std::string kind) : kind_(std::move(kind)) {}

    /// Asks `page` for the pack when it was not asked for yet. Null while it is not here.
    [[nodiscard]] const Thing* get(const std::string& language, host::Page& page) {
        const auto [shelf, isNew] = shelves_.try_emplace(packOf(language));
        if (isNew) {
            page.fetchPack(packOf(language));
        }
        return shelf->second.thing.get();
    }
    /// The same without asking for it.
    [[nodiscard]] const Thing* here(const std::string& language) const {
        const auto shelf = shelves_.find(packOf(language));
        return shelf == shelves_.end() ? nullptr : shelf->second.thing.get();
    }
    [[nodiscard]] Loading loading(const std::string& language) const {
        const auto shelf = shelves_.find(packOf(language));
        return shelf == shelves_.end() ? Loading::waiting : shelf->second.state;
    }
    [[nodiscard]] std::string packOf(const std::string& language) const { return kind_ + '.' + language; }

    /// Was a pack of this name asked for?
    [[nodiscard]] bool awaits(const std::string& pack) const { return shelves_.find(pack) != shelves_.end(); }
    /// Null: the pack cannot be used.
    void arrived(const std::string& pack, std::unique_ptr<Thing> thing) {
        Shelf& shelf = shelves_[pack];
        shelf.state = thing ? Loading::ready : Loading::failed;
        shelf.thing = std::move(thing);
    }
    void failed(const std::string& pack) {
        if (const auto shelf = shelves_.find(pack); shelf != shelves_.end()) {
            shelf->second.state = Loading::failed;
        }
    }
    /// Forgets what could not be had, so that it is asked for again.
    void retry() {
        for (auto it = shelves_.begin(); it != shelves_.end();) {
            it = it->second.state == Loading::failed ? shelves_.erase(it) : std::next(it);
        }
    }

private:
    struct Shelf {
        Loading state = Loading::waiting;
        std::unique_ptr<Thing> thing;
    };
    std::string kind_;
    std::map<std::string, Shelf> shelves_; ///< by pack name
};

} // namespace portal
