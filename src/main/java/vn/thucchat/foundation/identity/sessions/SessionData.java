package vn.thucchat.foundation.identity.sessions;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** The sessions of a person that go on. Closing the account ends them; those that ended are swept by night. */
@Component
record SessionData(SessionStore sessions, SessionLimits limits, InstantSource clock) implements PersonalDataSource {

    private static final int MOST = 1_000;

    @Override
    public String purpose() {
        return SessionPurposes.SESSION;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        var now = clock.instant();
        return sessions
                .open(
                        account,
                        limits.seenBefore(now),
                        limits.begunBefore(now),
                        OpenSessions.LAST,
                        OpenSessions.LAST_ID,
                        MOST)
                .stream()
                .map(session -> PersonalRecord.of(
                        "at", session.begunAt(), "kind", session.browser(), "address", session.network()))
                .toList();
    }
}
