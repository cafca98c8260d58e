package vn.thucchat.foundation.money.statements;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.money.payments.Office;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** Base of the tests of what a bank states of an account: an office, who keeps its books, and files of a bank. */
@ApplicationTest
@NullMarked
public abstract class StatementTest {

    /** The layout of the shipped example with columns for in and out. */
    public static final String LAYOUT = "0193492a-0000-7000-8000-000000000001";

    public final LocalDate today = TestTime.today();
    /** Of which files and messengers tell. */
    public final LocalDate day;

    public final Office office;
    public final Visitor clerk;
    public final MockMvc mvc;
    public ReceivingAccount account;

    public StatementTest(ApplicationContext application, MockMvc mvc, int daysAgo) {
        day = today.minusDays(daysAgo);
        this.mvc = mvc;
        office = new Office(application);
        account = office.account();
        clerk = new Visitor(mvc, Persons.a(PaymentRoles.ACCOUNTANT, "05437"));
    }

    @BeforeEach
    public void open() {
        account = office.account();
    }

    public String path() {
        return "/money/accounts/" + account.number();
    }

    public Teller teller(long amountVnd, String memo) {
        return Teller.sepay(account.account())
                .amount(amountVnd)
                .memo(memo)
                .at(LocalDateTime.of(day, java.time.LocalTime.of(9, 30)));
    }

    public MockHttpServletResponse send(String file, String layout) throws Exception {
        return clerk.send(path() + "/statements", Map.of("layout", layout), part(file));
    }

    public static MockMultipartFile part(String file) {
        return new MockMultipartFile("file", "sao-ke.xml", null, file.getBytes(StandardCharsets.UTF_8));
    }

    public String row(String reference, String in, String memo) {
        return "%02d/%02d/%d 09:30:00,%s,,%s,%s%n"
                .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear(), in, reference, memo);
    }

    public static String csv(String rows) {
        return "Ngày giao dịch,Ghi có,Ghi nợ,Số bút toán,Nội dung\n" + rows;
    }

    public String in(long amountVnd, String reference, String memo) {
        return entry("CRDT", amountVnd, reference, memo);
    }

    /** An entry with a reference of its own beside that of the batch. */
    public String numbered(String transaction, String reference) {
        return in(15_000, reference, "x").replace("<TxDtls>", "<TxDtls><Refs><TxId>" + transaction + "</TxId></Refs>");
    }

    public String out(long amountVnd, String reference) {
        return entry("DBIT", amountVnd, reference, "phi");
    }

    /** The bank takes back what it had told before. */
    public String back(long amountVnd, String reference, String memo) {
        return entry("DBIT", amountVnd, reference, memo).replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
    }

    private String entry(String direction, long amountVnd, String reference, String memo) {
        return """
                <Ntry><Amt Ccy="VND">%d</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef>
                <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>NGUYEN VAN B</Nm></Dbtr></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amountVnd, direction, day, reference, memo);
    }

    public String camt(long opening, long closing, String... entries) {
        return camt(balance("OPBD", opening), balance("CLBD", closing), String.join("", entries));
    }

    /** Of entries and balances, or of entries alone. */
    public String camt(String... parts) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>%s</Id>
                <Acct><Id><Othr><Id>%s</Id></Othr></Id><Ccy>VND</Ccy></Acct>%s</Stmt></BkToCstmrStmt></Document>
                """.formatted(UUID.randomUUID(), account.account(), String.join("", parts));
    }

    private String balance(String code, long amountVnd) {
        return """
                <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="VND">%d</Amt><CdtDbtInd>CRDT</CdtDbtInd>
                <Dt><Dt>%s</Dt></Dt></Bal>""".formatted(code, amountVnd, day);
    }
}
