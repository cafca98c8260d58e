package vn.thucchat.foundation.identity.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.RoleAdministration.GrantRequest;
import vn.thucchat.foundation.identity.accounts.web.AccountPage;
import vn.thucchat.foundation.identity.accounts.web.AccountsPage;
import vn.thucchat.foundation.identity.accounts.web.GrantOptions;
import vn.thucchat.foundation.identity.accounts.web.NewAccountPage;
import vn.thucchat.foundation.identity.accounts.web.RoleTransferPage;
import vn.thucchat.foundation.identity.audit.web.AuditPage;
import vn.thucchat.foundation.identity.factors.Passkey;
import vn.thucchat.foundation.identity.factors.web.PasskeysPage;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.recovery.CounterRecoveries;
import vn.thucchat.foundation.identity.recovery.Recovery;
import vn.thucchat.foundation.identity.recovery.web.BeginPage;
import vn.thucchat.foundation.identity.recovery.web.CounterPage;
import vn.thucchat.foundation.identity.recovery.web.RecoveryPage;
import vn.thucchat.foundation.identity.recovery.web.StopPage;
import vn.thucchat.foundation.identity.security.StaleFormPage;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.identity.sessions.web.LinkOverPage;
import vn.thucchat.foundation.identity.sessions.web.PasswordPage;
import vn.thucchat.foundation.identity.sessions.web.SignInPage;
import vn.thucchat.foundation.identity.sessions.web.SignInQueuePage;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.Browser;
import vn.thucchat.testing.Look;
import vn.thucchat.testing.Rendering;

/** The pages of this module in a real browser: in both languages and modes, on a phone and a desk. */
class IdentityLookTests {

    private static final List<SignInWays.Way> WAYS = List.of(new SignInWays.Way("VNeID", "/upstream/vneid", false));

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'";
    private static final Instant AT = Instant.parse("2022-08-08T02:00:00Z");

    @Test
    void axe_finds_nothing_and_nothing_scrolls_sideways() throws IOException {
        var faults = new ArrayList<String>();
        try (var browser = new Browser()) {
            for (Look look : Look.now())
                try (var visitor = browser.visitor(look.width(), look.dark())) {
                    var site = site(Locale.of(look.language()));
                    Browser.serve(visitor, site::get);
                    var page = visitor.newPage();
                    for (String name : site.keySet()) {
                        if (name.contains(".")) continue;
                        page.navigate("http://thucchat.test" + name);
                        faults.addAll(Look.faults(page, "identity" + name + " " + look));
                    }
                }
        }
        assertThat(faults).isEmpty();
    }

    private static Map<String, Browser.Answer> site(Locale locale) throws IOException {
        var site = new LinkedHashMap<String, Browser.Answer>();
        pages().forEach((name, page) -> site.put(
                "/" + name.replaceAll("\\d$", "-again"),
                new Browser.Answer(
                        "text/html;charset=UTF-8",
                        Rendering.html(
                                        "foundation/identity/" + room(page) + "/" + name.replaceAll("\\d$", ""),
                                        page,
                                        locale,
                                        "/sign-in",
                                        "ADMINISTRATOR",
                                        "AUDITOR")
                                .getBytes(StandardCharsets.UTF_8),
                        POLICY)));
        site.put("/look.css", new Browser.Answer("text/css", file("/static/look.css"), POLICY));
        site.put("/desk.css", new Browser.Answer("text/css", file("/static/desk.css"), POLICY));
        site.put("/mark.svg", new Browser.Answer("image/svg+xml", file("/static/mark.svg"), POLICY));
        return site;
    }

    /** The room of a page: {@code sessions} of {@code …identity.sessions.web.SignInPage}. */
    private static String room(Object page) {
        return page.getClass().getPackageName().replace(".web", "").replaceAll(".*[.]", "");
    }

    private static final GrantOptions CHOICES = new GrantOptions(
            List.of(new Option("", "Chọn vai trò"), new Option("LEADER", "Lãnh đạo")),
            List.of(new Option("", "Chọn đơn vị"), new Option("19", "Tỉnh Thái Nguyên (19)")));

    private static RecoveryPage recovery(Recovery.State state) {
        var id = new UUID(3, 1);
        var recovery = new Recovery(
                id,
                new UUID(3, 2),
                null,
                null,
                List.of("EMAIL"),
                AT,
                AT.plusSeconds(60),
                AT.plusSeconds(600),
                null,
                null,
                null);
        return new RecoveryPage(recovery, state, "/recover/" + id + "/7KQM2XVAPN4D", WAYS, form(Map.of()));
    }

    private static CounterPage counter() {
        var person = new Person(
                new UUID(3, 3),
                "019••••••123",
                "Nguyễn Văn An",
                LocalDate.of(1987, 3, 2),
                Person.Proof.VNEID_2,
                AT,
                false);
        var lines = List.of(
                new CounterRecoveries.Line(account(false), CounterRecoveries.Eligibility.ONE_CLERK),
                new CounterRecoveries.Line(
                        new Account(new UUID(3, 4), "an.nguyen", "An", false, false, false, 1, 1),
                        CounterRecoveries.Eligibility.AGREE));
        return new CounterPage(person, lines, "https://thucchat.test/recover/7KQM2XVAPN4D", form(Map.of()));
    }

    private static Map<String, Object> pages() {
        var pages = new LinkedHashMap<String, Object>();
        pages.put("sign-in", new SignInPage(form(Map.of()), "/", WAYS, List.of("lanhdao", "tieuthuong"), true, false));
        pages.put("waiting", new SignInQueuePage("1.204", "Còn khoảng 2 phút.", "hoa.le", "/", WAYS, true));
        pages.put(
                "sign-in2",
                new SignInPage(
                        form(Map.of("username", "hoa.le"), new Fault("username", "Hãy đợi 4 phút")),
                        "/",
                        List.of(),
                        List.of(),
                        false,
                        true));
        var used = Instant.parse("2022-08-08T02:00:00Z");
        pages.put(
                "keys",
                new PasskeysPage(
                        List.of(
                                new Passkey(UUID.randomUUID(), UUID.randomUUID(), "Điện thoại", true, used, used),
                                new Passkey(UUID.randomUUID(), UUID.randomUUID(), "", false, used, null)),
                        true,
                        true,
                        "localhost",
                        "AAAA",
                        List.of("AAAA"),
                        List.of()));
        pages.put(
                "keys2",
                new PasskeysPage(
                        List.of(),
                        false,
                        false,
                        "127.0.0.1",
                        "AAAA",
                        List.of(),
                        List.of(new Fault("", "Đây là cách đăng nhập cuối cùng."))));
        pages.put("stale-form", new StaleFormPage("/sign-in"));
        pages.put("link-over", new LinkOverPage());
        pages.put(
                "password",
                PasswordPage.change(
                        account(true),
                        form(
                                Map.of(),
                                new Fault("old", "Mật khẩu hiện tại không đúng."),
                                new Fault("again", "Hai lần nhập không giống nhau."))));
        pages.put("password2", PasswordPage.reset("abc", account(false), form(Map.of())));
        pages.put(
                "accounts",
                new AccountsPage(
                        List.of(entry(true), entry(false)),
                        true,
                        table("/admin/accounts", AccountsPage.COLUMNS, List.of(1), "hoa.le")
                                .filtered("q", "hoa")
                                .sorted(new Sort<>(Account.Order.NAME, true))));
        pages.put(
                "accounts2",
                new AccountsPage(
                        List.of(),
                        false,
                        table("/admin/accounts", AccountsPage.COLUMNS, List.of(), null)
                                .filtered("q", "không ai")));
        pages.put(
                "new-account",
                new NewAccountPage(
                        form(
                                Map.of("username", "hoa", "name", "Hoa", "role", "LEADER", "unit", "99"),
                                new Fault("unit", "Ngoài phạm vi")),
                        CHOICES));
        pages.put(
                "account",
                new AccountPage(
                        entry(false),
                        List.of(),
                        form(Map.of("name", "Hoa"), new Fault("account", "Có người vừa sửa")),
                        new GrantOptions(List.of(), List.of()),
                        null,
                        0));
        pages.put(
                "account2",
                new AccountPage(
                        entry(true),
                        List.of(new GrantRequest("ADMINISTRATOR", "19", "hoa.le", AT.plusSeconds(9_000_000))),
                        form(Map.of("name", "Hoa")),
                        CHOICES,
                        "https://thucchat.test/reset/" + "aB3-".repeat(11),
                        3));
        pages.put(
                "transfer",
                new RoleTransferPage(
                        entry(true), CHOICES.units(), CHOICES.units(), form(Map.of(), new Fault("paper", "Ghi số"))));
        pages.put("begin", new BeginPage(form(Map.of())));
        pages.put("recovery", recovery(Recovery.State.PROVING));
        pages.put("recovery2", recovery(Recovery.State.WAITING));
        pages.put("recovery3", recovery(Recovery.State.OPEN));
        pages.put("recovery4", recovery(Recovery.State.OVER));
        pages.put(
                "stop",
                new StopPage(
                        List.of(recovery(Recovery.State.WAITING).recovery()),
                        StopPage.State.RUNS,
                        true,
                        "/id/recovery/stopped"));
        pages.put("counter", counter());
        var asked = Map.of("from", "2022-08-01", "to", "2022-08-08", "person", "hoa.le", "action", "identity.");
        var line = new LogEntry(
                new UUID(1, 1),
                AT,
                new UUID(1, 2),
                "hoa.le",
                "identity.role-granted",
                "/admin/accounts/01827b2e-2d00-7e56-954c-8dfde0c436fb",
                "REPORTER 05437",
                "2001:db8:1234:5678:9abc:def0:1234:5678");
        pages.put(
                "audit",
                new AuditPage(
                        form(asked),
                        List.of(line, line),
                        Map.of(Objects.requireNonNull(line.person()), "Nguyễn Thị Hồng Nhung"),
                        table(AuditPage.PATH, AuditPage.COLUMNS, List.of(line, line), "1"),
                        List.of(new Option("", "Mọi hành động"), new Option("identity.", "Tất cả: tài khoản")),
                        path -> true));
        pages.put(
                "audit2",
                new AuditPage(
                        form(asked, new Fault("from", "Hãy nhập hai ngày theo thứ tự")),
                        List.of(),
                        Map.of(),
                        table(AuditPage.PATH, AuditPage.COLUMNS, List.of(), null),
                        List.of(),
                        path -> true));
        return pages;
    }

    private static Table table(String path, List<Table.Column> columns, List<?> rows, @Nullable String next) {
        return Table.of(path, columns, Cursor.START, new Slice<>(rows, next));
    }

    private static Form<?> form(Map<String, String> typed, Fault... faults) {
        return Form.blank(Rendering.texts(Rendering.VIETNAMESE), typed).withFaults(List.of(faults));
    }

    private static Account account(boolean odd) {
        return new Account(
                new UUID(1, 2),
                odd ? "mot.ten.dang.nhap.rat.dai.khong.co.cho.ngat" : "hoa.le",
                "Lê Thị Hoa",
                odd,
                odd,
                odd,
                1,
                1);
    }

    private static Entry entry(boolean odd) {
        var held = new RoleGrant(
                new UUID(1, 3), new UUID(1, 2), SteeringRoles.STEERING_OFFICE, "H55.12", AT, null, AT, "quantri");
        var ended = new RoleGrant(new UUID(1, 4), new UUID(1, 2), SteeringRoles.REPORTER, "05437", AT, AT, null, null);
        return new Entry(account(odd), List.of(held, ended), !odd, java.util.Map.of("05437", "Phường Túc Duyên"));
    }

    private static byte[] file(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(IdentityLookTests.class.getResourceAsStream(path))) {
            return file.readAllBytes();
        }
    }
}
