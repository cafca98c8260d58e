package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.money.exceptions.HeldPayment;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.formats.BankTable;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.testing.Visitor;

/** A reference that a spreadsheet program took for a number, beside the one that the bank gave: a person decides. */
@NullMarked
class LostZerosTests extends StatementTest {

    private static final String REASON = "Đã đối chiếu với ngân hàng";

    private static final String[] TITLES = {"Ngày giao dịch", "Số CT", "Ghi nợ", "Ghi có", "Nội dung"};

    LostZerosTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 4);
    }

    @Test
    void a_line_that_may_have_been_told_with_its_zeros_is_held_and_neither_booked_nor_dropped() throws Exception {
        for (boolean same : List.of(true, false)) {
            account = office.account();
            office.hear(account, teller(50_000, "KHACH A").with("referenceCode", "000123"));
            Visitor.next(send(sheet(123, 50_000, "khach a chuyen")));
            assertThat(office.movements(account)).as("not booked twice").hasSize(1);
            HeldPayment payment = held().getFirst();
            assertThat(payment.reason()).isEqualTo(HeldPayment.Reason.POSSIBLE_DUPLICATE);
            Visitor.next(send(sheet(123, 50_000, "khach a chuyen", 9, 1_000, "x")));
            assertThat(held()).as("stated again").hasSize(1);
            Visitor.next(clerk.submit(
                    "/money/held/" + payment.id() + (same ? "/rejected" : "/released"),
                    Map.of("version", 1, "reason", REASON)));
            assertThat(office.movements(account)).hasSize(same ? 2 : 3);
            Visitor.next(send(sheet(123, 50_000, "khach a chuyen", 8, 2_000, "y")));
            assertThat(office.movements(account)).as("stated a third time").hasSize(same ? 3 : 4);
            assertThat(held()).as("nothing else is asked").isEmpty();
        }
    }

    @Test
    void a_line_of_another_export_with_its_zeros_is_held_whichever_comes_first() throws Exception {
        List<byte[]> files = List.of(sheet(123, 50_000, "khach a"), text("000123", "khach a"));
        for (List<byte[]> order : List.of(files, files.reversed())) {
            account = office.account();
            for (byte[] file : order) Visitor.next(send(file));
            assertThat(office.movements(account)).hasSize(1);
            assertThat(held()).hasSize(1);
        }
    }

    @Test
    void zeros_behind_the_point_are_lost_too() throws Exception {
        Visitor.next(send(text("5245.90", "khach a")));
        Visitor.next(send(sheet(5245.9, 50_000, "khach a")));
        assertThat(office.movements(account)).hasSize(1);
        assertThat(held()).hasSize(1);
    }

    @Test
    void what_a_messenger_tells_after_the_sheet_is_held() throws Exception {
        Visitor.next(send(sheet(123, 50_000, "khach a")));
        var told = teller(50_000, "KHACH A").with("referenceCode", "000123");
        for (int i = 0; i < 2; i++) office.hear(account, told);
        assertThat(office.movements(account)).hasSize(1);
        HeldPayment payment = held().getFirst();
        assertThat(payment.resembles()).isEqualTo(1);
        Visitor.next(clerk.submit("/money/held/" + payment.id() + "/rejected", Map.of("version", 1, "reason", REASON)));
        Visitor.next(send(text("000123", "khach a")));
        assertThat(office.movements(account)).as("known by both now").hasSize(1);
        assertThat(held()).isEmpty();
    }

    @Test
    void a_line_that_is_booked_the_next_day_is_held_where_its_words_are_the_same() throws Exception {
        for (boolean same : List.of(true, false)) {
            account = office.account();
            office.hear(
                    account,
                    teller(50_000, "KHACH A")
                            .with("referenceCode", "000123")
                            .at(day.minusDays(1).atTime(23, 59)));
            Visitor.next(send(sheet(123, 50_000, same ? "khach a chuyen" : "mua rau")));
            assertThat(office.movements(account)).hasSize(same ? 1 : 2);
            assertThat(held()).hasSize(same ? 1 : 0);
        }
    }

    @Test
    void a_line_of_another_day_is_not_held_against_what_a_later_line_states_of_its_own_day() throws Exception {
        office.hear(account, teller(20_000, "phi cho").with("referenceCode", "000001"));
        byte[] file = new BankTable()
                .row((Object[]) TITLES)
                .row(day.minusDays(1), 1, null, 20_000, "phi cho")
                .row(day, 1, null, 20_000, "phi cho")
                .xlsx();
        Visitor.next(send(file));
        assertThat(office.movements(account))
                .extracting(Movement::day)
                .as("the day before is a payment of its own")
                .containsExactly(day, day.minusDays(1));
        assertThat(held()).singleElement().satisfies(payment -> {
            assertThat(payment.said().day()).isEqualTo(day);
            assertThat(payment.resembles()).isEqualTo(1);
        });
    }

    @Test
    void another_number_another_amount_and_both_forms_in_one_file_are_payments_of_their_own() throws Exception {
        Visitor.next(send(text("000123", "khach a")));
        Visitor.next(send(sheet(1230, 50_000, "khach a", 123, 51_000, "khach a", 124, 50_000, "khach a")));
        assertThat(office.movements(account)).hasSize(4);
        Visitor.next(send(
                "Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Nội dung\n%1$td/%1$tm/%1$tY;0077;;50.000;a\n%1$td/%1$tm/%1$tY;77;;50.000;a\n"
                        .formatted(day)
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(office.movements(account)).hasSize(6);
        assertThat(held()).isEmpty();
    }

    private byte[] text(String reference, String memo) {
        return "Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Nội dung\n%1$td/%1$tm/%1$tY;%2$s;;50.000;%3$s\n"
                .formatted(day, reference, memo)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @param lines reference as a number, amount and memo, line after line */
    private byte[] sheet(Object... lines) {
        var table = new BankTable().row((Object[]) TITLES);
        for (int i = 0; i < lines.length; i += 3) table.row(day, lines[i], null, lines[i + 1], lines[i + 2]);
        return table.xlsx();
    }

    private MockHttpServletResponse send(byte[] file) throws Exception {
        return clerk.send(
                path() + "/statements", Map.of("layout", "ISO"), new MockMultipartFile("file", "sao-ke", null, file));
    }

    private List<HeldPayment> held() {
        return office.the(HeldPayments.class).open(clerk.actor(), null, 1_000).stream()
                .map(HeldPayments.Waiting::payment)
                .filter(payment -> Integer.valueOf(account.number()).equals(payment.account()))
                .toList();
    }
}
