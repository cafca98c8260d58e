package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.credentials.CredentialDataset;
import vn.thucchat.foundation.identity.credentials.CredentialType.Held;

/** A trader carries at which stall they trade, until the stall closes or they leave. */
@MarketTest
@NullMarked
class TraderCredentialTests {

    private static final String USERNAME = "vi.tieuthuong";

    @Autowired
    MarketFixture fixture;

    @Autowired
    Traders traders;

    @Autowired
    Stalls stalls;

    @Autowired
    Accounts accounts;

    @Autowired
    TraderCredential credential;

    private record Trading(Market market, Stall stall, UUID trader, Actor account) {}

    private Trading trading(String suffix) {
        String username = USERNAME + suffix;
        accounts.ensure(
                username,
                "Lê Thị Hoa",
                "một mật khẩu đủ dài",
                false,
                new Actor.Grant(MarketRoles.TRADER, MarketFixture.COMMUNE));
        Market market = fixture.market();
        var draft = new Traders.Draft(Trader.Kind.HOUSEHOLD, "Lê Thị Hoa", "", "", "", fixture.today(), username);
        UUID id = done(traders.add(MANAGER, market, draft));
        Stall stall = fixture.stall(market, fixture.zone(market, "Khu vải"), "V1");
        fixture.contract(market, stall, traders.find(market, id).orElseThrow());
        return new Trading(market, stall, id, accounts.actor(username).orElseThrow());
    }

    private Set<Held> standing(Trading trading, CredentialDataset held) {
        return credential.standing(List.of(new Held(trading.account().account(), held.id())));
    }

    @Test
    void it_says_where_and_not_who_they_are() {
        Trading trading = trading("1");
        CredentialDataset held = credential.holdings(trading.account()).getFirst();
        assertThat(held.claims())
                .containsEntry("market_name", trading.market().name())
                .containsEntry("stall", "V1")
                .containsEntry("trader_name", "Lê Thị Hoa");
        assertThat(held.claims().keySet())
                .isSubsetOf(
                        credential.claims().stream().map(claim -> claim.name()).toList());
        assertThat(standing(trading, held))
                .containsExactly(new Held(trading.account().account(), held.id()));
        var own = new Held(trading.account().account(), held.id());
        assertThat(credential.standing(List.of(own, new Held(UUID.randomUUID(), held.id()))))
                .as("not of another account, though both are asked for at once")
                .containsExactly(own);
    }

    @Test
    void it_ends_with_the_stall() {
        Trading trading = trading("2");
        CredentialDataset held = credential.holdings(trading.account()).getFirst();
        done(stalls.close(MANAGER, trading.market(), trading.stall(), true));
        assertThat(standing(trading, held)).isEmpty();
        assertThat(credential.holdings(trading.account())).isEmpty();
    }

    @Test
    void it_ends_when_the_trader_leaves() {
        Trading trading = trading("3");
        CredentialDataset held = credential.holdings(trading.account()).getFirst();
        done(traders.leave(MANAGER, trading.market(), trading.trader()));
        assertThat(standing(trading, held)).isEmpty();
    }
}
