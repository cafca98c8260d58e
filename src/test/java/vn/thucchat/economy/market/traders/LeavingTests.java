package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;

/** Whoever leaves a market has left, and signs in no more, whatever else goes on there. */
@MarketTest
@NullMarked
class LeavingTests {

    private static final String TITLES =
            "Khu,Số sạp,Diện tích,Mặt hàng,Loại,Họ tên hoặc tên cơ sở,Mã số thuế,Số định danh,Điện thoại,Vào chợ ngày,"
                    + "Tiền thuê,Ngân hàng,Số tài khoản,Chủ tài khoản\n";

    @Autowired
    MarketFixture fixture;

    @Autowired
    Traders traders;

    @Autowired
    Contracts contracts;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    TraderSignIns signIns;

    @Autowired
    Imports imports;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Actor manager = MANAGER;
    private Market market;

    @BeforeEach
    void people() {
        String username = "quanly.roi-cho";
        accounts.ensure(
                username, "Quản lý", null, false, new Actor.Grant(MarketRoles.MARKET_MANAGER, MarketFixture.COMMUNE));
        manager = accounts.actor(username).orElseThrow();
        market = fixture.market();
    }

    private Imports.Outcome take(String rows) throws Exception {
        return imports.take(
                manager, market, new ByteArrayInputStream((TITLES + rows).getBytes(StandardCharsets.UTF_8)));
    }

    private Trader trader(UUID id) {
        return traders.find(market, id).orElseThrow();
    }

    private Account signIn(UUID trader) {
        return accounts.find(Objects.requireNonNull(trader(trader).account())).orElseThrow();
    }

    @Test
    void whoever_leaves_ends_contracts_and_ways_to_pay() {
        Stall stall = fixture.equipped(market, "A1");
        Stall other = fixture.equipped(market, "A2");
        UUID trader = contracts.of(stall).getFirst().trader();

        done(traders.leave(manager, market, trader));
        done(traders.leave(manager, market, trader));

        assertThat(contracts.of(stall).getFirst().toOn()).isEqualTo(fixture.today());
        assertThat(acceptances.open(market)).extracting(PaymentMethod::stall).containsExactly(other.id());
        assertThat(fixture.facts(market))
                .contains("market.trader-left 0 ×1", "market.trader-active 0 ×1", "market.stall-ready 0 ×1");
        assertThat(traders.page(market, "", false, null, 10)).hasSize(1);
        List<Trader> all = traders.page(market, "nguyen thi BICH", true, null, 10);
        assertThat(all).hasSize(2);
        assertThat(traders.page(market, "", true, all.getFirst(), 10)).containsExactly(all.getLast());
    }

    @Test
    void a_spreadsheet_without_a_trader_takes_neither_the_trader_nor_the_sign_in_away() throws Exception {
        take("Khu A,A1,,,,Bích,4600100155,,,2022-04-05,1,,,\nKhu A,A2,,,,Hoa,,,,2022-04-05,1,,,\n");
        UUID bich = traders.page(market, "bich", false, null, 2).getFirst().id();
        assertThat(signIns.give(manager, market, bich)).isInstanceOf(TraderSignIns.Given.Done.class);

        assertThat(take("Khu A,A2,5,,,Hoa,,,,2022-04-05,1,,,\n")).isInstanceOf(Imports.Outcome.Taken.class);
        assertThat(take("Khu A,A1,,,,Công ty Bích,4600100155,,,2022-04-05,1,,,\n"))
                .isInstanceOf(Imports.Outcome.Taken.class);

        assertThat(trader(bich).name()).isEqualTo("Công ty Bích");
        assertThat(trader(bich).leftOn()).isNull();
        assertThat(signIn(bich).disabled()).isFalse();
        done(traders.leave(manager, market, bich));
        assertThat(signIn(bich).disabled()).isTrue();
    }

    @Test
    void a_spreadsheet_taken_meanwhile_does_not_bring_back_who_left() throws Exception {
        String row = "Khu A,A1,,,,Bích,4600100155,,%s,2022-04-05,1,,,\n";
        take(row.formatted("0912345678"));
        UUID bich = traders.page(market, "", false, null, 2).getFirst().id();
        signIns.give(manager, market, bich);

        meanwhile(() -> done(traders.leave(manager, market, bich)), () -> take(row.formatted("0987654321")));

        assertThat(trader(bich).leftOn()).isEqualTo(fixture.today());
        assertThat(signIn(bich).disabled()).isTrue();
    }

    @Test
    void a_sign_in_given_meanwhile_ends_too() throws Exception {
        UUID trader = fixture.trader(market, "Lê Thị Hoa").id();

        meanwhile(() -> signIns.give(manager, market, trader), () -> traders.leave(manager, market, trader));

        assertThat(trader(trader).leftOn()).isEqualTo(fixture.today());
        assertThat(signIn(trader).disabled()).isTrue();
    }

    /** The second begins while what the first has done is not committed yet, and goes on when it is. */
    private void meanwhile(Callable<?> first, Callable<?> second) throws Exception {
        // no request holds this transaction open
        RequestContextHolder.resetRequestAttributes();
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            var later = transactions.execute(_ -> {
                try {
                    first.call();
                    var begun = other.submit(second);
                    for (int i = 0; !waiting() && i < 500; i++) Thread.sleep(20);
                    assertThat(waiting()).as("the premise: the second waits").isTrue();
                    return begun;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            later.get(30, TimeUnit.SECONDS);
        }
    }

    private boolean waiting() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }
}
