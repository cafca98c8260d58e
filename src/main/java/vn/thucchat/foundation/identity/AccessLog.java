package vn.thucchat.foundation.identity;

import org.springframework.stereotype.Service;

/** Who did what, append-only, written in the transaction of the act. */
@Service
public class AccessLog {

    /**
     * @param action a verb in the past tense after the module: {@code indicators.figure-published}
     * @param object what it was done to, as a path of this site or a code
     * @param detail what else an auditor needs, in plain words; no personal data
     */
    public void record(Actor actor, String action, String object, String detail) {
        throw new UnsupportedOperationException();
    }
}
