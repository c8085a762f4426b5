// Makes a question lab of a pack that came.
#include "portal/labs.h"

#include <utility>

namespace portal {

bool Labs::arrived(const std::string& pack, std::string_view bytes) {
    Shelf& shelf = shelves_[pack];
    auto read = course::readLexiconPack(bytes);
    if (!read.ok() || packOf(read.value().language) != pack) { // another pack under this name
        shelf.state = Loading::failed;
        return false;
    }
    shelf.state = Loading::ready;
    shelf.lab = std::make_unique<learning::SentenceLab>(std::move(read.value()));
    return true;
}

} // namespace portal
