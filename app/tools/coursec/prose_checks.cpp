#include "tools/coursec/prose_checks.h"

#include "base/utf8.h"
#include "tools/coursec/texts.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace coursec {

using base::Fault;

namespace {

/// The longest texts by the member that holds them, in characters: what is longer does not fit its place on a
/// telephone's screen, or is not read there.
struct Longest {
    std::string_view member;
    std::size_t chinese, other;
};
constexpr Longest longest[] = {{"title", 24, 80},  {"label", 24, 70},  {"misconception", 20, 60}, {"left", 40, 110},
                               {"right", 40, 110}, {"canDo", 50, 140}, {"objectives", 50, 140},   {"figure", 18, 40},
                               {"who", 12, 30},    {"unit", 8, 24},    {"front", 60, 160},        {"summary", 100, 300},
                               {"stem", 300, 300}};
constexpr Longest longestOther = {"", 240, 600};

bool isDigit(char32_t each) { return each >= U'0' && each <= U'9'; }
bool isLatin(char32_t each) { return (each >= U'a' && each <= U'z') || (each >= U'A' && each <= U'Z'); }
bool isOneOf(char32_t each, std::u32string_view marks) { return marks.find(each) != std::u32string_view::npos; }

constexpr std::u32string_view fullWidth = U"，。！？：；（）、《》";
constexpr std::u32string_view halfWidth = U",.!?:;()";

class TextCheck {
public:
    TextCheck(const Text& text, Faults& faults, Faults& advice)
        : text_(text), chinese_(text.language.compare(0, 2, "zh") == 0),
          english_(text.language.compare(0, 2, "en") == 0), faults_(faults), advice_(advice) {
        // **Emphasis** is not seen, so it stands between nothing.
        for (std::size_t at = 0; at < text.words->size();)
            if (const char32_t each = base::nextCodePoint(*text.words, at); each != U'*') points_.push_back(each);
    }

    void check() {
        for (at_ = 0; at_ < points_.size(); ++at_) {
            checkSpaces();
            if (chinese_) checkChinese();
            if (english_) checkEnglish();
            if (chinese_ || english_) checkBoth();
        }
        if (text_.document.compare(0, 9, "interface") != 0) checkLength();
        if (chinese_ || english_) checkSentences();
    }

private:
    [[nodiscard]] char32_t at(std::size_t place) const { return place < points_.size() ? points_[place] : U'\0'; }
    [[nodiscard]] char32_t now() const { return at(at_); }
    [[nodiscard]] char32_t before() const { return at_ > 0 ? points_[at_ - 1] : U'\0'; }
    [[nodiscard]] char32_t after() const { return at(at_ + 1); }
    [[nodiscard]] static bool isChinese(char32_t each) { return base::isHan(each) || isOneOf(each, fullWidth); }

    /// What stands around, to find it by.
    [[nodiscard]] std::string around() const {
        constexpr std::size_t reach = 8;
        const std::size_t begin = at_ > reach ? at_ - reach : 0, end = std::min(at_ + reach + 1, points_.size());
        std::string words;
        for (std::size_t place = begin; place < end; ++place) base::appendUtf8(words, points_[place]);
        return " in \"" + words + "\". ";
    }

    void mend(const std::string& what, const std::string& how) {
        // The same slip twice in a text is one thing to mend.
        if (std::find(said_.begin(), said_.end(), what) != said_.end()) return;
        said_.push_back(what);
        faults_.push_back({Fault::contradiction, what + around() + how, text_.where});
    }

    void checkSpaces() {
        if (now() == U' ' && after() == U' ') mend("Two spaces stand together", "Keep one.");
    }

    void checkChinese() {
        if (now() == U' ' && ((isChinese(before()) && after() != U'·') || (isChinese(after()) && before() != U'·')))
            mend("A space stands beside Chinese",
                 "Take it out: the portal sets off Latin letters and figures by itself.");
        if (isOneOf(now(), halfWidth) && (isChinese(before()) || isChinese(after())) && !isDigit(before()) &&
            after() != U'.')
            mend("Half-width punctuation stands beside Chinese", "Write " + fullWidthOf(now()) + ".");
        if (isOneOf(now(), U"「」『』"))
            mend("Corner brackets stand for quotation marks", "Write “ and ”, and inside them ‘ and ’.");
        if (now() == U'.' && after() == U'.' && at(at_ + 2) == U'.')
            mend("Three full stops stand for an ellipsis", "Write ……");
    }

    void checkEnglish() {
        if (isOneOf(now(), fullWidth) && !base::isHan(before()) && !base::isHan(after()))
            mend("Full-width punctuation stands in English", "Write the Latin mark.");
        if (now() == U' ' && isOneOf(after(), U",.;:!?") && !isDigit(before()) && at(at_ + 2) != U'.')
            mend("A space stands before punctuation", "Take it out.");
        if (now() == U'.' && after() == U'.' && at(at_ + 2) == U'.')
            mend("Three full stops stand for an ellipsis", "Write …");
        if (now() == U'-' && before() == U' ' && after() == U' ')
            mend("A hyphen stands for a dash", "Write – or a colon.");
    }

    void checkBoth() {
        if (now() == U'"') mend("A straight quotation mark stands", "Write “ and ”.");
        if (now() == U'\'') mend("A straight apostrophe stands", "Write ’, or ‘ and ’ inside “ and ”.");
        if (now() == U'“') ++open_;
        if (now() == U'”' && open_ > 0) --open_;
        if (now() == U'‘' && open_ == 0) mend("Single quotation marks stand outside double ones", "Write “ and ”.");
        const bool dash = now() == U'-' || (chinese_ && isOneOf(now(), U"–~〜"));
        if (dash && isDigit(before()) && isDigit(after()) && !isPartOfNumber())
            mend("A range stands with the wrong mark", chinese_ ? "Write 16～20." : "Write 16–20, with an en dash.");
    }

    /// A telephone number or a date: more than two numbers in a row.
    [[nodiscard]] bool isPartOfNumber() const {
        std::size_t begin = at_, end = at_ + 1;
        while (begin > 0 && isDigit(points_[begin - 1])) --begin;
        while (isDigit(at(end))) ++end;
        return (begin > 0 && points_[begin - 1] == now()) || at(end) == now();
    }

    static std::string fullWidthOf(char32_t half) {
        constexpr std::u32string_view due = U"，。！？：；（）";
        std::string mark;
        base::appendUtf8(mark, due[halfWidth.find(half)]);
        return mark;
    }

    void checkLength() {
        const Longest* limit = &longestOther;
        for (const Longest& each : longest)
            if (each.member == text_.member) limit = &each;
        const std::size_t most = chinese_ ? limit->chinese : limit->other;
        if (points_.size() > most)
            faults_.push_back({Fault::outOfRange,
                               "\"" + text_.member + "\" has " + std::to_string(points_.size()) +
                                   " characters, more than " + std::to_string(most) + ". Shorten it.",
                               text_.where});
    }

    void checkSentences() {
        std::size_t length = 0, most = chinese_ ? longestSentenceHan : longestSentenceWords;
        for (at_ = 0; at_ <= points_.size(); ++at_) {
            const bool wordBegins = isLatin(now()) && !isLatin(before()) && !isOneOf(before(), U"’'-");
            if (chinese_ ? base::isHan(now()) : wordBegins) ++length;
            const bool ends = at_ == points_.size() || isOneOf(now(), chinese_ ? U"。！？…" : U"!?…") ||
                              (!chinese_ && now() == U'.' && !isDigit(after()));
            if (!ends) continue;
            if (length > most)
                advice_.push_back({Fault::outOfRange,
                                   "A sentence has " + std::to_string(length) + (chinese_ ? " characters" : " words") +
                                       ", more than " + std::to_string(most) + ". Two are easier to read.",
                                   text_.where});
            length = 0;
        }
    }

    const Text& text_;
    bool chinese_, english_;
    Faults& faults_;
    Faults& advice_;
    std::u32string points_;
    std::size_t at_ = 0;
    int open_ = 0;
    std::vector<std::string> said_;
};

std::size_t countOf(const std::string& text, std::string_view mark) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += mark.size()) ++count;
    return count;
}

/// A quotation may go on over the texts of one step or item, but not beyond; each paragraph of it may begin with “.
class Quotations {
public:
    void add(const Text& text) {
        std::size_t opened = countOf(*text.words, "“");
        const std::size_t closed = countOf(*text.words, "”");
        const std::string list = text.where.substr(0, text.where.rfind('/'));
        if (list == list_ && isOpen_ && text.words->compare(0, std::string_view("“").size(), "“") == 0) --opened;
        isOpen_ = opened + (list == list_ && isOpen_ ? 1 : 0) > closed;
        list_ = list;
        const std::size_t hash = text.where.find('#'), thing = text.where.find('/', hash + 2);
        const std::size_t end = thing == std::string::npos ? thing : text.where.find('/', thing + 1);
        Balance& balance = things_[text.where.substr(0, end)];
        balance.opened += opened;
        balance.closed += closed;
        if (balance.where.empty() && opened != closed) balance.where = text.where;
    }
    void check(Faults& faults) const {
        for (const auto& [thing, balance] : things_)
            if (balance.opened != balance.closed)
                faults.push_back({Fault::contradiction,
                                  "Quotation marks do not match: of “ there are " + std::to_string(balance.opened) +
                                      " here, of ” " + std::to_string(balance.closed) +
                                      ". Close or open the quotation.",
                                  balance.where});
    }

private:
    struct Balance {
        std::size_t opened = 0, closed = 0;
        std::string where;
    };
    std::map<std::string, Balance> things_;
    std::string list_;    ///< what the last text stood in
    bool isOpen_ = false; ///< and whether a quotation went on after it
};

} // namespace

void checkProse(const Documents& documents, Faults& faults, Faults& advice) {
    Quotations quotations;
    for (const Text& text : everyText(documents)) {
        TextCheck(text, faults, advice).check();
        quotations.add(text);
    }
    quotations.check(faults);
}

} // namespace coursec
