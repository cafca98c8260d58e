package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.formats.CsvLayout;
import vn.thucchat.foundation.money.formats.CsvMapping;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;

class CsvLayoutStoreTests extends MoneyStoreTest {

    @Test
    void a_layout_comes_back_as_it_was_and_a_name_is_taken_once() {
        var layouts = new CsvLayoutStore(jdbc);
        for (var mapping : List.of(
                new CsvMapping(
                        ';',
                        3,
                        "Tổng cộng",
                        new CsvMapping.Account.Column("Số TK"),
                        new CsvMapping.Columns(
                                "Ngày",
                                "Giờ",
                                new CsvMapping.Amounts.Split("Có", "Nợ"),
                                "Số CT",
                                "Nội dung",
                                "Tên",
                                "TK đối ứng"),
                        CsvMapping.DecimalStyle.VIETNAMESE,
                        "dd/MM/yyyy",
                        "HH:mm"),
                new CsvMapping(
                        ',',
                        1,
                        null,
                        new CsvMapping.Account.Fixed(""),
                        new CsvMapping.Columns(
                                "Date", null, new CsvMapping.Amounts.Signed("Amount"), null, "Memo", null, null),
                        CsvMapping.DecimalStyle.ENGLISH,
                        "yyyy-MM-dd HH:mm:ss",
                        null))) {
            var layout = new CsvLayout(UUID.randomUUID(), "Mẫu " + mapping.delimiter(), "a test", mapping);
            assertThat(layouts.insert(layout, NOON)).isTrue();
            assertThat(layouts.find(layout.id())).contains(layout);
            assertThat(layouts.insert(new CsvLayout(UUID.randomUUID(), layout.name(), "again", mapping), NOON))
                    .isFalse();
        }
        assertThat(layouts.all()).extracting(CsvLayout::name).contains("Mẫu ;", "Mẫu ,");
        assertThat(layouts.find(UUID.randomUUID())).isEmpty();
    }
}
