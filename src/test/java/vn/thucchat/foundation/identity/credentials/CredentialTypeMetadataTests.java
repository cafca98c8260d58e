package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.testing.ApplicationTest;

/**
 * The description of a type is the same bytes in each process, since credentials carry its hash. Who changes words or claims
 * of a type writes the new hash here.
 */
@ApplicationTest
@NullMarked
class CredentialTypeMetadataTests {

    @Autowired
    CredentialTypes types;

    @Autowired
    CredentialTypeMetadata descriptions;

    @ParameterizedTest
    @CsvSource({
        "delegation, sha256-/0WEgICT7LGbPQPmP4YDuREs1s5JPKnRn6WGIpyPnzQ=",
        "market-trader, sha256-do+j4o3VC43KCPRSJK68kfqe9DLOUq4Ep70zNAJ4Iec=",
    })
    void a_description_has_one_hash(String type, String hash) {
        assertThat(descriptions.integrity(types.find(type).orElseThrow())).isEqualTo(hash);
    }
}
