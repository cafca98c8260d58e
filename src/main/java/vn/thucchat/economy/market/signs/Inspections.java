package vn.thucchat.economy.market.signs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.foundation.pages.Result;

/** Inspection rounds: each stall's sign is read, and the one that was pasted over is found. */
@Service
public class Inspections {

    private static final int TAIL = 4;

    private final InspectionStore store;
    private final PaymentMethods acceptances;
    private final Markets rights;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    Inspections(
            InspectionStore store,
            PaymentMethods acceptances,
            Markets rights,
            Seal seal,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.acceptances = acceptances;
        this.rights = rights;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /** The latest first. */
    public List<InspectionRound> of(Market market) {
        return store.of(market.id());
    }

    public Optional<InspectionRound> find(Market market, UUID id) {
        return store.find(market.id(), id);
    }

    /** One goes on at a time: the one that does already is as good. */
    @Transactional
    public Result open(Actor actor, Market market) {
        if (!rights.mayInspect(actor, market)) return new Result.NotFound();
        UUID id = Ids.next(clock);
        if (!store.open(market.id(), id, clock.instant(), actor.name())) {
            return store.of(market.id()).stream()
                    .filter(round -> round.closedAt() == null)
                    .findFirst()
                    .<Result>map(round -> new Result.Done(round.id()))
                    .orElseGet(Result.Stale::new);
        }
        log.record(actor, "market.round-opened", path(market, id), "");
        return new Result.Done(id);
    }

    @Transactional
    public Result close(Actor actor, Market market, InspectionRound round) {
        if (!rights.mayInspect(actor, market)) return new Result.NotFound();
        if (store.close(market.id(), round.id(), clock.instant()))
            log.record(
                    actor,
                    "market.round-closed",
                    path(market, round.id()),
                    round.seen() + "/" + round.stalls() + ", " + round.wrong() + " wrong");
        return new Result.Done(round.id());
    }

    /**
     * Keeps what was read off the sign at a stall.
     *
     * @param text of the large code as a scanner gives it; empty: there was no sign
     * @return the reading's id
     */
    @Transactional
    public Result read(Actor actor, Market market, InspectionRound round, Stall stall, String text) {
        if (!rights.mayInspect(actor, market)) return new Result.NotFound();
        if (round.closedAt() != null) return Result.invalid("text", "market.round.is-closed");
        QrCode.@Nullable Payee sign = QrCode.read(text).payee();
        SignReading.Result result = judge(market, stall, text);
        UUID id = Ids.next(clock);
        boolean strange = result == SignReading.Result.FOREIGN || result == SignReading.Result.UNREADABLE;
        store.insert(
                new SignReading(
                        market.id(),
                        round.id(),
                        id,
                        stall.id(),
                        stall.number(),
                        clock.instant(),
                        actor.name(),
                        result,
                        sign == null ? null : sign.bin(),
                        sign == null ? null : tail(sign.account())),
                strange ? seal.close(text, "market.reading") : null);
        if (result == SignReading.Result.FOREIGN)
            log.record(actor, "market.foreign-sign-found", path(market, round.id()), stall.number());
        return new Result.Done(id);
    }

    /** Compares the payee of a scanned sign (bank and account) with the stall's registered accounts. */
    public SignReading.Result judge(Market market, Stall stall, String text) {
        if (text.isBlank()) return SignReading.Result.MISSING;
        QrCode code = QrCode.read(text);
        QrCode.@Nullable Payee payee = code.payee();
        if (payee != null) return judge(market, stall, payee);
        // a sound code of another scheme pays somebody, and nobody whom this market knows
        return code instanceof QrCode.OtherScheme ? SignReading.Result.FOREIGN : SignReading.Result.UNREADABLE;
    }

    private SignReading.Result judge(Market market, Stall stall, QrCode.Payee sign) {
        String mark = acceptances.mark(stall.id(), sign.bin(), sign.account());
        boolean ours = acceptances.of(stall).stream().anyMatch(way -> way.toOn() == null && mark.equals(way.mark()));
        if (ours) return SignReading.Result.GENUINE;
        List<PaymentMethod> ofBank = acceptances.open(market).stream()
                .filter(way -> Objects.equals(way.bin(), sign.bin()))
                .toList();
        return acceptances.accounts(ofBank).values().stream()
                        .anyMatch(account -> account.account().equals(sign.account()))
                ? SignReading.Result.WRONG_STALL
                : SignReading.Result.FOREIGN;
    }

    /** What the last round before an instant had found by then; empty before the first round. */
    public Optional<InspectionRound.Standing> standing(Market market, Instant until) {
        return store.standing(market.id(), until);
    }

    /** Those of some markets that ever had a round. */
    public Set<UUID> inspected(Collection<UUID> markets) {
        return store.inspected(markets);
    }

    public Optional<SignReading> reading(Market market, InspectionRound round, UUID id) {
        return store.reading(market.id(), round.id(), id);
    }

    /** Stalls whose last reading is not of their own sign, the latest first. */
    public List<SignReading> wrong(Market market, InspectionRound round) {
        return store.wrong(market.id(), round.id());
    }

    /**
     * The next stalls to look at, in the order of the walk.
     *
     * @param after the number of the stall just looked at; empty: from the first
     */
    public List<InspectionStop> next(Market market, InspectionRound round, String after, int limit) {
        return store.next(market.id(), round.id(), after, limit);
    }

    static String tail(String account) {
        return account.length() > TAIL ? account.substring(account.length() - TAIL) : account;
    }

    private static String path(Market market, UUID round) {
        return Markets.path(market) + "/rounds/" + round;
    }
}
