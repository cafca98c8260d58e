package vn.thucchat.foundation.identity.factors;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where passkeys were made for another domain than the site has now: browsers would offer them to nobody,
 * and whoever has nothing else could not sign in. Who names {@code RP_ID} has decided.
 */
@Component
@DependsOnDatabaseInitialization
class RelyingPartyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RelyingPartyCheck.class);

    /** The site has moved away from its passkeys. */
    static final class Moved extends RuntimeException {
        Moved(String now, List<String> before) {
            super("""
                    Ở đây có khóa truy cập (passkey) làm cho tên miền %1$s, còn BASE_URL nay là %2$s: không khóa nào dùng được nữa. Hãy đặt lại BASE_URL như trước, hoặc đặt RP_ID=%1$s nếu trang chuyển đến tên miền con của nó. Nếu đã chuyển hẳn, RP_ID=%2$s chạy tiếp; ai chỉ có khóa cũ thì không đăng nhập được.
                    Passkeys here were made for the domain %1$s, and BASE_URL is at %2$s now: none of them works any more. Set BASE_URL as before, or RP_ID=%1$s when the site moved to a subdomain of it. If it has moved for good, RP_ID=%2$s goes on; who has nothing but an old key cannot sign in.
                    """.formatted(String.join(", ", before), now));
        }
    }

    /** Says what to do, instead of a trace of the start. */
    static final class Analyzer extends AbstractFailureAnalyzer<Moved> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, Moved cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
        }
    }

    RelyingPartyCheck(RelyingParty site, PasskeyStore store) {
        List<String> others = store.otherDomains(site.id());
        if (others.isEmpty()) return;
        if (!site.chosen()) throw new Moved(site.id(), others);
        LOG.warn("Passkeys made for {} do not work at {} (RP_ID)", String.join(", ", others), site.id());
    }
}
