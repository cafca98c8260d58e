package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/**
 * Records a fact for each notice that a channel delivered or could not deliver: medium, whether it arrived, how soon. No
 * fact is recorded of a notice that its recipient opened in the application before, or that had lost its point.
 */
@Component
class NoticeFacts {

    static final String ENDED = "notice.ended";
    private static final Duration FAST = Duration.ofMinutes(5);
    private static final Duration MEDIUM_FAST = Duration.ofHours(1);

    private final Facts facts;
    private final Accounts accounts;
    private final Units units;
    private final InstantSource clock;

    NoticeFacts(Facts facts, Accounts accounts, Units units, InstantSource clock) {
        this.facts = facts;
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    @Bean
    static FactKind noticeEnded() {
        return new FactKind(
                        ENDED,
                        Set.of("medium", "arrived", "within"),
                        false,
                        "",
                        FactKind.Disclosure.RESTRICTED,
                        notice -> "/admin/notices/" + notice)
                .with("medium", Arrays.stream(Medium.values()).map(Medium::name).toList())
                .with("arrived", List.of("yes", "no"))
                .with("within", List.of("minutes", "hour", "later"));
    }

    /** Records the end of a notice that a channel took, or that none took. */
    void ended(Notice notice, Notice.State state, Instant now) {
        if (state != Notice.State.SENT && state != Notice.State.UNREACHED) return;
        Duration took = Duration.between(notice.createdAt(), now);
        String within = took.compareTo(FAST) <= 0 ? "minutes" : took.compareTo(MEDIUM_FAST) <= 0 ? "hour" : "later";
        province(now)
                .ifPresent(unit -> facts.record(new Fact(
                        new FactId(Ids.next(clock)),
                        ENDED,
                        unit,
                        BusinessTime.day(now),
                        now,
                        notice.account(),
                        Map.of(
                                "medium",
                                notice.medium().name(),
                                "arrived",
                                state == Notice.State.SENT ? "yes" : "no",
                                "within",
                                within),
                        1,
                        0,
                        Provenance.MEASURED,
                        accounts.find(notice.account())
                                .filter(Account::synthetic)
                                .isPresent(),
                        notice.id(),
                        null)));
    }

    /** Takes back that a notice arrived: the provider says now that it did not. */
    void reopened(UUID notice, Instant sentAt) {
        Instant now = clock.instant();
        province(sentAt)
                .flatMap(unit ->
                        facts.byEvidence(ENDED, unit, BusinessTime.day(sentAt), BusinessTime.day(sentAt), notice))
                .ifPresent(said -> facts.record(said.voided(new FactId(Ids.next(clock)), now, BusinessTime.day(now))));
    }

    /** The province whose platform this is. */
    private Optional<UnitCode> province(Instant at) {
        return units.below(UnitCode.NATION, UnitKind.Level.PROVINCE, BusinessTime.day(at)).stream()
                .map(Unit::code)
                .sorted(java.util.Comparator.comparing(UnitCode::value))
                .findFirst();
    }
}
