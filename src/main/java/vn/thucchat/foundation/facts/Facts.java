package vn.thucchat.foundation.facts;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** The log: append in your own transaction, read by position. */
@Service
public class Facts {

    /** Appends one fact in the caller's transaction; without one it throws. */
    public void record(Fact fact) {
        record(List.of(fact));
    }

    /** Appends facts in the caller's transaction, in one statement. */
    public void record(Collection<Fact> facts) {
        throw new UnsupportedOperationException();
    }
}
