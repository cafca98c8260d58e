package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** Clients that want to be surer of a person, or single claims: {@code acr_values} and {@code claims}. */
@NullMarked
class WantedLevelTests extends ProviderTest {

    private static final String TWO = AuthenticationContext.TWO_FACTORS;
    private static final String ONE = AuthenticationContext.ONE_FACTOR;

    private static String essential(String... values) {
        return "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + String.join("\",\"", values) + "\"]}}}";
    }

    @Test
    void a_second_factor_that_somebody_has_is_asked_for() throws Exception {
        var portal = portal();
        accounts.ensure("co.thiet.bi", "Lê Văn Cường", PASSWORD, false);
        var visitor = new HttpVisitor(port).signedIn("co.thiet.bi", PASSWORD);
        portal.code(visitor);
        // a passkey as a row: the account may go on without, and can prove more
        jdbc.sql("""
                        INSERT INTO identity.passkey (account, id, rp_id, credential_id, attested, sign_count,
                            backup_eligible, backed_up, transports, label, made_at)
                        SELECT id, gen_random_uuid(), 'localhost', sha256('key'), sha256('key'), 0,
                            false, false, '{}', 'Khóa', :at
                        FROM identity.account WHERE username = 'co.thiet.bi'
                        """).param("at", TestTime.now().atOffset(ZoneOffset.UTC)).update();
        for (String[] wish :
                List.of(new String[] {"acr_values", TWO + " " + ONE}, new String[] {"claims", essential(TWO)})) {
            assertThat(location(visitor.open(portal.authorize(wish)))).startsWith("/sign-in/second?to=");
            assertThat(answer(location(visitor.open(portal.authorize(wish[0], wish[1], "prompt", "none")))))
                    .containsEntry("error", "login_required");
        }
        assertThat(answer(location(visitor.open(portal.authorize("acr_values", ONE + " " + TWO)))))
                .as("one is enough")
                .containsKey("code");
    }

    @Test
    void what_nobody_can_give_is_told_where_it_is_essential_and_forgotten_where_it_is_a_wish() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        for (String[] values : List.of(new String[] {TWO}, new String[] {"urn:mace:incommon:iap:silver"}))
            assertThat(answer(location(visitor.open(portal.authorize("claims", essential(values))))))
                    .containsEntry("error", "unmet_authentication_requirements")
                    .containsEntry("state", "xyz &=");
        for (String[] wish : List.of(
                new String[] {"acr_values", TWO},
                new String[] {"acr_values", "urn:mace:incommon:iap:silver"},
                new String[] {"claims", essential(TWO, ONE)},
                new String[] {"claims", "{\"id_token\":{\"acr\":null,\"auth_time\":{\"essential\":true}}}"}))
            assertThat(answer(location(visitor.open(portal.authorize(wish)))))
                    .as(wish[1])
                    .containsKey("code");
    }

    @Test
    void a_single_claim_is_allowed_as_the_scope_that_brings_it() throws Exception {
        var portal = portal();
        String claims = "{\"userinfo\":{\"name\":{\"essential\":true},\"birthdate\":null}}";
        var tokens = portal.tokens(signedIn(), "scope", "openid", "claims", claims);
        var told =
                ClientProgram.json(portal.userInfo(tokens.path("access_token").asString()));
        assertThat(told.path("name").asString()).isEqualTo("Nguyễn Văn An");
        assertThat(told.has("birthdate")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "name"})
    void claims_that_cannot_be_read_are_refused(String claims) throws Exception {
        assertThat(answer(location(new HttpVisitor(port).open(portal().authorize("claims", claims)))))
                .containsEntry("error", "invalid_request");
    }
}
