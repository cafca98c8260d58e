package vn.thucchat.foundation.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Signs in by a provider over real HTTP that misbehaves in every way that the protocol knows. */
@ApplicationTest
class UpstreamClientTests {

    @Autowired
    UpstreamClient client;

    @Autowired
    MovableClock clock;

    private Misbehaving upstream;
    private UpstreamProvider provider;
    private SignInAttempt attempt;

    @BeforeEach
    void begin() throws IOException {
        upstream = new Misbehaving(clock);
        provider = upstream.provider();
        attempt = client.attempt(provider, "/work", false);
        upstream.nonce = attempt.nonce();
    }

    @AfterEach
    void end() {
        upstream.close();
        clock.moveTo(TestTime.now());
    }

    private UpstreamIdentity answer(String parameters) throws UpstreamException {
        return client.identity(provider, attempt, URI.create("http://here/callback?" + parameters));
    }

    private String good(String code) {
        return "code=" + code + "&state=" + attempt.state() + "&iss="
                + URLEncoder.encode(upstream.address(), StandardCharsets.UTF_8);
    }

    private UpstreamIdentity signIn() throws UpstreamException {
        return answer(good(UUID.randomUUID().toString()));
    }

    private UpstreamFault fault(String parameters) {
        return catchThrowableOfType(UpstreamException.class, () -> answer(parameters))
                .fault();
    }

    private UpstreamFault fault() {
        return fault(good(UUID.randomUUID().toString()));
    }

    @Test
    void the_browser_is_sent_with_state_nonce_and_challenge() throws Exception {
        String address = client.address(provider, attempt).toString();
        assertThat(address)
                .startsWith(upstream.address() + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "state=" + attempt.state())
                .contains("nonce=" + attempt.nonce())
                .doesNotContain(attempt.verifier());
        assertThat(client.address(provider, client.attempt(provider, "/", true)).toString())
                .contains("prompt=login", "max_age=0");
        assertThat(upstream.discoveries).as("kept").hasValue(1);
    }

    @Test
    void a_person_is_read_by_the_configured_names_and_levels() throws Exception {
        UpstreamIdentity who = signIn();
        assertThat(who.number()).isEqualTo("000188000099");
        assertThat(who.born()).isEqualTo(LocalDate.of(1988, 4, 12));
        assertThat(who.factor()).isEqualTo(Factor.UPSTREAM_TWO_FACTORS);
        assertThat(who.toString()).doesNotContain("Ma", "0001");
        upstream.claims.put("acr", "1");
        upstream.claims.put("birthdate", "12/04/1988");
        assertThat(signIn().factor()).isEqualTo(Factor.UPSTREAM);
    }

    @Test
    void who_is_asked_again_has_proven_it_since_then() throws Exception {
        attempt = client.attempt(provider, "/work", true);
        upstream.nonce = attempt.nonce();
        assertThat(fault()).as("says nothing of it").isEqualTo(UpstreamFault.NOT_FRESH);
        Instant begun = attempt.begun().truncatedTo(ChronoUnit.SECONDS);
        upstream.claims.put("auth_time", begun.minusSeconds(90).getEpochSecond());
        assertThat(fault()).as("a session of before").isEqualTo(UpstreamFault.NOT_FRESH);
        clock.moveTo(clock.instant().plusSeconds(120));
        Instant then = begun.plusSeconds(100);
        upstream.claims.put("auth_time", then.getEpochSecond());
        assertThat(signIn().provenAt()).isEqualTo(then);
    }

    @Test
    void a_first_sign_in_is_as_old_as_the_provider_says() throws Exception {
        Instant now = clock.instant();
        assertThat(signIn().provenAt()).as("it says nothing").isBetween(now, now.plusSeconds(60));
        Instant before = clock.instant().minusSeconds(7200).truncatedTo(ChronoUnit.SECONDS);
        upstream.claims.put("auth_time", before.getEpochSecond());
        assertThat(signIn().provenAt()).isEqualTo(before);
        upstream.claims.put("auth_time", clock.instant().plusSeconds(7200).getEpochSecond());
        assertThat(signIn().provenAt()).as("not in the future").isBetween(now, now.plusSeconds(60));
        upstream.claims.put("auth_time", "yesterday");
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
    }

    @Test
    void what_no_person_has_is_refused_and_what_is_long_is_cut() throws Exception {
        for (String born : new String[] {"1899-12-31", "2999-01-01", "1988-13-01", "tomorrow"}) {
            upstream.claims.put("birthdate", born);
            assertThat(fault()).as(born).isEqualTo(UpstreamFault.NUMBER_MISSING);
        }
        upstream.claims.put("birthdate", "1988-04-12");
        for (String name : new String[] {"", "  ", "\u0000\n"}) {
            upstream.claims.put("name", name);
            assertThat(fault()).isEqualTo(UpstreamFault.NUMBER_MISSING);
        }
        upstream.claims.put("name", "Ma ".repeat(200));
        assertThat(signIn().name()).hasSizeBetween(100, 120).startsWith("Ma Ma");
        upstream.withoutIdToken = true;
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
    }

    @Test
    void a_tax_code_that_names_no_organisation_is_a_person_s() throws Exception {
        upstream.claims.put("tax_code", "4600000024");
        assertThat(signIn().organisation()).isEmpty();
        assertThat(signIn().name()).isEqualTo("Ma Thị Thử");
        upstream.claims.put("organisation_name", "Hộ kinh doanh thử");
        upstream.claims.put("tax_code", "000188000099");
        assertThat(signIn().organisation()).as("the person's own number").isEmpty();
    }

    @Test
    void the_least_level_is_one_or_two() {
        for (int level : new int[] {0, 3})
            assertThat(catchThrowableOfType(
                            IllegalStateException.class,
                            () -> new ConfiguredUpstream("https://a.example", "id", "s", "VNeID", "", "1=1", level)))
                    .hasMessageContaining("VNEID_LEAST_LEVEL");
    }

    @Test
    void an_organisation_is_known_by_its_tax_code() throws Exception {
        upstream.claims.put("tax_code", "4600000024");
        upstream.claims.put("organisation_name", "Công ty thử");
        upstream.claims.remove("citizen_pid");
        assertThat(signIn().organisation()).isEqualTo("4600000024");
        assertThat(signIn().name()).isEqualTo("Công ty thử");
        upstream.claims.put("tax_code", "46'--");
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
    }

    @Test
    void what_is_missing_or_too_low_is_said() {
        upstream.claims.remove("citizen_pid");
        assertThat(fault()).isEqualTo(UpstreamFault.NUMBER_MISSING);
        upstream.claims.put("citizen_pid", "12");
        assertThat(fault()).isEqualTo(UpstreamFault.NUMBER_MISSING);
        upstream.claims.put("acr", "0");
        assertThat(fault()).isEqualTo(UpstreamFault.LEVEL_LOW);
        upstream.claims.remove("acr");
        assertThat(fault()).isEqualTo(UpstreamFault.LEVEL_LOW);
    }

    @Test
    void a_code_is_redeemed_once() throws Exception {
        String code = good("once");
        answer(code);
        assertThat(fault(code)).isEqualTo(UpstreamFault.CODE_USED);
    }

    @Test
    void an_answer_of_another_attempt_or_issuer_is_not_taken() {
        assertThat(fault("code=x&state=other")).isEqualTo(UpstreamFault.EXPIRED);
        assertThat(fault("code=x&state=" + attempt.state() + "&iss=https%3A%2F%2Fevil.example"))
                .isEqualTo(UpstreamFault.INVALID);
        assertThat(fault("code=x&state=" + attempt.state()))
                .as("it says that it names itself")
                .isEqualTo(UpstreamFault.INVALID);
        assertThat(fault("nothing=here")).isEqualTo(UpstreamFault.EXPIRED);
        String issuer = good("x").replaceAll(".*iss=", "");
        assertThat(fault("error=access_denied&state=" + attempt.state() + "&iss=" + issuer))
                .isEqualTo(UpstreamFault.DENIED);
        assertThat(fault("error=server_error&state=" + attempt.state() + "&iss=" + issuer))
                .isEqualTo(UpstreamFault.DOWN);
    }

    @Test
    void a_token_for_another_nonce_audience_party_or_key_is_not_taken() {
        upstream.nonce = "another";
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
        upstream.nonce = attempt.nonce();
        upstream.audience = "somebody else";
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
        upstream.audience = "us";
        upstream.claims.put("azp", "somebody else");
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
        upstream.claims.remove("azp");
        upstream.published = upstream.key;
        upstream.key = Misbehaving.fresh();
        assertThat(fault()).isEqualTo(UpstreamFault.INVALID);
    }

    @Test
    void a_new_key_is_fetched_when_a_token_names_it() throws Exception {
        signIn();
        upstream.key = Misbehaving.fresh();
        assertThat(signIn().subject()).isEqualTo("s");
    }

    @Test
    void clocks_may_differ_by_a_minute() throws Exception {
        upstream.issued = clock.instant().plusSeconds(50);
        signIn();
        upstream.issued = clock.instant().plusSeconds(90);
        assertThat(fault()).isEqualTo(UpstreamFault.CLOCK);
        upstream.issued = clock.instant().minusSeconds(300 + 50);
        signIn();
        upstream.issued = clock.instant().minusSeconds(300 + 90);
        assertThat(fault()).isEqualTo(UpstreamFault.CLOCK);
    }

    @Test
    void a_provider_that_is_down_is_said_to_be() throws Exception {
        upstream.tokenStatus = 503;
        assertThat(fault()).isEqualTo(UpstreamFault.DOWN);
        upstream.tokenStatus = 200;
        signIn();
        upstream.down = true;
        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(client.address(provider, attempt)).as("the old document").isNotNull();
        upstream.close();
        assertThat(fault()).isEqualTo(UpstreamFault.DOWN);
    }

    @Test
    void a_document_of_another_issuer_is_none() {
        upstream.issuer = "https://evil.example";
        assertThat(fault()).isEqualTo(UpstreamFault.DOWN);
    }
}
