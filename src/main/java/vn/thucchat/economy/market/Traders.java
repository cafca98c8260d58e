package vn.thucchat.economy.market;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.payments.QrRules;

/** Who sells in a market. Personal numbers and telephones are kept sealed, and each reading of them is logged. */
@Service
public class Traders {

    private static final String NUMBER = "market.trader.number";
    private static final String PHONE = "market.trader.phone";

    /**
     * What is asked to be kept of a trader; each text as typed, empty for none.
     *
     * @param username of the account that the trader signs in with
     */
    public record Draft(
            Trader.Kind kind,
            String name,
            String taxCode,
            String personalNumber,
            String phone,
            LocalDate joinedOn,
            String username) {}

    /** What identifies and reaches a trader: masked unless somebody said what for. */
    public record Contact(
            @Nullable String personalNumber, @Nullable String phone) {}

    private final TraderStore store;
    private final ContractStore contracts;
    private final AcceptanceStore acceptances;
    private final Markets rights;
    private final TraderSignIns signIns;
    private final Accounts accounts;
    private final Access access;
    private final Seal seal;
    private final MarketFacts facts;
    private final TillHooks hooks;
    private final AccessLog log;
    private final InstantSource clock;

    Traders(
            TraderStore store,
            ContractStore contracts,
            AcceptanceStore acceptances,
            Markets rights,
            TraderSignIns signIns,
            Accounts accounts,
            Access access,
            Seal seal,
            MarketFacts facts,
            TillHooks hooks,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.contracts = contracts;
        this.acceptances = acceptances;
        this.rights = rights;
        this.signIns = signIns;
        this.accounts = accounts;
        this.access = access;
        this.seal = seal;
        this.facts = facts;
        this.hooks = hooks;
        this.log = log;
        this.clock = clock;
    }

    /** As names are searched: small letters without marks. */
    static String sought(String text) {
        return QrRules.memo(text).toLowerCase(Locale.ROOT);
    }

    /**
     * In the order of names, after one already seen.
     *
     * @param left also those who have left
     */
    public List<Trader> page(Market market, String words, boolean left, @Nullable Trader after, int limit) {
        return store
                .page(
                        market.id(),
                        sought(words),
                        left,
                        after == null ? "" : sought(after.name()),
                        after == null ? new UUID(0, 0) : after.id(),
                        limit)
                .stream()
                .map(TraderStore.Kept::trader)
                .toList();
    }

    public Optional<Trader> find(Market market, UUID id) {
        return store.find(market.id(), id).map(TraderStore.Kept::trader);
    }

    /** Wherever they sell. */
    public Optional<Trader> find(UUID id) {
        return store.find(id).map(TraderStore.Kept::trader);
    }

    /** The traders that a person signed in is: in one market, seldom in several. */
    public List<Trader> of(Actor actor) {
        return store.ofAccount(actor.account()).stream()
                .map(TraderStore.Kept::trader)
                .toList();
    }

    /** So much of it as tells whether it is the right one. */
    public Contact masked(Market market, UUID trader) {
        return contact(market, trader, true);
    }

    /** In full; that it was read, by whom and what for, is logged. */
    @Transactional
    public Optional<Contact> contact(Actor actor, Market market, UUID trader, String purpose) {
        if (!rights.mayManage(actor, market) || purpose.isBlank()) return Optional.empty();
        log.record(actor, "market.contact-read", path(market, trader), purpose);
        return Optional.of(contact(market, trader, false));
    }

    private Contact contact(Market market, UUID trader, boolean masked) {
        var kept = store.find(market.id(), trader).orElseThrow();
        String number = kept.personalNumber() == null ? null : seal.open(kept.personalNumber(), NUMBER);
        String phone = kept.phone() == null ? null : seal.open(kept.phone(), PHONE);
        return masked
                ? new Contact(
                        number == null ? null : PersonalNumber.masked(number),
                        phone == null ? null : Phone.masked(phone))
                : new Contact(number, phone);
    }

    @Transactional
    public Change add(Actor actor, Market market, Draft draft) {
        if (!rights.mayManage(actor, market)) return new Change.OutOfReach();
        rights.lock(market);
        var flaws = new ArrayList<Change.Flaw>();
        if (draft.joinedOn().isAfter(today())) flaws.add(new Change.Flaw("joined", "market.future.fault"));
        var kept = kept(market, Ids.next(clock), draft, null, flaws);
        if (!flaws.isEmpty()) return new Change.Wrong(flaws);
        if (store.taken(kept)) return taken(kept);
        store.insert(market.id(), List.of(kept));
        facts.joined(market, List.of(kept.trader()));
        log.record(actor, "market.trader-added", path(market, kept.trader().id()), "");
        return new Change.Done(kept.trader().id());
    }

    /** Personal number and phone stay as they are where nothing was typed; the day of joining stays in any case. */
    @Transactional
    public Change change(Actor actor, Market market, UUID id, Draft draft) {
        if (!rights.mayManage(actor, market)) return new Change.OutOfReach();
        rights.lock(market);
        var before = store.find(market.id(), id).orElse(null);
        if (before == null) return new Change.OutOfReach();
        var flaws = new ArrayList<Change.Flaw>();
        var kept = kept(market, id, draft, before, flaws);
        if (!flaws.isEmpty()) return new Change.Wrong(flaws);
        if (kept.trader().leftOn() == null && store.taken(kept)) return taken(kept);
        store.update(market.id(), List.of(kept));
        UUID account = before.trader().account();
        if (account != null && !account.equals(kept.trader().account())) signIns.end(actor, market, id, account);
        log.record(actor, "market.trader-changed", path(market, id), "");
        return new Change.Done(id);
    }

    /** From today on the trader does not sell here: contracts, ways to pay and the sign-in end. */
    @Transactional
    public Change leave(Actor actor, Market market, UUID id) {
        if (!rights.mayManage(actor, market)) return new Change.OutOfReach();
        // a spreadsheet or a sign-in given meanwhile would bring the trader back, or leave the sign-in open
        rights.lock(market);
        var before = store.find(market.id(), id).orElse(null);
        if (before == null) return new Change.OutOfReach();
        Trader trader = before.trader();
        if (trader.leftOn() != null) return new Change.Done(id);
        LocalDate today = today();
        store.update(
                market.id(),
                List.of(new TraderStore.Kept(
                        new Trader(
                                trader.market(),
                                id,
                                trader.kind(),
                                trader.name(),
                                trader.taxCode(),
                                trader.account(),
                                trader.joinedOn(),
                                today,
                                trader.synthetic()),
                        before.personalNumber(),
                        before.mark(),
                        before.phone())));
        contracts.endOfTrader(market.id(), id, today);
        List<Acceptance> open = acceptances.open(market.id());
        List<Acceptance> ended =
                open.stream().filter(a -> a.trader().equals(id)).toList();
        acceptances.end(market.id(), ended.stream().map(Acceptance::id).toList(), today);
        facts.ended(
                market, ended, open.stream().filter(a -> !a.trader().equals(id)).toList(), today);
        facts.left(market, id, today);
        hooks.ended(actor, ended);
        UUID account = trader.account();
        if (account != null) signIns.end(actor, market, id, account);
        log.record(actor, "market.trader-removed", path(market, id), "");
        return new Change.Done(id);
    }

    private static Change taken(TraderStore.Kept kept) {
        return Change.wrong(kept.trader().taxCode() != null ? "tax" : "personal", "market.trader.taken");
    }

    private TraderStore.Kept kept(
            Market market, UUID id, Draft draft, TraderStore.@Nullable Kept before, List<Change.Flaw> flaws) {
        UUID account = null;
        if (!draft.username().isBlank()) {
            account = account(market, draft.username().strip());
            if (account == null) flaws.add(new Change.Flaw("username", "market.username.fault"));
        }
        var read = read(draft, flaws);
        return new TraderStore.Kept(
                new Trader(
                        market.id(),
                        id,
                        draft.kind(),
                        draft.name().strip(),
                        read.taxCode(),
                        account,
                        before == null ? draft.joinedOn() : before.trader().joinedOn(),
                        before == null ? null : before.trader().leftOn(),
                        market.synthetic()),
                read.personalNumber() == null && before != null
                        ? before.personalNumber()
                        : close(read.personalNumber(), NUMBER),
                read.personalNumber() == null && before != null ? before.mark() : mark(read.personalNumber()),
                read.phone() == null && before != null ? before.phone() : close(read.phone(), PHONE));
    }

    /** What was typed, understood; null for none. */
    record Read(
            @Nullable String taxCode,
            @Nullable String personalNumber,
            @Nullable String phone) {}

    static Read read(Draft draft, List<Change.Flaw> flaws) {
        if (draft.name().isBlank() || draft.name().strip().length() > 120)
            flaws.add(new Change.Flaw("name", "market.trader.name.fault"));
        Optional<String> tax = TaxCode.read(draft.taxCode());
        if (tax.isEmpty() && !draft.taxCode().isBlank()) flaws.add(new Change.Flaw("tax", "market.tax.fault"));
        Optional<String> number = PersonalNumber.read(draft.personalNumber());
        if (number.isEmpty() && !draft.personalNumber().isBlank())
            flaws.add(new Change.Flaw("personal", "market.personal.fault"));
        Optional<String> phone = Phone.read(draft.phone());
        if (phone.isEmpty() && !draft.phone().isBlank()) flaws.add(new Change.Flaw("phone", "market.phone.fault"));
        return new Read(tax.orElse(null), number.orElse(null), phone.orElse(null));
    }

    TraderStore.Kept sealed(Trader trader, Read read) {
        return new TraderStore.Kept(
                trader, close(read.personalNumber(), NUMBER), mark(read.personalNumber()), close(read.phone(), PHONE));
    }

    /** Telephones by trader, opened to be compared. */
    Map<UUID, String> phones(List<TraderStore.Kept> of) {
        var phones = new HashMap<UUID, String>();
        for (TraderStore.Kept kept : of)
            if (kept.phone() != null) phones.put(kept.trader().id(), seal.open(kept.phone(), PHONE));
        return phones;
    }

    @Nullable
    String mark(@Nullable String personalNumber) {
        return personalNumber == null ? null : seal.mark(personalNumber, NUMBER);
    }

    private @Nullable String close(@Nullable String plain, String purpose) {
        return plain == null ? null : seal.close(plain, purpose);
    }

    /** Only somebody whom an administrator made a trader there: the account will see the stall's takings. */
    private @Nullable UUID account(Market market, String username) {
        return accounts.actor(username)
                .filter(actor -> access.may(actor, Role.TRADER, market.unit().value())
                        && actor.synthetic() == market.synthetic())
                .map(Actor::account)
                .orElse(null);
    }

    static String path(Market market, UUID trader) {
        return Markets.path(market) + "/traders/" + trader;
    }

    private LocalDate today() {
        return Ground.day(clock.instant());
    }
}
