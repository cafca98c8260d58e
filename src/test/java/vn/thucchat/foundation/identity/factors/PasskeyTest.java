package vn.thucchat.foundation.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLogs;
import vn.thucchat.foundation.identity.accounts.IdentityTest;
import vn.thucchat.foundation.pages.Result;

/** Base of tests of passkeys on the database alone. */
abstract class PasskeyTest extends IdentityTest {

    static final String BINDING = "the session";
    static final RelyingParty SITE = new RelyingParty("http://localhost:8080", "");

    /** What people were told: whom, and of what. */
    final List<String> told = new ArrayList<>();

    PasskeyStore store;
    Challenges challenges;
    Passkeys passkeys;
    PasskeySignIns signIns;

    @BeforeAll
    void wireFactors() {
        store = new PasskeyStore(jdbc);
        challenges = new Challenges(
                new Seal(Base64.getEncoder().encodeToString(new byte[32])), new ChallengeStore(jdbc), clock);
        passkeys = passkeys(SITE);
        signIns = signIns(SITE);
    }

    Passkeys passkeys(RelyingParty site) {
        return new Passkeys(
                site,
                challenges,
                new PasskeyVerifier(site),
                store,
                accounts,
                log,
                (account, kind, key, arguments, link) -> told.add(account + " " + kind),
                transactions,
                clock);
    }

    PasskeySignIns signIns(RelyingParty site) {
        return new PasskeySignIns(
                site,
                challenges,
                new PasskeyVerifier(site),
                store,
                accounts,
                log,
                AccessLogs.refusals(log, clock),
                transactions,
                clock);
    }

    Result register(Actor actor, SoftAuthenticator key) {
        return passkeys.register(actor, BINDING, "Điện thoại", key.create(passkeys.options(actor, BINDING)));
    }

    /** The id of a key that somebody has made. */
    UUID registered(Actor actor, SoftAuthenticator key) {
        assertThat(register(actor, key)).as("premise").isInstanceOf(Result.Done.class);
        return passkeys.of(actor).getLast().id();
    }

    PasskeySignIns.Outcome signIn(SoftAuthenticator key) {
        return signIns.attempt(BINDING, key.get(signIns.options(BINDING)), "192.0.2.1");
    }

    static PasskeySignIns.Outcome refused(PasskeyRefusal why) {
        return new PasskeySignIns.Outcome.Refused(why);
    }

    static Result notTaken(PasskeyRefusal why) {
        return new Result.Refused(why.key());
    }

    int lines(Actor actor, String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND account = :account")
                .param("action", action)
                .param("account", actor.account())
                .query(Integer.class)
                .single();
    }
}
