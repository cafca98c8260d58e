package vn.thucchat.foundation.identity.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.RoleAdministration;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.consent.ReadObjections;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.recovery.CounterRecoveries;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Rendering;
import vn.thucchat.testing.Visitor;

/** Two persons that are one are merged by two people, answer as one, and are taken apart as they were. */
@ApplicationTest
@NullMarked
class DuplicatePageTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final LocalDate BORN = LocalDate.of(1988, 3, 2);

    @Autowired
    RoleAdministration roles;

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
    ReadObjections objections;

    @Autowired
    Consents consents;

    @Autowired
    List<PersonalDataSource> sources;

    @Autowired
    CounterRecoveries recoveries;

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
        card = card();
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
    void a_personal_number_takes_several_old_cards_which_come_apart_one_by_one() throws Exception {
        Actor third = account("b", new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        String another = card();
        Person last = identified(third, another);
        UUID first = merged();
        UUID second = merged(another);
        assertThat(people.accounts(counter.actor(), stays)).hasSize(3);
        takeApart(first);
        for (String how : List.of("approved", "declined"))
            assertThat(errors(new Visitor(mvc, third)
                            .submit("/admin/duplicates/" + first + "/" + how, Map.of("reason", "x"))))
                    .as("of the same person by another card")
                    .contains("của chính mình");
        assertThat(decide(first, "approved", Map.of()).getStatus()).isEqualTo(303);
        assertThat(people.proven(old)).contains(goes);
        assertThat(people.proven(third)).contains(stays);
        undone(second);
        assertThat(people.proven(third)).contains(last);
    }

    @Test
    void only_an_old_card_goes_into_a_personal_number() throws Exception {
        assertThat(fault(propose(stays, number), "card")).contains("đã là một người");
        assertThat(fault(propose(stays, "019088999999"), "card")).contains("Chưa có ai");
        String twin = number("019088");
        identified(account("w"), twin);
        assertThat(fault(propose(stays, twin), "card")).contains("theo luật là hai người", "ghi lại ở đó");
        String other = card();
        identified(account("y"), other);
        assertThat(fault(propose(goes, other), "card")).contains("Cả hai đều là số CMND");
        assertThat(fault(propose(goes, number), "card")).contains("Mở bản ghi đó");
        String younger = card();
        assertThat(people.identify(
                        account("z"),
                        new PersonNumber(younger),
                        "Nguyễn Văn An",
                        BORN.plusYears(1),
                        Person.Proof.VNEID_2))
                .isPresent();
        assertThat(fault(propose(stays, younger), "card")).contains("Năm sinh");

        var empty = Visitor.parsed(counter.submit(stays.path() + "/duplicates", Map.of("card", card)));
        assertThat(empty.select(".fault").eachAttr("id")).contains("paper-fault", "reason-fault");
        assertThat(empty.select("[name=mistyped]")).isEmpty();
        assertThat(propose(stays, card).getStatus()).isEqualTo(303);
        assertThat(errors(propose(stays, other))).as("one waits").contains("đang chờ");
    }

    @Test
    void who_acts_for_the_other_is_not_merged_with_them_whenever_it_began() throws Exception {
        Representation before = represents(goes, stays);
        assertThat(errors(propose(stays, card))).contains("thay mặt");
        assertThat(representations.end(old, goes, before.id())).isInstanceOf(Result.Done.class);
        UUID merge = proposed();
        Representation since = represents(stays, goes);
        assertThat(errors(decide(merge, "approved", Map.of()))).contains("thay mặt");
        assertThat(representations.end(an, stays, since.id())).isInstanceOf(Result.Done.class);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        // from a page that was read before
        assertThat(representations.make(counter.actor(), stays, acting(goes))).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void taking_apart_ends_links_of_counters_and_deletes_what_was_gathered_of_both() throws Exception {
        var desk = new Visitor(mvc, account("d", new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19")));
        UUID merge = merged();
        UUID asked = Objects.requireNonNull(
                requests.make(an, DataRequest.Kind.EXPORT, "Cho tôi xem").expectDone());
        assertThat(desk.submit(
                                "/privacy/requests/" + asked + "/answered",
                                Map.of("done", "DONE", "answer", "Theo Luật 91/2025/QH15"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(requests.gathered(old, asked)).as("premise").isTrue();
        UUID given = Objects.requireNonNull(recoveries
                .give(counter.actor(), stays, old.account(), "Mất máy", true)
                .expectDone());
        assertThat(running(given)).as("premise").isTrue();
        undone(merge);
        assertThat(running(given)).isFalse();
        assertThat(requests.gathered(an, asked)).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM identity.data_export WHERE request = :id")
                        .param("id", asked)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean running(UUID recovery) {
        return jdbc.sql("SELECT ended_at IS NULL FROM identity.recovery WHERE id = :id")
                .param("id", recovery)
                .query(Boolean.class)
                .single();
    }

    @Test
    void whoever_proposed_any_step_decides_none_by_whichever_account() throws Exception {
        Actor both = account(
                "m", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19"), new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        Actor hers = account("n", new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        String personal = number("019088");
        String former = card();
        identified(hers, personal);
        identified(both, former);
        Person her = people.of(hers).orElseThrow();
        assertThat(decide(id(propose(her, former), her), "approved", Map.of()).getStatus())
                .isEqualTo(303);

        Visitor clerk = counter;
        counter = new Visitor(mvc, both);
        UUID merge = proposed();
        counter = clerk;
        for (Actor one : List.of(both, hers))
            assertThat(errors(new Visitor(mvc, one).submit("/admin/duplicates/" + merge + "/approved", Map.of())))
                    .contains("cần người khác");
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        takeApart(merge);
        assertThat(errors(new Visitor(mvc, hers).submit("/admin/duplicates/" + merge + "/approved", Map.of())))
                .as("another proposed to undo it")
                .contains("cần người khác");
    }

    @Test
    void nobody_is_somebody_else_by_a_second_account_of_one_number_that_was_never_merged() throws Exception {
        Actor clerk = account("i", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19"));
        Actor officer = account(
                "j",
                new Actor.Grant(Roles.ADMINISTRATOR, "19"),
                new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19"));
        String same = number("019088");
        identified(clerk, same);
        people.identify(officer, new PersonNumber(same), "Nguyễn Văn An", BORN, Person.Proof.VNEID_1);

        counter = new Visitor(mvc, clerk);
        UUID merge = proposed();
        assertThat(errors(new Visitor(mvc, officer).submit("/admin/duplicates/" + merge + "/approved", Map.of())))
                .contains("cần người khác");

        assertThat(roles.grant(
                        officer,
                        clerk.account(),
                        accounts.find(clerk.account()).orElseThrow().version(),
                        Roles.AUDITOR,
                        "19"))
                .as("a role for oneself")
                .isEqualTo(new Administration.Outcome.Refused(Administration.Refusal.OWN_ROLE));

        UUID asked = Objects.requireNonNull(
                requests.make(clerk, DataRequest.Kind.OBJECT, "Xin đừng").expectDone());
        assertThat(requests.acknowledge(officer, asked)).isInstanceOf(Result.Refused.class);

        people.find(clerk, new PersonNumber(number), "dossier");
        UUID look =
                jdbc.sql("""
                        SELECT id FROM identity.access_log
                        WHERE account = :clerk AND action = 'identity.person-looked-up' ORDER BY id DESC LIMIT 1
                        """).param("clerk", clerk.account()).query(UUID.class).single();
        UUID objection = Objects.requireNonNull(
                objections.object(an, look, "Tôi không đến quầy").expectDone());
        assertThat(objections.answer(officer, objection, "Được phép")).isInstanceOf(Result.Refused.class);
        assertThat(objections.answer(office.actor(), objection, "Sẽ hỏi lại")).isInstanceOf(Result.Done.class);
    }

    @Test
    void a_consent_that_the_other_account_gave_is_withdrawn_from_either() throws Exception {
        String email = "notify.optional-email";
        String button = "form[action=/id/consents/" + email + "/withdrawn]";
        var owner = new Visitor(mvc, an);
        merged();
        assertThat(owner.page("/id/consents", 200).select(button)).as("premise").isEmpty();
        var other = new Visitor(mvc, old);
        String words = other.page("/id/consents", 200)
                .select("[id=" + email + "] [name=text]")
                .val();
        assertThat(other.submit("/id/consents/" + email + "/given", Map.of("text", words))
                        .getStatus())
                .isEqualTo(303);
        assertThat(consents.holds(old.account(), email)).as("premise").isTrue();
        assertThat(owner.page("/id/consents", 200).select(button)).hasSize(1);
        assertThat(owner.submit("/id/consents/" + email + "/withdrawn", Map.of())
                        .getStatus())
                .isEqualTo(303);
        assertThat(consents.holds(old.account(), email)).isFalse();
        assertThat(owner.page("/id/consents", 200).select(button)).isEmpty();
    }

    @Test
    void no_officer_answers_what_they_asked_by_another_account() throws Exception {
        Actor officer = account("p", new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19"));
        String personal = number("019088");
        Person officers = identified(officer, personal);
        UUID asked = Objects.requireNonNull(
                requests.make(old, DataRequest.Kind.OBJECT, "Xin đừng").expectDone());
        UUID merge = id(propose(officers, card), officers);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        assertThat(requests.acknowledge(officer, asked)).isInstanceOf(Result.Refused.class);
        var desk = new Visitor(mvc, officer);
        assertThat(desk.submit(
                                "/privacy/requests/" + asked + "/answered",
                                Map.of("done", "DONE", "answer", "Theo Luật 91/2025/QH15"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_merged_number_cannot_be_merged_into_what_answers_for_it() throws Exception {
        merged();
        assertThat(fault(propose(goes, number), "card")).contains("đã là một người");
        assertThat(fault(propose(stays, card), "card")).contains("đã là một người");
    }

    @Test
    void nobody_decides_about_themselves_or_what_they_proposed() throws Exception {
        Actor clerk = counter.actor();
        people.identify(clerk, new PersonNumber(number("019088")), "Người Quầy", BORN, Person.Proof.VNEID_2);
        Person own = people.of(clerk).orElseThrow();
        assertThat(errors(propose(own, card))).contains("của chính mình");

        Actor boss = office.actor();
        String bosss = number("019088");
        people.identify(boss, new PersonNumber(bosss), "Người Quản Trị", BORN, Person.Proof.VNEID_2);
        Person his = people.of(boss).orElseThrow();
        UUID merge = id(propose(his, card), his);
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
        Person child = people.keep(counter.actor(), new PersonNumber(number("019218")), "Nguyễn Văn Bé", BORN);
        represents(goes, child);
        UUID merge = merged();
        assertThat(people.proven(weak)).isEmpty();
        assertThat(people.of(weak)).contains(goes);
        assertThat(gathered(weak)).contains(goes.number()).doesNotContain(child.name());
        assertThat(gathered(old)).contains(stays.number(), child.name());
        assertThat(errors(new Visitor(mvc, weak)
                        .submit("/id/duplicates/" + merge + "/objected", Map.of("reason", "Không phải"))))
                .contains("VNeID mức 2");
        assertThat(new Visitor(mvc, weak).page("/id/person", 200).text()).doesNotContain(stays.number());
        assertThat(requests.of(weak)).isEmpty();
    }

    private String gathered(Actor owner) {
        return sources.stream()
                .filter(source -> source.purpose().equals("identity.person"))
                .flatMap(source -> source.gather(owner.account(), Rendering.texts(Locale.of("vi"))).stream())
                .map(record -> record.values().toString())
                .collect(Collectors.joining("\n"));
    }

    private UUID proposed() throws Exception {
        return id(propose(stays, card), stays);
    }

    private UUID merged() throws Exception {
        UUID merge = proposed();
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        return merge;
    }

    private UUID merged(String former) throws Exception {
        UUID merge = id(propose(stays, former), stays);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
        return merge;
    }

    private void undone(UUID merge) throws Exception {
        takeApart(merge);
        assertThat(decide(merge, "approved", Map.of()).getStatus()).isEqualTo(303);
    }

    private void takeApart(UUID merge) throws Exception {
        String path = stays.path() + "/duplicates/" + merge + "/undone";
        assertThat(counter.submit(path, Map.of("paper", "Hai thẻ", "reason", "Hai người"))
                        .getStatus())
                .isEqualTo(303);
    }

    private MockHttpServletResponse propose(Person into, String other) throws Exception {
        return counter.submit(
                into.path() + "/duplicates",
                Map.of("card", other, "paper", "CMND và thẻ căn cước", "reason", "Cùng một người"));
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
                .make(counter.actor(), representative, acting(whom))
                .expectDone());
        return representations.by(representative).stream()
                .filter(one -> one.id().equals(made))
                .findFirst()
                .orElseThrow();
    }

    private static Representations.Draft acting(Person whom) {
        return new Representations.Draft(
                Representation.Kind.ADULT, whom, "", "", "Giấy ủy quyền số 1/2026", LocalDate.of(2030, 1, 1));
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

    private static String card() {
        return "09%07d".formatted(NUMBERS.incrementAndGet());
    }

    private static String number(String beginning) {
        return beginning + "%06d".formatted(500_000 + NUMBERS.incrementAndGet());
    }
}
