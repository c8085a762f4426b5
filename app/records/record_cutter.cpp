#include "records/record_cutter.h"

#include <algorithm>

namespace records {

namespace {

constexpr bool isSpace(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

std::size_t linesIn(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Follows braces through JSON; true when the last one that was open has closed with this byte.
struct Braces {
    std::size_t& depth;
    bool &quoted, &escaped;

    bool closesWith(char byte) const {
        if (escaped) {
            escaped = false;
        } else if (quoted) {
            escaped = byte == '\\';
            quoted = byte != '"';
        } else if (byte == '"') {
            quoted = true;
        } else if (byte == '{') {
            ++depth;
        } else if (byte == '}' && depth > 0) {
            return --depth == 0;
        }
        return false;
    }
};

} // namespace

/// Unknown as long as the first record has neither ended nor come to the end of its line.
RecordCutter::Form RecordCutter::formOf(std::string_view text) const {
    std::size_t at = 0;
    while (at < text.size() && isSpace(text[at])) ++at;
    if (at == text.size()) return Form::unknown;
    if (text[at] == '[') return Form::free;
    std::size_t depth = 0;
    bool quoted = false, escaped = false;
    const Braces braces{depth, quoted, escaped};
    for (; at < text.size(); ++at) {
        if (braces.closesWith(text[at])) return Form::lines;
        if (text[at] == '\n') return depth > 0 ? Form::free : Form::lines;
    }
    return text.size() > longestRecord ? Form::lines : Form::unknown;
}

void RecordCutter::give(std::string_view text, std::size_t from, std::size_t to, const Found& found) {
    while (from < to && isSpace(text[from])) ++from;
    while (to > from && isSpace(text[to - 1])) --to;
    if (from == to) return;
    const bool tooLong = to - from > longestRecord;
    found({text.substr(from, std::min(to - from, longestRecord)), line_, offset_ + from, tooLong});
}

/// Both give how many bytes are done with.
std::size_t RecordCutter::cutLines(std::string_view text, bool last, const Found& found) {
    std::size_t done = 0;
    while (done < text.size()) {
        const std::size_t end = text.find('\n', done);
        if (end == std::string_view::npos && !last && text.size() - done <= longestRecord) break;
        const std::size_t stop = std::min(end, text.size());
        if (!skipping_) give(text, done, stop, found);
        skipping_ = end == std::string_view::npos && !last;
        line_ += end == std::string_view::npos ? 0 : 1;
        done = end == std::string_view::npos ? text.size() : end + 1;
    }
    return done;
}

std::size_t RecordCutter::cutFree(std::string_view text, bool last, const Found& found) {
    const Braces braces{depth_, quoted_, escaped_};
    std::size_t done = 0;
    while (done < text.size()) {
        if (!inRecord_) {
            const char byte = text[done];
            if (isSpace(byte) || byte == ',' || byte == '[' || byte == ']') {
                line_ += byte == '\n' ? 1 : 0;
                ++done;
                continue;
            }
            if (byte != '{') { // no record: to the end of its line
                const std::size_t end = std::min(text.find('\n', done), text.size());
                if (end == text.size() && !last && end - done <= longestRecord) return done;
                give(text, done, end, found);
                done = end;
                continue;
            }
            inRecord_ = true;
        }
        bool closed = false;
        std::size_t at = done + scanned_;
        while (at < text.size() && !closed) closed = braces.closesWith(text[at++]);
        const bool over = closed || last;
        scanned_ = at - done;
        if (!over && scanned_ <= longestRecord) return done;
        if (!skipping_) give(text, done, at, found);
        line_ += linesIn(text.substr(done, at - done));
        done = at;
        scanned_ = 0;
        inRecord_ = skipping_ = !over;
    }
    return done;
}

void RecordCutter::cut(bool last, const Found& found) {
    if (form_ == Form::unknown) form_ = formOf(waiting_);
    if (form_ == Form::unknown) {
        if (!last) return;
        form_ = Form::lines;
    }
    const std::size_t done = form_ == Form::lines ? cutLines(waiting_, last, found) : cutFree(waiting_, last, found);
    offset_ += done;
    waiting_.erase(0, done);
}

void RecordCutter::feed(std::string_view bytes, const Found& found) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    waiting_ += bytes;
    if (offset_ == 0 && waiting_.size() < byteOrderMark.size()) return;
    if (offset_ == 0 && waiting_.substr(0, byteOrderMark.size()) == byteOrderMark) {
        waiting_.erase(0, byteOrderMark.size());
        offset_ = byteOrderMark.size();
    }
    cut(false, found);
}

void RecordCutter::end(const Found& found) { cut(true, found); }

} // namespace records
