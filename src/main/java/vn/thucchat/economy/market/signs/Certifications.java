package vn.thucchat.economy.market.signs;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketFacts;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;

/** Whether a market is "đạt chuẩn Chợ 4.0": criteria from dated data, computed where they can be. */
@Service
@DependsOnDatabaseInitialization
public class Certifications {

    private static final String CRITERIA = "data/market/criteria.csv";
    private static final int LONGEST_NOTE = 300;

    private final CertificationStore store;
    private final Charges charges;
    private final Access access;
    private final MarketFacts facts;
    private final AccessLog log;
    private final InstantSource clock;

    Certifications(
            CertificationStore store,
            Charges charges,
            Access access,
            MarketFacts facts,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.charges = charges;
        this.access = access;
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    /** The latest first; the first holds when it was not revoked. */
    public List<Certification> of(Market market) {
        return store.of(market.id());
    }

    public Optional<Certification> find(UUID id) {
        return store.find(id);
    }

    /** How a market stands today by each criterion. */
    public List<Criterion.State> states(Market market) {
        var confirmed = new HashMap<String, Criterion.Confirmation>();
        store.confirmed(market.id()).forEach(c -> confirmed.put(c.criterion(), c));
        CertificationStore.Equipped traders = store.equipped(market.id());
        YearMonth before = YearMonth.from(today()).minusMonths(1);
        List<Charge.Standing> month = charges.standing(market, before);
        int asked = month.stream().mapToInt(Charge.Standing::count).sum();
        int cashless = month.stream().mapToInt(Charge.Standing::cashless).sum();
        return store.criteria(today()).stream()
                .map(criterion -> switch (criterion.measure()) {
                    case TRADERS_EQUIPPED -> computed(criterion, traders.equipped(), traders.traders());
                    case CHARGES_CASHLESS -> computed(criterion, cashless, asked);
                    case CONFIRMED -> said(criterion, confirmed);
                })
                .toList();
    }

    private static Criterion.State computed(Criterion criterion, int part, int of) {
        int least = criterion.leastPct() == null ? 100 : criterion.leastPct();
        return new Criterion.State(criterion, of > 0 && part * 100L >= (long) least * of, part, of, null);
    }

    private static Criterion.State said(Criterion criterion, Map<String, Criterion.Confirmation> confirmed) {
        Criterion.@Nullable Confirmation confirmation = confirmed.get(criterion.code());
        return new Criterion.State(criterion, confirmation != null && confirmation.holds(), 0, 0, confirmation);
    }

    /** Who manages the market says that a criterion holds, or does not, and how that is known. */
    @Transactional
    public Result confirm(Actor actor, Market market, String criterion, boolean holds, String note) {
        if (!access.may(actor, MarketRoles.MARKET_MANAGER, market.unit().value(), market.synthetic()))
            return new Result.NotFound();
        boolean known = store.criteria(today()).stream()
                .anyMatch(it -> it.code().equals(criterion) && it.measure() == Criterion.Measure.CONFIRMED);
        if (!known) return new Result.NotFound();
        if (note.isBlank() || note.length() > LONGEST_NOTE)
            return Result.invalid("note-" + criterion, "market.note.fault");
        UUID id = Ids.next(clock);
        store.confirm(
                market.id(), id, new Criterion.Confirmation(criterion, holds, clock.instant(), actor.name(), note));
        log.record(actor, "market.criterion-confirmed", path(market), criterion + " " + holds + ": " + note);
        return new Result.Done(id);
    }

    /** A leader certifies what fulfils every criterion today. */
    @Transactional
    public Result certify(Actor actor, Market market) {
        if (!access.may(actor, Roles.LEADER, market.unit().value(), market.synthetic())) return new Result.NotFound();
        if (!Criterion.State.all(states(market))) return Result.invalid("", "market.certify.not-yet");
        UUID id = Ids.next(clock);
        if (!store.certify(market.id(), id, today(), actor.name())) return new Result.Stale();
        facts.recordState(market, CertificationKinds.CERTIFIED, today(), market.id(), true, id);
        log.record(actor, "market.certified", path(market), "");
        return new Result.Done(id);
    }

    @Transactional
    public Result revoke(Actor actor, Market market, String reason) {
        if (!access.may(actor, Roles.LEADER, market.unit().value(), market.synthetic())) return new Result.NotFound();
        if (reason.isBlank() || reason.length() > LONGEST_NOTE) return Result.invalid("reason", "market.note.fault");
        Certification holds = store.of(market.id()).stream()
                .filter(it -> it.revokedOn() == null)
                .findFirst()
                .orElse(null);
        if (holds == null || !store.revoke(market.id(), today(), reason)) return new Result.Stale();
        facts.recordState(market, CertificationKinds.CERTIFIED, today(), market.id(), false, holds.id());
        log.record(actor, "market.certificate-revoked", path(market), reason);
        return new Result.Done(holds.id());
    }

    @PostConstruct
    void load() throws IOException {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(new ClassPathResource(CRITERIA).getInputStream())) {
            lines.forEach(line -> store.add(new Criterion(
                    line.getField("code"),
                    line.getField("name"),
                    line.getField("name_en"),
                    Criterion.Measure.valueOf(line.getField("measure")),
                    line.getField("least_pct").isEmpty() ? null : Integer.valueOf(line.getField("least_pct")),
                    LocalDate.parse(line.getField("valid_from")),
                    line.getField("valid_to").isEmpty() ? null : LocalDate.parse(line.getField("valid_to")),
                    line.getField("source"))));
        }
    }

    private static String path(Market market) {
        return Markets.path(market) + "/certification";
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
