package vn.thucchat.foundation.rollups;

import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.facts.Fact;

/** Puts facts that state how things stand straight into the roll-ups. */
public final class StateFixture {

    private StateFixture() {}

    public static void put(JdbcClient jdbc, Fact... facts) {
        var states = new HashMap<RollUpState.Key, RollUpState>();
        for (Fact fact : facts) states.put(RollUpState.Key.of(fact), new RollUpState(fact.at(), fact.amount()));
        new RollUpCellStore(jdbc).put(states);
    }
}
