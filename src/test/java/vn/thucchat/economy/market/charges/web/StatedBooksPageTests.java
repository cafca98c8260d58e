package vn.thucchat.economy.market.charges.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.testing.Visitor.next;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.till.TillFixture;
import vn.thucchat.economy.market.till.TillFixture.Opened;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.testing.Visitor;

/** Once the bank's statement is there, a day of a market's books agrees with it or differs from it. */
@MarketTest
@NullMarked
class StatedBooksPageTests {

    private static final int STATE = 0;

    @Autowired
    MarketFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    Notifications notifications;

    private final Visitor manager;
    private final Visitor accountant;
    private final Opened till;
    private final ReceivingAccount account;
    private final LocalDate day;
    private final String at;

    StatedBooksPageTests(@Autowired MockMvc mvc, @Autowired TillFixture tills, @Autowired ReceivingAccounts receiving) {
        manager = new Visitor(mvc, MANAGER);
        accountant = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE));
        till = tills.charging();
        account = receiving
                .find(Objects.requireNonNull(till.market().chargesAccount()))
                .orElseThrow();
        day = till.today().minusDays(1);
        at = "/markets/" + till.market().code();
    }

    @BeforeEach
    void aRentIsPaid() throws Exception {
        YearMonth month = YearMonth.from(fixture.today());
        next(manager.submit(at + "/charges", Map.of("month", month, "kind", "RENT", "due", month.atEndOfMonth())));
        Charge rent = charges.of(till.stall()).getFirst();
        hear(rent.amountVnd(), "FT1", "nop " + rent.code());
    }

    private void hear(long amountVnd, String reference, String memo) {
        Teller teller = Teller.sepay(account.account())
                .amount(amountVnd)
                .memo(memo)
                .at(day.atTime(9, 30))
                .with("referenceCode", reference);
        String body = teller.body();
        assertThat(notifications.take(till.connection(), teller.headers(body), body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Notifications.Receipt.Taken(1, 0));
    }

    /** What the bank books on the day: one line, which is the rent's. */
    private void state(long amountVnd) throws Exception {
        String statement = """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>VND</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">0</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>%s</Dt></Dt></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="VND">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>%s</Dt></Dt></Bal>
                <Ntry><Amt Ccy="VND">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><DtTm>%sT09:30:00</DtTm></BookgDt><AcctSvcrRef>FT1</AcctSvcrRef></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(account.account(), day, amountVnd, day, amountVnd, day);
        var file = new MockMultipartFile("file", "sao-ke.xml", null, statement.getBytes(StandardCharsets.UTF_8));
        next(accountant.send("/money/accounts/" + account.number() + "/statements", Map.of("layout", "ISO"), file));
    }

    /** The day's row on the manager's page: state, stated, recorded, settled, waiting, charges. */
    private List<String> row() throws Exception {
        Element table = Objects.requireNonNull(
                manager.page(books(""), 200).selectFirst("table:has(a[href$='day?day=" + day + "'])"));
        return table.select("tr:has(a[href$='day?day=" + day + "']) td").eachText();
    }

    private String books(String ending) {
        return at + "/reconciliation" + ending + "?month=" + YearMonth.from(day);
    }

    private List<String> csv() throws Exception {
        return manager.open(books(".csv"))
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void a_day_whose_statement_says_what_was_heard_agrees() throws Exception {
        assertThat(row().get(STATE)).as("premise").isEqualTo("chưa có sao kê");

        state(350_000);

        assertThat(row()).containsExactly("khớp", "350.000", "350.000", "350.000", "0", "350.000");
        var page = manager.page(books(""), 200);
        assertThat(page.select("p.good").text()).contains("Mọi ngày khớp với sao kê");
        assertThat(page.select("p.bad")).isEmpty();
        assertThat(csv())
                .singleElement()
                .asString()
                .endsWith(account.account() + "," + day + ",khớp,350000,350000,350000,0,350000,");
    }

    @Test
    void a_day_on_which_more_was_heard_than_the_bank_states_differs() throws Exception {
        hear(20_000, "FT2", "khong ro");

        state(350_000);

        assertThat(row()).containsExactly("lệch", "350.000", "370.000", "350.000", "20.0001 khoản", "350.000");
        var page = manager.page(books(""), 200);
        assertThat(page.select("p.bad").text()).contains("Có ngày lệch sao kê");
        assertThat(csv())
                .singleElement()
                .asString()
                .endsWith(account.account() + "," + day + ",lệch,350000,370000,350000,20000,350000,");
        assertThat(accountant.page(books(""), 200).select("a[href$='/days/" + day + "']"))
                .as("who keeps the books opens the day")
                .hasSize(1);
    }

    @Test
    void a_day_on_which_the_bank_states_another_amount_differs() throws Exception {
        state(300_000);

        assertThat(row().get(STATE)).isEqualTo("lệch");
        assertThat(csv()).singleElement().asString().contains(",lệch,300000,");
    }
}
