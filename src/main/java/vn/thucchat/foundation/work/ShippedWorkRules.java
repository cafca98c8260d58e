package vn.thucchat.foundation.work;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.calendar.SourceDocument;
import vn.thucchat.foundation.identity.access.Actor;

/** Takes what a release brings in {@code data/work/rules.csv}, each line once, at each start. */
@Component
@DependsOnDatabaseInitialization
class ShippedWorkRules {

    private final WorkRuleStore store;
    private final TransactionTemplate transactions;

    ShippedWorkRules(WorkRuleStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    @PostConstruct
    void take() {
        transactions.executeWithoutResult(_ -> read().forEach(rule -> store.add(rule, Actor.PLATFORM.account())));
    }

    /** A line that cannot be read is a bug and throws. */
    static List<WorkRule> read() {
        try (var lines =
                CsvReader.builder().ofNamedCsvRecord(new ClassPathResource("data/work/rules.csv").getInputStream())) {
            return lines.stream().map(ShippedWorkRules::rule).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkRule rule(NamedCsvRecord line) {
        return new WorkRule(
                line.getField("kind"),
                WorkRule.Step.valueOf(line.getField("step")),
                Integer.valueOf(line.getField("working_days")),
                LocalDate.parse(line.getField("valid_from")),
                new SourceDocument(
                        line.getField("document"),
                        LocalDate.parse(line.getField("issued_on")),
                        line.getField("issuer"),
                        line.getField("source"),
                        SourceDocument.Checked.valueOf(line.getField("checked"))),
                true);
    }
}
