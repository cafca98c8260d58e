package vn.thucchat.foundation.notify.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.email.MailFixture;
import vn.thucchat.foundation.notify.email.SmtpSink;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** A person adds an address, proves by a code that it is theirs, and says how to be told. */
@ApplicationTest
@NullMarked
class ContactsPageTests {

    @Autowired
    ContactFixture people;

    @Autowired
    MailFixture mail;

    @Autowired
    Contacts contacts;

    @Autowired
    Accounts accounts;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void atNoon() {
        clock.moveTo(TestTime.today()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(vn.thucchat.foundation.database.BusinessTime.VIETNAM)
                .toInstant());
    }

    @Test
    void an_address_is_used_from_its_code_on_and_its_owner_is_told() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        String address = people.email();
        String page = add(visitor, "EMAIL", " " + address.toUpperCase(java.util.Locale.ROOT));
        assertThat(visitor.page("/id/contacts", 200).select("tbody tr").text()).contains(address, "Nhập mã");
        String code = people.mailed(address, 1);
        assertThat(jdbc.sql("SELECT payload FROM delivery.outbox_message WHERE recipient = :person")
                        .param("person", person.account().toString())
                        .query(String.class)
                        .list())
                .as("no table holds the code")
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(code));
        Document wrong = Visitor.parsed(visitor.submit(page + "/confirmed", Map.of("code", other(code))));
        assertThat(wrong.select(".fault").text()).contains("Mã không đúng");
        assertThat(Visitor.next(visitor.submit(
                        page + "/confirmed", Map.of("code", " " + code.substring(0, 3) + " " + code.substring(3)))))
                .isEqualTo("/id/contacts");
        assertThat(visitor.page("/id/contacts", 200).select("tbody .good").text())
                .startsWith("Đã xác nhận");
        ContactFixture.until(() -> mail.sink().to(address).size() == 2);
        assertThat(ContactFixture.subject(mail.sink().to(address).getLast()))
                .isEqualTo("Thực Chất: Địa chỉ mới trong tài khoản");
        assertThat(visitor.submit(page + "/confirmed", Map.of("code", code)).getStatus())
                .as("again")
                .isEqualTo(409);
        assertThat(log(person)).contains("notify.contact-added", "notify.contact-confirmed");
        assertThat(jdbc.sql("SELECT sealed FROM notify.contact WHERE account = :a")
                        .param("a", person.account())
                        .query(String.class)
                        .single())
                .doesNotContain("example");

        assertThat(Visitor.next(visitor.submit(page + "/removed", Map.of()))).isEqualTo("/id/contacts");
        assertThat(visitor.page("/id/contacts", 200).select("main").text()).doesNotContain(address);
        assertThat(visitor.submit(page + "/removed", Map.of()).getStatus()).isEqualTo(409);
    }

    @Test
    void five_tries_and_half_an_hour_are_all_a_code_has() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        String address = people.email();
        String page = add(visitor, "EMAIL", address);
        String code = people.mailed(address, 1);
        for (int i = 0; i < 5; i++)
            assertThat(fault(visitor.submit(page + "/confirmed", Map.of("code", other(code)))))
                    .contains("Mã không đúng");
        assertThat(fault(visitor.submit(page + "/confirmed", Map.of("code", code))))
                .contains("không dùng được nữa");
        assertThat(log(person)).contains("notify.code-spent");

        assertThat(fault(visitor.submit(page + "/code", Map.of()))).contains("hãy chờ một phút");
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(Visitor.next(visitor.submit(page + "/code", Map.of()))).isEqualTo(page);
        String second = people.mailed(address, 2);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(fault(visitor.submit(page + "/confirmed", Map.of("code", second))))
                .contains("không dùng được nữa");
        visitor.submit(page + "/code", Map.of());
        String third = people.mailed(address, 3);
        if (!third.equals(second))
            assertThat(fault(visitor.submit(page + "/confirmed", Map.of("code", second))))
                    .as("of before")
                    .contains("Mã không đúng");
        assertThat(Visitor.next(visitor.submit(page + "/confirmed", Map.of("code", third))))
                .isEqualTo("/id/contacts");
    }

    @Test
    void nobody_makes_a_strangers_mailbox_ring_all_day() throws Exception {
        String address = people.email();
        for (int i = 0; i < 6; i++) add(new Visitor(mvc, people.person()), "EMAIL", address);
        assertThat(fault(new Visitor(mvc, people.person())
                        .submit("/id/contacts", Map.of("kind", "EMAIL", "address", address))))
                .contains("đã gửi nhiều mã");
        people.mailed(address, 6);
    }

    @Test
    void whoever_confirms_an_address_later_has_it_and_the_one_before_has_it_no_more() throws Exception {
        Actor before = people.person();
        Actor after = people.person();
        String number = people.phone();
        people.confirm(mvc, before, "PHONE", number);
        var former = new Visitor(mvc, before);
        String page = add(new Visitor(mvc, after), "PHONE", number);
        assertThat(former.page("/id/contacts", 200).select("tbody .bad"))
                .as("not by asking")
                .isEmpty();
        // its own code, and that it was confirmed, were told to the first
        ContactFixture.until(() -> mail.texts("+84" + number.substring(1)).size() == 3);
        String code = people.codes("+84" + number.substring(1)).getLast();
        assertThat(Visitor.next(new Visitor(mvc, after).submit(page + "/confirmed", Map.of("code", code))))
                .isEqualTo("/id/contacts");
        assertThat(former.page("/id/contacts", 200).select("tbody .bad").text()).contains("Tài khoản khác đã xác nhận");
    }

    @Test
    void limits_of_codes_hold_when_all_ask_at_once() throws Exception {
        String address = people.email();
        var persons = java.util.stream.Stream.generate(people::person).limit(12).toList();
        try (var many = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (Actor person : persons) many.execute(() -> ask(person, address));
        }
        assertThat(jdbc.sql("SELECT count(*) FROM notify.confirmation WHERE account = ANY (:persons)")
                        .param("persons", persons.stream().map(Actor::account).toArray(java.util.UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    private void ask(Actor person, String address) {
        try {
            new Visitor(mvc, person).submit("/id/contacts", Map.of("kind", "EMAIL", "address", address));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_invented_person_never_takes_the_address_of_a_real_one() throws Exception {
        Actor real = people.person();
        String address = people.email();
        people.confirm(mvc, real, "EMAIL", address);
        var invented = accounts.ensure("bia.dat" + System.nanoTime(), "Người Bịa", null, true);
        contacts.ensure(invented.id(), AddressKind.EMAIL, address);
        assertThat(jdbc.sql("SELECT count(*) FROM notify.contact WHERE account = :a")
                        .param("a", invented.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(new Visitor(mvc, real)
                        .page("/id/contacts", 200)
                        .select("tbody .good")
                        .text())
                .startsWith("Đã xác nhận");
        String free = people.email();
        contacts.ensure(invented.id(), AddressKind.EMAIL, free);
        people.confirm(mvc, real, "EMAIL", free);
        assertThat(contacts.of(new Actor(invented.id(), "", "", true, List.of())))
                .as("a real one takes it from the invented one")
                .extracting(vn.thucchat.foundation.notify.contacts.Contact::lost)
                .containsExactly(vn.thucchat.foundation.notify.contacts.Contact.Lost.TAKEN);
    }

    @Test
    void an_address_that_reaches_nobody_is_said_to() throws Exception {
        var visitor = new Visitor(mvc, people.person());
        String address = people.email();
        mail.sink().fail(address, SmtpSink.Fault.RECIPIENT_550);
        String page = add(visitor, "EMAIL", address);
        ContactFixture.until(() -> text(visitor, page).contains("máy chủ nhận nói không có địa chỉ này"));
        assertThat(visitor.submit(page + "/code", Map.of()).getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, không phải, an@example.vn",
        "PHONE, 12345, 0912 345 678",
        "FAX, an@example.vn, ''",
    })
    void what_is_no_address_is_said_with_an_example(String kind, String address, String example) throws Exception {
        MockHttpServletResponse sent =
                new Visitor(mvc, people.person()).submit("/id/contacts", Map.of("kind", kind, "address", address));
        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(sent).select(".errors").text()).contains(example);
    }

    @Test
    void six_addresses_are_enough_and_each_is_there_once() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        String first = people.email();
        people.confirm(mvc, person, "EMAIL", first);
        assertThat(fault(visitor.submit("/id/contacts", Map.of("kind", "EMAIL", "address", first))))
                .contains("Bạn đã có địa chỉ này");
        for (int i = 0; i < 5; i++) add(visitor, "EMAIL", people.email());
        assertThat(fault(visitor.submit("/id/contacts", Map.of("kind", "EMAIL", "address", people.email()))))
                .contains("hãy bỏ bớt");
    }

    @Test
    void nobody_sees_or_changes_the_address_of_another() throws Exception {
        Actor person = people.person();
        String page = people.confirm(mvc, person, "EMAIL", people.email());
        var stranger = new Visitor(mvc, people.person());
        assertThat(stranger.open(page).getStatus()).isEqualTo(404);
        for (String act : List.of("/confirmed", "/code", "/removed"))
            assertThat(stranger.submit(page + act, Map.of("code", "123456")).getStatus())
                    .as(act)
                    .isEqualTo(404);
        assertThat(new Visitor(mvc, person).page(page, 200).select(".notice").text())
                .startsWith("Đã xác nhận");
    }

    @Test
    void wishes_are_kept_and_what_is_no_hour_is_refused() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(
                mvc,
                new Actor(
                        person.account(),
                        person.username(),
                        person.name(),
                        false,
                        List.of(new Actor.Grant(Roles.ADMINISTRATOR, "05443"))));
        assertThat(visitor.page("/id/contacts", 200)
                        .select("#quietFrom option[selected]")
                        .text())
                .as("of the configuration")
                .isEqualTo("22:00");
        var wishes = Map.of("first", "SMS", "quietFrom", "12", "quietUntil", "14", "language", "en", "wanted", "none");
        assertThat(Visitor.next(visitor.submit("/id/contacts/preferences", wishes)))
                .isEqualTo("/id/contacts");
        Document page = visitor.page("/id/contacts", 200);
        assertThat(page.select("#first option[selected]").attr("value")).isEqualTo("SMS");
        assertThat(page.select("#quietUntil option[selected]").text()).isEqualTo("14:00");
        assertThat(page.select("#language option[selected]").attr("value")).isEqualTo("en");
        assertThat(page.select("input[value=work.chased]").hasAttr("checked")).isFalse();
        assertThat(visitor.submit("/id/contacts/preferences", Map.of("first", "PIGEON", "quietFrom", "24"))
                        .getStatus())
                .isEqualTo(422);
        visitor.submit(
                "/id/contacts/preferences",
                Map.of(
                        "first",
                        "EMAIL",
                        "quietFrom",
                        "0",
                        "quietUntil",
                        "0",
                        "language",
                        "vi",
                        "wanted",
                        "work.chased"));
        assertThat(visitor.page("/id/contacts", 200)
                        .select("input[value=work.chased]")
                        .hasAttr("checked"))
                .isTrue();
    }

    @Test
    void who_holds_no_role_is_not_asked_about_the_work_of_officials() throws Exception {
        Actor person = people.person();
        var visitor = new Visitor(mvc, person);
        assertThat(visitor.page("/id/contacts", 200)
                        .select("input[name=wanted]")
                        .eachAttr("value"))
                .as("what goes to everybody")
                .containsExactly("announcement.administration", "announcement.life");
        visitor.submit(
                "/id/contacts/preferences",
                Map.of("first", "EMAIL", "quietFrom", "0", "quietUntil", "0", "language", "vi", "wanted", "none"));
        assertThat(jdbc.sql("SELECT count(*) FROM notify.declined WHERE account = :a AND kind LIKE 'work.%'")
                        .param("a", person.account())
                        .query(Integer.class)
                        .single())
                .as("nor is any declined for them, which would hold when they get a role")
                .isZero();
    }

    private String add(Visitor visitor, String kind, String address) throws Exception {
        return Visitor.next(visitor.submit("/id/contacts", Map.of("kind", kind, "address", address)));
    }

    private static String fault(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(422);
        return Visitor.parsed(response).select(".fault, .errors").text();
    }

    private static String text(Visitor visitor, String page) {
        try {
            return visitor.page(page, 200).select("main").text();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> log(Actor person) {
        return jdbc.sql("SELECT action FROM identity.access_log WHERE account = :a ORDER BY id")
                .param("a", person.account())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String other(String code) {
        return (code.charAt(0) == '0' ? '1' : '0') + code.substring(1);
    }
}
