#include "base/json_tree.h"

#include "base/utf8.h"

#include <utility>

namespace base {

namespace {

/// Far more than any document here has; names are compared one by one, so this bounds the time that a hostile one can
/// take.
constexpr std::size_t mostMembers = 10'000;

} // namespace

Json* JsonTree::put(Json value) {
    if (open_.empty()) {
        root_ = std::move(value);
        return &root_;
    }
    if (auto* array = open_.back()->get_ptr<Json::array_t*>()) {
        array->push_back(std::move(value));
        return &array->back();
    }
    *member_ = std::move(value);
    return member_;
}

bool JsonTree::add(Json value) {
    (void)put(std::move(value));
    return true;
}

bool JsonTree::open(Json empty) {
    if (open_.size() == deepestJson)
        return refuse(Fault::outOfRange, "This is nested deeper than " + std::to_string(deepestJson) + " levels.");
    open_.push_back(put(std::move(empty)));
    return true;
}

bool JsonTree::close() {
    open_.pop_back();
    return true;
}

bool JsonTree::key(const std::string& name) {
    auto* object = open_.back()->get_ptr<Json::object_t*>();
    if (object->find(name) != object->end())
        return refuse(Fault::duplicateId,
                      "The member \"" + repairUtf8(name) + "\" stands twice in one object. Keep one of them.");
    if (object->size() == mostMembers)
        return refuse(Fault::outOfRange, "An object has more than " + std::to_string(mostMembers) + " members.");
    object->emplace_back(name, Json());
    member_ = &object->back().second;
    return true;
}

bool JsonTree::refuse(Fault fault, std::string what) {
    error_ = {fault, std::move(what), ""};
    return false;
}

} // namespace base
