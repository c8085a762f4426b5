// Words become lines: nothing is lost, nothing stands where Chinese typesetting forbids it, and no text takes forever.
#include "base/utf8.h"
#include "host/desktop/headless.h"
#include "host/real_course.h"
#include "ui/line_breaking.h"
#include "ui/type.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <ctime>
#include <string>

namespace {

constexpr ui::Style body{ui::Size::body, ui::Weight::regular};

/// Type on a host whose Han characters are one em wide and whose Latin letters are 0.55 em.
class Typesetter {
public:
    explicit Typesetter(std::string_view language) {
        type().setLanguage(language);
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        io.DeltaTime = 0.016F;
        ImGui::NewFrame();
    }
    ~Typesetter() { ImGui::EndFrame(); }
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    ui::Type& type() { return type_; }
    const ui::TextBlock& layout(std::string_view text, float width) { return type_.layout(text, body, width); }

private:
    struct Context {
        Context() { ImGui::CreateContext(); }
        ~Context() { ImGui::DestroyContext(); }
    };
    Context context_;
    host::EvenGlyphs glyphs_;
    ui::Type type_{glyphs_};
};

/// Every byte is in exactly one line, or is white space that a break swallowed.
bool isWhole(const ui::TextBlock& block) {
    std::size_t at = 0;
    for (const ui::Line& line : block.lines) {
        if (line.begin < at || line.end < line.begin) return false;
        for (; at < line.begin; ++at)
            if (block.text[at] != ' ' && block.text[at] != '\n' && block.text[at] != '\t') return false;
        std::size_t drawn = line.begin;
        for (const ui::Run& run : line.runs) {
            if (run.begin != drawn) return false;
            drawn = run.end;
        }
        if (drawn < line.end) return false;
        at = line.end;
    }
    for (; at < block.text.size(); ++at)
        if (block.text[at] != ' ' && block.text[at] != '\n' && block.text[at] != '\t') return false;
    return true;
}

char32_t firstOf(std::string_view line) {
    std::size_t at = 0;
    return line.empty() ? 0 : base::nextCodePoint(line, at);
}

char32_t lastOf(std::string_view line) {
    char32_t last = 0;
    for (std::size_t at = 0; at < line.size();) last = base::nextCodePoint(line, at);
    return last;
}

double secondsToLayOut(ui::Type& type, const std::string& text, float width) {
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        type.setDensity(2); // forgets all layouts
        type.setDensity(1);
        const std::clock_t begin = std::clock();
        (void)type.layout(text, body, width);
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return best;
}

} // namespace

TEST_CASE("all of the course's texts, at every width from a small phone to a desktop: no line breaks a rule, none is "
          "too wide, nothing is lost" *
          doctest::test_suite("sweeps")) {
    for (const char* language : walk::languages) {
        Typesetter typesetter(language);
        for (const std::string& text : walk::everyText(language)) {
            for (float width = 280; width <= 900; width += 20) {
                const ui::TextBlock& block = typesetter.layout(text, width);
                REQUIRE_MESSAGE(isWhole(block), text, " at ", width);
                for (std::size_t i = 0; i < block.lines.size(); ++i) {
                    const ui::Line& line = block.lines[i];
                    const std::string_view words =
                        std::string_view(block.text).substr(line.begin, line.end - line.begin);
                    REQUIRE_MESSAGE(line.width <= width, words, " at ", width);
                    if (i > 0) REQUIRE_MESSAGE(!ui::forbiddenAtStart(firstOf(words)), words, " at ", width);
                    if (i + 1 < block.lines.size())
                        REQUIRE_MESSAGE(!ui::forbiddenAtEnd(lastOf(words)), words, " at ", width);
                    if (i + 1 < block.lines.size() && block.text[line.end] != '\n') {
                        const std::size_t next = block.lines[i + 1].begin;
                        const auto chances = ui::breakChances(block.text, language);
                        REQUIRE_MESSAGE(chances[next - 1] != ui::BreakChance::none, "cut inside a word: ", words,
                                        " at ", width);
                    }
                }
            }
        }
    }
}

TEST_CASE("lines are filled: the next word would not have fitted") {
    Typesetter typesetter("zh-CN");
    const std::string text = "顾客离开的原因很多最常见的是没有人关心他";
    const ui::TextBlock& block = typesetter.layout(text, 100); // six of 16 px
    for (std::size_t i = 0; i + 1 < block.lines.size(); ++i) CHECK(block.lines[i].width == doctest::Approx(96));
}

TEST_CASE("a word or an address longer than the line is cut and not lost") {
    for (const char* language : walk::languages) {
        Typesetter typesetter(language);
        for (const std::string& text :
             {std::string(300, 'w'), "https://example.org/" + std::string(200, 'a') + "?x=" + std::string(80, '1'),
              "前" + std::string(120, 'x') + "后", std::string("“") + std::string(90, 'Q') + "”"}) {
            const ui::TextBlock& block = typesetter.layout(text, 200);
            CHECK(isWhole(block));
            CHECK(block.lines.size() > 3);
            for (const ui::Line& line : block.lines) CHECK(line.width <= 200);
        }
    }
}

TEST_CASE("a line narrower than one character still ends, one character a line") {
    Typesetter typesetter("zh-CN");
    const ui::TextBlock& block = typesetter.layout("服务学苑", 5);
    CHECK(block.lines.size() == 4);
    CHECK(isWhole(block));
    CHECK(isWhole(typesetter.layout("服务学苑", 0)));
    CHECK(isWhole(typesetter.layout("a b c", 0)));
}

TEST_CASE("no text is one empty line, and new lines make lines") {
    Typesetter typesetter("en");
    CHECK(typesetter.layout("", 300).lines.size() == 1);
    CHECK(typesetter.layout("", 300).width == 0);
    CHECK(typesetter.layout("a\nb", 300).lines.size() == 2);
    CHECK(typesetter.layout("a\n\nb\n", 300).lines.size() == 4);
    CHECK(isWhole(typesetter.layout("  a   b  \n   ", 300)));
    CHECK(isWhole(typesetter.layout("     ", 10)));
}

TEST_CASE("Chinese and Latin meet with a quarter of an em between them, inside a line only") {
    Typesetter typesetter("zh-CN");
    CHECK(typesetter.layout("我有三个", 300).width == doctest::Approx(64));
    const float three = typesetter.layout("3", 300).width;
    CHECK(typesetter.layout("我有3个", 300).width == doctest::Approx(3 * 16 + three + 2 * 4));
    const ui::TextBlock& block = typesetter.layout("我有3个", 33); // 我有 / 3个
    REQUIRE(block.lines.size() == 2);
    CHECK(block.lines[0].width == doctest::Approx(32));
    CHECK(block.lines[1].width == doctest::Approx(three + 4 + 16));
}

TEST_CASE("measuring and layout are remembered, and forgotten when the language or the density changes") {
    Typesetter typesetter("zh-CN");
    const ui::TextBlock* first = &typesetter.layout("记住我", 300);
    CHECK(first == &typesetter.layout("记住我", 300.4F));
    CHECK(first != &typesetter.layout("记住我", 200));
    CHECK(typesetter.layout("记住我", 300).lineHeight == 28);
    typesetter.type().setLanguage("en");
    CHECK(typesetter.layout("记住我", 300).lineHeight == 24);
    CHECK(typesetter.type().measure("记住我", body) == doctest::Approx(48));
}

TEST_CASE("more texts than are remembered are still laid out") {
    Typesetter typesetter("en");
    for (int i = 0; i < 4000; ++i) CHECK(typesetter.layout("text " + std::to_string(i), 300).lines.size() == 1);
}

TEST_CASE("a text of 10,000 characters takes twenty times as long as one of 500, not four hundred times") {
    for (const char* language : walk::languages) {
        Typesetter typesetter(language);
        for (const std::string& unit :
             {std::string("我有3个问题，"), std::string("word "), std::string("w"), std::string("字")}) {
            const auto repeated = [&unit](std::size_t characters) {
                std::string text;
                for (std::size_t count = 0; count < characters; count += base::countCodePoints(unit)) text += unit;
                return text;
            };
            for (const float width : {320.0F, 1.0e6F}) {
                const double some = secondsToLayOut(typesetter.type(), repeated(2500), width);
                const double many = secondsToLayOut(typesetter.type(), repeated(10000), width);
                CHECK_MESSAGE(many < some * 9 + 0.002, unit, " at ", width, ": ", some, " s, then ", many, " s");
            }
        }
    }
}

TEST_CASE("emphasis is drawn and not written: the marks are gone, the words are bold, and nothing else changes") {
    Typesetter typesetter("zh-CN");
    const ui::TextBlock& block = typesetter.layout("先听**完**，再说**话**", 400);
    CHECK(block.text == "先听完，再说话");
    CHECK(ui::withoutMarks("先听**完**，再说**话**") == block.text);
    REQUIRE(block.lines.size() == 1);
    std::string strong;
    for (const ui::Run& run : block.lines[0].runs)
        if (run.strong) strong += block.text.substr(run.begin, run.end - run.begin);
    CHECK(strong == "完话");
    CHECK(isWhole(block));
    // Over a line's end the emphasis goes on, and a mark that nothing closes emphasises the rest.
    const ui::TextBlock& narrow = typesetter.layout("一二**三四五六七八九十**甲乙", 70);
    CHECK(isWhole(narrow));
    CHECK(narrow.lines[1].runs.front().strong);
    CHECK(typesetter.layout("a **b", 400).text == "a b");
    CHECK(typesetter.layout("****", 400).text.empty());
}

TEST_CASE("full-width marks that meet share their blank, and a line does not start with a hole") {
    Typesetter typesetter("zh-CN");
    const float em = 16;
    CHECK(typesetter.layout("他说：《服务》。", 400).width == doctest::Approx(7 * em)); // not 8: ：《 and 》。 share
    CHECK(typesetter.layout("《服务》", 400).width == doctest::Approx(3.5F * em));
    CHECK(typesetter.layout("《服务》", 400).lines[0].runs[0].x == doctest::Approx(-em / 2));
    CHECK(typesetter.layout("真的！！", 400).width == doctest::Approx(4 * em));
    CHECK(typesetter.layout("(a)", 400).lines[0].runs[0].x == 0); // half-width marks have no hole
}
