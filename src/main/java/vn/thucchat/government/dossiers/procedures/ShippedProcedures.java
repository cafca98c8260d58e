package vn.thucchat.government.dossiers.procedures;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;

/** Takes the procedures of {@code data/procedures/procedures.json} that nobody has a version of yet. */
@Component
@DependsOnDatabaseInitialization
class ShippedProcedures {

    /** One line of the file. */
    record Shipped(ProcedureVersion.Checked checked, ProcedureVersion.Draft draft) {}

    private final ProcedureVersionStore store;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    ShippedProcedures(ProcedureVersionStore store, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A line that cannot be read is a bug and throws. */
    static List<Shipped> file() {
        try (var in = new ClassPathResource("data/procedures/procedures.json").getInputStream()) {
            return JsonMapper.shared().readValue(in, new TypeReference<List<Shipped>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostConstruct
    void take() {
        transactions.executeWithoutResult(_ -> {
            List<Shipped> file = file();
            Set<String> known = new HashSet<>(
                    store.known(file.stream().map(one -> one.draft().code()).toList()));
            Instant now = clock.instant();
            for (Shipped one : file) if (!known.contains(one.draft().code())) ship(one, now);
        });
    }

    private void ship(Shipped one, Instant now) {
        UUID platform = Actor.PLATFORM.account();
        UUID id = Ids.next(clock);
        store.insert(new ProcedureVersion(
                id,
                one.draft(),
                0,
                one.checked(),
                UnitCode.NATION,
                new ProcedureVersion.Decision(ProcedureVersion.State.PROPOSED, "", platform, now, null, null)));
        store.decide(id, "approve", "", platform, now);
    }
}
