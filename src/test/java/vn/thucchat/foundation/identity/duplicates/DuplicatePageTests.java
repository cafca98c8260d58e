package vn.thucchat.foundation.identity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** Two persons that are one are merged by two people, answer as one, and are taken apart as they were. */
@ApplicationTest
@NullMarked
class DuplicatePageTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final LocalDate BORN = LocalDate.of(1988, 3, 2);

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonRegistry people;

    @Autowired
    Representations representations;

    @Autowired
    DataRequests requests;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Visitor counter = new Visitor(mvc, Actor.STRANGER);
    private Visitor office = new Visitor(mvc, Actor.STRANGER);
    private Actor an = Actor.STRANGER;
    private Actor old = Actor.STRANGER;
    private String number = "";
    private String card = "";
    private Person stays = NOBODY;
    private Person goes = NOBODY;

    private static final Person NOBODY =
            new Person(new UUID(0, 0), "", "", BORN, Person.Proof.COUNTER, Instant.EPOCH, false);

    @BeforeEach
    void oneWhoStandsTwice() {
        counter = new Visitor(mvc, account("c", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19")));
        office = new Visitor(mvc, account("q", new Actor.Grant(Roles.ADMINISTRATOR, "19")));
        an = account("a");
        old = account("o");
        number = number("019088");
        card = "09%07d".formatted(NUMBERS.incrementAndGet());
        stays = identified(an, number);
        goes = identified(old, card);
    }

    @Test
    void two_are_merged_by_a_clerk_and_an_administrator_and_answer_as_one() throws Exception {
        Person child = people.keep(counter.actor(), new PersonNumber(number("019218")), "Nguyễn Văn Bé", BORN);
        Representation held = represents(goes, child);
        people.find(counter.actor(), new PersonNumber(card), "dossier");
        contacts.ensure(an.account(), AddressKind.EMAIL, number + "@vidu.example");
        contacts.ensure(old.account(), AddressKind.EMAIL, card + "@vidu.example");
        requests.make(old, DataRequest.Kind.SEE, "Cho tôi xem").expectDone();
        assertThat(requests.of(an)).as("premise").isEmpty();

        UUID merge = proposed();
        assertThat(people.of(old)).as("nothing changes before it is decided").contains(goes);
        assertThat(counter.open("/admin/duplicates/" + merge).getStatus()).isEqualTo(403);
        assertThat(office.page("/admin/duplicates", 200).select("tbody a").eachAttr("href"))
                .contains("/admin/duplicates/" + merge);
        assertThat(office.page("/admin/duplicates/" + merge, 200).text())
                .contains("CMND và thẻ", "019••••••", "Đồng ý gộp");
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);

        for (String typed : List.of(number, card))
            assertThat(people.find(counter.actor(), new PersonNumber(typed), "dossier"))
                    .as(typed)
                    .contains(stays);
        assertThat(counter.page(goes.path() + "?for=DOSSIER", 200).text()).contains(stays.number(), child.name());
        assertThat(people.accounts(counter.actor(), stays)).containsExactlyInAnyOrder(an.account(), old.account());
        for (Actor one : List.of(an, old)) {
            assertThat(people.proven(one)).contains(stays);
            assertThat(representations.holding(people.proven(one).orElseThrow(), held.id()))
                    .isPresent();
            assertThat(new Visitor(mvc, one).page("/id/looks", 200).text())
                    .as("looks at either")
                    .contains("Số định danh, tra ở quầy", "so với một bản ghi khác");
            assertThat(requests.of(one)).hasSize(1);
            told(one, "identity.persons-merged");
            assertThat(written(one)).as("at every address").isOne();
        }
        assertThat(logged()).contains("identity.merge-proposed", "identity.persons-merged");
    }

    @Test
    void taken_apart_each_is_what_it_was_and_what_was_made_meanwhile_stays_where_it_was_made() throws Exception {
        Person child = people.keep(counter.actor(), new PersonNumber(number("019218")), "Nguyễn Văn Bé", BORN);
        Person other = people.keep(counter.actor(), new PersonNumber(number("019218")), "Nguyễn Văn Lớn", BORN);
        Representation before = represents(goes, child);
        String rows = rows();
        UUID merge = merged();
        Representation since = represents(people.of(old).orElseThrow(), other);

        String path = stays.path() + "/duplicates/" + merge;
        assertThat(counter.page(path, 200).text()).contains("Điều được ghi sau khi gộp ở lại");
        assertThat(counter.submit(path + "/undone", Map.of("paper", "", "reason", ""))
                        .getStatus())
                .isEqualTo(422);
        assertThat(counter.submit(path + "/undone", Map.of("paper", "Hai thẻ", "reason", "Hai anh em"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(people.proven(old)).as("not decided yet").contains(stays);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);

        assertThat(people.proven(old)).contains(goes);
        assertThat(people.proven(an)).contains(stays);
        assertThat(people.accounts(counter.actor(), stays)).containsExactly(an.account());
        assertThat(representations.by(goes)).containsExactly(before);
        assertThat(representations.by(stays)).containsExactly(since);
        assertThat(rows()).as("nothing was rewritten").contains(rows);
        told(old, "identity.persons-merged", "identity.merge-undone");
        // and may be found to be one again
        merged();
    }

    @Test
    void merges_over_merges_come_apart_one_by_one() throws Exception {
        Actor third = account("b");
        Person last = identified(third, number("019088"));
        UUID first = merged();
        UUID second = merged(last, stays);
        assertThat(people.proven(old)).as("over two").contains(last);
        assertThat(people.accounts(counter.actor(), last)).hasSize(3);
        undone(second);
        assertThat(people.proven(old)).contains(stays);
        assertThat(people.proven(third)).contains(last);
        second = merged(last, stays);
        undone(first);
        assertThat(people.proven(old)).contains(goes);
        assertThat(people.proven(an)).contains(last);
        assertThat(second).isNotNull();
    }

    @Test
    void what_cannot_be_one_human_being_is_refused() throws Exception {
        assertThat(fault(propose(stays, number, false), "card")).contains("đã là một người");
        assertThat(fault(propose(stays, "019088999999", false), "card")).contains("Chưa có ai");
        String woman = number("019188");
        identified(account("w"), woman);
        assertThat(fault(propose(stays, woman, false), "mistyped")).contains("giới tính");
        String younger = number("019089");
        identified(account("y"), younger);
        assertThat(fault(propose(stays, younger, false), "mistyped")).contains("năm sinh");
        assertThat(propose(stays, younger, true).getStatus()).isEqualTo(303);
        assertThat(errors(propose(stays, card, false))).as("one waits").contains("đang chờ");

        var empty = Visitor.parsed(counter.submit(goes.path() + "/duplicates", Map.of("card", woman)));
        assertThat(empty.select(".fault").eachAttr("id")).contains("paper-fault", "reason-fault");
        represents(
                goes,
                people.find(counter.actor(), new PersonNumber(woman), "dossier").orElseThrow());
        assertThat(errors(propose(goes, woman, true))).contains("thay mặt");
    }

    @Test
    void a_merged_number_cannot_be_merged_into_what_answers_for_it() throws Exception {
        merged();
        assertThat(fault(propose(goes, number, false), "card")).contains("đã là một người");
        assertThat(fault(propose(stays, card, false), "card")).contains("đã là một người");
    }

    @Test
    void nobody_decides_about_themselves_or_what_they_proposed() throws Exception {
        Actor clerk = counter.actor();
        people.identify(clerk, new PersonNumber(number("019088")), "Người Quầy", BORN, Person.Proof.VNEID_2);
        Person own = people.of(clerk).orElseThrow();
        assertThat(errors(propose(own, card, false))).contains("của chính mình");

        Actor boss = office.actor();
        String bosss = number("019088");
        people.identify(boss, new PersonNumber(bosss), "Người Quản Trị", BORN, Person.Proof.VNEID_2);
        Person his = people.of(boss).orElseThrow();
        UUID merge = id(propose(his, card, false), his);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(403);
        var commune = new Visitor(mvc, Persons.a(Roles.ADMINISTRATOR, "05443"));
        assertThat(commune.open("/admin/duplicates/" + merge).getStatus())
                .as("not of the province")
                .isEqualTo(404);
        var synthetic = new Visitor(mvc, Persons.synthetic(Roles.ADMINISTRATOR, "19"));
        assertThat(synthetic
                        .submit("/admin/duplicates/" + merge + "/approved", Map.of())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_declined_proposal_changes_nothing_and_frees_both() throws Exception {
        UUID merge = proposed();
        assertThat(decide(merge, "declined", Map.of("reason", "")).getStatus()).isEqualTo(422);
        assertThat(decide(merge, "declined", Map.of("reason", "Ảnh không giống"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).as("over").isEqualTo(409);
        assertThat(people.of(old)).contains(goes);
        told(old);
        merged();
    }

    @Test
    void the_person_objects_and_an_administrator_looks_again() throws Exception {
        UUID merge = merged();
        var owner = new Visitor(mvc, old);
        assertThat(owner.page("/id/duplicates", 200).text()).contains("Đã gộp làm một");
        String path = "/id/duplicates/" + merge;
        assertThat(owner.page(path, 200).text()).contains("Không phải tôi");
        var stranger = new Visitor(mvc, account("s"));
        assertThat(stranger.submit(path + "/objected", Map.of("reason", "x")).getStatus())
                .isEqualTo(404);
        assertThat(owner.submit(path + "/objected", Map.of("reason", "")).getStatus())
                .isEqualTo(422);
        assertThat(owner.submit(path + "/objected", Map.of("reason", "Đó là anh tôi"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(office.page("/admin/duplicates/" + merge, 200).text()).contains("Đó là anh tôi");
        assertThat(decide(merge, "declined", Map.of("reason", "Vân tay khớp")).getStatus())
                .isEqualTo(303);
        told(old, "identity.persons-merged", "identity.merge-kept");
        undone(merge);
        assertThat(people.of(old)).contains(goes);
    }

    @Test
    void an_account_that_only_named_a_number_learns_nothing_of_the_other() throws Exception {
        Actor weak = account("v");
        people.identify(weak, new PersonNumber(card), "Ai Đó", BORN, Person.Proof.VNEID_1);
        merged();
        assertThat(people.proven(weak)).isEmpty();
        assertThat(people.of(weak)).contains(goes);
        assertThat(new Visitor(mvc, weak).page("/id/person", 200).text()).doesNotContain(stays.number());
        assertThat(requests.of(weak)).isEmpty();
    }

    private UUID proposed() throws Exception {
        return id(propose(stays, card, false), stays);
    }

    private UUID merged() throws Exception {
        UUID merge = proposed();
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        return merge;
    }

    /** Merges one into another by the number that it was kept under. */
    private UUID merged(Person into, Person one) throws Exception {
        assertThat(one).isEqualTo(stays);
        UUID merge = id(propose(into, number, false), into);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        return merge;
    }

    private void undone(UUID merge) throws Exception {
        String path = stays.path() + "/duplicates/" + merge + "/undone";
        assertThat(counter.submit(path, Map.of("paper", "Hai thẻ", "reason", "Hai người"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
    }

    private MockHttpServletResponse propose(Person into, String other, boolean mistyped) throws Exception {
        var fields = new HashMap<String, Object>(
                Map.of("card", other, "paper", "CMND và thẻ căn cước", "reason", "Cùng một người"));
        if (mistyped) fields.put("mistyped", "true");
        return counter.submit(into.path() + "/duplicates", fields);
    }

    private UUID id(MockHttpServletResponse proposed, Person into) {
        assertThat(proposed.getStatus()).isEqualTo(303);
        return jdbc.sql("SELECT id FROM identity.person_merge WHERE stays = :stays ORDER BY id DESC LIMIT 1")
                .param("stays", into.id())
                .query(UUID.class)
                .single();
    }

    private MockHttpServletResponse decide(UUID merge, String how, Map<String, ?> fields) throws Exception {
        return office.submit("/admin/duplicates/" + merge + "/" + how, fields);
    }

    private static String fault(MockHttpServletResponse answer, String field) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return Visitor.parsed(answer).select("#" + field + "-fault").text();
    }

    private static String errors(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(403);
        return Visitor.parsed(answer).select("main").text();
    }

    private Representation represents(Person representative, Person whom) {
        UUID made = Objects.requireNonNull(representations
                .make(
                        counter.actor(),
                        representative,
                        new Representations.Draft(
                                Representation.Kind.ADULT,
                                whom,
                                "",
                                "",
                                "Giấy ủy quyền số 1/2026",
                                LocalDate.of(2030, 1, 1)))
                .expectDone());
        return representations.by(representative).stream()
                .filter(one -> one.id().equals(made))
                .findFirst()
                .orElseThrow();
    }

    /** All that stands of both, but for the merge. */
    private String rows() {
        return jdbc.sql("""
                        SELECT string_agg(line, ' ' ORDER BY line) FROM (
                            SELECT p::text AS line FROM identity.person p WHERE id = ANY (:persons)
                            UNION ALL SELECT a::text FROM identity.account_person a WHERE person = ANY (:persons)) lines
                        """)
                .param("persons", new UUID[] {stays.id(), goes.id()})
                .query(String.class)
                .single();
    }

    /** What is delivered in the end, which takes a moment. */
    private void told(Actor owner, String... kinds) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (inbox(owner).size() < kinds.length && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
        assertThat(inbox(owner)).containsExactlyInAnyOrder(kinds);
    }

    private List<@Nullable String> inbox(Actor owner) {
        return jdbc.sql("SELECT kind FROM delivery.inbox_message WHERE recipient = :account AND kind LIKE '%merge%'")
                .param("account", owner.account())
                .query(String.class)
                .list();
    }

    private int written(Actor owner) {
        return jdbc.sql("""
                        SELECT count(*) FROM delivery.outbox_message
                        WHERE channel = 'account-recovery' AND recipient = :account
                        """)
                .param("account", owner.account().toString())
                .query(Integer.class)
                .single();
    }

    private List<@Nullable String> logged() {
        return jdbc.sql("SELECT action FROM identity.access_log WHERE account = ANY (:ids)")
                .param(
                        "ids",
                        new UUID[] {counter.actor().account(), office.actor().account()})
                .query(String.class)
                .list();
    }

    private Person identified(Actor account, String digits) {
        return people.identify(account, new PersonNumber(digits), "Nguyễn Văn An", BORN, Person.Proof.VNEID_2)
                .orElseThrow();
    }

    private Actor account(String letter, Actor.Grant... grants) {
        String username = letter + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người Thử " + letter, null, false, grants);
        return accounts.actor(username).orElseThrow();
    }

    private static String number(String beginning) {
        return beginning + "%06d".formatted(500_000 + NUMBERS.incrementAndGet());
    }
}
