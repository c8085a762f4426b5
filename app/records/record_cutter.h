// Cuts a file of records into its records while it comes in pieces, so that a file of any size needs no more memory
// than its longest record. A record may stand on a line of its own (as the portal exports them), or be spread over
// several lines, alone or in a list, as other programs write JSON. Does not know what a record holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace records {

struct RecordSlice {
    std::string_view text;    ///< lives as long as the call
    std::size_t line = 0;     ///< at which it begins, from 1
    std::uint64_t offset = 0; ///< of its first byte in the file
    bool tooLong = false;     ///< longer than longestRecord: `text` is only its beginning
};

class RecordCutter {
public:
    using Found = std::function<void(const RecordSlice&)>;
    static constexpr std::size_t longestRecord = std::size_t{4}
                                                 << 20; ///< bytes; a course of a hundred modules has 60 KB

    /// The file's next bytes; `found` is called for each record that is complete. What is no record at all is handed on
    /// as one too, a line at a time, for whoever reads it to refuse.
    void feed(std::string_view bytes, const Found& found);
    /// There are no more: what is left is the last record.
    void end(const Found& found);

private:
    enum class Form {
        unknown,
        lines, ///< a record a line: a line that is broken does not spoil the next one
        free,  ///< cut where braces close
    };

    [[nodiscard]] Form formOf(std::string_view text) const;
    std::size_t cutLines(std::string_view text, bool last, const Found& found);
    std::size_t cutFree(std::string_view text, bool last, const Found& found);
    void cut(bool last, const Found& found);
    void give(std::string_view text, std::size_t from, std::size_t to, const Found& found);

    Form form_ = Form::unknown;
    std::string waiting_;      ///< bytes that are not cut yet
    std::uint64_t offset_ = 0; ///< of `waiting_` in the file
    std::size_t line_ = 1;     ///< at the start of `waiting_`
    bool skipping_ = false;    ///< the rest of a record that is too long
    bool inRecord_ = false;    ///< in free form: a record has begun, and so far of it was looked through
    std::size_t scanned_ = 0, depth_ = 0;
    bool quoted_ = false, escaped_ = false;
};

} // namespace records
