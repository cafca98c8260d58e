package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;

/** Who sells in a market: known once, reached for a purpose, signed in as the own stall. */
@MarketTest
@NullMarked
class TradersTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Traders traders;

    @Autowired
    Contracts contracts;

    @Autowired
    PaymentMethods methods;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void personal_numbers_are_sealed_unique_and_read_only_for_a_purpose() {
        Market market = fixture.market();
        UUID id = done(traders.add(MANAGER, market, fixture.trader("Lê Thị Hoa", "019 185 001234")));
        assertThat(traders.add(MANAGER, market, fixture.trader("Lê Thị Hoa khác", "019185001234")))
                .isEqualTo(Result.invalid("personal", "market.trader.taken"));
        assertThat(jdbc.sql("SELECT personal_number_sealed || phone_sealed FROM market.trader WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain("019185001234")
                .doesNotContain("0912345678");

        assertThat(traders.masked(market, id)).isEqualTo(new Traders.Contact("019••••••234", "091•••••78"));
        assertThat(traders.contact(MANAGER, market, id, "gọi báo thu phí"))
                .contains(new Traders.Contact("019185001234", "0912345678"));
        assertThat(jdbc.sql("SELECT detail FROM identity.access_log WHERE object LIKE :object AND action = :action")
                        .param("object", "%" + id)
                        .param("action", "market.contact-read")
                        .query(String.class)
                        .list())
                .containsExactly("gọi báo thu phí");

        var renamed = new Traders.Draft(
                Trader.Kind.COMPANY,
                "Công ty Hoa",
                "4600100155",
                "",
                "",
                fixture.today().minusYears(3),
                "");
        done(traders.change(MANAGER, market, id, null, renamed));
        Trader changed = traders.find(id).orElseThrow();
        assertThat(changed.joinedOn()).isEqualTo(fixture.today());
        assertThat(traders.masked(market, id).personalNumber()).as("kept").isEqualTo("019••••••234");
        assertThat(traders.change(
                        MANAGER,
                        market,
                        id,
                        null,
                        new Traders.Draft(
                                Trader.Kind.PERSON, " ", "4600100156", "12", "1", fixture.today(), "không-ai")))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("username", "name", "tax", "personal", "phone"));
    }

    @Test
    void a_trader_who_signs_in_sees_the_own_stall_and_nobody_is_made_a_trader_by_a_manager() {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        UUID trader = contracts.of(stall).getFirst().trader();
        String username = "tieuthuong." + market.code();
        accounts.ensure(username, "Nguyễn Thị Bích", null, false);
        var linked = new Traders.Draft(Trader.Kind.PERSON, "Nguyễn Thị Bích", "", "", "", fixture.today(), username);
        assertThat(traders.change(MANAGER, market, trader, null, linked))
                .as("the account holds no role")
                .isEqualTo(Result.invalid("username", "market.username.fault"));

        accounts.ensure(
                username,
                "Nguyễn Thị Bích",
                null,
                false,
                new vn.thucchat.foundation.identity.access.Actor.Grant(MarketRoles.TRADER, MarketFixture.COMMUNE));
        done(traders.change(MANAGER, market, trader, null, linked));
        assertThat(traders.change(MANAGER, market, trader, null, linked))
                .as("by a form that was opened before")
                .isEqualTo(new Result.Stale());
        var person = accounts.actor(username).orElseThrow();
        assertThat(traders.of(person)).extracting(Trader::id).containsExactly(trader);
        assertThat(methods.served(person))
                .singleElement()
                .satisfies(served -> assertThat(served.number()).isEqualTo("A1"));
        assertThat(methods.served(MANAGER)).isEmpty();
    }
}
