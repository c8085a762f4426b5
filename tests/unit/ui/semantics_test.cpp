// What is drawn is also said: the mirror hears of changes and of nothing else, and what people do reaches the widget
// once.
#include "base/json_reader.h"
#include "host/desktop/headless.h"
#include "ui/semantics.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace {

using ui::Node;
using ui::Role;

Node button(std::string name) {
    Node node;
    node.role = Role::button;
    node.name = std::move(name);
    node.place = {10, 20, 100, 48};
    return node;
}

struct Said {
    host::RecordedMirror mirror;
    ui::Semantics semantics{mirror};

    /// One frame with these buttons; what the mirror was sent, or null when it heard nothing.
    base::Json frame(const std::vector<std::string>& names) {
        const int before = mirror.updates;
        semantics.beginFrame();
        for (const std::string& name : names) semantics.add(name, button(name));
        (void)semantics.endFrame();
        if (mirror.updates == before) return nullptr;
        CHECK(mirror.updates == before + 1);
        auto sent = base::parseJson(mirror.last, "changes");
        REQUIRE_MESSAGE(sent.ok(), mirror.last);
        return sent.value();
    }
};

} // namespace

TEST_CASE("what is new is sent, what stays is not, and nothing at all is sent when nothing changed") {
    Said said;
    base::Json first = said.frame({"a", "b"});
    CHECK(first["set"].size() == 2);
    CHECK(first["gone"].empty());
    CHECK(first["order"].size() == 1);
    CHECK(said.frame({"a", "b"}).is_null());
    CHECK(said.frame({"a", "b"}).is_null());
    base::Json second = said.frame({"a", "b", "c"});
    REQUIRE(second["set"].size() == 1);
    CHECK(second["set"][0]["name"] == "c");
    CHECK(second["order"]["0"].size() == 3);
}

TEST_CASE("what is gone is named, and an order that changes is sent without its nodes") {
    Said said;
    base::Json first = said.frame({"a", "b", "c"});
    base::Json turned = said.frame({"c", "a", "b"});
    CHECK(turned["set"].empty());
    CHECK(turned["gone"].empty());
    CHECK(turned["order"]["0"][0] == first["order"]["0"][2]);
    base::Json fewer = said.frame({"c", "b"});
    CHECK(fewer["set"].empty());
    REQUIRE(fewer["gone"].size() == 1);
    CHECK(fewer["gone"][0] == first["order"]["0"][0]);
    base::Json none = said.frame({});
    CHECK(none["gone"].size() == 2);
    CHECK(said.frame({}).is_null());
}

TEST_CASE("the last child that goes leaves an empty parent behind, not a stale order") {
    Said said;
    const auto frame = [&](bool child) {
        said.semantics.beginFrame();
        const ui::NodeId group = said.semantics.open("group", button("group"));
        if (child) said.semantics.add("child", button("child"));
        said.semantics.close();
        (void)said.semantics.endFrame();
        return group;
    };
    const ui::NodeId group = frame(true);
    frame(false);
    auto sent = base::parseJson(said.mirror.last, "changes");
    REQUIRE(sent.ok());
    CHECK(sent.value()["gone"].size() == 1);
    CHECK_FALSE(sent.value()["gone"][0] == group);
}

TEST_CASE("a node that moves to another parent is sent with its new parent") {
    Said said;
    const auto frame = [&](bool first) {
        said.semantics.beginFrame();
        (void)said.semantics.open("one", button("one"));
        if (first) said.semantics.add("child", button("child"));
        said.semantics.close();
        (void)said.semantics.open("two", button("two"));
        if (!first) said.semantics.add("child", button("child"));
        said.semantics.close();
        (void)said.semantics.endFrame();
    };
    frame(true);
    frame(false);
    auto sent = base::parseJson(said.mirror.last, "changes");
    REQUIRE(sent.ok());
    CHECK(sent.value()["set"].size() == 1);
    CHECK(sent.value()["gone"].size() == 1);
}

TEST_CASE("ids stay from frame to frame and are never shared, also when texts stand twice") {
    Said said;
    base::Json first = said.frame({"same", "same", "same", "other"});
    std::set<unsigned> ids;
    for (const base::Json& node : first["set"]) {
        CHECK(node["id"].get<unsigned>() != 0);
        ids.insert(node["id"].get<unsigned>());
    }
    CHECK(ids.size() == 4);
    CHECK(said.frame({"same", "same", "same", "other"}).is_null());
}

TEST_CASE("every value that changes is sent") {
    Said said;
    Node slider;
    slider.role = Role::slider;
    slider.name = "share";
    slider.most = 100;
    const auto send = [&](const Node& node) {
        said.mirror.last.clear();
        said.semantics.beginFrame();
        said.semantics.add("it", node);
        (void)said.semantics.endFrame();
        return said.mirror.last;
    };
    (void)send(slider);
    CHECK(send(slider).empty());
    slider.value = 30.5F;
    slider.valueText = "30.5%";
    const std::string json = send(slider);
    CHECK(json.find("\"value\":30.5") != std::string::npos);
    CHECK(json.find("30.5%") != std::string::npos);
    slider.disabled = true;
    CHECK(send(slider).find("\"disabled\":true") != std::string::npos);
    slider.place.y = 7;
    CHECK_FALSE(send(slider).empty());
    CHECK(send(slider).empty());
}

TEST_CASE("a press reaches its widget once, asks for another frame, and is dropped when nobody takes it") {
    Said said;
    (void)said.frame({"a", "b"});
    const ui::NodeId a = said.semantics.nodes()[0].id;
    const ui::NodeId b = said.semantics.nodes()[1].id;
    said.semantics.pressed(a);
    said.semantics.pressed(4711);
    said.semantics.beginFrame();
    said.semantics.add("a", button("a"));
    said.semantics.add("b", button("b"));
    CHECK_FALSE(said.semantics.takePress(b));
    CHECK(said.semantics.takePress(a));
    CHECK_FALSE(said.semantics.takePress(a));
    CHECK(said.semantics.endFrame());

    said.semantics.pressed(b); // nobody takes it in this frame
    (void)said.frame({"a", "b"});
    said.semantics.beginFrame();
    CHECK_FALSE(said.semantics.takePress(b));
    CHECK_FALSE(said.semantics.endFrame());
}

TEST_CASE("values and texts reach their widget once, the latest of several") {
    Said said;
    said.semantics.valued(5, 1);
    said.semantics.valued(5, 2);
    said.semantics.typed(6, "王");
    said.semantics.typed(6, "王小明");
    said.semantics.beginFrame();
    CHECK(said.semantics.takeValue(5) == 2.0F);
    CHECK_FALSE(said.semantics.takeValue(5).has_value());
    CHECK(said.semantics.takeText(6) == "王小明");
    CHECK_FALSE(said.semantics.takeText(6).has_value());
    CHECK(said.semantics.endFrame());
}

TEST_CASE("the focus is sent once, also when nothing else changed") {
    Said said;
    (void)said.frame({"a"});
    said.semantics.focus(said.semantics.nodes()[0].id);
    base::Json sent = said.frame({"a"});
    CHECK(sent["focus"] == said.semantics.nodes()[0].id);
    CHECK(sent["set"].empty());
    CHECK(said.frame({"a"}).is_null());
}

TEST_CASE("whatever stands in a name, what is sent is valid JSON and says the same") {
    const std::string names[] = {std::string("quote \" back \\ slash / <b>"),
                                 std::string("line\nbreak\ttab\r\x01\x1F\x7F"), std::string("zero\0inside", 11),
                                 std::string("欧阳𠮷 👩‍🏫 مرحبا"),
                                 std::string("\xE2\x80\xA8\xE2\x80\xA9")};
    for (const std::string& name : names) {
        Said said;
        base::Json sent = said.frame({name});
        REQUIRE(sent["set"].size() == 1);
        CHECK(sent["set"][0]["name"].get<std::string>() == name);
    }
    Said said;
    CHECK(said.frame({"broken \xFF\xC3 bytes"})["set"].size() == 1);
}

TEST_CASE("every role has a name of its own in the mirror's language") {
    std::set<std::string> names;
    for (int role = 0; role <= static_cast<int>(Role::personText); ++role) {
        Said said;
        said.semantics.beginFrame();
        Node node = button("x");
        node.role = static_cast<Role>(role);
        said.semantics.add("x", node);
        (void)said.semantics.endFrame();
        auto sent = base::parseJson(said.mirror.last, "changes");
        REQUIRE(sent.ok());
        names.insert(sent.value()["set"][0]["role"].get<std::string>());
    }
    CHECK(names.size() == static_cast<std::size_t>(Role::personText) + 1);
}
