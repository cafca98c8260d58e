package vn.thucchat.foundation.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;

/** Leaders, and nobody else, are told of the week's brief. */
@ApplicationTest
@NullMarked
class WeeklyBriefTests {

    @Autowired
    WeeklyBrief job;

    @Autowired
    BriefStore store;

    @Autowired
    Inbox inbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Briefs briefs;

    @Autowired
    Accounts accounts;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_leader_gets_one_message_however_many_units_the_person_leads() {
        var leader = accounts.ensure("brief-leader", "Người lãnh đạo hai nơi", "brief-leader-password", false);
        accounts.grant(leader.id(), Roles.LEADER, "05443");
        accounts.grant(leader.id(), Roles.LEADER, "05437");
        var other = accounts.ensure("brief-auditor", "Người kiểm toán", "brief-auditor-password", false);
        accounts.grant(other.id(), Roles.AUDITOR, "19");
        job.send();
        long before = sent(leader.id());
        var weekly =
                new WeeklyBrief(store, accounts, inbox, () -> TestTime.now().plus(Duration.ofDays(7_000)));
        Integer told = transactions.execute(_ -> weekly.send());
        assertThat(told).isPositive();
        assertThat(sent(leader.id())).isEqualTo(before + 1);
        assertThat(sent(other.id())).isZero();
        Integer again = transactions.execute(_ -> weekly.send());
        assertThat(again).as("the same week again").isZero();
        assertThat(sent(leader.id())).isEqualTo(before + 1);
    }

    @Test
    void who_leads_no_unit_has_no_brief_and_a_leader_has_that_of_the_highest() {
        Texts t = new Texts(messages, Locale.of("vi"));
        assertThat(briefs.read(Actor.STRANGER, t, "")).isEmpty();
        var leader = accounts.ensure("brief-province", "Lãnh đạo tỉnh và phường", "brief-province-password", false);
        accounts.grant(leader.id(), Roles.LEADER, "05443");
        accounts.grant(leader.id(), Roles.LEADER, "19");
        Brief brief = briefs.read(accounts.actor("brief-province").orElseThrow(), t, "")
                .orElseThrow();
        assertThat(brief.unit()).isEqualTo("Tỉnh Thái Nguyên");
        assertThat(brief.parts())
                .extracting(BriefPart::title)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(brief.since()).isBefore(brief.now());
    }

    private long sent(java.util.UUID account) {
        return jdbc.sql("SELECT count(*) FROM delivery.outbox_message WHERE recipient = :account")
                .param("account", account.toString())
                .query(Long.class)
                .single();
    }
}
