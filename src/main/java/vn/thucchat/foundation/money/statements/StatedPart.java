package vn.thucchat.foundation.money.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.Statement;
import vn.thucchat.foundation.money.formats.StatementFault;
import vn.thucchat.foundation.money.formats.StatementLine;

/**
 * The statements of one account in a file that follow each other without a gap: pages, or day after day. Days between two
 * parts are not stated.
 */
record StatedPart(List<Statement> statements) {

    StatedPart {
        statements = List.copyOf(statements);
    }

    /** Parts in the order of their days; those without a day are left out. */
    static List<StatedPart> of(List<Statement> statements) {
        List<Statement> dated = statements.stream()
                .filter(statement -> statement.days().findAny().isPresent())
                .sorted(Comparator.comparing(StatedPart::first))
                .toList();
        var parts = new ArrayList<StatedPart>();
        var following = new ArrayList<Statement>();
        LocalDate until = LocalDate.MIN;
        for (Statement statement : dated) {
            boolean follows = !following.isEmpty()
                    && following.getFirst().complete() == statement.complete()
                    && !first(statement).isAfter(until.plusDays(1));
            if (!follows && !following.isEmpty()) {
                parts.add(new StatedPart(following));
                following.clear();
            }
            LocalDate last = last(statement);
            until = follows && until.isAfter(last) ? until : last;
            following.add(statement);
        }
        if (!following.isEmpty()) parts.add(new StatedPart(following));
        return parts;
    }

    LocalDate first() {
        return statements.stream()
                .map(StatedPart::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    LocalDate last() {
        return statements.stream()
                .map(StatedPart::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean complete() {
        return statements.getFirst().complete();
    }

    List<StatementLine> lines() {
        return statements.stream().flatMap(s -> s.lines().stream()).toList();
    }

    Stream<StatementFault> notes() {
        return statements.stream().flatMap(s -> s.notes().stream());
    }

    @Nullable
    Long openingVnd() {
        return statements.getFirst().openingVnd();
    }

    @Nullable
    Long closingVnd() {
        return statements.getLast().closingVnd();
    }

    /** Đồng by which the balances changed more than the lines say, from the first opening to the last closing one. */
    @Nullable
    Long unexplainedVnd() {
        Long opening = openingVnd();
        Long closing = closingVnd();
        if (opening == null || closing == null) return null;
        return closing
                - opening
                - lines().stream().mapToLong(StatementLine::signedVnd).sum();
    }

    private static LocalDate first(Statement statement) {
        return statement.days().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDate last(Statement statement) {
        return statement.days().max(Comparator.naturalOrder()).orElseThrow();
    }
}
