package vn.thucchat.foundation.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.data.client.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Result;

class RelyingPartyTests extends PasskeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            https://so.thainguyen.gov.vn      | -                  | so.thainguyen.gov.vn | true
            https://So.ThaiNguyen.gov.vn:8443 | -                  | so.thainguyen.gov.vn | true
            https://so.thainguyen.gov.vn      | thainguyen.gov.vn  | thainguyen.gov.vn    | true
            https://so.thainguyen.gov.vn      | other.vn           | other.vn             | false
            https://so.thainguyen.gov.vn      | nguyen.gov.vn      | nguyen.gov.vn        | false
            http://localhost:8080             | -                  | localhost            | true
            http://so.thainguyen.gov.vn       | -                  | so.thainguyen.gov.vn | false
            http://127.0.0.1:8080             | -                  | 127.0.0.1            | false
            https://10.1.2.3                  | -                  | 10.1.2.3             | false
            https://[fd00::1]                 | -                  | [fd00::1]            | false
            """)
    void the_domain_is_the_host_of_the_site_where_browsers_have_passkeys(
            String base, @org.jspecify.annotations.Nullable String named, String id, boolean usable) {
        var site = new RelyingParty(base, named == null ? "" : named);
        assertThat(site.id()).isEqualTo(id);
        assertThat(site.usable()).isEqualTo(usable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://so.thainguyen.gov.vn | https://so.thainguyen.gov.vn      | true
            https://so.thainguyen.gov.vn | https://so.thainguyen.gov.vn:443  | true
            https://so.thainguyen.gov.vn | https://so.thainguyen.gov.vn:8443 | false
            https://so.thainguyen.gov.vn | http://so.thainguyen.gov.vn       | false
            https://so.thainguyen.gov.vn | https://thainguyen.gov.vn         | false
            https://so.thainguyen.gov.vn | https://x.so.thainguyen.gov.vn    | false
            https://so.thainguyen.gov.vn | http://localhost:8080             | false
            http://localhost:8080        | http://localhost:41234            | true
            http://localhost:8080        | http://x.localhost:8080           | false
            http://localhost:8080        | http://127.0.0.1:8080             | false
            """)
    void an_answer_comes_from_a_page_of_ours(String base, String origin, boolean ours) {
        assertThat(new RelyingParty(base, "").owns(new Origin(origin))).isEqualTo(ours);
    }

    @Test
    void where_browsers_have_no_passkeys_none_is_taken() {
        var owner = somebody();
        var key = new SoftAuthenticator();
        registered(owner, key);
        var plain = new RelyingParty("http://127.0.0.1:8080", "localhost");
        assertThat(passkeys(plain).register(owner, BINDING, "", key.create(passkeys.options(owner, BINDING))))
                .isEqualTo(notTaken(PasskeyRefusal.OFF));
        assertThat(signIns(plain).attempt(BINDING, key.get(signIns.options(BINDING)), "192.0.2.1"))
                .isEqualTo(refused(PasskeyRefusal.OFF));
    }

    @Test
    void keys_of_another_domain_stop_the_start_unless_somebody_decided() {
        jdbc.sql("DELETE FROM identity.passkey").update();
        var moved = new RelyingParty("https://so.thainguyen.gov.vn", "");
        assertThatCode(() -> new RelyingPartyCheck(moved, store)).doesNotThrowAnyException();
        registered(somebody(), new SoftAuthenticator());
        assertThatCode(() -> new RelyingPartyCheck(SITE, store)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new RelyingPartyCheck(moved, store))
                .isInstanceOf(RelyingPartyCheck.Moved.class)
                .hasMessageContaining("localhost")
                .hasMessageContaining("RP_ID=so.thainguyen.gov.vn");
        var chosen = new RelyingParty("https://so.thainguyen.gov.vn", "so.thainguyen.gov.vn");
        assertThatCode(() -> new RelyingPartyCheck(chosen, store)).doesNotThrowAnyException();
    }

    @Test
    void keys_of_another_domain_are_not_the_last_way_in() {
        var owner = somebody();
        registered(owner, new SoftAuthenticator());
        var moved = passkeys(new RelyingParty("https://so.thainguyen.gov.vn", "so.thainguyen.gov.vn"));
        assertThat(moved.of(owner)).isEmpty();
        assertThat(passkeys.remove(owner, passkeys.of(owner).getFirst().id()))
                .isEqualTo(new Result.Refused("identity.keys.last"));
    }

    @Test
    void an_administrator_by_passkey_alone_is_an_administrator() {
        jdbc.sql("UPDATE identity.account SET disabled = true").update();
        var alone = somebody(grant(Roles.ADMINISTRATOR, "VN"));
        assertThat(anyAdministrator()).as("premise: nobody can sign in").isFalse();
        registered(alone, new SoftAuthenticator());
        assertThat(anyAdministrator()).isTrue();
    }
}
