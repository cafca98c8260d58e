package vn.thucchat.foundation.notify.tariffs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.Units;

/** Prices of messages: read by administrators of the province, entered by real ones. */
@Service
public class Tariffs {

    public static final String PATH = "/admin/notices/tariffs";

    /** Days for which an invented price has held. */
    private static final int INVENTED_FOR = 60;

    private final TariffStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    Tariffs(TariffStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    public boolean mayChange(Actor actor) {
        return actor.equals(Actor.PLATFORM) || units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** All prices, of each medium the latest first. */
    public List<Tariff> list(Actor actor) {
        return mayRead(actor) ? store.list() : List.of();
    }

    /** What one message, or one part of a text message, costs today in đồng; a medium without a price is not in it. */
    public Map<Medium, Long> today() {
        var prices = new EnumMap<Medium, Long>(Medium.class);
        for (Tariff tariff : store.on(BusinessTime.day(clock.instant())))
            prices.put(tariff.medium(), tariff.priceVnd());
        return prices;
    }

    /** Enters invented prices, for the demonstration; of a medium that has one nothing changes. */
    @Transactional
    public void demonstrate(Map<Medium, Long> prices, String document) {
        Map<Medium, Long> there = today();
        LocalDate from = BusinessTime.day(clock.instant()).minusDays(INVENTED_FOR);
        prices.forEach((medium, price) -> {
            if (!there.containsKey(medium))
                add(Actor.PLATFORM, new Tariff(medium, from, price, document)).expectDone();
        });
    }

    /** The prices of today with where they stand, for those who are shown a cost; at most one of each medium. */
    public List<Tariff> current() {
        return store.on(BusinessTime.day(clock.instant()));
    }

    /** Deletes the prices that the demonstration invented. */
    @Transactional
    public void deleteDemonstrationData() {
        store.deleteOf(Actor.PLATFORM.account());
    }

    /** Enters a price; one from the same day is corrected by it. */
    @Transactional
    public Result add(Actor actor, Tariff tariff) {
        if (!mayChange(actor)) return new Result.Refused("tariff.not-yours");
        var id = Ids.next(clock);
        store.insert(id, tariff, actor.account(), clock.instant());
        log.record(
                actor,
                "notify.tariff-entered",
                PATH,
                tariff.medium() + " " + tariff.validFrom() + " " + tariff.priceVnd() + " " + tariff.document());
        return new Result.Done(id);
    }
}
