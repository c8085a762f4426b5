#include "records/csv.h"

#include <doctest/doctest.h>

using records::csvCell;

TEST_SUITE("CSV") {
    TEST_CASE("plain cells stay plain") {
        for (const char* text : {"", "王小明", "José Álvarez", "80", "2026-11-22T17:31:05+08:00", "a'b", "محمد"})
            CHECK(csvCell(text) == text);
    }
    TEST_CASE("commas, quotes and line ends are quoted") {
        CHECK(csvCell("a,b") == "\"a,b\"");
        CHECK(csvCell("say \"hi\"") == "\"say \"\"hi\"\"\"");
        CHECK(csvCell("a\r\nb") == "\"a\r\nb\"");
    }
    TEST_CASE("no cell runs as a formula") {
        CHECK(csvCell("=1+1") == "'=1+1");
        CHECK(csvCell("+86 138") == "'+86 138");
        CHECK(csvCell("-1") == "'-1");
        CHECK(csvCell("@SUM(A1)") == "'@SUM(A1)");
        CHECK(csvCell("\t=1") == "'\t=1");
        CHECK(csvCell("\r=1") == "\"'\r=1\"");
        CHECK(csvCell("=HYPERLINK(\"http://evil\",\"x\")") == "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"");
    }
    TEST_CASE("broken UTF-8 does not break the file") { CHECK(csvCell("王\xFF") == "王\xEF\xBF\xBD"); }
    TEST_CASE("a file starts with the byte-order mark and ends each row with CRLF") {
        CHECK(records::csvFile({{"a", "b,c"}, {"", ""}}) == "\xEF\xBB\xBF"
                                                            "a,\"b,c\"\r\n,\r\n");
        CHECK(records::csvFile({}) == "\xEF\xBB\xBF");
    }
}
