package vn.thucchat.steering.indicators.definitions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.units.UnitKind;

/**
 * Brings the dictionary up to date with the files of the rooms, {@code data/indicators/<room>.csv}, at each start: a new
 * release's indicators reach a province that runs already. An entry that an office changed or wrote is never touched,
 * and one that a file no longer has stays.
 */
@Component
@Order(Indicators.LOADED)
class RoomDictionaries implements ApplicationRunner {

    /** In the place of a fingerprint: loaded, and not changed since, by a release that kept none. */
    static final String LOADED_BEFORE = "before";

    private static final Logger LOG = LoggerFactory.getLogger(RoomDictionaries.class);
    private static final String FILES = "classpath*:data/indicators/*.csv";

    private final IndicatorStore indicators;
    private final FingerprintStore fingerprints;

    RoomDictionaries(IndicatorStore indicators, FingerprintStore fingerprints) {
        this.indicators = indicators;
        this.fingerprints = fingerprints;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        // one process at a time
        fingerprints.lock();
        List<String> fresh = load(read());
        if (!fresh.isEmpty()) LOG.info("Brought up to date in the dictionary of indicators: {}", fresh);
    }

    /** @return the codes of what was added or changed */
    List<String> load(List<Indicator> entries) {
        Map<String, String> known = fingerprints.all();
        var fresh = new ArrayList<String>();
        for (Indicator entry : entries) {
            String fingerprint = fingerprint(entry);
            if (fingerprint.equals(known.get(entry.code()))) continue;
            Indicator there = indicators.find(entry.code()).orElse(null);
            boolean same = there != null && fingerprint(there).equals(fingerprint);
            if (!same) {
                if (there == null ? !indicators.insert(entry) : !change(there, entry, known.get(entry.code())))
                    continue;
                fresh.add(entry.code());
            }
            fingerprints.keep(entry.code(), fingerprint);
        }
        return fresh;
    }

    /** @param loaded the fingerprint of what was loaded last; null: the entry is an office's own */
    private boolean change(Indicator there, Indicator entry, @Nullable String loaded) {
        boolean untouched = LOADED_BEFORE.equals(loaded) || fingerprint(there).equals(loaded);
        return untouched && indicators.update(entry.at(there.version()));
    }

    /**
     * SHA-256 of what an entry says, in hexadecimal. A column that a later release adds must be left out where it has
     * its default, or every entry would seem changed.
     */
    static String fingerprint(Indicator it) {
        String text = Stream.of(
                        it.code(),
                        it.nameVi(),
                        it.nameEn(),
                        it.pillar(),
                        it.measure(),
                        it.direction(),
                        it.aggregation(),
                        it.overTime(),
                        it.frequency(),
                        it.reportedBy(),
                        it.definitionVi(),
                        it.definitionEn(),
                        it.legalBasis(),
                        it.formula(),
                        it.sort(),
                        it.active(),
                        it.live())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        return Sha256.hex(text);
    }

    /** @throws IllegalStateException when two files have an entry of the same code */
    static List<Indicator> read() {
        var entries = new ArrayList<Indicator>();
        Set<String> codes = new HashSet<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES))
                try (var rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
                    for (NamedCsvRecord row : rows) {
                        if (!codes.add(row.getField("code")))
                            throw new IllegalStateException("Twice in data/indicators: " + row.getField("code"));
                        entries.add(indicator(row));
                    }
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Indicator indicator(NamedCsvRecord row) {
        return new Indicator(
                row.getField("code"),
                row.getField("name_vi"),
                row.getField("name_en"),
                Indicator.Pillar.valueOf(row.getField("pillar")),
                row.getField("measure"),
                Indicator.Direction.valueOf(row.getField("direction")),
                Indicator.Aggregation.valueOf(row.getField("aggregation")),
                Indicator.OverTime.valueOf(row.getField("over_time")),
                Period.Grain.valueOf(row.getField("frequency")),
                row.getField("reported_by").isEmpty() ? null : UnitKind.Level.valueOf(row.getField("reported_by")),
                row.getField("definition_vi"),
                row.getField("definition_en"),
                row.getField("legal_basis"),
                row.getField("formula"),
                Integer.parseInt(row.getField("sort")),
                true,
                row.getField("live").equals("yes"),
                1);
    }
}
