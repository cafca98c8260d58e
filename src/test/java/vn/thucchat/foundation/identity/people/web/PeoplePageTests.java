package vn.thucchat.foundation.identity.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** A counter serves people by their cards; each look is written down; who may act for whom ends at once. */
@ApplicationTest
@NullMarked
class PeoplePageTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final LocalDate BORN = LocalDate.of(1987, 3, 2);

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonRegistry people;

    @Autowired
    Representations representations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Actor clerk = Actor.STRANGER;
    private Visitor counter = new Visitor(mvc, clerk);

    @BeforeEach
    void aClerk() {
        clerk = account("c", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19"));
        counter = new Visitor(mvc, clerk);
    }

    @Test
    void a_card_that_is_new_is_kept_once_card_and_face_were_compared() throws Exception {
        String number = number();
        String line = number + "|090123456|Nguyễn Văn An|02031987|Nam|Tổ 5|01062021";
        Document asked = Visitor.parsed(counter.submit("/counter", Map.of("card", line, "purpose", "DOSSIER")));
        assertThat(asked.select("#name").val()).isEqualTo("Nguyễn Văn An");
        assertThat(asked.select("#born").val()).isIn("02/03/1987", "1987-03-02");
        assertThat(asked.text()).contains(number.substring(0, 3) + "••••••").doesNotContain("Tổ 5");

        var fields = new HashMap<String, Object>(
                Map.of("card", line, "purpose", "DOSSIER", "name", "Nguyễn Văn An", "born", "02/03/1987"));
        var refused = counter.submit("/counter", fields);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(refused).select("#compared-fault")).hasSize(1);
        assertThat(persons(number)).isZero();

        fields.put("compared", "true");
        String page = Visitor.next(counter.submit("/counter", fields));
        assertThat(counter.page(page, 200).text()).contains("Nguyễn Văn An", "2/3/1987", "tại quầy");
        // the second time it is opened at once
        assertThat(Visitor.next(counter.submit("/counter", Map.of("card", number, "purpose", "CORRECTION"))))
                .isEqualTo(page.replace("DOSSIER", "CORRECTION"));
        assertThat(logged()).contains("identity.person-looked-up correction", "identity.person-read dossier");
        assertThat(jdbc.sql("SELECT string_agg(p::text, ' ') FROM identity.person p")
                        .query(String.class)
                        .single())
                .doesNotContain(number);
        assertThat(jdbc.sql("SELECT string_agg(l::text, ' ') FROM identity.access_log l WHERE account = :id")
                        .param("id", clerk.account())
                        .query(String.class)
                        .single())
                .doesNotContain(number);
    }

    @Test
    void all_that_is_wrong_with_a_card_is_told_at_once() throws Exception {
        Document unreadable = Visitor.parsed(counter.submit("/counter", Map.of("card", "abc", "purpose", "")));
        assertThat(unreadable.select(".fault").eachAttr("id")).contains("card-fault", "purpose-fault");

        var fields = new HashMap<String, Object>(
                Map.of("card", number(), "purpose", "DOSSIER", "name", "An", "born", "02/03/1991"));
        Document year = Visitor.parsed(counter.submit("/counter", fields));
        assertThat(year.select("#born-fault").text()).contains("1987");
        assertThat(year.select("#compared-fault, #yearSeen")).hasSize(2);
        fields.put("yearSeen", "true");
        fields.put("compared", "true");
        assertThat(counter.submit("/counter", fields).getStatus()).isEqualTo(303);
    }

    @Test
    void nobody_is_looked_at_without_a_reason() throws Exception {
        Person person = people.keep(clerk, new PersonNumber(number()), "Trần Thị Bình", BORN);
        assertThat(counter.open(person.path()).getStatus()).isEqualTo(404);
        assertThat(counter.open(person.path() + "?for=CURIOSITY").getStatus()).isEqualTo(404);
        assertThat(counter.open(person.path() + "?for=DOSSIER").getStatus()).isEqualTo(200);
    }

    @Test
    void real_and_invented_people_never_meet() throws Exception {
        String number = number();
        Person real = people.keep(clerk, new PersonNumber(number), "Trần Thị Bình", BORN);
        Actor synthetic = new Actor(clerk.account(), clerk.username(), clerk.name(), true, clerk.grants());
        assertThat(people.find(synthetic, new PersonNumber(number), "dossier")).isEmpty();
        assertThat(new Visitor(mvc, synthetic)
                        .open(real.path() + "?for=DOSSIER")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_person_acts_for_another_until_either_side_ends_it() throws Exception {
        Actor an = account("a");
        Actor binh = account("b");
        Person representative = identified(an, "Nguyễn Văn An");
        String number = number();
        people.identify(binh, new PersonNumber(number), "Trần Thị Bình", BORN, Person.Proof.VNEID_2);
        String path = representative.path() + "/representations?for=REPRESENTATION";
        Map<String, Object> paper =
                Map.of("kind", "ADULT", "card", number, "paper", "Giấy ủy quyền số 5/2026", "until", "31/12/2027");
        assertThat(counter.submit(path, paper).getStatus()).isEqualTo(303);
        var twice = counter.submit(path, paper);
        assertThat(new Visitor(mvc, binh).page("/id/looks", 200).text())
                .as("the card was read at the counter")
                .contains(clerk.name(), "tra ở quầy");
        assertThat(Visitor.parsed(twice).select("#kind-fault").text()).contains("đang thay mặt");

        assertThat(new Visitor(mvc, an).page("/id/person", 200).text()).contains("Trần Thị Bình", "31/12/2027");
        Document own = new Visitor(mvc, binh).page("/id/person", 200);
        assertThat(own.text()).contains("Nguyễn Văn An", "Giấy ủy quyền số 5/2026");
        String end = own.select("form[action$=/ended]").attr("action");

        assertThat(new Visitor(mvc, account("x")).submit(end, Map.of()).getStatus())
                .as("somebody whose account belongs to nobody")
                .isEqualTo(404);
        Actor stranger = account("y");
        identified(stranger, "Người Khác");
        assertThat(new Visitor(mvc, stranger).submit(end, Map.of()).getStatus()).isEqualTo(404);
        assertThat(new Visitor(mvc, binh).submit(end, Map.of()).getStatus()).isEqualTo(303);
        assertThat(new Visitor(mvc, an).page("/id/person", 200).text()).contains("Không thay mặt ai.");
        assertThat(new Visitor(mvc, an).submit(end, Map.of()).getStatus()).isEqualTo(404);
        // it can be made anew, and ended at the counter
        assertThat(counter.submit(path, paper).getStatus()).isEqualTo(303);
        String again = counter.page(representative.path() + "?for=REPRESENTATION", 200)
                .select("form[action*=/ended]")
                .attr("action");
        assertThat(counter.submit(again, Map.of()).getStatus()).isEqualTo(303);
        assertThat(counter.submit(again, Map.of()).getStatus()).isEqualTo(404);
    }

    @Test
    void a_representation_says_for_whom_by_what_paper_and_until_when() throws Exception {
        Person person = people.keep(clerk, new PersonNumber(number()), "Nguyễn Văn An", BORN);
        String path = person.path() + "/representations?for=REPRESENTATION";
        Document nothing = Visitor.parsed(counter.submit(path, Map.of()));
        assertThat(nothing.select(".fault").eachAttr("id")).contains("kind-fault", "paper-fault", "until-fault");
        Document nobody = Visitor.parsed(counter.submit(
                path, Map.of("kind", "CHILD", "card", number(), "paper", "Giấy khai sinh", "until", "01/01/2020")));
        assertThat(nobody.select(".fault").eachAttr("id")).contains("card-fault", "until-fault");
        Document company = Visitor.parsed(counter.submit(
                path, Map.of("kind", "COMPANY", "code", "!", "paper", "Giấy phép", "until", "01/01/2028")));
        assertThat(company.select(".fault").eachAttr("id")).contains("code-fault", "name-fault");
        assertThat(counter.submit(
                                path,
                                Map.of(
                                        "kind",
                                        "COMPANY",
                                        "code",
                                        "4600000016",
                                        "name",
                                        "Công ty Chè",
                                        "paper",
                                        "Giấy phép",
                                        "until",
                                        "01/01/2028"))
                        .getStatus())
                .isEqualTo(303);
        String self = number();
        Person alone = people.keep(clerk, new PersonNumber(self), "Một Mình", BORN);
        Document own = Visitor.parsed(counter.submit(
                alone.path() + "/representations?for=REPRESENTATION",
                Map.of("kind", "ADULT", "card", self, "paper", "Giấy", "until", "01/01/2028")));
        assertThat(own.select("#card-fault").text()).contains("chính mình");
    }

    @Test
    void what_was_read_at_the_counter_before_the_account_is_seen_by_every_account_of_the_person() throws Exception {
        var number = new PersonNumber(number());
        Person person = people.keep(clerk, number, "Hoàng Văn Em", BORN);
        counter.page(person.path() + "?for=CORRECTION", 200);
        for (Actor later : List.of(account("e"), account("f"))) {
            people.identify(later, number, "Hoàng Văn Em", BORN, Person.Proof.VNEID_2);
            assertThat(new Visitor(mvc, later).page("/id/looks", 200).text()).contains(clerk.name(), "đọc ở quầy");
        }
    }

    @Test
    void who_is_named_on_another_s_page_sees_that_they_were() throws Exception {
        Actor whom = account("g");
        Person representative = people.keep(clerk, new PersonNumber(number()), "Nguyễn Văn An", BORN);
        String number = number();
        Person other = people.identify(whom, new PersonNumber(number), "Trần Thị Bình", BORN, Person.Proof.VNEID_2)
                .orElseThrow();
        Actor colleague = account("h", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19"));
        represented(representative, other);
        assertThat(new Visitor(mvc, whom).page("/id/looks", 200).text()).doesNotContain(colleague.name());
        new Visitor(mvc, colleague).page(representative.path() + "?for=DOSSIER", 200);
        assertThat(new Visitor(mvc, whom).page("/id/looks", 200).text()).contains(colleague.name(), "Tên của bạn");
    }

    @Test
    void a_clerk_neither_writes_nor_ends_their_own() throws Exception {
        String own = number();
        Person self = people.identify(clerk, new PersonNumber(own), "Cán Bộ Quầy", BORN, Person.Proof.VNEID_2)
                .orElseThrow();
        String number = number();
        Person other = people.keep(clerk, new PersonNumber(number), "Trần Thị Bình", BORN);
        var draft = Map.of("kind", "ADULT", "card", number, "paper", "Giấy ủy quyền", "until", "31/12/2027");
        var refused = counter.submit(self.path() + "/representations?for=REPRESENTATION", draft);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Visitor.parsed(refused).select(".errors").text()).contains("Nhờ cán bộ khác");
        assertThat(representations.make(clerk, other, adult(self))).isInstanceOf(Result.Refused.class);

        Actor colleague = account("i", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19"));
        UUID made = Objects.requireNonNull(
                representations.make(colleague, self, adult(other)).expectDone());
        String end = "/representations/" + made + "/ended?for=REPRESENTATION";
        assertThat(counter.submit(self.path() + end, Map.of()).getStatus()).isEqualTo(409);
        assertThat(counter.submit(other.path() + end, Map.of()).getStatus()).isEqualTo(409);
        assertThat(new Visitor(mvc, clerk)
                        .submit("/id/person/representations/" + made + "/ended", Map.of())
                        .getStatus())
                .as("as a person like any other")
                .isEqualTo(303);
    }

    @Test
    void somebody_acts_for_a_child_until_the_day_before_it_is_of_age() throws Exception {
        Person parent = people.keep(clerk, new PersonNumber(number()), "Nguyễn Văn An", BORN);
        String path = parent.path() + "/representations?for=REPRESENTATION";
        LocalDate today = BusinessTime.day(clock.instant());
        LocalDate born = today.minusYears(17);
        String child = "0192%02d%06d".formatted(born.getYear() % 100, NUMBERS.incrementAndGet());
        people.keep(clerk, new PersonNumber(child), "Nguyễn Thị Bé", born);
        LocalDate last = born.plusYears(18).minusDays(1);
        var fields = new HashMap<String, Object>(Map.of("kind", "CHILD", "card", child, "paper", "Giấy khai sinh"));
        fields.put("until", VietnameseDays.write(last.plusDays(1)));
        assertThat(Visitor.parsed(counter.submit(path, fields))
                        .select("#until-fault")
                        .text())
                .contains(VietnameseDays.write(last));
        fields.put("until", VietnameseDays.write(last));
        assertThat(counter.submit(path, fields).getStatus()).isEqualTo(303);

        String grown = number();
        people.keep(clerk, new PersonNumber(grown), "Đã Lớn", BORN);
        fields.put("card", grown);
        assertThat(Visitor.parsed(counter.submit(path, fields))
                        .select("#kind-fault")
                        .text())
                .contains("18 tuổi");
    }

    @Test
    void a_person_acts_for_fifty_at_most() {
        Person person = people.keep(clerk, new PersonNumber(number()), "Nguyễn Văn An", BORN);
        for (int i = 0; i < 50; i++)
            representations
                    .make(clerk, person, company("46000000%02d".formatted(i)))
                    .expectDone();
        assertThat(representations.make(clerk, person, company("4600000099"))).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void what_has_run_out_is_ended_by_the_platform() {
        Person person = people.keep(clerk, new PersonNumber(number()), "Nguyễn Văn An", BORN);
        UUID made = Objects.requireNonNull(
                representations.make(clerk, person, company("4600000001")).expectDone());
        jdbc.sql("UPDATE identity.representation SET from_on = from_on - 9, until_on = from_on - 1 WHERE id = :id")
                .param("id", made)
                .update();
        assertThat(representations.endRunOut()).isPositive();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.access_log WHERE username = 'thucchat'"
                                + " AND action = 'identity.representation-ran-out' AND detail = :id")
                        .param("id", made.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Representations.Draft adult(Person whom) {
        return new Representations.Draft(
                Representation.Kind.ADULT, whom, "", "", "Giấy ủy quyền", LocalDate.of(2027, 12, 31));
    }

    private static Representations.Draft company(String code) {
        return new Representations.Draft(
                Representation.Kind.COMPANY, null, code, "Công ty Chè", "Giấy phép", LocalDate.of(2027, 12, 31));
    }

    private void represented(Person representative, Person whom) {
        representations.make(clerk, representative, adult(whom)).expectDone();
    }

    @Test
    void an_account_is_one_person_s_for_good() {
        Actor account = account("z");
        Person first = identified(account, "Người Một");
        assertThat(people.of(account)).contains(first);
        assertThat(people.identify(account, new PersonNumber(number()), "Người Hai", BORN, Person.Proof.VNEID_2))
                .isEmpty();
        assertThat(people.of(account)).contains(first);
    }

    @Test
    void a_look_at_the_counter_does_not_weaken_what_vneid_showed() {
        var number = new PersonNumber(number());
        Actor account = account("w");
        people.identify(account, number, "Lê Thị Cúc", BORN, Person.Proof.VNEID_2);
        assertThat(people.keep(clerk, number, "Le Thi Cuc", BORN).proof()).isEqualTo(Person.Proof.VNEID_2);
        assertThat(people.of(account).orElseThrow().name()).isEqualTo("Lê Thị Cúc");
        var other = new PersonNumber(number());
        people.keep(clerk, other, "Le Van Dung", BORN);
        assertThat(people.keep(clerk, other, "Lê Văn Dũng", BORN).name())
                .as("the later card")
                .isEqualTo("Lê Văn Dũng");
        assertThatThrownBy(() -> people.keep(clerk, number, " ", BORN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_account_of_nobody_says_what_to_do() throws Exception {
        assertThat(new Visitor(mvc, Persons.a(PeopleRoles.COUNTER_CLERK, "19"))
                        .page("/id/person", 200)
                        .text())
                .contains("VNeID", "quầy");
    }

    private Person identified(Actor account, String name) {
        return people.identify(account, new PersonNumber(number()), name, BORN, Person.Proof.VNEID_2)
                .orElseThrow();
    }

    private Actor account(String letter, Actor.Grant... grants) {
        String username = letter + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người Thử " + letter, null, false, grants);
        return accounts.actor(username).orElseThrow();
    }

    private static String number() {
        return "019087%06d".formatted(NUMBERS.incrementAndGet());
    }

    private int persons(String number) {
        return people.find(clerk, new PersonNumber(number), "dossier").isPresent() ? 1 : 0;
    }

    private List<@Nullable String> logged() {
        return jdbc.sql("SELECT action || ' ' || detail FROM identity.access_log WHERE account = :id")
                .param("id", clerk.account())
                .query(String.class)
                .list();
    }
}
