package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.pages.Texts;

/** What is kept of issued credentials is shown, withdrawn and deleted as its purpose says. */
@NullMarked
class CredentialDataTests extends CredentialTest {

    @Autowired
    CredentialData data;

    @Autowired
    CredentialOffers offers;

    @Autowired
    StatusLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void deleting_one_s_data_withdraws_all() throws Exception {
        String credential = fetched();
        Shown open = offered();
        assertThat(data.gather(holder.account(), new Texts(messages, Locale.of("vi"))))
                .singleElement()
                .satisfies(one -> assertThat(one.values()).containsEntry("kind", "Người đại diện"));
        assertThat(transactions.<Integer>execute(_ -> data.delete(holder.account())))
                .isOne();
        assertThat(wallet.status(credential)).isOne();
        assertThat(wallet.offer(open.link()).statusCode()).isEqualTo(404);
    }

    @Test
    void what_has_ended_long_ago_is_deleted() throws Exception {
        fetched();
        var before = clock.instant().plus(Duration.ofDays(400));
        assertThat(data.count(before, 10)).isPositive();
        int deleted = 0;
        for (int some = 1; some > 0; deleted += some) some = data.delete(before, 1_000);
        assertThat(deleted).isPositive();
        assertThat(data.count(before, 10)).isZero();
        assertThat(data.count(clock.instant(), 10)).isZero();
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        offers.sweep();
    }

    @Test
    void an_end_is_written_down_though_nobody_asks() throws Exception {
        fetched();
        representations.end(holder, person, right.id()).expectDone();
        lists.withdrawEnded();
        assertThat(data.gather(holder.account(), new Texts(messages, Locale.ENGLISH)))
                .hasSize(1);
        assertThat(visitor.open(PAGE).body()).contains("Đã thu hồi");
    }

    @Test
    void a_disabled_account_carries_nothing() throws Exception {
        String credential = fetched();
        assertThat(wallet.status(credential)).isZero();
        jdbc.sql("UPDATE identity.account SET disabled = true, version = version + 1 WHERE id = :id")
                .param("id", holder.account())
                .update();
        lists.withdrawEnded();
        assertThat(wallet.status(credential)).isOne();
    }

    /** The example of the Token Status List, section 4.1: places 0, 3, 4, 5, 7, 8, 9, 13 and 15. */
    @Test
    void the_first_place_is_the_lowest_bit_of_the_first_byte() {
        var bits = new BitSet();
        for (int place : new int[] {0, 3, 4, 5, 7, 8, 9, 13, 15}) bits.set(place);
        assertThat(bits.toByteArray()).containsExactly(0xB9, 0xA3);
        assertThat(StatusLists.compressed(bits)).as("ZLIB at its best").startsWith("eNr");
    }
}
