package vn.thucchat.economy.market.revenue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.calendar.SourceDocument.Checked;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/**
 * Knows what the tax rules ask of household businesses, from {@code data/market/revenue.csv}, which names its source, and
 * from what an administrator of the province states after it.
 */
@Service
@DependsOnDatabaseInitialization
public class RevenueRules {

    private final RevenueRuleStore store;
    private final Units units;
    private final AccessLog log;

    RevenueRules(RevenueRuleStore store, Units units, AccessLog log) {
        this.store = store;
        this.units = units;
        this.log = log;
    }

    @PostConstruct
    void take() {
        shipped().forEach(rule -> store.add(rule, Actor.PLATFORM.account()));
    }

    /** A line that cannot be read is a bug and throws. */
    static List<RevenueRule> shipped() {
        try (var lines = CsvReader.builder()
                .ofNamedCsvRecord(new ClassPathResource("data/market/revenue.csv").getInputStream())) {
            return lines.stream().map(RevenueRules::rule).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RevenueRule rule(NamedCsvRecord line) {
        return new RevenueRule(
                LocalDate.parse(line.getField("valid_from")),
                Long.parseLong(line.getField("threshold_vnd")),
                Integer.parseInt(line.getField("notice_month")),
                Integer.parseInt(line.getField("notice_day")),
                line.getField("document"),
                line.getField("source"),
                Checked.valueOf(line.getField("checked")),
                true);
    }

    /** What holds on a day; empty before the first rule. */
    public Optional<RevenueRule> on(LocalDate day) {
        return store.all().reversed().stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .findFirst();
    }

    /** All that was stated: what holds comes before what it took the place of. */
    public List<RevenueRule> stated() {
        return store.all().reversed();
    }

    /** Whether the actor may state rules: by administering a province, and not from a demonstration account. */
    public boolean mayChange(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** From a day on this holds. What was stated before can still be read. */
    @Transactional
    public Result state(Actor actor, RevenueRule rule) {
        if (!mayChange(actor)) return new Result.Refused("revenue.rules.not-allowed");
        if (rule.noticeDay() > java.time.Month.of(rule.noticeMonth()).minLength())
            return Result.invalid("noticeDay", "revenue.rules.notice.fault");
        store.add(rule, actor.account());
        log.record(
                actor,
                "revenue.rule-stated",
                "/market/revenue-rules",
                rule.thresholdVnd() + " " + rule.validFrom() + " · " + rule.document());
        return new Result.Done(null);
    }
}
