package vn.thucchat.foundation.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.pages.Result;

class FactorRemovalTests extends IdentityTest {

    private final List<String> told = new ArrayList<>();
    private final List<UUID> ended = new ArrayList<>();
    private final List<UUID> unlinked = new ArrayList<>();

    private record Rooms(TotpCodes codes, AccountFactors factors, FactorRemovals removals) {}

    /** Made when the database is there. */
    private Rooms rooms() {
        AccountNotices notices = (UUID account, String kind, String key, List<String> arguments, String link) ->
                told.add(account + " " + kind);
        var seal = new Seal("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        var papers = new RecoveryCodeStore(jdbc);
        var codes = new TotpCodes(
                new TotpStore(jdbc),
                new RecoveryCodes(papers, seal, clock),
                papers,
                seal,
                log,
                notices,
                transactions,
                clock);
        var factors = new AccountFactors(accounts, List.of(codes), clock);
        return new Rooms(
                codes,
                factors,
                new FactorRemovals(
                        new FactorRemovalStore(jdbc),
                        factors,
                        accounts,
                        administration,
                        log,
                        account -> ended.add(account) ? 1 : 0,
                        linked(),
                        notices,
                        transactions,
                        clock));
    }

    private FactorRemovals.LinkedSignIns linked() {
        return new FactorRemovals.LinkedSignIns() {
            @Override
            public int drop(UUID account) {
                unlinked.add(account);
                return 1;
            }

            @Override
            public List<FactorRemovals.LinkedSignIn> of(UUID account) {
                return List.of();
            }
        };
    }

    private Actor owner;
    private Actor first;
    private Actor second;
    private FactorRemovals removals;
    private AccountFactors factors;

    @BeforeEach
    void somebodyWithACode() {
        Rooms rooms = rooms();
        removals = rooms.removals();
        factors = rooms.factors();
        owner = somebody(grant(Roles.LEADER, "19"));
        first = somebody(grant(Roles.ADMINISTRATOR, "19"));
        second = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        withCode(rooms.codes(), owner);
    }

    private void withCode(TotpCodes codes, Actor actor) {
        var draft = codes.draft(actor);
        codes.keep(actor, codes.shown(actor, draft, draft.secret().code(now)).orElseThrow());
    }

    private boolean taken() {
        removals.take();
        return factors.devices(owner.account()).isEmpty();
    }

    @Test
    void two_administrators_and_a_day_take_a_lost_code() {
        assertThat(removals.ask(first, owner.account())).isEqualTo(new Result.Done(owner.account()));
        assertThat(removals.ask(first, owner.account()))
                .as("one person twice is one person")
                .isEqualTo(new Result.Done(owner.account()));
        assertThat(removals.opensAt(owner.account())).isEmpty();
        now = now.plus(Duration.ofHours(20));
        told.clear();
        assertThat(removals.ask(second, owner.account())).isEqualTo(new Result.Done(owner.account()));
        assertThat(told).containsExactly(owner.account() + " identity.factor-removal-agreed");
        assertThat(removals.opensAt(owner.account())).contains(now.plus(Duration.ofHours(24)));
        assertThat(removals.ask(first, owner.account())).isInstanceOf(Result.Refused.class);
        now = now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(taken()).isFalse();
        now = now.plusSeconds(1);
        assertThat(ended).isEmpty();
        assertThat(taken()).isTrue();
        assertThat(ended).as("whoever has the lost device is signed out").containsExactly(owner.account());
        assertThat(told).contains(owner.account() + " identity.factors-removed");
        assertThat(removals.opensAt(owner.account())).isEmpty();
        assertThat(removals.ask(first, owner.account()))
                .as("there is nothing left")
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    void the_owner_stops_it() {
        removals.ask(first, owner.account());
        removals.ask(second, owner.account());
        assertThat(removals.stop(first)).isInstanceOf(Result.NotFound.class);
        assertThat(removals.stop(owner)).isEqualTo(new Result.Done(owner.account()));
        now = now.plus(Duration.ofDays(2));
        assertThat(taken()).isFalse();
        removals.ask(first, owner.account());
        assertThat(removals.opensAt(owner.account())).as("from the beginning").isEmpty();
    }

    @Test
    void a_first_request_of_yesterday_does_not_count() {
        removals.ask(first, owner.account());
        now = now.plus(Duration.ofDays(1));
        removals.ask(second, owner.account());
        assertThat(removals.opensAt(owner.account())).isEmpty();
    }

    @Test
    void nobody_asks_for_themselves_nor_beyond_their_reach() {
        assertThat(removals.ask(owner, owner.account())).isInstanceOf(Result.Refused.class);
        var elsewhere = somebody(grant(Roles.ADMINISTRATOR, "01"));
        assertThat(removals.ask(elsewhere, owner.account())).isInstanceOf(Result.NotFound.class);
        assertThat(removals.of(elsewhere, owner.account())).isEmpty();
        var invented = new Actor(first.account(), "minh.hoa.qt", "Minh Họa", true, first.grants());
        assertThat(removals.ask(invented, owner.account())).isInstanceOf(Result.NotFound.class);
        var mine = somebody(grant(Roles.ADMINISTRATOR, "19"));
        assertThat(removals.ask(mine, mine.account())).isInstanceOf(Result.Refused.class);
        assertThat(removals.ask(first, UUID.randomUUID())).isInstanceOf(Result.NotFound.class);
    }
}
