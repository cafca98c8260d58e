package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

class RoleTransfersTests extends IdentityTest {

    private static final String DECISION = "Quyết định 125/QĐ-SNV ngày 01/12/2026";

    private final List<UUID> told = new ArrayList<>();
    private RoleTransfers transfers;
    private Actor administrator;

    @BeforeEach
    void wireTransfers() {
        transfers = new RoleTransfers(
                new AdministeredAccounts(accountStore, grantStore, access, OWNERS, transactions),
                accountStore,
                grantStore,
                resetStore,
                access,
                HouseRoles.DEFINITIONS,
                log,
                (account, kind, key, arguments, link) -> told.add(account),
                transactions,
                clock);
        administrator = somebody(grant(Roles.ADMINISTRATOR, "19"));
    }

    private Outcome move(Actor who, String from, String to) {
        return transfers.move(administrator, who.account(), account(who).version(), from, to, DECISION);
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }

    @Test
    void all_that_was_held_in_one_unit_is_held_in_the_other_from_the_same_moment() {
        var who = somebody(
                grant(SteeringRoles.REPORTER, "05437"),
                grant(Roles.LEADER, "05437"),
                grant(SteeringRoles.REPORTER, "19"));
        int secret = account(who).secretNo();
        assertThat(move(who, "05437", "05440")).isEqualTo(new Outcome.Done(who.account()));
        // the very session that was open before
        assertThat(accounts.person(who.account(), secret).orElseThrow().actor().grants())
                .containsExactlyInAnyOrder(
                        grant(SteeringRoles.REPORTER, "05440"),
                        grant(Roles.LEADER, "05440"),
                        grant(SteeringRoles.REPORTER, "19"));
        var ended = accounts.grants(who.account()).stream()
                .filter(one -> !one.held())
                .toList();
        assertThat(ended).hasSize(2).allMatch(one -> now.equals(one.until()));
        assertThat(accounts.grants(who.account()).stream()
                        .filter(one -> one.unit().equals("05440")))
                .allMatch(one -> one.from().equals(now));
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = 'identity.role-moved'"
                                + " AND object = :object AND detail LIKE '%125/QĐ-SNV%'")
                        .param("object", account(who).path())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(told).containsExactly(who.account());
    }

    @Test
    void an_end_that_was_set_goes_with_the_role() {
        var who = somebody();
        var day = vn.thucchat.foundation.database.BusinessTime.day(now).plusDays(30);
        roles.grant(administrator, who.account(), account(who).version(), SteeringRoles.REPORTER, "05437", day);
        assertThat(move(who, "05437", "05440")).isInstanceOf(Outcome.Done.class);
        assertThat(accounts.grants(who.account()).stream().filter(RoleGrant::held))
                .singleElement()
                .extracting(RoleGrant::lastDay)
                .isEqualTo(day);
    }

    @Test
    void a_role_that_is_held_there_for_a_shorter_time_is_not_lost_without_a_word() {
        var who = somebody(grant(SteeringRoles.REPORTER, "05437"));
        var day = vn.thucchat.foundation.database.BusinessTime.day(now).plusDays(30);
        roles.grant(administrator, who.account(), account(who).version(), SteeringRoles.REPORTER, "05440", day);
        assertThat(move(who, "05437", "05440")).isEqualTo(refused(Refusal.HELD_ALREADY));
        assertThat(accounts.grants(who.account()).stream().filter(RoleGrant::held))
                .as("nothing is changed")
                .hasSize(2);
        // the other way round what stays lasts longer
        assertThat(move(who, "05440", "05437")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_may_not_be_moved_stays_where_it_is() {
        var who = somebody(grant(SteeringRoles.REPORTER, "05437"));
        assertThat(transfers.move(administrator, who.account(), account(who).version(), "05437", "05440", " "))
                .isEqualTo(refused(Refusal.PAPER_MISSING));
        assertThat(move(who, "05437", "01")).isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
        assertThat(move(who, "05437", "05437")).isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
        assertThat(move(who, "05440", "05437")).isEqualTo(refused(Refusal.NOT_HELD));
        assertThat(transfers.move(administrator, who.account(), 7, "05437", "05440", DECISION))
                .isEqualTo(refused(Refusal.STALE));
        assertThat(move(administrator, "19", "05437")).isEqualTo(refused(Refusal.OWN_ROLE));
        var second = somebody(grant(Roles.ADMINISTRATOR, "05437"));
        assertThat(move(second, "05437", "05440")).isEqualTo(refused(Refusal.TAKES_TWO));
        var auditor = somebody(grant(Roles.AUDITOR, "05437"), grant(Roles.ADMINISTRATOR, "05440"));
        assertThat(move(auditor, "05437", "05440")).isEqualTo(refused(Refusal.TWO_HATS));
        assertThat(accounts.actor(who.username()).orElseThrow().grants())
                .containsExactly(grant(SteeringRoles.REPORTER, "05437"));
        var elsewhere = somebody(grant(Roles.ADMINISTRATOR, "05440"));
        assertThat(transfers.move(elsewhere, who.account(), account(who).version(), "05437", "05440", DECISION))
                .isEqualTo(refused(Refusal.UNIT_OUT_OF_REACH));
    }
}
