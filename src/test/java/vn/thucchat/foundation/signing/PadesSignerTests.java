package vn.thucchat.foundation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.thucchat.foundation.signing.SigningSamples.HTTP;
import static vn.thucchat.foundation.signing.SigningSamples.PERSON;
import static vn.thucchat.foundation.signing.SigningSamples.SIGNER;
import static vn.thucchat.foundation.signing.SigningSamples.VERIFIER;
import static vn.thucchat.foundation.signing.SigningSamples.latin;
import static vn.thucchat.foundation.signing.SigningSamples.paper;
import static vn.thucchat.foundation.signing.SigningSamples.signed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.http.client.InetAddressFilter;
import vn.thucchat.foundation.signing.DevelopmentAuthority.Misbehaviour;
import vn.thucchat.foundation.signing.PadesSigner.Lasting;
import vn.thucchat.foundation.signing.Verification.Reason;
import vn.thucchat.foundation.signing.Verification.Verdict;
import vn.thucchat.testing.TestTime;

@NullMarked
class PadesSignerTests {

    private static void refused(DevelopmentAuthority authority, SigningKey key, SigningException.Cause why) {
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() ->
                        PadesSigner.of(authority, HTTP, TestTime.CLOCK).sign(paper("x"), key, "Thử", Lasting.B_LT))
                .satisfies(failure -> assertThat(failure.why()).isEqualTo(why));
    }

    @Test
    void a_signature_can_be_made_to_be_renewed() throws SigningException {
        var found = VERIFIER.verify(SIGNER.sign(signed(PERSON), SigningSamples.AGENCY, "Thử", Lasting.B_LTA));
        assertThat(found.verdict()).isEqualTo(Verdict.INTACT_AND_TRUSTED);
        assertThat(found.signatures().getLast().level()).isEqualTo("B-LTA");
    }

    @Test
    void nothing_is_signed_while_an_authority_is_down_or_lies() {
        try (var authority = new DevelopmentAuthority("CA hỏng", TestTime.CLOCK)) {
            SigningKey key = authority.issue("Ai đó", "");
            authority.misbehave(Misbehaviour.DOWN);
            refused(authority, key, SigningException.Cause.STAMP);
            authority.misbehave(Misbehaviour.WRONG_NONCE);
            refused(authority, key, SigningException.Cause.STAMP);
            authority.misbehave(Misbehaviour.NO_REVOCATION_DATA);
            refused(authority, key, SigningException.Cause.REVOCATION);
            authority.misbehave(Misbehaviour.EXPIRED_STAMP);
            refused(authority, key, SigningException.Cause.REVOCATION);
            authority.misbehave();
            authority.revoke(key.certificate());
            refused(authority, key, SigningException.Cause.REVOCATION);
        }
    }

    @Test
    void a_certificate_that_has_ended_signs_nothing() {
        Instant now = TestTime.now();
        SigningKey ended = SigningSamples.AUTHORITY.issue(
                "Đã hết hạn", "", now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> SIGNER.sign(paper("x"), ended, "Thử", Lasting.B_LT));
    }

    /** What was signed before a certificate was revoked or ended stays good: the proof is in the file. */
    @Test
    void a_later_revocation_changes_nothing_about_what_was_signed_before() throws SigningException {
        try (var authority = new DevelopmentAuthority("CA sau", TestTime.CLOCK)) {
            SigningKey key = authority.issue("Người nghỉ việc", "");
            byte[] before = PadesSigner.of(authority, HTTP, TestTime.CLOCK).sign(paper("x"), key, "Thử", Lasting.B_LT);
            authority.revoke(key.certificate());
            authority.misbehave(Misbehaviour.DOWN);
            var verifier = new SignatureVerifier(
                    new Authorities(() -> List.of(authority.root()), HTTP, InetAddressFilter.all()),
                    _ -> false,
                    TestTime.CLOCK);
            assertThat(verifier.verify(before).verdict()).isEqualTo(Verdict.INTACT_AND_TRUSTED);
        }
    }

    @Test
    void the_key_of_the_environment_signs_from_a_file(@TempDir Path folder) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "so", PERSON.key(), "mật".toCharArray(), PERSON.chain().toArray(Certificate[]::new));
        Path file = folder.resolve("key.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "mật".toCharArray());
        }
        var settings = SigningSettings.read(Map.of(
                "SIGNING_PKCS12",
                file.toString(),
                "SIGNING_PKCS12_PASSWORD",
                "mật",
                "SIGNING_TSA",
                SigningSamples.AUTHORITY.stamps().toString()));
        var authorities =
                new Authorities(() -> List.of(SigningSamples.AUTHORITY.root()), HTTP, InetAddressFilter.all());
        var signer = new AgencySigner(settings, authorities, TestTime.CLOCK);
        assertThat(signer.status())
                .hasValueSatisfying(status -> assertThat(status.name()).isEqualTo("Trần Thị Ký"));
        assertThat(VERIFIER.verify(signer.sign(paper("x"), "Thử", Lasting.B_LT)).verdict())
                .isEqualTo(Verdict.INTACT_AND_TRUSTED);
        assertThat(new AgencySigner(
                                new SigningSettings(new SigningSettings.Place(file, -1, "", "sai"), settings.stamps()),
                                authorities,
                                TestTime.CLOCK)
                        .status())
                .isEmpty();
        var none = new AgencySigner(SigningSettings.read(Map.of()), authorities, TestTime.CLOCK);
        assertThat(none.named()).isFalse();
        assertThatExceptionOfType(SigningException.class)
                .isThrownBy(() -> none.sign(paper("x"), "Thử", Lasting.B_LT))
                .satisfies(failure -> assertThat(failure.passing()).isFalse());
    }

    @Test
    void another_reader_agrees_about_what_is_intact_and_what_was_altered(@TempDir Path folder) throws Exception {
        byte[] good = signed(PERSON, SigningSamples.AGENCY);
        assertThat(pdfsig(folder, good))
                .contains("Signer Certificate Common Name: Trần Thị Ký", "ETSI.CAdES.detached")
                .containsOnlyOnce("Signature #2")
                .doesNotContain("Invalid", "mismatch");
        byte[] altered = good.clone();
        altered[latin(good).indexOf("stream") + 20] ^= 1;
        assertThat(VERIFIER.verify(altered).signatures().getFirst().reasons()).contains(Reason.CONTENT_CHANGED);
        assertThat(pdfsig(folder, altered)).contains("Digest Mismatch");
    }

    private static String pdfsig(Path folder, byte[] pdf) throws IOException, InterruptedException {
        Path file = folder.resolve("paper.pdf");
        Files.write(file, pdf);
        var process = new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true);
        process.environment().put("LC_ALL", "C.UTF-8");
        var running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return said;
    }
}
