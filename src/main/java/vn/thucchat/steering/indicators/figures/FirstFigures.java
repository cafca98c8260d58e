package vn.thucchat.steering.indicators.figures;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.files.FileNote;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Documents;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.reporting.HistoricalSubmissions;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;

/**
 * What a new installation starts with besides the dictionary: the figures that the report of 8 August 2022 gives of
 * nation and province, published with the words they stand in. Runs once; what is there is left alone.
 */
@Component
@Order(Indicators.LOADED + 5)
class FirstFigures implements ApplicationRunner {

    private static final String REPORT = "data/session-2022-08-08/";

    /** The time that the province's portal printed over the report. */
    private static final Instant PUBLISHED = Instant.parse("2022-08-08T09:44:00Z");

    private final Documents documents;
    private final Targets targets;
    private final HistoricalFigures historical;
    private final FigureStore figures;
    private final Files files;
    private final InstantSource clock;

    FirstFigures(
            Documents documents,
            Targets targets,
            HistoricalFigures historical,
            FigureStore figures,
            Files files,
            InstantSource clock) {
        this.documents = documents;
        this.targets = targets;
        this.historical = historical;
        this.figures = figures;
        this.files = files;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        figures.lock();
        if (!figures.periods(UnitCode.NATION).isEmpty()) return;
        report();
        plans();
    }

    /** Targets of plans that the report does not speak of. */
    private void plans() {
        for (NamedCsvRecord row : rows("data/targets.csv")) {
            Document plan = documents.keep(new Document(
                    Ids.next(clock),
                    row.getField("number"),
                    row.getField("title"),
                    row.getField("issuer"),
                    LocalDate.parse(row.getField("issued_on")),
                    null));
            targets.set(
                    Actor.PLATFORM,
                    plan,
                    List.of(new Target(
                            Ids.next(clock),
                            row.getField("indicator"),
                            new UnitCode(row.getField("unit")),
                            Period.of(row.getField("period")),
                            new BigDecimal(row.getField("value")),
                            plan,
                            "",
                            false,
                            Instant.EPOCH)));
        }
    }

    /** The report as a file, or null where files are not taken now (the virus scanner does not answer). */
    private @Nullable UUID attached() {
        return switch (files.keep(
                Actor.PLATFORM.account(), "thainguyen.gov.vn 2022-08-08.txt", text(REPORT + "report.txt"))) {
            case Keeping.Kept(FileNote note) -> note.id().value();
            case Keeping.Refused refused -> null;
        };
    }

    private static byte[] text(String resource) {
        try (var in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report() {
        UUID file = attached();
        Map<String, Document> sources = new HashMap<>();
        for (NamedCsvRecord row : rows(REPORT + "sources.csv"))
            sources.put(
                    row.getField("key"),
                    documents.keep(new Document(
                            Ids.next(clock),
                            row.getField("number"),
                            row.getField("title"),
                            row.getField("issuer"),
                            LocalDate.parse(row.getField("issued_on")),
                            file)));
        var statements = new ArrayList<Statement>();
        var submissions = new HashMap<List<Object>, Submission>();
        var planned = new HashMap<Document, List<Target>>();
        for (NamedCsvRecord row : rows(REPORT + "figures.csv")) {
            Document source = java.util.Objects.requireNonNull(sources.get(row.getField("source")));
            Statement stated = statement(row, submission(row, Period.of(row.getField("period")), source, submissions));
            statements.add(stated);
            BigDecimal plan = number(row, "plan");
            if (plan != null)
                planned.computeIfAbsent(source, s -> new ArrayList<>()).add(target(row, stated, plan, source));
            if (stated.yoyPct() != null && stated.value() != null) {
                Submission before = submission(row, stated.period().yearBefore(), source, submissions);
                statements.add(yearBefore(stated, stated.value(), stated.yoyPct(), before));
            }
        }
        historical.take(Actor.PLATFORM, List.copyOf(submissions.values()), statements, PUBLISHED);
        planned.forEach((source, all) -> targets.set(Actor.PLATFORM, source, all));
    }

    private Submission submission(
            NamedCsvRecord row, Period period, Document source, Map<List<Object>, Submission> submissions) {
        UnitCode unit = new UnitCode(row.getField("scope"));
        return submissions.computeIfAbsent(
                List.of(unit, period, source.id()),
                key -> HistoricalSubmissions.submission(Ids.next(clock), unit, period, source, false));
    }

    private Statement statement(NamedCsvRecord row, Submission submission) {
        return new Statement(
                Ids.next(clock),
                submission.id(),
                submission.unit(),
                row.getField("code"),
                submission.period(),
                row.getField("comparator"),
                number(row, "value"),
                number(row, "numerator"),
                number(row, "denominator"),
                number(row, "yoy_pct"),
                LocalDate.parse(row.getField("as_of")),
                Provenance.REPORTED,
                row.getField("quote"),
                "",
                false,
                null,
                null);
    }

    /** The value that the stated change implies for the same period of the year before. */
    private Statement yearBefore(Statement stated, BigDecimal value, BigDecimal yoyPct, Submission submission) {
        BigDecimal growth = BigDecimal.ONE.add(yoyPct.movePointLeft(2));
        return new Statement(
                Ids.next(clock),
                submission.id(),
                submission.unit(),
                stated.indicator(),
                submission.period(),
                "=",
                value.divide(growth, 2, RoundingMode.HALF_UP),
                null,
                null,
                null,
                stated.asOf().minusYears(1),
                Provenance.REPORTED,
                stated.quote(),
                "%s ÷ (1 + %s%%)".formatted(comma(value), comma(yoyPct)),
                false,
                null,
                null);
    }

    private Target target(NamedCsvRecord row, Statement stated, BigDecimal plan, Document source) {
        return new Target(
                Ids.next(clock),
                stated.indicator(),
                stated.unit(),
                stated.period(),
                plan,
                source,
                row.getField("plan_derivation"),
                false,
                Instant.EPOCH);
    }

    private static String comma(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static @Nullable BigDecimal number(NamedCsvRecord row, String column) {
        return row.getField(column).isEmpty() ? null : new BigDecimal(row.getField(column));
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.stream().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
