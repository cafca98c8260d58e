package vn.thucchat.foundation.notify.announcements;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * People who said of which commune or ward they want the announcements. Nobody else's register is asked: whoever said
 * nothing gets none, and what was said is taken back at any time.
 */
@Service
public class Residences implements AudienceSource {

    public static final String PATH = "/id/residence";

    private final ResidenceStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    Residences(ResidenceStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** What a person said. */
    public Optional<UnitCode> of(Actor actor) {
        return store.find(actor.account()).map(ResidenceStore.Residence::unit);
    }

    /** The communes and wards of today, by their names. */
    public List<Option> options(Texts t) {
        LocalDate today = today();
        return units.below(UnitCode.NATION, UnitKind.Level.COMMUNE, today).stream()
                .map(unit -> new Option(unit.code().value(), units.address(t, unit.code(), today)))
                .sorted(Comparator.comparing(Option::text, VietnameseText.ORDER))
                .toList();
    }

    /** @param unit null: none any more */
    @Transactional
    public Result state(Actor actor, @Nullable UnitCode unit) {
        if (unit == null) store.delete(actor.account());
        else if (commune(unit)) store.put(actor.account(), unit, clock.instant());
        else return Result.invalid("unit", "residence.unit.fault");
        log.record(actor, "notify.residence-stated", PATH, unit == null ? "" : unit.value());
        return new Result.Done(null);
    }

    @Override
    public String code() {
        return "residents";
    }

    @Override
    public List<Audience> in(Collection<String> codes, boolean synthetic) {
        return codes.stream()
                .flatMap(code -> find(code).stream())
                .sorted(Comparator.comparingInt((Audience one) -> one.key().length())
                        .thenComparing(Audience::name, VietnameseText.ORDER))
                .toList();
    }

    @Override
    public Optional<Audience> find(String key) {
        return UnitCode.read(key)
                .flatMap(code -> units.find(code, today()))
                .filter(unit -> unit.kind().level() == UnitKind.Level.COMMUNE
                        || unit.kind().level() == UnitKind.Level.PROVINCE)
                .map(unit -> new Audience(key, "Người ở " + unit.name(), unit.code()));
    }

    @Override
    public List<UUID> members(String key, UUID after, int limit) {
        return store.members(units.reach(new UnitCode(key)), after, limit);
    }

    private boolean commune(UnitCode code) {
        return units.find(code, today()).map(Unit::kind).map(UnitKind::level).stream()
                .anyMatch(UnitKind.Level.COMMUNE::equals);
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
