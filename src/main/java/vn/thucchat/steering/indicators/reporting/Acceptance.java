package vn.thucchat.steering.indicators.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Makes statements count: each takes the place of the statement that held before and is proven by facts, which correct
 * those of the other (receipts, ADR 009). The one way by which a stated number gets into a figure.
 */
@Component
class Acceptance {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final StatementStore statements;
    private final Facts facts;
    private final InstantSource clock;

    Acceptance(StatementStore statements, Facts facts, InstantSource clock) {
        this.statements = statements;
        this.facts = facts;
        this.clock = clock;
    }

    @Configuration
    static class Kinds {
        /** A number that a unit stated: one fact for the value, or two for numerator and denominator. */
        @Bean
        FactKind statedKind() {
            return new FactKind(
                            UnitStatements.FACT,
                            Set.of("indicator", "period", "part"),
                            false,
                            "millionths",
                            FactKind.Disclosure.OPEN,
                            id -> "/statements/" + id)
                    .with("part", List.of("value", "numerator", "denominator"))
                    .asReceipt();
        }
    }

    /** Lines of accepted submissions, stored already; at most one for an indicator, unit, period and kind of data. */
    @Transactional(propagation = Propagation.MANDATORY)
    void accept(List<Statement> lines) {
        accept(lines, clock.instant());
    }

    /** @param now when they were accepted, which may be long ago for what is taken over */
    @Transactional(propagation = Propagation.MANDATORY)
    void accept(List<Statement> lines, Instant now) {
        if (lines.isEmpty()) return;
        Map<Key, Statement> before = holding(lines);
        Map<UUID, Map<String, UUID>> factsBefore = factsOf(before.values());
        var replaced =
                lines.stream().filter(line -> before.containsKey(Key.of(line))).toList();
        var old = replaced.stream()
                .map(line -> java.util.Objects.requireNonNull(before.get(Key.of(line)))
                        .id())
                .toList();
        if (!old.isEmpty())
            statements.supersede(old, replaced.stream().map(Statement::id).toList());
        statements.accept(lines, now);

        var recorded = new ArrayList<Fact>();
        var links = new ArrayList<UnitStatements.Receipt>();
        for (Statement line : lines) {
            Statement previous = before.get(Key.of(line));
            Map<String, UUID> left =
                    new HashMap<>(previous == null ? Map.of() : factsBefore.getOrDefault(previous.id(), Map.of()));
            parts(line).forEach((part, number) -> {
                Fact fact = fact(line, part, 1, millionths(number), left.remove(part), now);
                recorded.add(fact);
                links.add(new UnitStatements.Receipt(line.id(), part, fact.id().value()));
            });
            // A part that the new statement no longer has is void from now on.
            left.forEach((part, fact) -> recorded.add(fact(line, part, 0, 0, fact, now)));
        }
        facts.record(recorded);
        statements.insertFacts(links);
    }

    private Map<Key, Statement> holding(List<Statement> lines) {
        var units = new HashSet<UnitCode>();
        var periods = new HashSet<Period>();
        lines.forEach(line -> {
            units.add(line.unit());
            periods.add(line.period());
        });
        var holding = new HashMap<Key, Statement>();
        for (Statement statement : statements.holding(units, periods, null)) holding.put(Key.of(statement), statement);
        return holding;
    }

    private Map<UUID, Map<String, UUID>> factsOf(java.util.Collection<Statement> before) {
        var facts = new HashMap<UUID, Map<String, UUID>>();
        if (!before.isEmpty())
            for (var link : statements.facts(before.stream().map(Statement::id).toList()))
                facts.computeIfAbsent(link.statement(), id -> new HashMap<>()).put(link.part(), link.fact());
        return facts;
    }

    private static Map<String, BigDecimal> parts(Statement line) {
        var parts = new LinkedHashMap<String, BigDecimal>();
        if (line.value() != null) parts.put("value", line.value());
        if (line.numerator() != null) parts.put("numerator", line.numerator());
        if (line.denominator() != null) parts.put("denominator", line.denominator());
        return parts;
    }

    private Fact fact(Statement line, String part, long count, long amount, @Nullable UUID corrects, Instant now) {
        return new Fact(
                new FactId(Ids.next(clock)),
                UnitStatements.FACT,
                line.unit(),
                day(line),
                now,
                null,
                Map.of("indicator", line.indicator(), "period", line.period().code(), "part", part),
                count,
                amount,
                line.provenance(),
                line.synthetic(),
                line.id(),
                corrects == null ? null : new FactId(corrects));
    }

    /** The business day: the one it speaks of, within the period that it is for. */
    private static LocalDate day(Statement line) {
        LocalDate day = line.asOf().isAfter(line.period().to()) ? line.period().to() : line.asOf();
        return day.isBefore(line.period().from()) ? line.period().from() : day;
    }

    private static long millionths(BigDecimal number) {
        return number.multiply(MILLION).longValueExact();
    }

    private record Key(UnitCode unit, String indicator, Period period, boolean synthetic) {
        static Key of(Statement it) {
            return new Key(it.unit(), it.indicator(), it.period(), it.synthetic());
        }
    }
}
