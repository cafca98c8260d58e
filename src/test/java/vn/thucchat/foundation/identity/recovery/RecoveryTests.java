package vn.thucchat.foundation.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Credentials;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.security.web.CodeDevice;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/** Back into an account without the lost device: what an owner can do, and what a thief cannot. */
@ApplicationTest
@NullMarked
class RecoveryTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final String OLD = "con-trau-cay-ruong";
    private static final String FRESH = "bong-lua-vang-dong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Contacts contacts;

    @Autowired
    PersonRegistry people;

    @Autowired
    RecoveryStore store;

    @Autowired
    RecoveryData data;

    @Autowired
    MessageSource messages;

    @Autowired
    RecoverySendingStore sendings;

    @Autowired
    SelfRecoveries self;

    @Autowired
    RoleDefinitions roles;

    @Autowired
    Credentials credentials;

    @Autowired
    RecoveryTokens links;

    @Autowired
    RecoveryCompletion ends;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Visitor browser = new Visitor(mvc, "");
    private Actor owner = Actor.STRANGER;
    private String mail = "";
    private String phone = "";

    @BeforeEach
    void anOwner() {
        int no = NUMBERS.incrementAndGet();
        browser = new Visitor(mvc, "192.0.2." + no % 250);
        mail = "chu" + no + "@vidu.example";
        phone = "+84912%06d".formatted(no);
        owner = account("chu" + no);
        contacts.ensure(owner.account(), AddressKind.EMAIL, mail);
        contacts.ensure(owner.account(), AddressKind.PHONE, phone);
        pass(Duration.ofDays(8));
    }

    private Actor account(String username, Actor.Grant... grants) {
        String name = username + Ids.next(clock).toString().substring(30);
        accounts.ensure(name, "Người " + username, OLD, false, grants);
        return accounts.actor(name).orElseThrow();
    }

    private void pass(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private String begun(String username) throws Exception {
        browser.open("/recover");
        String path = browser.send("/recover", "username", username).getRedirectedUrl();
        browser.open(Objects.requireNonNull(path));
        return path;
    }

    private static UUID id(String path) {
        return UUID.fromString(path.split("/", -1)[2]);
    }

    private int proveByCode(String path, RecoveryProof proof, String address) throws Exception {
        browser.open(path);
        assertThat(browser.send(path + "/code", "proof", proof.name(), "address", address)
                        .getStatus())
                .isEqualTo(303);
        browser.open(path);
        String code = sendings.current(id(path), proof, clock.instant())
                .map(links::code)
                .orElse("000000");
        return browser.send(path + "/proof", "proof", proof.name(), "code", code)
                .getStatus();
    }

    private String proven() throws Exception {
        String path = begun(owner.username());
        assertThat(proveByCode(path, RecoveryProof.EMAIL, mail)).isEqualTo(303);
        assertThat(proveByCode(path, RecoveryProof.PHONE, "0" + phone.substring(3)))
                .isEqualTo(303);
        return path;
    }

    private int signIn(String password) throws Exception {
        return new Visitor(mvc, "198.51.100.7")
                .signIn(owner.username(), password)
                .getStatus();
    }

    @Test
    void two_proofs_and_a_wait_lead_to_a_new_password_and_end_the_old_sessions() throws Exception {
        var old = new Visitor(mvc, "192.0.2.251");
        old.signIn(owner.username(), OLD);
        String path = proven();
        browser.open(path);
        assertThat(browser.page().select("main").text()).contains("Bạn có thể đặt mật khẩu mới từ");
        assertThat(browser.page().select("input[type=password]")).isEmpty();
        assertThat(browser.send(path, "fresh", FRESH, "again", FRESH).getStatus())
                .as("too early")
                .isEqualTo(410);
        assertThat(old.open("/id/recovery").getStatus()).isEqualTo(200);
        assertThat(old.page().select("button.stop")).hasSize(1);
        assertThat(outbox()).as("two codes, and each address is told").isEqualTo(4);

        pass(Duration.ofHours(73));
        var again = new Visitor(mvc, "192.0.2.252");
        again.signIn(owner.username(), OLD);
        browser.open(path);
        assertThat(browser.page().select("input[type=password]")).isEmpty();
        assertThat(browser.page().select("summary").eachText())
                .as("one of the two that were given")
                .containsExactly("Mã gửi đến thư điện tử", "Mã gửi đến số điện thoại");
        assertThat(browser.send(path, "fresh", FRESH, "again", FRESH).getStatus())
                .as("the link alone, found in a browser")
                .isEqualTo(410);
        assertThat(proveByCode(path, RecoveryProof.EMAIL, mail)).isEqualTo(303);
        browser.open(path);
        assertThat(browser.send(path, "fresh", FRESH, "again", "khác").getStatus())
                .isEqualTo(422);
        assertThat(browser.send(path, "fresh", FRESH, "again", FRESH).getRedirectedUrl())
                .isEqualTo("/id/keys");
        assertThat(browser.open("/id/keys").getStatus()).isEqualTo(200);
        assertThat(again.open("/id/recovery").getRedirectedUrl()).startsWith("/sign-in");
        assertThat(signIn(OLD)).isEqualTo(422);
        assertThat(signIn(FRESH)).isEqualTo(303);
        browser.open(path);
        assertThat(browser.send(path, "fresh", OLD + "1", "again", OLD + "1").getStatus())
                .as("once only")
                .isEqualTo(410);
    }

    private int outbox() {
        return jdbc.sql(
                        "SELECT count(*) FROM delivery.outbox_message WHERE channel = 'account-recovery' AND recipient = :account")
                .param("account", owner.account().toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_thief_with_the_telephone_or_the_mail_alone_gets_nowhere() throws Exception {
        String path = begun(owner.username());
        assertThat(proveByCode(path, RecoveryProof.PHONE, phone)).isEqualTo(303);
        assertThat(proveByCode(path, RecoveryProof.PHONE, phone))
                .as("the same again")
                .isEqualTo(422);
        assertThat(ends.find(id(path)).orElseThrow().opensAt()).isNull();
        assertThat(proveByCode(path, RecoveryProof.EMAIL, "ke.trom@vidu.example"))
                .isEqualTo(422);
        Recovery thiefs = ends.find(id(path)).orElseThrow();
        self.send(thiefs, RecoveryProof.EMAIL, mail, "net:203.0.113.1");
        for (int i = 0; i < 12; i++)
            assertThat(self.prove(thiefs, RecoveryProof.EMAIL, "00000")).isFalse();
        assertThat(proveByCode(path, RecoveryProof.EMAIL, mail))
                .as("after so many the right one is not looked at")
                .isEqualTo(422);
        assertThat(ends.find(id(path)).orElseThrow().proofs()).containsExactly("PHONE");
        assertThat(signIn(OLD)).isEqualTo(303);
    }

    @Test
    void an_address_confirmed_lately_or_lost_proves_nothing() throws Exception {
        Actor robbed = account("moi");
        contacts.ensure(robbed.account(), AddressKind.EMAIL, "moi." + mail);
        String path = begun(robbed.username());
        assertThat(proveByCode(path, RecoveryProof.EMAIL, "moi." + mail))
                .as("a day old")
                .isEqualTo(422);
        // another person has the number now
        contacts.addProved(account("sau"), AddressKind.PHONE, phone);
        String own = begun(owner.username());
        assertThat(proveByCode(own, RecoveryProof.PHONE, phone)).isEqualTo(422);
    }

    @Test
    void an_account_that_is_none_is_answered_like_any_other() throws Exception {
        String path = begun("khong.co.ai.ca");
        String none = browser.page().select("main").text();
        assertThat(proveByCode(path, RecoveryProof.EMAIL, mail)).isEqualTo(422);
        String wrong = browser.page().select(".errors").text();
        String other = begun(owner.username());
        assertThat(browser.page().select("main").text()).isEqualTo(none);
        assertThat(proveByCode(other, RecoveryProof.EMAIL, "sai@vidu.example")).isEqualTo(422);
        assertThat(browser.page().select(".errors").text()).isEqualTo(wrong);
        assertThat(browser.open(other.substring(0, other.length() - 2) + "22").getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_password_typed_too_early_is_answered_as_for_nobody() throws Exception {
        for (String name : new String[] {owner.username(), "khong.co.ai.ca"}) {
            String path = begun(name);
            assertThat(browser.send(path, "fresh", "ngắn", "again", "khác").getStatus())
                    .isEqualTo(410);
            browser.open("/recover");
        }
        assertThat(browser.send("/recover", "username", "  ").getStatus()).isEqualTo(422);
    }

    private boolean proves(String path, Assurance assurance) {
        return self.prove(
                ends.find(id(path)).orElseThrow(),
                new SignedIn(owner, roles, false, false, Ids.next(clock), assurance));
    }

    @Test
    void only_a_sign_in_by_a_provider_since_it_began_and_lately_is_a_proof() throws Exception {
        Assurance before = Assurance.of(Factor.UPSTREAM, clock.instant());
        pass(Duration.ofMinutes(1));
        String path = begun(owner.username());
        pass(Duration.ofMinutes(1));
        assertThat(proves(path, before)).as("a session of the lost device").isFalse();
        assertThat(proves(path, before.with(Factor.PASSWORD, clock.instant()))).isFalse();
        Assurance fresh = Assurance.of(Factor.UPSTREAM_TWO_FACTORS, clock.instant());
        pass(Duration.ofMinutes(11));
        assertThat(proves(path, fresh)).as("not used in time").isFalse();
        assertThat(proves(path, Assurance.of(Factor.UPSTREAM_TWO_FACTORS, clock.instant())))
                .isTrue();
        assertThat(ends.find(id(path)).orElseThrow().proofs()).containsExactly("PROVIDER");
    }

    @Test
    void strangers_who_begin_or_ask_for_codes_keep_no_owner_out() throws Exception {
        String path = "";
        for (int i = 0; i < 7; i++) path = begun(owner.username());
        Recovery strangers = ends.find(id(path)).orElseThrow();
        for (int i = 0; i < 10; i++) self.send(strangers, RecoveryProof.EMAIL, mail, "net:203.0.113.9");
        assertThat(sendings.sent(
                        owner.account(), "net:203.0.113.9", clock.instant().minusSeconds(60)))
                .isEqualTo(new RecoverySendingStore.Sent(6, 6));
        proven();
    }

    @Test
    void who_guesses_from_one_network_keeps_no_owner_elsewhere_out() throws Exception {
        for (int i = 0; i < 6; i++) {
            Recovery one = ends.find(id(begun(owner.username()))).orElseThrow();
            self.send(one, RecoveryProof.EMAIL, mail, "net:203.0.113.9");
            for (int guess = 0; guess < 11; guess++) self.prove(one, RecoveryProof.EMAIL, "00000");
        }
        assertThat(store.wrongSince(
                                owner.account(),
                                Ids.next(clock),
                                clock.instant().minus(Duration.ofDays(1)))
                        .ofAll())
                .as("the rest was not looked at")
                .isEqualTo(12);
        proven();
    }

    @Test
    void wrong_guesses_of_a_day_are_counted_over_all_attempts() throws Exception {
        for (int i = 0; i < 6; i++) {
            Recovery one = ends.find(id(begun(owner.username()))).orElseThrow();
            self.send(one, RecoveryProof.EMAIL, mail, "net:203.0.113." + i);
            for (int guess = 0; guess < 11; guess++) self.prove(one, RecoveryProof.EMAIL, "00000");
        }
        assertThat(store.wrongSince(
                                owner.account(),
                                Ids.next(clock),
                                clock.instant().minus(Duration.ofDays(1)))
                        .ofAll())
                .isEqualTo(60);
        String path = begun(owner.username());
        assertThat(proveByCode(path, RecoveryProof.EMAIL, mail))
                .as("not looked at")
                .isEqualTo(422);
        pass(Duration.ofHours(25));
        proven();
    }

    @Test
    void a_proof_given_again_holds_for_half_an_hour_and_only_what_was_given_counts() throws Exception {
        CodeDevice codes = codeDevice();
        String path = proven();
        pass(Duration.ofHours(73));
        browser.open(path);
        browser.send(path + "/proof", "proof", "PAPER", "code", codes.recovery().getFirst());
        assertThat(state(path)).as("not one of the two").isEqualTo(Recovery.State.CONFIRMING);
        assertThat(proveByCode(path, RecoveryProof.PHONE, phone)).isEqualTo(303);
        assertThat(state(path)).isEqualTo(Recovery.State.OPEN);
        pass(Duration.ofMinutes(31));
        browser.open(path);
        browser.send(path, "fresh", FRESH, "again", FRESH);
        assertThat(browser.page().select("main").text()).contains("Hãy đưa lại một bằng chứng");
        assertThat(ends.find(id(path)).orElseThrow().usedAt()).isNull();
    }

    @Test
    void codes_on_paper_and_linked_providers_that_are_new_prove_nothing() throws Exception {
        CodeDevice codes = codeDevice();
        String path = begun(owner.username());
        assertThat(provePaper(path, codes, 0)).as("made today").isEqualTo(422);
        jdbc.sql("""
                        INSERT INTO identity.upstream_account
                            (subject_mark, account, provider, level, organisation, name, linked_at, used_at)
                        VALUES (:mark, :account, 'vneid-demo', 2, '', 'Nguyễn Văn An', :at, :at)
                        """)
                .param("mark", "mark-of-recovery-" + owner.account())
                .param("account", owner.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        pass(Duration.ofMinutes(1));
        assertThat(proves(path, Assurance.of(Factor.UPSTREAM, clock.instant()))).isFalse();
        pass(Duration.ofDays(8));
        String later = begun(owner.username());
        assertThat(provePaper(later, codes, 1)).isEqualTo(303);
        pass(Duration.ofMinutes(1));
        assertThat(proves(later, Assurance.of(Factor.UPSTREAM, clock.instant())))
                .isTrue();
        assertThat(state(later)).isEqualTo(Recovery.State.WAITING);
    }

    @Test
    void an_extract_of_the_owner_tells_of_recoveries() throws Exception {
        proven();
        var told = data.gather(owner.account(), new Texts(messages, Locale.ROOT));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().values()).containsEntry("kind", "EMAIL + PHONE");
    }

    @Test
    void an_owner_is_warned_anew_each_day_of_the_wait() throws Exception {
        proven();
        int told = outbox();
        self.remind();
        assertThat(outbox()).as("told just now").isEqualTo(told);
        pass(Duration.ofHours(25));
        self.remind();
        self.remind();
        assertThat(outbox()).as("each address once").isEqualTo(told + 2);
        pass(Duration.ofHours(50));
        self.remind();
        assertThat(outbox()).as("the wait is over").isEqualTo(told + 2);
    }

    @Test
    void nobody_is_warned_of_a_recovery_that_a_new_password_ended() throws Exception {
        proven();
        pass(Duration.ofHours(25));
        credentials.change(owner, OLD, FRESH, FRESH, "192.0.2.77");
        int told = outbox();
        self.remind();
        assertThat(outbox()).isEqualTo(told);
    }

    private CodeDevice codeDevice() throws Exception {
        var device = new Visitor(mvc, "192.0.2.248");
        device.signIn(owner.username(), OLD);
        return CodeDevice.setUp(device, clock);
    }

    private Recovery.State state(String path) {
        return ends.state(ends.find(id(path)).orElseThrow());
    }

    private int provePaper(String path, CodeDevice codes, int no) throws Exception {
        browser.open(path);
        return browser.send(
                        path + "/proof",
                        "proof",
                        "PAPER",
                        "code",
                        codes.recovery().get(no))
                .getStatus();
    }

    @Test
    void a_changed_password_or_a_lost_address_ends_what_waits() throws Exception {
        String path = proven();
        pass(Duration.ofHours(73));
        Contact proof = contacts.of(owner).getFirst();
        contacts.remove(owner, proof.id());
        browser.open(path);
        assertThat(browser.send(path, "fresh", FRESH, "again", FRESH).getStatus())
                .as("an address of a proof is no longer the owner's")
                .isEqualTo(410);
        contacts.ensure(owner.account(), proof.kind(), proof.address());
        pass(Duration.ofDays(8));
        String second = proven();
        pass(Duration.ofHours(73));
        credentials.change(owner, OLD, FRESH, FRESH, "192.0.2.77");
        assertThat(ends.running(owner)).isEmpty();
        browser.open(second);
        assertThat(browser.page().select("input[type=password]")).isEmpty();
        assertThat(browser.send(second, "fresh", OLD + "1", "again", OLD + "1").getStatus())
                .isEqualTo(410);
        assertThat(signIn(FRESH)).isEqualTo(303);
    }

    @Test
    void a_link_stops_its_own_recovery_only_and_says_when_it_is_too_late() throws Exception {
        String first = proven();
        pass(Duration.ofDays(1));
        String second = proven();
        var reader = new Visitor(mvc, "192.0.2.250");
        reader.open(links.stopPath(id(first)));
        reader.send(links.stopPath(id(first)));
        reader.open(links.stopPath(id(first)));
        assertThat(reader.page().select("button.stop")).as("stopped").isEmpty();
        assertThat(ends.state(ends.find(id(second)).orElseThrow())).isEqualTo(Recovery.State.WAITING);
        pass(Duration.ofHours(73));
        assertThat(proveByCode(second, RecoveryProof.EMAIL, mail)).isEqualTo(303);
        browser.open(second);
        String stop = links.stopPath(id(second));
        reader.open(stop);
        browser.send(second, "fresh", FRESH, "again", FRESH);
        assertThat(reader.send(stop).getStatus()).isEqualTo(303);
        reader.open(stop);
        assertThat(reader.page().select("main").text())
                .contains("mật khẩu của tài khoản đã được đổi", "bộ phận một cửa")
                .doesNotContain("Đã dừng");
        var later = new Visitor(mvc, "192.0.2.249");
        later.open(second);
        assertThat(later.page().select("main a[href=/sign-in]")).hasSize(1);
    }

    @Test
    void who_leads_gets_no_further_alone() throws Exception {
        Actor leader = account("lanhdao", new Actor.Grant(Roles.LEADER, "19"));
        contacts.ensure(leader.account(), AddressKind.EMAIL, "ld." + mail);
        pass(Duration.ofDays(8));
        String path = begun(leader.username());
        assertThat(proveByCode(path, RecoveryProof.EMAIL, "ld." + mail)).isEqualTo(422);
        assertThat(ends.find(id(path)).orElseThrow().account()).isNull();
    }

    @Test
    void the_owner_stops_it_with_one_press_by_the_link_or_from_any_session() throws Exception {
        String path = proven();
        String stop = links.stopPath(id(path));
        var anybody = new Visitor(mvc, "192.0.2.253");
        assertThat(anybody.open(stop).getStatus()).isEqualTo(200);
        assertThat(ends.state(ends.find(id(path)).orElseThrow())).isEqualTo(Recovery.State.WAITING);
        anybody.send(stop);
        assertThat(ends.state(ends.find(id(path)).orElseThrow())).isEqualTo(Recovery.State.OVER);
        assertThat(anybody.send(stop).getStatus()).as("stopped before").isEqualTo(303);
        assertThat(anybody.open("/stop-recovery/" + id(path) + "/AAAA").getStatus())
                .isEqualTo(404);

        pass(Duration.ofDays(1));
        String second = proven();
        var signedIn = new Visitor(mvc, "192.0.2.254");
        signedIn.signIn(owner.username(), OLD);
        signedIn.open("/id/recovery");
        signedIn.send("/id/recovery/stopped");
        pass(Duration.ofHours(73));
        browser.open(second);
        assertThat(browser.page().select("main").text()).contains("đã dừng");
        assertThat(browser.send(second, "fresh", FRESH, "again", FRESH).getStatus())
                .isEqualTo(410);
        assertThat(signIn(OLD)).isEqualTo(303);
        pass(Duration.ofDays(60));
        assertThat(ends.sweep()).isPositive();
    }

    private Person person(Actor account) {
        String number = "019087%06d".formatted(700_000 + NUMBERS.incrementAndGet());
        return people.identify(
                        account,
                        new PersonNumber(number),
                        "Nguyễn Văn An",
                        LocalDate.of(1987, 3, 2),
                        Person.Proof.VNEID_2)
                .orElseThrow();
    }

    private vn.thucchat.testing.Visitor clerk() {
        return new vn.thucchat.testing.Visitor(mvc, account("quay", new Actor.Grant(PeopleRoles.COUNTER_CLERK, "19")));
    }

    private static Map<String, Object> fields(Actor account, boolean compared) {
        return Map.of("account", account.account().toString(), "reason", "Mất điện thoại", "compared", "" + compared);
    }

    @Test
    void a_clerk_who_compared_card_and_face_gives_a_link_that_holds_for_minutes() throws Exception {
        String page = person(owner).path() + "/recovery";
        var counter = clerk();
        assertThat(counter.page(page, 200).text()).contains(owner.username(), "liên kết ngay");
        assertThat(counter.submit(page, fields(owner, false)).getStatus()).isEqualTo(422);
        var given = vn.thucchat.testing.Visitor.parsed(counter.submit(page, fields(owner, true)));
        String link = given.select("code").text();
        String path = link.substring(link.indexOf("/recover/"));
        browser.open(path);
        assertThat(browser.send(path, "fresh", FRESH, "again", FRESH).getRedirectedUrl())
                .isEqualTo("/id/keys");
        assertThat(signIn(FRESH)).isEqualTo(303);

        var late = vn.thucchat.testing.Visitor.parsed(counter.submit(page, fields(owner, true)));
        String over = late.select("code").text();
        pass(Duration.ofMinutes(31));
        browser = new Visitor(mvc, "192.0.2.9");
        browser.open(over.substring(over.indexOf("/recover/")));
        assertThat(browser.page().select("main").text()).contains("quá hạn");
    }

    @Test
    void one_clerk_alone_takes_no_account_with_a_device_and_only_so_many_in_a_day() throws Exception {
        String page = person(owner).path() + "/recovery";
        var counter = clerk();
        assertThat(counter.page(page, 200).text()).contains("liên kết ngay");
        jdbc.sql("""
                        INSERT INTO identity.recovery (id, account, secret_no, clerk, reason, made_at, opens_at, expires_at)
                        SELECT gen_random_uuid(), a.id, a.secret_no, k.id, 'Mất', :at, :at, :until
                        FROM identity.account a, identity.account k, generate_series(1, :number)
                        WHERE a.id = :owner AND k.id = :clerk
                        """)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("until", clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .param("number", CounterRecoveries.ALONE_A_DAY)
                .param("owner", account("nguoi.khac").account())
                .param("clerk", counter.actor().account())
                .update();
        assertThat(counter.page(page, 200).text()).contains("Cần hai cán bộ");
        counter = clerk();
        assertThat(counter.page(page, 200).text()).as("another clerk's day").contains("liên kết ngay");
        jdbc.sql("""
                        INSERT INTO identity.passkey (account, id, rp_id, credential_id, attested, sign_count,
                            backup_eligible, backed_up, transports, label, made_at)
                        VALUES (:owner, gen_random_uuid(), 'localhost', sha256(convert_to(:owner::text, 'UTF8')),
                            sha256(convert_to(:owner::text, 'UTF8')), 0, false, false, '{}', 'Khóa', :at)
                        """)
                .param("owner", owner.account())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        assertThat(counter.page(page, 200).text()).contains("Cần hai cán bộ");
    }

    @Test
    void an_account_with_a_role_takes_two_clerks_and_one_that_signs_goes_to_administrators() throws Exception {
        Actor trader = account("tieuthuong", new Actor.Grant(MarketRoles.TRADER, "19"));
        String page = person(trader).path() + "/recovery";
        var first = clerk();
        assertThat(first.submit(page, fields(trader, true)).getStatus()).isEqualTo(303);
        assertThat(first.page(page, 200).text()).contains("chờ cán bộ thứ hai");
        assertThat(first.submit(page, fields(trader, true)).getStatus()).isNotEqualTo(200);
        var second = vn.thucchat.testing.Visitor.parsed(clerk().submit(page, fields(trader, true)));
        assertThat(second.select("code").text()).contains("/recover/");
        assertThat(jdbc.sql("SELECT detail FROM identity.access_log WHERE action = 'identity.recovery-agreed'"
                                + " AND object = '/admin/accounts/' || :account")
                        .param("account", trader.account().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Mất điện thoại");

        Actor leader = account("ld", new Actor.Grant(Roles.LEADER, "19"));
        String signs = person(leader).path() + "/recovery";
        assertThat(first.page(signs, 200).text()).contains("chỉ quản trị viên");
        assertThat(vn.thucchat.testing.Visitor.parsed(first.submit(signs, fields(leader, true)))
                        .select("code"))
                .isEmpty();
        assertThat(store.running(leader.account(), clock.instant())).isEmpty();
    }
}
