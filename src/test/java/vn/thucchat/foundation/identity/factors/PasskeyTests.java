package vn.thucchat.foundation.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Result;

/** Ceremonies of passkeys, with an authenticator that can lie: what is taken, and each way to be refused. */
class PasskeyTests extends PasskeyTest {

    @ParameterizedTest
    @ValueSource(ints = {SoftAuthenticator.ES256, SoftAuthenticator.EDDSA, SoftAuthenticator.RS256})
    void a_key_is_made_and_then_signs_its_owner_in_without_a_name(int algorithm) {
        var owner = somebody();
        var key = new SoftAuthenticator(algorithm);
        told.clear();
        var id = registered(owner, key);
        assertThat(told).containsExactly(owner.account() + " identity.passkey-added");
        assertThat(passkeys.of(owner)).singleElement().satisfies(made -> {
            assertThat(made.label()).isEqualTo("Điện thoại");
            assertThat(made.backedUp()).isTrue();
            assertThat(made.madeAt()).isEqualTo(now);
            assertThat(made.usedAt()).isNull();
        });
        now = now.plusSeconds(60);
        assertThat(signIn(key)).isEqualTo(new PasskeySignIns.Outcome.Proven(account(owner), id));
        assertThat(passkeys.of(owner).getFirst().usedAt()).isEqualTo(now);
        assertThat(lines(owner, "identity.passkey-added")).isEqualTo(1);
        assertThat(lines(owner, "identity.signed-in")).isEqualTo(1);
    }

    @Test
    void the_browser_is_asked_for_what_is_checked_later() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        var before = passkeys.options(owner, BINDING);
        assertThat(before.excludeCredentials()).isEmpty();
        assertThat(before.rp().id()).isEqualTo("localhost");
        assertThat(before.user().name()).isEqualTo(owner.username());
        assertThat(before.authenticatorSelection())
                .isEqualTo(new CreationOptions.Selection("required", true, "required"));
        assertThat(before.pubKeyCredParams())
                .extracting(CreationOptions.Parameters::alg)
                .containsExactly(-7L, -8L, -257L);
        assertThat(before.extensions()).containsEntry("credProps", true);
        registered(owner, key);
        assertThat(passkeys.options(owner, BINDING).excludeCredentials()).hasSize(1);
        assertThat(signIns.options(BINDING).allowCredentials())
                .as("the browser finds them by itself")
                .isEmpty();
        assertThat(signIns.options(BINDING).userVerification()).isEqualTo("required");
        assertThat(signIns.options(owner, BINDING).allowCredentials()).hasSize(1);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another site's page", key -> key.origin = "http://localhost.evil.example"),
                lie("the encrypted page of this host", key -> key.origin = "https://localhost:8080"),
                lie("another domain", key -> key.rpId = "evil.example"),
                lie("another kind of answer", key -> key.type = "payment.get"),
                lie("inside another site's page", key -> key.crossOrigin = true),
                lie("nobody was there", key -> key.present = false),
                lie("backed up, and cannot be", key -> {
                    key.backupEligible = false;
                    key.backedUp = true;
                }));
    }

    private static Arguments lie(String what, Consumer<SoftAuthenticator> lie) {
        return Arguments.of(what, lie);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void a_key_with_a_lie_is_not_taken(String what, Consumer<SoftAuthenticator> lie) {
        var owner = somebody();
        var key = new SoftAuthenticator();
        lie.accept(key);
        assertThat(register(owner, key)).isEqualTo(notTaken(PasskeyRefusal.INVALID));
        assertThat(passkeys.of(owner)).isEmpty();
        assertThat(lines(owner, "identity.passkey-refused")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void an_answer_with_a_lie_signs_nobody_in(String what, Consumer<SoftAuthenticator> lie) {
        var owner = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        lie.accept(key);
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));
        assertThat(lines(owner, "identity.signed-in")).isZero();
    }

    @Test
    void who_uses_the_authenticator_must_have_been_checked() {
        var owner = somebody();
        var unverified = new SoftAuthenticator();
        unverified.verified = false;
        assertThat(register(owner, unverified)).isEqualTo(notTaken(PasskeyRefusal.NOT_VERIFIED));
        var key = new SoftAuthenticator();
        registered(owner, key);
        key.verified = false;
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.NOT_VERIFIED));
    }

    @Test
    void a_key_that_cannot_be_found_again_is_not_taken() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        key.discoverable = false;
        assertThat(register(owner, key)).isEqualTo(notTaken(PasskeyRefusal.NOT_DISCOVERABLE));
        key.discoverable = null;
        key.transports = List.of("usb", "nfc");
        assertThat(register(owner, key)).isEqualTo(notTaken(PasskeyRefusal.NOT_DISCOVERABLE));
        key.transports = List.of("hybrid", "internal");
        assertThat(register(owner, key)).as("browsers that do not say").isInstanceOf(Result.Done.class);
    }

    @Test
    void other_algorithms_are_not_taken() {
        assertThat(register(somebody(), new SoftAuthenticator(SoftAuthenticator.ES384)))
                .isEqualTo(notTaken(PasskeyRefusal.INVALID));
    }

    @Test
    void short_ids_are_not_taken() {
        var key = new SoftAuthenticator();
        key.credentialId = new byte[8];
        assertThat(register(somebody(), key)).isEqualTo(notTaken(PasskeyRefusal.INVALID));
    }

    @Test
    void a_key_that_somebody_has_is_taken_by_nobody_else() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        assertThat(register(owner, key)).isEqualTo(notTaken(PasskeyRefusal.TAKEN));
        var thief = new SoftAuthenticator();
        thief.credentialId = key.credentialId;
        assertThat(register(somebody(), thief)).isEqualTo(notTaken(PasskeyRefusal.TAKEN));
    }

    @Test
    void a_person_has_a_number_of_keys() {
        var owner = somebody();
        for (int i = 0; i < Passkeys.MOST; i++) registered(owner, new SoftAuthenticator());
        assertThat(register(owner, new SoftAuthenticator())).isEqualTo(notTaken(PasskeyRefusal.TOO_MANY));
    }

    @Test
    void a_challenge_is_of_one_browser_for_one_purpose_for_five_minutes_and_answered_once() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        var options = passkeys.options(owner, BINDING);
        String answer = key.create(options);
        assertThat(passkeys.register(owner, "another session", "", answer)).isEqualTo(notTaken(PasskeyRefusal.EXPIRED));
        assertThat(passkeys.register(owner, BINDING, "", answer)).isInstanceOf(Result.Done.class);
        assertThat(passkeys.register(owner, BINDING, "", new SoftAuthenticator().create(options)))
                .as("a second key for the same challenge")
                .isEqualTo(notTaken(PasskeyRefusal.EXPIRED));

        String challenge = signIns.options(BINDING).challenge();
        assertThat(signIns.attempt("another browser", key.get(challenge), "192.0.2.1"))
                .isEqualTo(refused(PasskeyRefusal.EXPIRED));
        String signed = key.get(challenge);
        assertThat(signIns.attempt(BINDING, signed, "192.0.2.1")).isInstanceOf(PasskeySignIns.Outcome.Proven.class);
        assertThat(signIns.attempt(BINDING, signed, "192.0.2.1")).isEqualTo(refused(PasskeyRefusal.EXPIRED));
        assertThat(signIns.attempt(BINDING, key.get(challenge), "192.0.2.1"))
                .as("signed anew")
                .isEqualTo(refused(PasskeyRefusal.EXPIRED));

        String forAnother = key.get(passkeys.options(owner, BINDING).challenge());
        assertThat(signIns.attempt(BINDING, forAnother, "192.0.2.1")).isEqualTo(refused(PasskeyRefusal.EXPIRED));
        assertThat(signIns.again(owner, BINDING, key.get(signIns.options(BINDING)), "192.0.2.1"))
                .isEqualTo(refused(PasskeyRefusal.EXPIRED));
        assertThat(signIns.attempt(BINDING, key.get("AAAA"), "192.0.2.1")).isEqualTo(refused(PasskeyRefusal.EXPIRED));

        String late = key.get(signIns.options(BINDING));
        now = now.plus(Challenges.LASTS);
        assertThat(signIns.attempt(BINDING, late, "192.0.2.1")).isEqualTo(refused(PasskeyRefusal.EXPIRED));
        now = now.plus(Duration.ofHours(1));
        assertThat(challenges.sweep()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_changed_signature_or_another_key_signs_nobody_in() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        key.bogusSignature = true;
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));
        var thief = new SoftAuthenticator();
        thief.credentialId = key.credentialId;
        thief.owner = key.owner;
        assertThat(signIn(thief)).as("the right id and the wrong key").isEqualTo(refused(PasskeyRefusal.INVALID));
    }

    @Test
    void a_key_is_its_owners_whomever_it_names() {
        var owner = somebody();
        var other = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        var others = new SoftAuthenticator();
        registered(other, others);
        key.owner = others.owner;
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.UNKNOWN));
        key.owner = null;
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));
        key.owner = new byte[] {1, 2, 3};
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));
    }

    @Test
    void a_counter_goes_on_and_never_back_and_some_count_nothing() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        key.counter = 10;
        registered(owner, key);
        assertThat(signIn(key)).isInstanceOf(PasskeySignIns.Outcome.Proven.class);
        key.counter = 10;
        assertThat(signIn(key)).as("a copy of the key: 11 again").isEqualTo(refused(PasskeyRefusal.INVALID));
        key.counter = 4;
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));
        key.counter = 0;
        assertThat(signIn(key)).as("suddenly without").isEqualTo(refused(PasskeyRefusal.INVALID));
        key.counter = 20;
        assertThat(signIn(key)).isInstanceOf(PasskeySignIns.Outcome.Proven.class);
    }

    @Test
    void whether_it_is_backed_up_may_change_and_whether_it_can_be_never() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        key.backedUp = false;
        registered(owner, key);
        assertThat(passkeys.of(owner).getFirst().backedUp()).isFalse();
        key.backedUp = true;
        assertThat(signIn(key)).isInstanceOf(PasskeySignIns.Outcome.Proven.class);
        assertThat(passkeys.of(owner).getFirst().backedUp()).isTrue();
        key.backupEligible = false;
        key.backedUp = false;
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));

        var bound = new SoftAuthenticator();
        bound.backupEligible = false;
        bound.backedUp = false;
        registered(owner, bound);
        bound.backupEligible = true;
        assertThat(signIn(bound)).isEqualTo(refused(PasskeyRefusal.INVALID));
    }

    @Test
    void a_disabled_account_has_no_way_in_and_learns_no_more() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        jdbc.sql("UPDATE identity.account SET disabled = true WHERE id = :id")
                .param("id", owner.account())
                .update();
        assertThat(signIn(key)).isEqualTo(refused(PasskeyRefusal.INVALID));
    }

    @Test
    void who_is_signed_in_proves_it_again_by_an_own_key_alone() {
        var owner = somebody();
        var other = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        var others = new SoftAuthenticator();
        registered(other, others);
        key.owner = null;
        assertThat(signIns.again(owner, BINDING, key.get(signIns.options(owner, BINDING)), "192.0.2.1"))
                .as("of named keys an authenticator need not say whose they are")
                .isInstanceOf(PasskeySignIns.Outcome.Proven.class);
        assertThat(lines(owner, "identity.proven-again")).isEqualTo(1);
        assertThat(signIns.again(owner, BINDING, others.get(signIns.options(owner, BINDING)), "192.0.2.1"))
                .isEqualTo(refused(PasskeyRefusal.INVALID));
        others.owner = null;
        assertThat(signIns.again(owner, BINDING, others.get(signIns.options(owner, BINDING)), "192.0.2.1"))
                .isEqualTo(refused(PasskeyRefusal.UNKNOWN));
    }

    @Test
    void removing_a_key_leaves_the_others_and_the_last_way_in_stays() {
        var owner = somebody();
        var first = new SoftAuthenticator();
        var second = new SoftAuthenticator();
        var firstId = registered(owner, first);
        assertThat(passkeys.remove(owner, firstId)).isEqualTo(new Result.Refused("identity.keys.last"));
        var secondId = registered(owner, second);
        assertThat(passkeys.remove(somebody(), firstId)).as("another's").isEqualTo(new Result.NotFound());
        told.clear();
        assertThat(passkeys.remove(owner, firstId)).isInstanceOf(Result.Done.class);
        assertThat(told).containsExactly(owner.account() + " identity.passkey-removed");
        assertThat(lines(owner, "identity.passkey-removed")).isEqualTo(1);
        assertThat(signIn(first)).isEqualTo(refused(PasskeyRefusal.UNKNOWN));
        assertThat(signIn(second)).isInstanceOf(PasskeySignIns.Outcome.Proven.class);
        assertThat(passkeys.remove(owner, firstId)).isEqualTo(new Result.NotFound());
        assertThat(passkeys.remove(owner, secondId)).isEqualTo(new Result.Refused("identity.keys.last"));

        var withPassword = accounts.ensure("co.mat.khau", "Có Mật Khẩu", PASSWORD, false);
        Actor actor = accounts.actor(withPassword.username()).orElseThrow();
        assertThat(passkeys.remove(actor, registered(actor, new SoftAuthenticator())))
                .as("the password is left")
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void of_the_last_two_keys_removed_at_once_one_stays() throws Exception {
        for (int round = 0; round < 10; round++) {
            var owner = somebody();
            var one = registered(owner, new SoftAuthenticator());
            var other = registered(owner, new SoftAuthenticator());
            var outcomes = atOnce(List.of(() -> passkeys.remove(owner, one), () -> passkeys.remove(owner, other)));
            assertThat(outcomes).hasAtLeastOneElementOfType(Result.Done.class);
            assertThat(passkeys.of(owner)).hasSize(1);
        }
    }

    @Test
    void one_answer_sent_many_times_at_once_signs_in_once() throws Exception {
        var key = new SoftAuthenticator();
        registered(somebody(), key);
        for (int round = 0; round < 10; round++) {
            String answer = key.get(signIns.options(BINDING));
            Callable<PasskeySignIns.Outcome> attempt = () -> signIns.attempt(BINDING, answer, "192.0.2.1");
            assertThat(atOnce(List.of(attempt, attempt, attempt, attempt)))
                    .filteredOn(PasskeySignIns.Outcome.Proven.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void a_session_ends_with_the_key_it_was_begun_with_and_none_begins_by_a_removed_one() {
        var owner = somebody();
        var id = registered(owner, new SoftAuthenticator());
        registered(owner, new SoftAuthenticator());
        String insert = """
                INSERT INTO identity.session
                    (token_hash, id, account, secret_no, begun_at, seen_at, first_factor, first_at, passkey)
                VALUES (sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), :account, 1, '2026-11-30Z', '2026-11-30Z',
                    'PASSKEY', '2026-11-30Z', :passkey)
                """;
        jdbc.sql(insert).param("account", owner.account()).param("passkey", id).update();
        jdbc.sql(insert)
                .param("account", owner.account())
                .param("passkey", null, java.sql.Types.OTHER)
                .update();
        passkeys.remove(owner, id);
        assertThat(jdbc.sql("SELECT count(*) FROM identity.session WHERE account = :account")
                        .param("account", owner.account())
                        .query(Integer.class)
                        .single())
                .as("the one by password is left")
                .isEqualTo(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(insert)
                        .param("account", owner.account())
                        .param("passkey", id)
                        .update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void a_label_is_kept_as_typed_or_refused() {
        var owner = somebody();
        var id = registered(owner, new SoftAuthenticator());
        assertThat(passkeys.label(owner, id, "  Máy ở cơ quan ")).isInstanceOf(Result.Done.class);
        assertThat(passkeys.of(owner).getFirst().label()).isEqualTo("Máy ở cơ quan");
        assertThat(passkeys.label(owner, id, "x".repeat(61))).isInstanceOf(Result.Invalid.class);
        assertThat(passkeys.label(owner, id, "a\u202Eb")).isInstanceOf(Result.Invalid.class);
        assertThat(passkeys.label(somebody(), id, "x")).isEqualTo(new Result.NotFound());
        assertThat(passkeys.register(owner, BINDING, "a\u0000b", "{}")).isInstanceOf(Result.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":1,\"response\":{\"clientDataJSON\":\"!!!\",\"attestationObject\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\",\"authenticatorData\":\"oA\",\"signature\":\"oA\"}}"
            })
    void what_is_no_answer_is_refused(String answer) {
        assertThat(passkeys.register(somebody(), BINDING, "", answer)).isEqualTo(notTaken(PasskeyRefusal.INVALID));
        assertThat(signIns.attempt(BINDING, answer, "192.0.2.1")).isEqualTo(refused(PasskeyRefusal.INVALID));
    }

    @Test
    void an_answer_broken_anywhere_breaks_nothing() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        String made = key.create(passkeys.options(owner, BINDING));
        registered(owner, key);
        String used = key.get(signIns.options(BINDING));
        int refused = 0;
        for (int at = 0; at < Math.max(made.length(), used.length()); at += 7) {
            // a name of a transport may be anything
            passkeys.register(owner, BINDING, "", broken(made, at));
            if (signIns.attempt(BINDING, broken(used, at), "192.0.2.1") instanceof PasskeySignIns.Outcome.Refused)
                refused++;
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static String broken(String text, int at) {
        if (at >= text.length()) return text.substring(0, text.length() - 1);
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = acts.stream()
                    .map(act -> threads.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            var outcomes = new java.util.ArrayList<T>();
            for (Future<T> each : all) outcomes.add(each.get());
            return outcomes;
        }
    }
}
