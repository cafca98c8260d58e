package vn.thucchat.economy.market.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** The register of markets: which there are, of what they consist, and who may do what in them. */
@Service
public class Markets {

    /**
     * What is asked to be kept of a market.
     *
     * @param unit a commune's code
     * @param charges the account for rent and the like; null: none
     */
    public record Draft(
            String code,
            String name,
            String unit,
            @Nullable Integer marketClass,
            String address,
            LocalDate openedOn,
            @Nullable String connection,
            AccountsOfMarket.@Nullable Draft charges) {}

    private final MarketStore store;
    private final AccountsOfMarket accounts;
    private final Connections connections;
    private final Access access;
    private final Units units;
    private final MarketFacts facts;
    private final AccessLog log;
    private final InstantSource clock;

    Markets(
            MarketStore store,
            AccountsOfMarket accounts,
            Connections connections,
            Access access,
            Units units,
            MarketFacts facts,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.connections = connections;
        this.access = access;
        this.units = units;
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    /** Today, as Viet Nam's calendar has it. */
    public LocalDate today() {
        return BusinessTime.day(clock.instant());
    }

    public Optional<Market> find(String code) {
        return code.matches("[a-z0-9][a-z0-9-]{1,39}") ? store.find(code) : Optional.empty();
    }

    public Optional<Market> find(UUID id) {
        return store.find(id);
    }

    /** All markets in the order of their codes, after one already seen. */
    public List<Market> page(String after, int limit) {
        return store.page(null, "", after, limit);
    }

    /** Those in units where the actor holds one of the roles. */
    public List<Market> page(Actor actor, String after, int limit, String... roles) {
        return store.page(access.units(actor, roles), "", after, limit);
    }

    public Map<UUID, Market.Counts> counts(Collection<UUID> markets) {
        return store.counts(markets);
    }

    public List<Zone> zones(Market market) {
        return store.zones(market.id());
    }

    /** The names of other markets that take their charges on one of the accounts. */
    public List<String> sharing(Market market, Collection<Integer> accounts) {
        return store.sharing(market.id(), accounts);
    }

    public boolean mayManage(Actor actor, Market market) {
        return access.may(actor, MarketRoles.MARKET_MANAGER, market.unit().value(), market.synthetic());
    }

    public boolean mayInspect(Actor actor, Market market) {
        return mayManage(actor, market)
                || access.may(actor, MarketRoles.COLLECTOR, market.unit().value(), market.synthetic());
    }

    /** Who reads what strangers do not: names of traders, contracts, charges. */
    public boolean mayRead(Actor actor, Market market) {
        return mayInspect(actor, market)
                || access.may(actor, Roles.LEADER, market.unit().value(), market.synthetic())
                || access.may(actor, PaymentRoles.ACCOUNTANT, market.unit().value(), market.synthetic());
    }

    /** The units whose markets {@link #mayRead} opens to the actor; real markets among them to no demonstration account. */
    public Set<String> readable(Actor actor) {
        return access.units(
                actor, MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT);
    }

    /** The communes in which the actor may open markets, at most some hundreds. */
    public List<UnitCode> communes(Actor actor) {
        LocalDate today = today();
        return access.units(actor, MarketRoles.MARKET_MANAGER).stream()
                .flatMap(code -> UnitCode.read(code).stream())
                .filter(code -> commune(code, today))
                .sorted()
                .toList();
    }

    @Transactional
    public Result open(Actor actor, Draft draft) {
        if (!access.may(actor, MarketRoles.MARKET_MANAGER, draft.unit()))
            return Result.invalid("unit", "market.unit.fault");
        var market = market(Ids.next(clock), draft, actor.synthetic(), 1);
        List<FieldError> flaws = flaws(market);
        // its address would be the form's
        if (!draft.code().matches("[a-z0-9][a-z0-9-]{1,39}") || draft.code().equals("new"))
            flaws.add(new FieldError("code", "market.code.fault"));
        if (!UnitCode.read(draft.unit()).map(u -> commune(u, today())).orElse(false))
            flaws.add(new FieldError("unit", "market.unit.fault"));
        if (draft.openedOn().isAfter(today())) flaws.add(new FieldError("opened", "market.future.fault"));
        Integer charges = charges(actor, market, draft, flaws);
        if (!flaws.isEmpty()) return new Result.Invalid(flaws);
        if (!store.insert(market.withCharges(charges))) return Result.invalid("code", "market.code.taken");
        facts.running(market, market.openedOn(), true);
        log.record(actor, "market.opened", path(market), market.name());
        return new Result.Done(market.id());
    }

    /** Changes all but code, commune and first day. */
    @Transactional
    public Result change(Actor actor, Market seen, Draft draft) {
        if (!mayManage(actor, seen)) return new Result.NotFound();
        var drafted = market(seen.id(), draft, seen.synthetic(), seen.version());
        var market = new Market(
                seen.id(),
                seen.code(),
                drafted.name(),
                seen.unit(),
                drafted.marketClass(),
                drafted.address(),
                drafted.connection(),
                null,
                seen.openedOn(),
                seen.closedOn(),
                seen.synthetic(),
                seen.version());
        List<FieldError> flaws = flaws(market);
        Integer charges = charges(actor, market, draft, flaws);
        if (!flaws.isEmpty()) return new Result.Invalid(flaws);
        if (!store.update(market.withCharges(charges))) return new Result.Stale();
        log.record(actor, "market.changed", path(market), market.name());
        return new Result.Done(market.id());
    }

    /** From today on it does not run any more, or it does again. */
    @Transactional
    public Result close(Actor actor, Market seen, boolean closed) {
        if (!mayManage(actor, seen)) return new Result.NotFound();
        if (closed == (seen.closedOn() != null)) return new Result.Done(seen.id());
        if (!store.update(seen.withClosed(closed ? today() : null))) return new Result.Stale();
        facts.running(seen, today(), !closed);
        log.record(actor, closed ? "market.closed" : "market.reopened", path(seen), "");
        return new Result.Done(seen.id());
    }

    /** Zones of a spreadsheet: those of a name that is there already are left as they are. */
    public void addZones(Market market, List<Zone> zones) {
        if (!zones.isEmpty()) store.insertZones(market.id(), zones);
    }

    @Transactional
    public Result addZone(Actor actor, Market market, String name) {
        if (!mayManage(actor, market)) return new Result.NotFound();
        if (name.isBlank() || name.length() > 60) return Result.invalid("zone", "market.zone.fault");
        UUID id = Ids.next(clock);
        if (store.insertZones(market.id(), List.of(new Zone(market.id(), id, name, 0, 0))) == 0)
            return Result.invalid("zone", "market.zone.taken");
        log.record(actor, "market.zone-added", path(market), name);
        return new Result.Done(id);
    }

    @Transactional
    public Result renameZone(Actor actor, Market market, UUID zone, String name) {
        if (!mayManage(actor, market)) return new Result.NotFound();
        if (name.isBlank() || name.length() > 60) return Result.invalid("name", "market.zone.fault");
        List<Zone> zones = zones(market);
        if (zones.stream().anyMatch(z -> z.name().equals(name) && !z.id().equals(zone)))
            return Result.invalid("name", "market.zone.taken");
        if (!store.renameZone(market.id(), zone, name)) return new Result.NotFound();
        log.record(actor, "market.zone-renamed", path(market), name);
        return new Result.Done(zone);
    }

    /** Whoever else changes the market's register waits until this transaction ends: a form sent twice counts once. */
    public void lock(Market market) {
        store.lock(market.id());
    }

    public static String path(Market market) {
        return "/markets/" + market.code();
    }

    private static Market market(UUID id, Draft draft, boolean synthetic, int version) {
        return new Market(
                id,
                draft.code(),
                draft.name(),
                new UnitCode(draft.unit()),
                draft.marketClass(),
                draft.address(),
                draft.connection(),
                null,
                draft.openedOn(),
                null,
                synthetic,
                version);
    }

    private List<FieldError> flaws(Market market) {
        var flaws = new ArrayList<FieldError>();
        if (market.name().isBlank() || market.name().length() > 120)
            flaws.add(new FieldError("name", "market.name.fault"));
        if (market.marketClass() != null && (market.marketClass() < 1 || market.marketClass() > 3))
            flaws.add(new FieldError("marketClass", "market.class.fault"));
        if (market.address().length() > 200) flaws.add(new FieldError("address", "market.address.fault"));
        if (market.connection() != null
                && connections.serving(market.unit(), market.synthetic()).stream()
                        .noneMatch(c -> c.id().equals(market.connection())))
            flaws.add(new FieldError("connection", "market.connection.fault"));
        return flaws;
    }

    private @Nullable Integer charges(Actor actor, Market market, Draft draft, List<FieldError> flaws) {
        if (draft.charges() == null || !flaws.isEmpty()) return null;
        var wanted = draft.charges();
        return switch (accounts.open(actor, market, ReceivingAccount.Purpose.CHARGES, List.of(wanted))) {
            case AccountsOfMarket.Opened.Numbers opened -> opened.byKey().get(wanted.key());
            case AccountsOfMarket.Opened.Refused(var wrong) -> {
                wrong.forEach(one -> flaws.add(
                        new FieldError(charges(one.flaw().field()), one.flaw().key())));
                yield null;
            }
        };
    }

    /** The form's name of a field of the account for charges: {@code chargesBin}. */
    private static String charges(String field) {
        return "charges" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    private boolean commune(UnitCode code, LocalDate day) {
        return units.find(code, day)
                .map(unit -> unit.kind().level() == UnitKind.Level.COMMUNE)
                .orElse(false);
    }
}
