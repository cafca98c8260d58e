package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.pages.Result;

/** The addresses of people. A person sees and changes their own; only what was confirmed is ever written to. */
@Service
public class Contacts {

    public static final String PATH = "/id/contacts";
    /** Of one person, the lost ones not counted. */
    static final int MOST = 6;

    private final ContactStore store;
    private final Confirmations confirmations;
    private final Accounts accounts;
    private final Media media;
    private final Inbox inbox;
    private final AccessLog log;
    private final InstantSource clock;

    Contacts(
            ContactStore store,
            Confirmations confirmations,
            Accounts accounts,
            Media media,
            Inbox inbox,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.confirmations = confirmations;
        this.accounts = accounts;
        this.media = media;
        this.inbox = inbox;
        this.log = log;
        this.clock = clock;
    }

    /** All that a person has or had, the oldest first. */
    public List<Contact> of(Actor actor) {
        return store.list(actor.account());
    }

    public Optional<Contact> find(Actor actor, UUID id) {
        return store.find(actor.account(), id);
    }

    /** Whether a code can reach an address of that kind. */
    public boolean reachable(Actor actor, AddressKind kind) {
        return media.usable(actor.synthetic()).stream().map(Medium::address).anyMatch(kind::equals);
    }

    /** Adds an address and sends a code to it; one that waits for its code gets a new one. */
    @Transactional
    public Result add(Actor actor, AddressKind kind, String typed) {
        Optional<String> read = Addresses.read(kind, typed);
        if (read.isEmpty()) return Result.invalid("address", "notify.contact.fault." + kind);
        if (!reachable(actor, kind)) return Result.invalid("address", "notify.contact.no-channel");
        confirmations.one(actor);
        String mark = store.mark(read.get());
        Optional<Contact> there = store.live(actor.account(), mark);
        if (there.isPresent())
            return there.get().confirmed()
                    ? Result.invalid("address", "notify.contact.there")
                    : code(actor, there.get(), "address");
        if (full(actor)) return Result.invalid("address", "notify.contact.most");
        UUID id = Ids.next(clock);
        // the same one sent twice at once
        if (!store.insert(actor.account(), id, kind, read.get(), clock.instant())) return new Result.Stale();
        log.record(actor, "notify.contact-added", PATH + "/" + id, kind.name());
        return code(actor, store.find(actor.account(), id).orElseThrow(), "address");
    }

    /** Sends another code. */
    @Transactional
    public Result sendCode(Actor actor, UUID id) {
        Contact contact = store.find(actor.account(), id).orElse(null);
        if (contact == null) return new Result.NotFound();
        if (contact.lost() != null || contact.verifiedAt() != null) return new Result.Stale();
        confirmations.one(actor);
        return code(actor, contact, "code");
    }

    /** Sends a code; none, and without a word, to a real person's address that an invented one typed. */
    private Result code(Actor actor, Contact contact, String field) {
        String mark = store.mark(contact.address());
        store.lock(mark);
        return actor.synthetic() && ofRealPerson(mark)
                ? new Result.Done(contact.id())
                : confirmations.send(actor, contact, mark, field);
    }

    /** Confirms an address by the code that was sent to it. Whoever had it before has it no more. */
    @Transactional
    public Result confirm(Actor actor, UUID id, String code) {
        Contact contact = locked(actor.account(), id).orElse(null);
        if (contact == null) return new Result.NotFound();
        if (contact.lost() != null || contact.verifiedAt() != null) return new Result.Stale();
        if (actor.synthetic() && ofRealPerson(store.mark(contact.address())))
            return Result.invalid("code", "notify.code.spent");
        Result looked = confirmations.look(actor, contact, code);
        if (looked instanceof Result.Done) {
            take(contact);
            log.record(
                    actor,
                    "notify.contact-confirmed",
                    PATH + "/" + id,
                    contact.kind().name());
            tell(contact);
        }
        return looked;
    }

    /** Adds an address that proves itself, as a browser does that speaks for its person; the same again changes nothing. */
    @Transactional
    public Result addProved(Actor actor, AddressKind kind, String address) {
        confirmations.one(actor);
        store.lock(store.mark(address));
        Optional<Contact> there = store.live(actor.account(), store.mark(address));
        if (there.isPresent()) return new Result.Done(there.get().id());
        if (actor.synthetic()) return Result.invalid("address", "notify.contact.no-channel");
        if (full(actor)) return Result.invalid("address", "notify.contact.most");
        UUID id = Ids.next(clock);
        store.insert(actor.account(), id, kind, address, clock.instant());
        Contact contact = store.find(actor.account(), id).orElseThrow();
        take(contact);
        log.record(actor, "notify.contact-confirmed", PATH + "/" + id, kind.name());
        tell(contact);
        return new Result.Done(id);
    }

    @Transactional
    public Result remove(Actor actor, UUID id) {
        Contact contact = locked(actor.account(), id).orElse(null);
        if (contact == null) return new Result.NotFound();
        if (!lose(contact, Contact.Lost.REMOVED)) return new Result.Stale();
        log.record(
                actor, "notify.contact-removed", PATH + "/" + id, contact.kind().name());
        return new Result.Done(id);
    }

    /** The provider says that an address reaches nobody. */
    @Transactional
    public void broken(UUID account, UUID id) {
        locked(account, id).ifPresent(contact -> lose(contact, Contact.Lost.BROKEN));
    }

    /**
     * Gives an invented person a confirmed address, unless a real one has it: for the demonstration. Repeating it changes
     * nothing.
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void ensure(UUID account, AddressKind kind, String address) {
        UUID id = Ids.next(clock);
        store.lock(store.mark(address));
        if (!ofRealPerson(store.mark(address)) && store.insert(account, id, kind, address, clock.instant()))
            take(store.find(account, id).orElseThrow());
    }

    private boolean full(Actor actor) {
        return store.list(actor.account()).stream()
                        .filter(one -> one.lost() == null)
                        .count()
                >= MOST;
    }

    /** It may not have been them. */
    private void tell(Contact contact) {
        inbox.send(
                contact.account(),
                ContactNotices.CONFIRMED,
                "notify.contact.confirmed." + contact.kind(),
                List.of(contact.masked()),
                PATH,
                null);
    }

    /** Who held an address last is a real person: an invented one neither takes nor confirms it. */
    private boolean ofRealPerson(String mark) {
        return store.holder(mark)
                .flatMap(holder -> accounts.find(holder.account()))
                .filter(account -> !account.synthetic())
                .isPresent();
    }

    /** Finds a contact whose address nobody else confirms, removes or asks for until the end of the transaction. */
    private Optional<Contact> locked(UUID account, UUID id) {
        return store.find(account, id).flatMap(contact -> {
            store.lock(store.mark(contact.address()));
            return store.find(account, id);
        });
    }

    private boolean lose(Contact contact, Contact.Lost why) {
        boolean lost = store.lose(contact.account(), contact.id(), why, clock.instant());
        if (lost) store.letGo(contact);
        return lost;
    }

    private void take(Contact contact) {
        Instant now = clock.instant();
        store.verify(contact.account(), contact.id(), now)
                .map(mark -> store.hold(mark, contact.account(), contact.id(), now))
                .filter(before -> !before.contact().equals(contact.id()))
                .ifPresent(before -> store.lose(before.account(), before.contact(), Contact.Lost.TAKEN, now));
    }
}
