package vn.thucchat.foundation.notify.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.notify.contacts.ContactFixture;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.testing.TestTime;
import vn.thucchat.testing.Visitor;

/** People of a commune who said so at the page, consented and confirmed telephones; and the officials of the commune. */
@NullMarked
@TestComponent
class AnnouncementFixture {

    static final String LIFE = "announcement.life";

    private final ContactFixture people;
    private final Consents consents;
    private final DataPurposes purposes;
    private final MessageSource messages;
    private final Units units;
    private final JdbcClient jdbc;
    private final Set<String> taken = new HashSet<>();

    AnnouncementFixture(
            ContactFixture people,
            Consents consents,
            DataPurposes purposes,
            MessageSource messages,
            Units units,
            JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.people = people;
        this.consents = consents;
        this.purposes = purposes;
        this.messages = messages;
        this.units = units;
    }

    /** A commune of the province that no other test has used. */
    String commune() {
        LocalDate today = TestTime.today();
        return units.below(new UnitCode("19"), UnitKind.Level.COMMUNE, today).stream()
                .skip(40)
                .map(unit -> unit.code().value())
                .filter(code -> taken.add(code) && nobodyLives(code))
                .findFirst()
                .orElseThrow();
    }

    private boolean nobodyLives(String commune) {
        return jdbc.sql("SELECT count(*) FROM notify.residence WHERE unit = :unit")
                        .param("unit", commune)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** People of a commune who get ordinary announcements by text message. */
    List<Actor> residents(MockMvc mvc, String commune, int count) throws Exception {
        var residents = new ArrayList<Actor>();
        for (int i = 0; i < count; i++) {
            Actor person = people.person();
            people.confirm(mvc, person, "PHONE", people.phone());
            lives(mvc, person, commune);
            consent(person, LIFE);
            consent(person, "notify.optional-phone");
            residents.add(person);
        }
        return residents;
    }

    void lives(MockMvc mvc, Actor person, String commune) throws Exception {
        assertThat(Visitor.next(new Visitor(mvc, person).submit("/id/residence", Map.of("unit", commune))))
                .isEqualTo("/id/residence");
    }

    void consent(Actor person, String purpose) {
        consents.give(person, text(purpose), text(purpose).hash()).expectDone();
    }

    void withdraw(Actor person, String purpose) {
        consents.withdraw(person, text(purpose)).expectDone();
    }

    private PurposeText text(String purpose) {
        return purposes.find(purpose).orElseThrow().text(new Texts(messages, Locale.of("vi")));
    }

    static Visitor writer(MockMvc mvc, String commune) {
        return new Visitor(mvc, Persons.a(AnnouncementRoles.ANNOUNCER, commune));
    }

    static Visitor leader(MockMvc mvc, String commune) {
        return new Visitor(mvc, Persons.a(Roles.LEADER, commune));
    }

    /** The province's price of a text message from today on, in place of what a test entered before. */
    void price(MockMvc mvc, LocalDate today, long vnd) throws Exception {
        jdbc.sql("DELETE FROM notify.tariff WHERE document = 'Hợp đồng thử'").update();
        var administrator = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "19"));
        Visitor.next(administrator.submit(
                "/admin/notices/tariffs",
                Map.of("medium", "SMS", "price", vnd, "validFrom", today, "document", "Hợp đồng thử")));
    }

    /** What an official types. */
    static Map<String, Object> draft(String commune, String purpose) {
        return new HashMap<>(Map.of(
                "group", "residents " + commune,
                "purpose", purpose,
                "titleVi", "Cắt nước ngày mai",
                "textVi", "Từ 8 giờ đến 11 giờ ngày mai khu vực chợ không có nước, bà con trữ nước dùng.",
                "titleEn", "",
                "textEn", "",
                "sendOn", "",
                "sendHour", ""));
    }

    /** Writes and submits an announcement; its page. */
    static String submitted(Visitor writer, Map<String, Object> draft) throws Exception {
        String page = Visitor.next(writer.submit("/announcements", draft));
        assertThat(Visitor.next(writer.submit(page + "/submit", read(writer, page))))
                .isEqualTo(page);
        return page;
    }

    /** The version that a page shows, with more fields of a form: {@code "reason", "…"}. */
    static Map<String, Object> read(Visitor reader, String page, String... fields) throws Exception {
        String version = reader.page(page, 200).select("input[name=version]").attr("value");
        var form = new HashMap<String, Object>(Map.of("version", version.isEmpty() ? "0" : version));
        for (int i = 0; i < fields.length; i += 2) form.put(fields[i], fields[i + 1]);
        return form;
    }

    static int approve(Visitor approver, String page) throws Exception {
        String version = approver.page(page, 200).select("input[name=version]").attr("value");
        return approver.submit(page + "/approve", Map.of("version", version)).getStatus();
    }
}
