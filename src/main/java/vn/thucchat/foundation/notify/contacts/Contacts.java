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
    private final Media media;
    private final Inbox inbox;
    private final AccessLog log;
    private final InstantSource clock;

    Contacts(
            ContactStore store,
            Confirmations confirmations,
            Media media,
            Inbox inbox,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.confirmations = confirmations;
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
        Optional<Contact> there = store.live(actor.account(), store.mark(read.get()));
        if (there.isPresent())
            return there.get().confirmed()
                    ? Result.invalid("address", "notify.contact.there")
                    : confirmations.send(actor, there.get(), store.mark(read.get()), "address");
        if (store.list(actor.account()).stream()
                        .filter(one -> one.lost() == null)
                        .count()
                >= MOST) return Result.invalid("address", "notify.contact.most");
        UUID id = Ids.next(clock);
        // the same one sent twice at once
        if (!store.insert(actor.account(), id, kind, read.get(), clock.instant())) return new Result.Stale();
        log.record(actor, "notify.contact-added", PATH + "/" + id, kind.name());
        return confirmations.send(
                actor, store.find(actor.account(), id).orElseThrow(), store.mark(read.get()), "address");
    }

    /** Sends another code. */
    @Transactional
    public Result sendCode(Actor actor, UUID id) {
        Contact contact = store.find(actor.account(), id).orElse(null);
        if (contact == null) return new Result.NotFound();
        if (contact.lost() != null || contact.verifiedAt() != null) return new Result.Stale();
        return confirmations.send(actor, contact, store.mark(contact.address()), "code");
    }

    /** Confirms an address by the code that was sent to it. Whoever had it before has it no more. */
    @Transactional
    public Result confirm(Actor actor, UUID id, String code) {
        Contact contact = store.find(actor.account(), id).orElse(null);
        if (contact == null) return new Result.NotFound();
        if (contact.lost() != null || contact.verifiedAt() != null) return new Result.Stale();
        Result looked = confirmations.look(actor, contact, code);
        if (looked instanceof Result.Done && take(contact)) {
            log.record(
                    actor,
                    "notify.contact-confirmed",
                    PATH + "/" + id,
                    contact.kind().name());
            inbox.send(
                    actor.account(),
                    ContactNotices.CONFIRMED,
                    "notify.contact.confirmed." + contact.kind(),
                    List.of(contact.masked()),
                    PATH,
                    null);
        }
        return looked;
    }

    @Transactional
    public Result remove(Actor actor, UUID id) {
        Contact contact = store.find(actor.account(), id).orElse(null);
        if (contact == null) return new Result.NotFound();
        if (!lose(contact, Contact.Lost.REMOVED)) return new Result.Stale();
        log.record(
                actor, "notify.contact-removed", PATH + "/" + id, contact.kind().name());
        return new Result.Done(id);
    }

    /** The provider says that an address reaches nobody. */
    @Transactional
    public void broken(UUID account, UUID id) {
        store.find(account, id).ifPresent(contact -> lose(contact, Contact.Lost.BROKEN));
    }

    /** Gives an invented person a confirmed address: for the demonstration. Repeating it changes nothing. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void ensure(UUID account, AddressKind kind, String address) {
        UUID id = Ids.next(clock);
        if (store.insert(account, id, kind, address, clock.instant()))
            take(store.find(account, id).orElseThrow());
    }

    private boolean lose(Contact contact, Contact.Lost why) {
        boolean lost = store.lose(contact.account(), contact.id(), why, clock.instant());
        if (lost) store.letGo(contact);
        return lost;
    }

    private boolean take(Contact contact) {
        Instant now = clock.instant();
        Optional<String> mark = store.verify(contact.account(), contact.id(), now);
        mark.map(each -> store.hold(each, contact.account(), contact.id(), now))
                .filter(before -> !before.contact().equals(contact.id()))
                .ifPresent(before -> store.lose(before.account(), before.contact(), Contact.Lost.TAKEN, now));
        return mark.isPresent();
    }
}
