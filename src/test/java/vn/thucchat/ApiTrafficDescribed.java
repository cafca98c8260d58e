package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.ApiContract;
import vn.thucchat.testing.ApiTraffic;

/** Runs after all other tests (phase {@code verify}): what the API answered in any of them is as its description says. */
@NullMarked
class ApiTrafficDescribed {

    @Test
    void every_answer_of_the_run_is_as_the_description_says() throws Exception {
        var contract = new ApiContract(ApiTraffic.description());
        var answers = ApiTraffic.answers();
        assertThat(answers).as("the premise: there was traffic").hasSizeGreaterThan(50);
        assertThat(answers.stream()
                        // what mail programs call is described by RFC 8058; that a session lacks its second factor is
                        // said
                        // on every route alike, and tried on every route by ProofRoutesTests
                        .filter(answer -> !answer.path().startsWith("/api/v1/one-click/"))
                        .filter(answer ->
                                answer.status() != 403 || !answer.body().contains("xác thực thứ hai"))
                        .flatMap(answer -> contract.faults(answer).stream())
                        .distinct())
                .isEmpty();
    }
}
