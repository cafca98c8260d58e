package vn.thucchat.foundation.registers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Actor.ActingRights;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonAliases;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.FieldValue;
import vn.thucchat.foundation.registers.HeldField;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Memberships;
import vn.thucchat.foundation.registers.Origin;
import vn.thucchat.foundation.registers.OriginRules;
import vn.thucchat.foundation.registers.Paper;
import vn.thucchat.foundation.registers.Papers;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.registers.Registers;
import vn.thucchat.foundation.registers.Subject;
import vn.thucchat.foundation.registers.SubjectId;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.Visitor;

/** The person, who acts for them and a clerk with a purpose read what is held, nobody else; each look is seen by the person. */
@ApplicationTest
@NullMarked
class RegistersPageTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final LocalDate BORN = LocalDate.of(1987, 3, 2);
    private static final String LINE = "|090123456|Nguyễn Văn An|02031987|Nam|Tổ 5, phường Thử|01062021";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonRegistry people;

    @Autowired
    PersonAliases aliases;

    @Autowired
    Representations representations;

    @Autowired
    ActingRights acting;

    @Autowired
    Registers registers;

    @Autowired
    Memberships memberships;

    @Autowired
    Papers papers;

    @Autowired
    OriginRules rules;

    @Autowired
    Files files;

    @Autowired
    DataRequests requests;

    @Autowired
    Consents consents;

    @Autowired
    DataPurposes purposes;

    @Autowired
    List<PersonalDataSource> sources;

    @Autowired
    List<RetentionSweep> sweeps;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    private Actor clerk = Actor.STRANGER;
    private Actor an = Actor.STRANGER;
    private String number = "";
    private Subject self = new Subject(new SubjectId(new UUID(0, 0)), Subject.Kind.PERSON, false, "");

    @BeforeEach
    void aClerkAndAPerson() {
        clerk = account("c", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19"));
        an = account("a");
        number = number();
        self = registers.person(identified(an, number, "Nguyễn Văn An"));
    }

    @Test
    void a_person_reads_what_is_held_with_origin_day_and_who_looked_last() throws Exception {
        says(self, "1", Origin.NATIONAL_DATABASE, "SEX", "Nam");
        says(self, "2", Origin.IMPORTED, "SEX", "Nữ");
        var own = new Visitor(mvc, an);
        String before = own.page("/id/records", 200).text();
        assertThat(before)
                .contains("Nguyễn Văn An", "cơ sở dữ liệu quốc gia: VNeID", "1 giá trị khác", "Nữ")
                .doesNotContain("Người xem gần nhất");
        registers.held(clerk, self, List.of(RegisterField.SEX), new Look(Look.Purpose.DOSSIER, "H19-1"));
        var after = own.page("/id/records", 200);
        assertThat(after.select("dt:contains(Giới tính) + dd").text())
                .contains("Nam", "Người xem gần nhất", clerk.name());
        assertThat(after.select("dt:contains(Họ và tên) + dd").text())
                .as("was not looked at")
                .doesNotContain("Người xem gần nhất");
        assertThat(own.page("/id/looks", 200).text()).contains(clerk.name(), "Dữ liệu Nhà nước giữ về bạn", "hồ sơ");
        assertThat(row("SELECT string_agg(v::text, ' ') FROM registers.field_value v"))
                .doesNotContain("FEMALE", "Nguyễn Văn An");
    }

    @Test
    void what_a_person_says_is_wrong_becomes_a_request_about_data() throws Exception {
        var own = new Visitor(mvc, an);
        assertThat(own.page("/id/records/FULL_NAME/correction", 200).text()).contains("Nguyễn Văn An");
        assertThat(own.submit("/id/records/FULL_NAME/correction", Map.of("wrong", "x"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(Visitor.next(own.submit("/id/records/FULL_NAME/correction", Map.of("wrong", "Đúng ra là Ân"))))
                .isEqualTo("/id/records");
        assertThat(requests.of(an).getFirst().saying().reason()).isEqualTo("Họ và tên: Đúng ra là Ân");
        for (int i = 0; i < 4; i++) own.submit("/id/records/FULL_NAME/correction", Map.of("wrong", "Đúng ra là Ân"));
        assertThat(Visitor.parsed(own.submit("/id/records/FULL_NAME/correction", Map.of("wrong", "Đúng ra là Ân")))
                        .select("#wrong-fault"))
                .hasSize(1);
        assertThat(own.open("/id/records/PHONE/correction").getStatus())
                .as("nothing is held")
                .isEqualTo(404);
        assertThat(own.open("/id/records/x/correction").getStatus()).isEqualTo(404);
    }

    @Test
    void nobody_else_reads_and_no_clerk_without_a_purpose() throws Exception {
        Actor other = account("b");
        identified(other, number(), "Người Khác");
        Actor far = account("f", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "01"));
        var fields = List.of(RegisterField.FULL_NAME);
        for (Actor reader : List.of(other, Actor.STRANGER, Actor.PLATFORM, account("n")))
            assertThatThrownBy(() -> registers.held(reader, self, fields, Look.of(Look.Purpose.DOSSIER)))
                    .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> registers.held(far, self, fields, Look.own())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> papers.papers(other, self, Look.own())).isInstanceOf(Problem.class);
        assertThat(registers.lastLooks(other, self)).isEmpty();
        Actor synthetic = new Actor(clerk.account(), clerk.username(), clerk.name(), true, clerk.grants());
        assertThatThrownBy(() -> registers.held(synthetic, self, fields, Look.of(Look.Purpose.DOSSIER)))
                .isInstanceOf(Problem.class);
        var counter = new Visitor(mvc, far);
        for (String query : List.of("", "?for=CURIOSITY", "?for=OWN"))
            assertThat(counter.open(self.path() + query).getStatus()).as(query).isEqualTo(404);
        assertThat(counter.page(self.path() + "?for=DOSSIER", 200).text()).contains("Nguyễn Văn An");
        Actor named = account("v");
        people.identify(named, new PersonNumber(number), "Nguyễn Văn An", BORN, Person.Proof.VNEID_1);
        assertThat(new Visitor(mvc, named).page("/id/records", 200).text())
                .as("who only names a number")
                .contains("Chưa biết đây là ai");
    }

    @Test
    void a_clerk_finds_by_card_and_writes_down_the_whole_of_it_once() throws Exception {
        var counter = new Visitor(mvc, clerk);
        counter.page("/registers", 200);
        var find = new HashMap<String, Object>(Map.of("kind", "PERSON", "code", number, "purpose", "DOSSIER"));
        find.put("reference", "");
        String page = Visitor.next(counter.submit("/registers", find));
        assertThat(page).isEqualTo(self.path() + "?for=DOSSIER").doesNotContain(number);
        find.put("code", number());
        assertThat(Visitor.parsed(counter.submit("/registers", find)).select("#code-fault"))
                .hasSize(1);
        String values = self.path() + "/values?for=DOSSIER";
        String key = counter.page(page, 200).select("input[name=key]").val();
        var entry = new HashMap<String, Object>(Map.of("card", number() + LINE, "key", key));
        assertThat(Visitor.parsed(counter.submit(values, entry))
                        .select("#card-fault")
                        .text())
                .contains("người khác");
        entry.put("card", "abc");
        assertThat(counter.submit(values, entry).getStatus()).isEqualTo(422);
        entry.put("card", number + LINE);
        for (int i = 0; i < 2; i++)
            assertThat(counter.submit(values, entry).getStatus()).isEqualTo(303);
        assertThat(counter.page(page, 200).text()).contains("Tổ 5, phường Thử", "giấy tờ đọc tại quầy: ", "1/6/2021");
        assertThat(count("registers.field_value", self)).isEqualTo(5);
        entry.put("card", "");
        entry.put("key", "next");
        entry.put("field", "SEX");
        entry.put("value", "không rõ");
        entry.put("paper", "Thẻ căn cước");
        assertThat(Visitor.parsed(counter.submit(values, entry))
                        .select("#value-fault")
                        .text())
                .contains("Nam hoặc Nữ");
        entry.put("value", "Nữ");
        for (int i = 0; i < 2; i++) {
            assertThat(counter.submit(values, entry).getStatus()).isEqualTo(303);
            clock.moveTo(clock.instant().plusSeconds(1));
        }
        entry.put("value", "Nam");
        assertThat(counter.submit(values, entry).getStatus())
                .as("the same key says something else")
                .isEqualTo(403);
        entry.put("field", "PHONE");
        assertThat(Visitor.parsed(counter.submit(values, entry)).select("#field-fault"))
                .as("no card says it")
                .hasSize(1);
        entry.put("field", "");
        assertThat(counter.submit(values, entry).getStatus()).isEqualTo(422);
        entry.put("field", "SEX");
        entry.put("paper", "");
        assertThat(Visitor.parsed(counter.submit(values, entry)).select("#paper-fault"))
                .hasSize(1);
        assertThat(row("SELECT string_agg(l::text, ' ') FROM identity.access_log l"))
                .doesNotContain(number);
    }

    @Test
    void a_business_is_opened_once_and_its_members_see_that_they_were_named() throws Exception {
        var counter = new Visitor(mvc, clerk);
        String code = "46%08d".formatted(NUMBERS.incrementAndGet());
        var find = new HashMap<String, Object>(
                Map.of("kind", "BUSINESS", "code", code, "purpose", "VERIFICATION", "reference", "H19-2"));
        assertThat(Visitor.parsed(counter.submit("/registers", find)).select("#open"))
                .hasSize(1);
        find.put("open", "true");
        String page = Visitor.next(counter.submit("/registers", find));
        assertThat(Visitor.next(counter.submit("/registers", find))).isEqualTo(page);
        Subject business = registers.business(clerk, code, false).orElseThrow();
        assertThat(registers.business(an, code, false))
                .as("a citizen opens none")
                .isEmpty();
        assertThat(registers.household(clerk, code, false).orElseThrow().id()).isNotEqualTo(business.id());
        says(business, "1", Origin.DOSSIER, "BUSINESS_NAME", "Công ty Chè");
        assertThat(memberships.join(clerk, business, self, Memberships.Role.OWNER, BORN, "Giấy phép"))
                .isInstanceOf(Result.Done.class);
        UUID again = memberships
                .join(clerk, business, self, Memberships.Role.OWNER, BORN, "Giấy phép")
                .expectDone();
        assertThat(again).as("nothing changed").isNull();
        assertThat(counter.page(page, 200).text()).contains("Công ty Chè", code, "Nguyễn Văn An");
        assertThat(new Visitor(mvc, an).page("/id/looks", 200).text()).contains("Tên của bạn", clerk.name());
        assertThat(new Visitor(mvc, an).page("/id/records", 200).text()).contains("Thuộc hộ", code);
        assertThat(memberships.join(an, business, self, Memberships.Role.HEAD, BORN, ""))
                .isInstanceOf(Result.Refused.class);
        UUID member = memberships
                .members(clerk, business, Look.of(Look.Purpose.DOSSIER))
                .getFirst()
                .member()
                .id();
        assertThat(memberships.leave(an, business, member, today())).isInstanceOf(Result.Refused.class);
        memberships.leave(clerk, business, member, today().minusDays(1)).expectDone();
        assertThat(memberships.own(an)).isEmpty();
        assertThat(memberships.leave(clerk, business, member, today())).isInstanceOf(Result.NotFound.class);
    }

    @Test
    void who_acts_for_a_child_or_a_business_reads_its_record_and_papers_and_stops_with_the_right() throws Exception {
        Person parent = people.proven(an).orElseThrow();
        LocalDate born = today().minusYears(8);
        String childs = "0192%02d%06d".formatted(born.getYear() % 100, NUMBERS.incrementAndGet());
        Person child = people.keep(clerk, new PersonNumber(childs), "Nguyễn Thị Bé", born);
        Actor forChild = actingFor(parent, Representation.Kind.CHILD, child, "");
        UUID paper = keep(registers.person(child), "birth", null, null, copy());
        assertThat(new Visitor(mvc, forChild).page("/id/records", 200).text())
                .contains("Nguyễn Thị Bé", "giấy tờ đọc tại quầy: Quầy một cửa");
        assertThat(new Visitor(mvc, forChild).page("/id/papers", 200).text()).contains("Còn hiệu lực");
        String file = "/id/papers/" + paper + "/file";
        var copy = new Visitor(mvc, forChild).open(file);
        assertThat(copy.getContentAsString()).isEqualTo("giấy");
        assertThat(copy.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(new Visitor(mvc, an).open(file).getStatus())
                .as("for themselves")
                .isEqualTo(404);

        String owners = number();
        Subject business = registers.business(clerk, owners, false).orElseThrow();
        says(business, "1", Origin.DOSSIER, "BUSINESS_NAME", "Hộ Chè");
        Actor forBusiness = actingFor(parent, Representation.Kind.HOUSEHOLD, null, owners);
        assertThat(new Visitor(mvc, forBusiness).page("/id/records", 200).text())
                .contains("Hộ Chè", owners.substring(0, 3) + "••••••")
                .doesNotContain(owners);
        representations.end(
                an, parent, Objects.requireNonNull(forBusiness.actingFor()).representation());
        assertThat(registers.own(forBusiness.acting(Actor.ActingFor.over(new UUID(0, 1)))))
                .isEmpty();
    }

    @Test
    void what_a_person_states_is_used_while_they_agree_and_deleted_when_they_ask() throws Exception {
        var fields = List.of(RegisterField.PHONE);
        assertThat(state("p", "0912345678")).isInstanceOf(Result.Refused.class);
        agree(true);
        state("p", "0912 345 678").expectDone();
        assertThat(state("p", "0912345678")).as("the same again").isInstanceOf(Result.Done.class);
        assertThat(state("p", "0987654321")).as("another").isInstanceOf(Result.Refused.class);
        assertThat(registers.record(clerk, self, "x", List.of(entry(Origin.STATED, "PHONE", "0987654321"))))
                .as("not by a clerk")
                .isInstanceOf(Result.Refused.class);
        assertThat(current(registers.held(clerk, self, fields, Look.of(Look.Purpose.DOSSIER))))
                .isEqualTo("0912345678");
        agree(false);
        assertThat(registers.held(clerk, self, fields, Look.of(Look.Purpose.DOSSIER)))
                .isEmpty();
        HeldField own = registers.held(an, self, fields, Look.own()).getFirst();
        assertThat(own.current()).isNull();
        assertThat(own.unused()).hasSize(1);
        assertThat(new Visitor(mvc, an).page("/id/records", 200).text()).contains("0912345678 Bạn đã rút đồng ý");
        assertThat(source("registers.stated").gather(an.account(), texts())).hasSize(1);
        assertThat(source("registers.stated").delete(an.account())).isEqualTo(1);
        assertThat(registers.held(an, self, fields, Look.own())).isEmpty();
        agree(true);
        assertThat(state("p", "0912345678"))
                .as("is not written anew by an old key")
                .isInstanceOf(Result.Done.class);
        assertThat(registers.held(an, self, fields, Look.own())).isEmpty();
        RetentionSweep sweep = sweeps.stream()
                .filter(one -> one.purpose().equals("registers.stated"))
                .findFirst()
                .orElseThrow();
        state("q", "0912345678").expectDone();
        assertThat(sweep.count(clock.instant().plusSeconds(9), 1)).isEqualTo(1);
        assertThat(sweep.delete(clock.instant().plusSeconds(9), 999)).isPositive();
    }

    @Test
    void what_was_held_of_a_merged_person_is_held_of_who_stays_and_comes_apart_again() {
        Person old =
                people.keep(clerk, new PersonNumber("0901%05d".formatted(NUMBERS.incrementAndGet())), "Văn An", BORN);
        says(registers.person(old), "1", Origin.DOSSIER, "PLACE_OF_ORIGIN", "Định Hóa");
        var fields = List.of(RegisterField.PLACE_OF_ORIGIN);
        assertThat(registers.held(an, self, fields, Look.own())).as("premise").isEmpty();
        transactions.executeWithoutResult(_ -> aliases.join(old.id(), self.id().value()));
        assertThat(current(registers.held(an, self, fields, Look.own()))).isEqualTo("Định Hóa");
        assertThat(source("registers.record").gather(an.account(), texts()).toString())
                .contains("Định Hóa");
        transactions.executeWithoutResult(_ -> aliases.split(old.id()));
        assertThat(registers.held(an, self, fields, Look.own())).isEmpty();
    }

    @Test
    void each_origin_is_written_down_by_whom_it_is_and_all_faults_are_told_at_once() {
        for (Origin origin : List.of(Origin.NATIONAL_DATABASE, Origin.DOSSIER, Origin.IMPORTED))
            assertThat(registers.record(clerk, self, "x", List.of(entry(origin, "SEX", "Nam"))))
                    .isInstanceOf(Result.Refused.class);
        assertThat(registers.record(an, self, "x", List.of(entry(Origin.CARD_READ, "SEX", "Nam"))))
                .isInstanceOf(Result.Refused.class);
        Subject clerks = registers.person(identified(clerk, number(), "Cán Bộ Quầy"));
        assertThat(registers.record(clerk, clerks, "x", List.of(entry(Origin.CARD_READ, "SEX", "Nam"))))
                .as("about themselves")
                .isEqualTo(new Result.Refused("registers.refused.own"));
        Subject business = registers
                .business(clerk, "46%08d".formatted(NUMBERS.incrementAndGet()), false)
                .orElseThrow();
        memberships
                .join(Actor.PLATFORM, business, clerks, Memberships.Role.OWNER, BORN, "")
                .expectDone();
        assertThat(registers.record(clerk, business, "x", List.of(entry(Origin.CARD_READ, "BUSINESS_NAME", "Chè"))))
                .as("about their own business")
                .isEqualTo(new Result.Refused("registers.refused.own"));
        assertThat(memberships.join(clerk, business, self, Memberships.Role.OWNER, BORN, ""))
                .isInstanceOf(Result.Refused.class);
        var later = new FieldValue.Validity(clock.instant().plusSeconds(9), null, UUID.randomUUID());
        var wrong = new Registers.Entry(
                RegisterField.BIRTH_DATE, "31/2/1987", new FieldValue.Source(Origin.DOSSIER, " ", ""), later);
        Result result = registers.record(
                Actor.PLATFORM, self, "x", List.of(wrong, entry(Origin.DOSSIER, "BUSINESS_NAME", "Công ty")));
        assertThat(result.errors()).hasSize(5);
        assertThatThrownBy(() -> registers.record(Actor.PLATFORM, self, "x", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        UUID first = says(self, "1", Origin.DOSSIER, "SEX", "Nữ");
        var correction = new Registers.Entry(
                RegisterField.SEX,
                "Nam",
                new FieldValue.Source(Origin.DOSSIER, "UBND", "H19-3"),
                new FieldValue.Validity(clock.instant().minusSeconds(99), null, first));
        registers.record(Actor.PLATFORM, self, "2", List.of(correction)).expectDone();
        HeldField held =
                registers.held(an, self, List.of(RegisterField.SEX), Look.own()).getFirst();
        assertThat(current(List.of(held))).isEqualTo("MALE");
        assertThat(held.others()).extracting(FieldValue::value).containsExactly("FEMALE");
    }

    @Test
    void a_paper_that_is_over_or_replaced_is_shown_and_never_offered() throws Exception {
        UUID ended = keep(self, "1", today().minusDays(1), null, null);
        UUID first = keep(self, "2", null, null, null);
        UUID second = keep(self, "3", null, first, null);
        UUID ending = keep(self, "4", today().plusDays(9), null, null);
        assertThat(keep(self, "4", null, null, null)).as("the same key").isEqualTo(ending);
        Look look = Look.of(Look.Purpose.DOSSIER);
        assertThat(papers.papers(clerk, self, "BIRTH_CERTIFICATE", today(), look))
                .extracting(Paper::id)
                .containsExactlyInAnyOrder(second, ending);
        assertThat(papers.papers(clerk, self, "BIRTH_CERTIFICATE", today().minusDays(400), look))
                .as("not yet")
                .isEmpty();
        assertThat(papers.papers(clerk, self, "BUILDING_PERMIT", today(), look)).isEmpty();
        var page = new Visitor(mvc, an).page("/id/papers", 200);
        assertThat(page.text()).contains("Hết hạn", "Đã được thay", "Sắp hết hạn", "Còn hiệu lực", "31/2015");
        assertThat(new Visitor(mvc, an).open("/id/papers/" + ended + "/file").getStatus())
                .as("no copy")
                .isEqualTo(404);
        var wrong = new Papers.Draft(
                "x",
                "",
                " ",
                new Paper.Issue("", today().plusDays(1), today(), null),
                new FileId(UUID.randomUUID()),
                new Paper.Source(Origin.DOSSIER, ""),
                first);
        assertThat(papers.keep(Actor.PLATFORM, self, "9", wrong).errors()).hasSize(7);
        assertThat(papers.keep(an, self, "9", wrong)).isInstanceOf(Result.Refused.class);
        assertThat(source("registers.record").gather(an.account(), texts()).toString())
                .contains("31/2015");
        assertThat(row("SELECT string_agg(d::text, ' ') FROM registers.document d"))
                .doesNotContain("31/2015");
    }

    @Test
    void an_officer_of_the_province_states_which_origin_wins_from_a_day_on() throws Exception {
        Actor officer = account("o", new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "19"));
        var desk = new Visitor(mvc, officer);
        says(self, "1", Origin.DOSSIER, "PLACE_OF_ORIGIN", "Định Hóa");
        says(self, "2", Origin.IMPORTED, "PLACE_OF_ORIGIN", "Đồng Hỷ");
        var fields = List.of(RegisterField.PLACE_OF_ORIGIN);
        assertThat(current(registers.held(an, self, fields, Look.own()))).isEqualTo("Định Hóa");
        var rule = new HashMap<String, Object>(Map.of(
                "field", "PLACE_OF_ORIGIN",
                "first", "IMPORTED",
                "second", "IMPORTED",
                "third", "CARD_READ",
                "fourth", "NATIONAL_DATABASE",
                "fifth", "STATED",
                "validFrom", "01/01/2026",
                "document", "Quyết định 1/QĐ-UBND"));
        assertThat(desk.submit("/privacy/origins", rule).getStatus())
                .as("of the past")
                .isEqualTo(422);
        rule.put("validFrom", VietnameseDays.write(today()));
        assertThat(Visitor.parsed(desk.submit("/privacy/origins", rule)).select("#first-fault"))
                .as("twice")
                .hasSize(1);
        rule.put("second", "DOSSIER");
        assertThat(desk.submit("/privacy/origins", rule).getStatus()).isEqualTo(303);
        assertThat(desk.page("/privacy/origins", 200).text()).contains("Quyết định 1/QĐ-UBND");
        assertThat(current(registers.held(an, self, fields, Look.own()))).isEqualTo("Đồng Hỷ");
        assertThat(rules.mayChange(account("w", new Actor.Grant(PrivacyRoles.DATA_PROTECTION_OFFICER, "05443"))))
                .isFalse();
    }

    private Actor actingFor(Person parent, Representation.Kind kind, @Nullable Person whom, String code) {
        var draft = new Representations.Draft(kind, whom, code, "Hộ thử", "Giấy tờ số 1", today().plusDays(99));
        UUID right = Objects.requireNonNull(
                representations.make(clerk, parent, draft).expectDone());
        return an.acting(acting.holding(an, right).orElseThrow());
    }

    private UUID keep(
            Subject of, String key, @Nullable LocalDate until, @Nullable UUID replaces, @Nullable FileId copy) {
        LocalDate on = today().minusDays(300);
        var draft = new Papers.Draft(
                "BIRTH_CERTIFICATE",
                "Giấy khai sinh " + key,
                "31/2015",
                new Paper.Issue("UBND phường Thử", on, on, until),
                copy,
                new Paper.Source(Origin.DOSSIER, "H19-1"),
                replaces);
        return Objects.requireNonNull(
                papers.keep(Actor.PLATFORM, of, key, draft).expectDone());
    }

    private FileId copy() {
        var kept = (Keeping.Kept) files.keep(clerk.account(), "giay.txt", "giấy".getBytes(StandardCharsets.UTF_8));
        return kept.file().id();
    }

    private Result state(String key, String phone) {
        return registers.record(an, self, key, List.of(entry(Origin.STATED, "PHONE", phone)));
    }

    private void agree(boolean yes) {
        var text = purposes.find("registers.stated").orElseThrow().text(texts());
        (yes ? consents.give(an, text, text.hash()) : consents.withdraw(an, text)).expectDone();
    }

    private Texts texts() {
        return new Texts(messages, Locale.of("vi"));
    }

    private PersonalDataSource source(String purpose) {
        return sources.stream()
                .filter(one -> one.purpose().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private UUID says(Subject of, String key, Origin origin, String field, String value) {
        return Objects.requireNonNull(registers
                .record(Actor.PLATFORM, of, key, List.of(entry(origin, field, value)))
                .expectDone());
    }

    /** Of a moment that is the same for a whole test. */
    private Registers.Entry entry(Origin origin, String field, String value) {
        return new Registers.Entry(
                RegisterField.valueOf(field),
                value,
                new FieldValue.Source(origin, "Nguồn thử", ""),
                new FieldValue.Validity(
                        today().atStartOfDay(BusinessTime.VIETNAM).toInstant(), null, null));
    }

    private static @Nullable String current(List<HeldField> held) {
        FieldValue current = held.getFirst().current();
        return current == null ? null : current.value();
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    private int count(String table, Subject of) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE subject = :subject")
                .param("subject", of.id().value())
                .query(Integer.class)
                .single();
    }

    private String row(String statement) {
        return Objects.requireNonNullElse(
                jdbc.sql(statement).query(String.class).single(), "");
    }

    private Person identified(Actor account, String digits, String name) {
        return people.identify(account, new PersonNumber(digits), name, BORN, Person.Proof.VNEID_2)
                .orElseThrow();
    }

    private Actor account(String letter, Actor.Grant... grants) {
        String username = letter + Ids.next(clock).toString().substring(24);
        accounts.ensure(username, "Người Sổ " + letter, null, false, grants);
        return accounts.actor(username).orElseThrow();
    }

    private static String number() {
        return "019187%06d".formatted(NUMBERS.incrementAndGet());
    }
}
