package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.testing.Visitor;

/** One movement that is told by messengers and stated in files is one, in whatever order and words. */
@NullMarked
class StatementAgainTests extends StatementTest {

    StatementAgainTests(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        super(application, mvc, 1);
    }

    @Test
    void a_notification_after_the_statement_is_known_too() throws Exception {
        Visitor.next(send(camt(0, 50_000, in(50_000, "FT9", "")), "ISO"));
        office.hear(account, teller(50_000, "").with("referenceCode", "FT9"));
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void lines_without_a_reference_are_those_that_were_told_with_the_same_words() throws Exception {
        office.hear(account, teller(15_000, "Mua rau"));
        office.hear(account, teller(15_000, "mua cá"));
        office.hear(account, teller(15_000, "mua ca"));
        String rows = row("", "15.000", "MUA RAU")
                + row("", "15.000", "mua ca")
                + row("", "15.000", "mua  CA")
                + row("", "15.000", "mua ca")
                + row("", "20.000", "khac");

        Visitor.next(send(csv(rows), LAYOUT));
        assertThat(office.movements(account))
                .as("the third fish and the 20,000 are new")
                .hasSize(5);
        Visitor.next(send(csv(rows + row("", "20.000", "khac")), LAYOUT));
        assertThat(office.movements(account)).as("one more of 20,000").hasSize(6);
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.good"))
                .hasSize(1);
    }

    @Test
    void what_is_told_after_a_statement_without_references_is_known_once_for_each_line() throws Exception {
        String rows = row("", "15.000", "MBVCB.88.MUA RAU CHO SANG.CT") + row("", "15.000", "mua ca");
        Visitor.next(send(csv(rows), LAYOUT));
        assertThat(office.movements(account)).hasSize(2);
        Teller vegetables = teller(15_000, "Mua rau chợ sáng").with("referenceCode", "FT21");
        Teller fish = teller(15_000, "mua cá").with("referenceCode", "FT22");

        office.hear(account, vegetables);
        office.hear(account, fish);
        office.hear(account, vegetables);
        assertThat(office.movements(account)).as("both were stated").hasSize(2);
        office.hear(account, fish);
        assertThat(office.movements(account)).as("sent again").hasSize(2);
        office.hear(account, teller(15_000, "mua ca").with("referenceCode", "FT23"));
        assertThat(office.movements(account)).as("a second fish").hasSize(3);
        office.hear(account, teller(15_000, "hoa qua").with("referenceCode", "FT24"));
        assertThat(office.movements(account)).as("other words").hasSize(4);
        office.hear(account, teller(20_000, "mua ca").with("referenceCode", "FT25"));
        assertThat(office.movements(account)).as("another amount").hasSize(5);
        Visitor.next(send(csv(rows + row("FT23", "15.000", "mua ca")), LAYOUT));
        assertThat(office.movements(account)).as("stated with and without").hasSize(5);
    }

    @Test
    void a_reference_that_a_statement_gave_is_kept_so_that_another_one_is_another_movement() throws Exception {
        office.hear(account, teller(15_000, "mua rau").with("referenceCode", ""));
        Visitor.next(send(csv(row("FT41", "15.000", "mua rau")), LAYOUT));
        assertThat(office.movements(account)).hasSize(1);
        Visitor.next(send(csv(row("FT42", "15.000", "mua rau")), LAYOUT));
        assertThat(office.movements(account)).as("the messenger lost one").hasSize(2);
        Visitor.next(send(csv(row("FT41", "15.000", "MBVCB.1.khac") + row("FT42", "15.000", "mua rau")), LAYOUT));
        assertThat(office.movements(account)).as("both are known").hasSize(2);
        assertThat(clerk.page(path() + "/days/" + day, 200).select(".verdict.good"))
                .hasSize(1);
    }

    @Test
    void a_messenger_without_references_is_known_by_a_statement_that_has_them() throws Exception {
        Visitor.next(send(csv(row("FT31", "15.000", "mua rau")), LAYOUT));
        Teller silent = teller(15_000, "Mua rau").with("referenceCode", "");
        office.hear(account, silent);
        office.hear(account, silent);
        assertThat(office.movements(account)).hasSize(1);
        office.hear(account, teller(15_000, "Mua rau").with("referenceCode", ""));
        assertThat(office.movements(account)).as("one more").hasSize(2);
    }

    @Test
    void a_movement_is_known_by_any_of_the_bank_s_references_whoever_tells_first() throws Exception {
        office.hear(account, teller(15_000, "x").with("referenceCode", "ft1"));
        String stated = camt(0, 15_000, numbered("TX1", "FT1"));
        Visitor.next(send(stated, "ISO"));
        assertThat(office.movements(account)).as("told, then stated").hasSize(1);
        Visitor.next(send(csv(row("tx1", "15.000", "khac") + row("FT1", "15.000", "khac nua")), LAYOUT));
        assertThat(office.movements(account)).as("by each of them").hasSize(1);
        office.hear(account, teller(15_000, "x").with("referenceCode", "TX1"));
        assertThat(office.movements(account)).as("another message").hasSize(2);

        account = office.account();
        Visitor.next(send(camt(0, 15_000, numbered("TX1", "FT1")), "ISO"));
        Teller told = teller(15_000, "x").with("referenceCode", "Ft1");
        office.hear(account, told);
        office.hear(account, told);
        assertThat(office.movements(account)).as("stated, then told").hasSize(1);
        office.hear(account, teller(15_000, "x").with("referenceCode", "TX1"));
        assertThat(office.movements(account)).as("another message").hasSize(2);
        office.hear(account, teller(15_000, "x").with("referenceCode", "FT2"));
        assertThat(office.movements(account)).as("another").hasSize(3);
    }

    @Test
    void two_that_share_one_reference_and_differ_in_another_are_two() throws Exception {
        office.hear(account, teller(15_000, "x").with("referenceCode", "FT1"));
        Visitor.next(send(camt(0, 30_000, numbered("TX1", "FT1"), numbered("TX2", "FT1")), "ISO"));
        assertThat(office.movements(account)).hasSize(2);
        Visitor.next(send(camt(0, 45_000, numbered("TX2", "FT1"), numbered("TX3", "FT1")), "ISO"));
        assertThat(office.movements(account)).as("one more, in another file").hasSize(3);
    }

    @Test
    void a_reference_is_the_same_in_capitals_and_small_letters() throws Exception {
        office.hear(account, teller(15_000, "x").with("referenceCode", "ft26abc"));
        Visitor.next(send(camt(0, 15_000, in(15_000, "Ft26Abc", "z")), "ISO"));
        assertThat(office.movements(account)).hasSize(1);
    }

    @Test
    void the_same_code_in_other_words_is_the_same_movement_whoever_tells_first() throws Exception {
        Payable rent = office.ask(account, 200_000);
        Teller told = teller(200_000, "MBVCB.88." + rent.code() + ".CT tu 0123").with("referenceCode", "");
        String stated = camt(0, 200_000, in(200_000, "FT1", rent.code() + " tien quay"));
        office.hear(account, told);
        Visitor.next(send(stated, "ISO"));
        assertThat(office.movements(account)).hasSize(1);

        account = office.account();
        Payable other = office.ask(account, 200_000);
        Visitor.next(send(camt(0, 200_000, in(200_000, "FT1", other.code() + " tien quay")), "ISO"));
        office.hear(
                account,
                teller(200_000, "MBVCB.88." + other.code() + ".CT tu 0123").with("referenceCode", ""));
        assertThat(office.movements(account)).hasSize(1);
        assertThat(office.now(other).state()).isEqualTo(Payable.State.PAID);
    }

    @Test
    void what_is_paid_before_midnight_and_booked_the_next_day_is_one_movement() throws Exception {
        Payable rent = office.ask(account, 200_000);
        office.hear(account, late(rent));
        String line = row("", "200.000", rent.code());
        Visitor.next(send(csv(line), LAYOUT));
        Visitor.next(send(csv(line + row("", "1.000", "khac")), LAYOUT));
        assertThat(office.movements(account)).as("stated twice").hasSize(2);
        Visitor.next(send(csv(line + line), LAYOUT));
        assertThat(office.movements(account)).as("a second one of the next day").hasSize(3);
        String dayBefore = line.replace(
                "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue()),
                "%02d/%02d"
                        .formatted(
                                day.minusDays(1).getDayOfMonth(),
                                day.minusDays(1).getMonthValue()));
        Visitor.next(send(csv(dayBefore), LAYOUT));
        assertThat(office.movements(account))
                .as("the one told is booked already")
                .hasSize(4);

        account = office.account();
        Payable other = office.ask(account, 200_000);
        Visitor.next(send(csv(row("", "200.000", other.code())), LAYOUT));
        office.hear(account, late(other));
        office.hear(account, late(other).with("referenceCode", "FT99"));
        assertThat(office.movements(account))
                .as("stated first: one of the two told")
                .hasSize(2);
    }

    @Test
    void a_reference_used_anew_the_next_day_is_another_movement_in_one_file_and_in_two() throws Exception {
        String first = row("5245.90001", "50.000", "KHACH A MUA RAU");
        String second = earlier(row("5245.90001", "50.000", "KHACH B MUA CA"));
        Visitor.next(send(csv(first), LAYOUT));
        Visitor.next(send(csv(second), LAYOUT));
        assertThat(office.movements(account)).as("in two files").hasSize(2);
        Visitor.next(send(csv(second + first), LAYOUT));
        assertThat(office.movements(account)).as("both again").hasSize(2);

        account = office.account();
        Visitor.next(send(csv(second + first), LAYOUT));
        assertThat(office.movements(account)).as("in one file").hasSize(2);
        Visitor.next(send(csv(first), LAYOUT));
        assertThat(office.movements(account)).as("one of them again").hasSize(2);
    }

    @Test
    void a_reference_that_was_told_of_another_day_is_another_movement() throws Exception {
        office.hear(account, teller(50_000, "KHACH A MUA RAU").with("referenceCode", "5245.90001"));
        Visitor.next(send(csv(earlier(row("5245.90001", "50.000", "KHACH B MUA CA"))), LAYOUT));
        assertThat(office.movements(account)).hasSize(2);
        Visitor.next(send(csv(row("5245.90001", "50.000", "MBVCB.KHACH A MUA RAU")), LAYOUT));
        assertThat(office.movements(account)).as("of its own day it is known").hasSize(2);
    }

    @Test
    void each_of_two_with_one_reference_on_one_day_is_one_line() throws Exception {
        office.hear(account, teller(50_000, "a").with("referenceCode", "FT1"));
        office.hear(account, teller(50_000, "b").with("referenceCode", "FT1"));
        assertThat(office.movements(account)).as("two messages").hasSize(2);
        String twice = row("FT1", "50.000", "x") + row("FT1", "50.000", "x");
        Visitor.next(send(csv(twice), LAYOUT));
        assertThat(office.movements(account)).as("both were told").hasSize(2);
        Visitor.next(send(csv(twice + row("FT1", "50.000", "x")), LAYOUT));
        assertThat(office.movements(account)).as("a third").hasSize(3);
    }

    @Test
    void a_word_on_many_rows_and_a_placeholder_are_no_references() throws Exception {
        for (String word : List.of("NONREF", "NOTPROVIDED", "AGRI2026", "000")) {
            account = office.account();
            office.hear(account, teller(15_000, "mua rau sang").with("referenceCode", "FT51"));
            office.hear(account, teller(15_000, "mua ca").with("referenceCode", word));
            office.hear(account, teller(15_000, "mua thit").with("referenceCode", word));
            String rows = row(word, "15.000", "MUA RAU SANG")
                    + row(word, "15.000", "mua ca")
                    + row(word, "15.000", "mua thit")
                    + row(word, "15.000", "mua hoa");
            Visitor.next(send(csv(rows), LAYOUT));
            assertThat(office.movements(account))
                    .as("%s: the flowers are new", word)
                    .hasSize(4);
            Visitor.next(send(csv(rows), LAYOUT));
            Visitor.next(send(csv(rows + row(word, "9.000", "hanh")), LAYOUT));
            assertThat(office.movements(account)).as(word).hasSize(5);
        }
    }

    /** The same row of the day before. */
    private String earlier(String row) {
        return row.replace(
                "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
                "%02d/%02d/%d"
                        .formatted(
                                day.minusDays(1).getDayOfMonth(),
                                day.minusDays(1).getMonthValue(),
                                day.minusDays(1).getYear()));
    }

    private Teller late(Payable payable) {
        return teller(200_000, "CT " + payable.code() + " 0123")
                .at(day.minusDays(1).atTime(23, 59))
                .with("referenceCode", "FT98");
    }
}
