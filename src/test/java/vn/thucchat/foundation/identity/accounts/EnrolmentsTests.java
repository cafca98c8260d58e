package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accounts.Enrolments.Outcome;
import vn.thucchat.foundation.identity.accounts.Enrolments.Refusal;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Whoever holds a role gives the one below it, and no more. */
class EnrolmentsTests extends IdentityTest {

    private static final String COMMUNE = "05437";

    private Enrolments enrolments;

    @BeforeAll
    void begin() {
        enrolments = new Enrolments(
                accountStore, grantStore, resetStore, PASSWORDS, access, HouseRoles.DEFINITIONS, log, clock);
    }

    private Account made(Actor manager, Enrolments.Key key, String username) {
        var outcome = enrolments.make(manager, key, username, "Nguyễn Thị Bích", MarketRoles.TRADER, COMMUNE);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).account();
    }

    private SignIns.Outcome signIn(Account account, String password) {
        return signIns.attempt(account.username(), password, "192.0.2.8");
    }

    @Test
    void a_market_manager_makes_a_trader_who_must_set_a_password() {
        var manager = somebody(grant(MarketRoles.MARKET_MANAGER, "164"));
        var key = enrolments.key();
        var bich = made(manager, key, "bich.cho-thu");
        assertThat(key.password()).matches("[a-z0-9]{4}(-[a-z0-9]{4}){2}");
        assertThat(signIn(bich, key.password())).isInstanceOf(SignIns.Outcome.Welcome.class);
        assertThat(accounts.find("bich.cho-thu").orElseThrow().mustChange()).isTrue();
        assertThat(accounts.actor("bich.cho-thu").orElseThrow().grants())
                .containsExactly(grant(MarketRoles.TRADER, COMMUNE));
        assertThat(grantStore.of(List.of(bich.id()))).extracting(RoleGrant::by).containsExactly(manager.username());
        assertThat(logged(accounts.actor("bich.cho-thu").orElseThrow(), "identity.account-created"))
                .isEqualTo(1);
        assertThat(made(manager, enrolments.key(), "bich.cho-thu").username())
                .as("a namesake")
                .isEqualTo("bich.cho-thu2");
    }

    @Test
    void no_other_role_and_no_other_place_can_be_given() {
        var manager = somebody(grant(MarketRoles.MARKET_MANAGER, "164"));
        var key = enrolments.key();
        for (String role : HouseRoles.NAMES)
            if (!role.equals(MarketRoles.TRADER))
                assertThat(enrolments.make(manager, key, "khac", "Khác", role, COMMUNE))
                        .as(role)
                        .isEqualTo(new Outcome.Refused(Refusal.OUT_OF_REACH));
        assertThat(enrolments.make(manager, key, "khac", "Khác", MarketRoles.TRADER, "00004"))
                .isEqualTo(new Outcome.Refused(Refusal.OUT_OF_REACH));
        for (String role : HouseRoles.NAMES)
            if (!role.equals(MarketRoles.MARKET_MANAGER))
                assertThat(enrolments.make(
                                somebody(grant(role, "VN")), key, "khac", "Khác", MarketRoles.TRADER, COMMUNE))
                        .as(role)
                        .isEqualTo(new Outcome.Refused(Refusal.OUT_OF_REACH));
        assertThat(enrolments.make(manager, key, "có dấu", "Khác", MarketRoles.TRADER, COMMUNE))
                .isEqualTo(new Outcome.Refused(Refusal.UNFIT));
        assertThat(enrolments.make(manager, key, "khac", "\0", MarketRoles.TRADER, COMMUNE))
                .isEqualTo(new Outcome.Refused(Refusal.UNFIT));
        assertThat(accounts.find("khac")).isEmpty();
    }

    @Test
    void a_new_password_ends_the_old_one() {
        var manager = somebody(grant(MarketRoles.MARKET_MANAGER, COMMUNE));
        var old = enrolments.key();
        var lan = made(manager, old, "lan.cho-thu");
        var fresh = enrolments.key();
        assertThat(enrolments.mayRenew(manager, lan.id())).isTrue();
        assertThat(enrolments.renew(manager, fresh, lan.id())).isInstanceOf(Outcome.Done.class);
        assertThat(signIn(lan, old.password())).isEqualTo(new SignIns.Outcome.Wrong());
        assertThat(signIn(lan, fresh.password())).isInstanceOf(SignIns.Outcome.Welcome.class);
        assertThat(accounts.find(lan.id()).orElseThrow().mustChange()).isTrue();
        assertThat(accountStore.person(lan.id(), lan.secretNo()))
                .as("sessions of the old one have ended")
                .isEmpty();

        var stranger = somebody(grant(MarketRoles.MARKET_MANAGER, "00004"));
        assertThat(enrolments.mayRenew(stranger, lan.id())).isFalse();
        assertThat(enrolments.renew(stranger, fresh, lan.id())).isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS));
        assertThat(enrolments.takeBack(stranger, lan.id())).isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS));
        assertThat(enrolments.renew(manager, fresh, UUID.randomUUID()))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS));
        assertThat(enrolments.takeBack(manager, UUID.randomUUID())).isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS));
    }

    @Test
    void what_was_given_is_taken_back_and_the_account_closed_unless_it_holds_more() {
        var manager = somebody(grant(MarketRoles.MARKET_MANAGER, COMMUNE));
        var key = enrolments.key();
        var mai = made(manager, key, "mai.cho-thu");
        assertThat(enrolments.takeBack(manager, mai.id())).isInstanceOf(Outcome.Done.class);
        assertThat(enrolments.takeBack(manager, mai.id())).as("again").isInstanceOf(Outcome.Done.class);
        assertThat(signIn(mai, key.password())).isEqualTo(new SignIns.Outcome.Wrong());
        assertThat(enrolments.mayRenew(manager, mai.id())).isFalse();
        assertThat(enrolments.renew(manager, key, mai.id())).isEqualTo(new Outcome.Refused(Refusal.STALE));

        var both = somebody(grant(MarketRoles.TRADER, COMMUNE), grant(SteeringRoles.REPORTER, COMMUNE));
        assertThat(enrolments.renew(manager, key, both.account())).isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS));
        now = now.plusSeconds(1);
        assertThat(enrolments.takeBack(manager, both.account())).isInstanceOf(Outcome.Done.class);
        assertThat(accounts.actor(both.username()).orElseThrow().grants())
                .containsExactly(grant(SteeringRoles.REPORTER, COMMUNE));
        assertThat(logged(both, "identity.role-revoked")).isEqualTo(1);
    }
}
