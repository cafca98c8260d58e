package vn.thucchat.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.signing.SignatureVerifier;
import vn.thucchat.foundation.signing.Verification.Reason;
import vn.thucchat.foundation.signing.Verification.Verdict;
import vn.thucchat.testing.DemonstrationTest;
import vn.thucchat.testing.Visitor;

/** The signed paper of the demonstration and its altered copy are what they are called. */
@DemonstrationTest
@NullMarked
class SigningStepsTests {

    @Autowired
    SigningSteps steps;

    @Autowired
    SignedSamples samples;

    @Autowired
    SignatureVerifier verifier;

    @Autowired
    MockMvc mvc;

    private byte[] downloaded(String name) throws Exception {
        var answer = new Visitor(mvc, Actor.STRANGER).open(SignedSamples.PATH + name + ".pdf");
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    @Test
    void one_is_intact_and_one_is_altered_and_both_are_called_synthetic() throws Exception {
        assertThat(samples.samples()).hasSize(2);
        var good = verifier.verify(downloaded("good"));
        assertThat(good.verdict()).isEqualTo(Verdict.INTACT_AND_TRUSTED);
        assertThat(good.signatures())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.reasons()).containsExactly(Reason.SYNTHETIC));
        var altered = verifier.verify(downloaded("altered"));
        assertThat(altered.verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(new Visitor(mvc, Actor.STRANGER)
                        .open(SignedSamples.PATH + "root.pdf")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nobody_believes_it_while_the_demonstration_is_off() throws Exception {
        byte[] good = downloaded("good");
        steps.off();
        assertThat(verifier.verify(good).verdict()).isEqualTo(Verdict.UNTRUSTED);
        steps.on();
        assertThat(verifier.verify(good).verdict()).isEqualTo(Verdict.INTACT_AND_TRUSTED);
    }
}
