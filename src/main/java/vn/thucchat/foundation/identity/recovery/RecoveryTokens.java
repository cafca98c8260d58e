package vn.thucchat.foundation.identity.recovery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;

/**
 * Makes links that nobody can make who has not the secret key, and codes that lie in no table. The link that goes on with a
 * recovery is another than the one that stops it.
 */
@Component
public class RecoveryTokens {

    private static final int CODES = 1_000_000;

    private final Seal seal;
    private final String site;

    RecoveryTokens(Seal seal, @Value("${thucchat.base-url}") String site) {
        this.seal = seal;
        this.site = site;
    }

    /** {@code /recover/0198c1…/7KQM2XVAPN4D…} */
    public String path(UUID recovery) {
        return "/recover/" + recovery + "/" + seal.mark(recovery.toString(), "recovery");
    }

    public String stopPath(UUID recovery) {
        return "/stop-recovery/" + recovery + "/" + seal.mark(recovery.toString(), "stop recovery");
    }

    /** The whole address, for a code that a telephone reads. */
    public String address(String path) {
        return site + path;
    }

    public boolean validContinueMark(UUID recovery, String mark) {
        return same(mark, seal.mark(recovery.toString(), "recovery"));
    }

    public boolean validStopMark(UUID recovery, String mark) {
        return same(mark, seal.mark(recovery.toString(), "stop recovery"));
    }

    /** Six digits of a sending. */
    String code(UUID sending) {
        String hash = Sha256.hex(seal.mark(sending.toString(), "recovery code sent"));
        return "%06d".formatted(Long.parseLong(hash.substring(0, 15), 16) % CODES);
    }

    boolean code(UUID sending, String typed) {
        return same(typed.replaceAll("[\\s-]", ""), code(sending));
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
