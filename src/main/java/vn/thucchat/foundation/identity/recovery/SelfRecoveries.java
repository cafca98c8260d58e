package vn.thucchat.foundation.identity.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.SecondFactor;
import vn.thucchat.foundation.identity.retention.PrivacyRules;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.notify.contacts.Contacts;

/**
 * Lets an owner prove in two ways who they are, and wait. Answers are the same whether there is such an account or not: what
 * is typed wrong, or for nobody, comes to nothing in the same words.
 */
@Service
public class SelfRecoveries {

    static final Duration CODE_GOOD = Duration.ofMinutes(30);
    private static final Duration PROVING = Duration.ofHours(1);
    private static final Duration OPEN = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 5;
    private static final int MOST_SENT_A_DAY = 6;
    private static final int MOST_TRIES = 12;

    private final RecoveryStore store;
    private final SendingStore sendings;
    private final RecoveryEnds ends;
    private final RecoveryMessages messages;
    private final RecoveryLinks links;
    private final Accounts accounts;
    private final Contacts contacts;
    private final SecondFactor paper;
    private final PrivacyRules rules;
    private final AccessLog log;
    private final InstantSource clock;

    SelfRecoveries(
            RecoveryStore store,
            SendingStore sendings,
            RecoveryEnds ends,
            RecoveryMessages messages,
            RecoveryLinks links,
            Accounts accounts,
            Contacts contacts,
            SecondFactor paper,
            PrivacyRules rules,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.sendings = sendings;
        this.ends = ends;
        this.messages = messages;
        this.links = links;
        this.accounts = accounts;
        this.contacts = contacts;
        this.paper = paper;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** Begins one, of whoever has the name; its id. */
    @Transactional
    public UUID begin(String username) {
        Instant now = ends.now();
        UUID account = accounts.find(username)
                .flatMap(found -> ends.recoverable(found.id()))
                .map(Actor::account)
                .filter(found -> store.since(found, now.minus(DAY)) < MOST_A_DAY)
                .orElse(null);
        UUID id = Ids.next(clock);
        store.insert(
                new Recovery(id, account, null, null, java.util.List.of(), now, null, now.plus(PROVING), null), "");
        if (account != null) log.record(Actor.STRANGER, "identity.recovery-begun", "/admin/accounts/" + account, "");
        return id;
    }

    /** Sends a code to an address, if it is one that the owner confirmed some days before. */
    @Transactional
    public void send(Recovery recovery, Proof proof, String address) {
        Instant now = ends.now();
        if (recovery.state(now) != Recovery.State.PROVING || !store.count(recovery.id(), MOST_TRIES, now)) return;
        Actor owner = owner(recovery).orElse(null);
        if (owner == null || sendings.sent(owner.account(), now.minus(DAY)) >= MOST_SENT_A_DAY) return;
        Instant before = now.minus(rules.of(RecoveryRules.CONTACT_DAYS, BusinessTime.day(now)), ChronoUnit.DAYS);
        contacts.of(owner).stream()
                .filter(contact -> contact.confirmed() && kind(proof) == contact.kind())
                .filter(contact -> since(contact).isBefore(before) && same(contact, address))
                .findFirst()
                .ifPresent(contact -> {
                    UUID sending = Ids.next(clock);
                    sendings.insert(sending, recovery.id(), owner.account(), proof, now, now.plus(CODE_GOOD));
                    messages.code(owner, contact, recovery.id(), sending);
                });
    }

    /** Whether a code proves it. Each look is counted before. */
    @Transactional
    public boolean prove(Recovery recovery, Proof proof, String code) {
        Instant now = ends.now();
        if (recovery.state(now) != Recovery.State.PROVING || !store.count(recovery.id(), MOST_TRIES, now)) return false;
        Actor owner = owner(recovery).orElse(null);
        if (owner == null) return false;
        boolean right = switch (proof) {
            case EMAIL, PHONE ->
                sendings.current(recovery.id(), proof, now)
                        .filter(sending -> links.code(sending, code))
                        .isPresent();
            case PAPER -> paper.usePaper(owner.account(), code);
            case PROVIDER -> false;
        };
        if (!right) log.record(Actor.STRANGER, "identity.recovery-code-refused", path(owner), proof.name());
        return right && proven(recovery, owner, proof, now);
    }

    /** Whether the reader is signed in to this very account by a linked provider: that proves it. */
    @Transactional
    public boolean prove(Recovery recovery, SignedIn reader) {
        Actor owner = owner(recovery).orElse(null);
        boolean provider =
                reader.assurance().by(Factor.UPSTREAM) || reader.assurance().by(Factor.UPSTREAM_TWO_FACTORS);
        return owner != null
                && provider
                && owner.account().equals(reader.getPrincipal().account())
                && proven(recovery, owner, Proof.PROVIDER, ends.now());
    }

    private boolean proven(Recovery recovery, Actor owner, Proof proof, Instant now) {
        Optional<Integer> count = store.prove(recovery.id(), proof, now);
        if (count.isEmpty()) return false;
        log.record(Actor.STRANGER, "identity.recovery-proven", path(owner), proof.name());
        if (count.get() < Recovery.PROOFS_NEEDED) return true;
        Instant opens = now.plus(Duration.ofHours(rules.of(RecoveryRules.WAIT_HOURS, BusinessTime.day(now))));
        store.open(recovery.id(), opens, opens.plus(OPEN));
        messages.warn(owner, recovery.id(), "recovery-waits");
        return true;
    }

    private Optional<Actor> owner(Recovery recovery) {
        return Optional.ofNullable(recovery.account()).flatMap(ends::recoverable);
    }

    private static String path(Actor owner) {
        return "/admin/accounts/" + owner.account();
    }

    private static AddressKind kind(Proof proof) {
        return proof == Proof.EMAIL ? AddressKind.EMAIL : AddressKind.PHONE;
    }

    private static Instant since(Contact contact) {
        Instant verified = contact.verifiedAt();
        return verified == null ? Instant.MAX : verified;
    }

    /** {@code 0912 345 678} is {@code +84912345678}. */
    private static boolean same(Contact contact, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (contact.kind() == AddressKind.PHONE) {
            text = text.replaceAll("[^0-9+]", "");
            if (text.startsWith("0")) text = "+84" + text.substring(1);
        }
        return text.equals(contact.address().toLowerCase(Locale.ROOT));
    }
}
