package vn.thucchat.foundation.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;

@NullMarked
class UnitFilesTests {

    /** Lines 2 to 6 of units.csv: two communes until the end of June 2025, one of them and a new one after. */
    private static final String PROVINCE = """
            VN,Việt Nam,,nation,,,,x,V
            01,Tỉnh,,province,VN,,,x,V
            01001,Xã Một,,commune,01,,2025-06-30,x,V
            01002,Xã Hai,,commune,01,,,x,V
            01003,Xã Ba,,commune,01,2025-07-01,,x,V
            """;

    private static List<String> faults(String units, String successions) {
        return faults(
                ("code,name,name_en,kind,parent,valid_from,valid_to,source,checked\n" + units)
                        .getBytes(StandardCharsets.UTF_8),
                ("effective,old_code,new_code,share,source,checked\n" + successions).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(byte[] units, byte[] successions) {
        UnitFiles files = UnitFiles.read(units, successions, List.of());
        if (files.sound()) UnitRules.check(files, List.of(), List.of());
        return Stream.concat(
                        files.unitErrors().stream().map(error -> "u " + told(error)),
                        files.successionErrors().stream().map(error -> "s " + told(error)))
                .toList();
    }

    /** Row, column and reason. */
    private static String told(CellError error) {
        return "%d %s %s"
                .formatted(
                        error.row(),
                        error.row() == 0
                                ? "-"
                                : error.column().replace("units.column.", "").replace('-', '_'),
                        error.key().replaceFirst("^(units\\.fault|papers\\.refused|import)\\.", ""));
    }

    @Test
    void the_premise_is_in_order() {
        assertThat(faults(PROVINCE, "2025-07-01,01001,01003,,x,V\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01009,Xã,,commune,01,,,x,V,thừa             | u 7 import.title untitled",
                "01 9,Xã,,commune,01,,,x,V                   | u 7 code code",
                ",Xã,,commune,01,,,x,V                       | u 7 code empty",
                "01009,,,commune,01,,,x,V                    | u 7 name empty",
                "01009,\"=HYPERLINK(\"\"x\"\")\",,commune,01,,,x,V | u 7 name formula",
                "01009,Xã,<script>,commune,01,,,x,V          | u 7 name_en text",
                "01009,Xã,,village,01,,,x,V                  | u 7 kind kind",
                "01009,Xã,,commune,01,2025-02-30,,x,V        | u 7 valid_from day.none",
                "01009,Xã,,commune,01,01/07/25,,x,V          | u 7 valid_from day.short-year",
                "01009,Xã,,commune,01,2025-07-01,2025-06-30,x,V | u 7 valid_to backwards",
                "01009,Xã,,commune,01,,,,V                   | u 7 source empty",
                "01009,Xã,,commune,01,,,x,?                  | u 7 checked checked",
                "01009,Xã,,commune,77,,,x,V                  | u 7 parent parent-absent",
                "01009,Xã,,commune,,,,x,V                    | u 7 parent parent-missing",
                "01009,Xã,,commune,01002,,,x,V               | u 7 parent parent-level",
                "H01.1,Sở,,agency,H01.1,,,x,V                | u 7 parent cycle",
                "H01.1,UBND,,agency,01001,,,x,V              | u 7 parent parent-absent",
                "01003,Xã Ba,,commune,01,2026-01-01,,x,V     | u 7 valid_from overlap"
            })
    void a_bad_line_of_units_is_named(String line, String fault) {
        assertThat(faults(PROVINCE + line + "\n", "")).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/6/2025,01001,01003,,x,V                               | s 2 effective day.none",
                "2025-07-01,01001,01003,1.5,x,V                           | s 2 share share",
                "2025-07-01,01001,01003,0,x,V                             | s 2 share share",
                "2025-07-01,01009,01003,,x,V                              | s 2 old_code not-there-before",
                "2025-07-02,01001,01003,,x,V                              | s 2 old_code not-there-before",
                "2025-07-01,01001,01001,,x,V                              | s 2 new_code not-there-after",
                "2025-07-01,01001,01003,0.5,x,V                           | s 2 share share-alone",
                "2025-07-01,01001,01003,,x,V;2025-07-01,01001,01003,,x,V  | s 3 new_code duplicate",
                "2025-07-01,01001,01003,0.5,x,V;2025-07-01,01001,01002,,x,V    | s 2 share shares-partly",
                "2025-07-01,01001,01003,0.5,x,V;2025-07-01,01001,01002,0.6,x,V | s 2 share shares-sum",
                "2025-07-01,01001,01003,,x,V;2025-07-01,01001,,,x,V       | s 2 new_code unknown-and-known",
                "2025-07-01,01002,01003,,x,V                              | s 2 new_code stays-without-line"
            })
    void a_bad_line_of_successions_is_named(String lines, String fault) {
        assertThat(faults(PROVINCE, lines.strip().replace(";", "\n") + "\n")).containsExactly(fault);
    }

    @Test
    void a_place_does_not_become_an_agency() {
        assertThat(faults(PROVINCE + "H01,UBND,,agency,01,,,x,V\n", "2025-07-01,01001,H01,,x,V\n"))
                .containsExactly("s 2 new_code family");
    }

    @Test
    void every_bad_line_is_shown_not_only_the_first() {
        assertThat(faults(PROVINCE + "?,Xã,,commune,01,,,x,V\n01009,Xã,,village,01,,,x,\n", "x\n"))
                .containsExactly(
                        "u 7 code code",
                        "u 8 kind kind",
                        "u 8 checked checked",
                        "s 2 effective day.none",
                        "s 2 old_code empty",
                        "s 2 source empty",
                        "s 2 checked checked");
    }

    @Test
    void files_that_are_no_such_files_are_refused() {
        byte[] good = "effective,old_code,new_code,share,source,checked\n".getBytes(StandardCharsets.UTF_8);
        assertThat(faults("code,name,…\n".getBytes(StandardCharsets.UTF_16LE), good))
                .containsExactly("u 0 - encoding");
        assertThat(faults(new byte[0], good)).containsExactly("u 0 - empty");
        assertThat(faults("name;code\n".getBytes(StandardCharsets.UTF_8), good))
                .startsWith("u 1 name_en title.missing")
                .hasSize(7);
        assertThat(faults("\"".repeat(200_001).getBytes(StandardCharsets.UTF_8), good))
                .containsExactly("u 0 - quotes");
    }

    @Test
    void a_file_of_too_many_lines_is_refused_at_the_limit() {
        assertThat(faults("01001,Xã,,commune,01,,,x,V\n".repeat(50_001), ""))
                .containsExactly("u 50002 import.title too-many-rows");
    }

    @Test
    void a_byte_order_mark_and_windows_lines_do_no_harm() {
        String units = "\uFEFFcode,name,name_en,kind,parent,valid_from,valid_to,source,checked\n" + PROVINCE;
        assertThat(faults(
                        units.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        "effective,old_code,new_code,share,source,checked\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void titles_may_be_in_another_order_and_be_words() {
        String units = """
                Valid to,Tên,CHECKED,code,Name_En,loại,parent,từ ngày,source
                ,Việt Nam,V,VN,,nation,,,x
                """;
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/units");
        messages.setDefaultEncoding("UTF-8");
        UnitFiles files = UnitFiles.read(
                units.getBytes(StandardCharsets.UTF_8),
                "effective,old_code,new_code,share,source,checked\n".getBytes(StandardCharsets.UTF_8),
                List.of(new Texts(messages, Locale.of("vi")), new Texts(messages, Locale.ENGLISH)));
        assertThat(files.unitErrors()).isEmpty();
        assertThat(files.versions()).extracting(line -> line.unit().name()).containsExactly("Việt Nam");
    }
}
