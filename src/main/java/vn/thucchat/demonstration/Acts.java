package vn.thucchat.demonstration;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;

/** Invented acts, which exist as facts only. */
@Service
public class Acts {

    /** A commune does not see as many acts of a kind in a day. */
    private static final int OF_A_DAY = 500;

    private final Facts facts;
    private final InstantSource clock;

    Acts(Facts facts, InstantSource clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** The number that all chance begins from. */
    public static long seed() {
        return Draw.SEED;
    }

    /** The act of an id; empty when nobody invented it. */
    public Optional<Fact> find(UUID id) {
        return ActId.read(id).flatMap(said -> {
            LocalDate day = BusinessTime.day(said.at());
            // further off than the log goes: such a day would be an error there
            if (day.getYear() < 2021 || day.isAfter(BusinessTime.day(clock.instant()))) return Optional.empty();
            var query = Evidence.Query.of(
                    List.of(new Evidence.Selector(said.kind(), Map.of())),
                    List.of(said.unit()),
                    day,
                    day,
                    Set.of(true),
                    null,
                    OF_A_DAY);
            return facts.find(query).facts().stream()
                    .map(Evidence.Entry::fact)
                    .filter(fact -> fact.evidence().equals(id))
                    .findFirst();
        });
    }
}
