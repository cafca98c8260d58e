package vn.thucchat.foundation.identity.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.FactorRemovals.LinkedSignIns;
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
    /** From one network: whoever asks from elsewhere leaves the owner theirs. */
    private static final int MOST_SENT_A_DAY = 6;

    private static final int MOST_SENT_IN_ALL = 24;
    /** Of a million codes: in a day a stranger who knows an address is right 6 times in 100,000. */
    private static final int MOST_WRONG_A_DAY = 60;

    /** From one network: whoever guesses from there leaves the owner theirs. */
    private static final int MOST_WRONG_OF_NETWORK = 12;

    private static final Duration PROVIDER_GOOD = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 12;
    /** Those before the wait among them. */
    private static final int MOST_TRIES_IN_ALL = 20;

    private final RecoveryStore store;
    private final RecoverySendingStore sendings;
    private final RecoveryCompletion ends;
    private final RecoveryMessages messages;
    private final RecoveryTokens links;
    private final Accounts accounts;
    private final Contacts contacts;
    private final SecondFactor paper;
    private final LinkedSignIns linked;
    private final PrivacyRules rules;
    private final AccessLog log;
    private final InstantSource clock;

    SelfRecoveries(
            RecoveryStore store,
            RecoverySendingStore sendings,
            RecoveryCompletion ends,
            RecoveryMessages messages,
            RecoveryTokens links,
            Accounts accounts,
            Contacts contacts,
            SecondFactor paper,
            LinkedSignIns linked,
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
        this.linked = linked;
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
                .orElse(null);
        UUID id = Ids.next(clock);
        store.insert(
                new Recovery(id, account, null, null, List.of(), now, null, now.plus(PROVING), null, null, null), "");
        if (account != null) log.record(Actor.STRANGER, "identity.recovery-begun", "/admin/accounts/" + account, "");
        return id;
    }

    /**
     * Sends a code to an address, if it is one that the owner confirmed some days before.
     *
     * @param network that asks: {@code net:192.0.2.7}
     */
    @Transactional
    public void send(Recovery recovery, RecoveryProof proof, String address, String network) {
        Instant now = ends.now();
        if (!takes(recovery, proof, now)) return;
        Actor owner = owner(recovery).orElse(null);
        if (owner == null) return;
        store.lock(owner.account());
        var sent = sendings.sent(owner.account(), network, now.minus(DAY));
        if (sent.ofNetwork() >= MOST_SENT_A_DAY || sent.ofAll() >= MOST_SENT_IN_ALL) return;
        Instant before = before(now);
        List<UUID> given = sendings.provenBy(recovery.id());
        contacts.of(owner).stream()
                .filter(contact -> contact.confirmed() && kind(proof) == contact.kind())
                .filter(contact -> since(contact).isBefore(before) && same(contact, address))
                .filter(contact -> recovery.opensAt() == null || given.contains(contact.id()))
                .findFirst()
                .ifPresent(contact -> {
                    UUID sending = Ids.next(clock);
                    sendings.insert(
                            sending,
                            recovery.id(),
                            owner.account(),
                            contact.id(),
                            network,
                            proof,
                            now,
                            now.plus(CODE_GOOD));
                    messages.code(owner, contact, recovery.id(), sending);
                });
    }

    /** Whether a code proves it. Each look is counted before. */
    @Transactional
    public boolean prove(Recovery recovery, RecoveryProof proof, String code) {
        Instant now = ends.now();
        if (!takes(recovery, proof, now)) return false;
        Actor owner = owner(recovery).orElse(null);
        if (owner == null) return false;
        boolean right = switch (proof) {
            case EMAIL, PHONE -> sentCode(recovery, owner, proof, code, now);
            case PAPER ->
                paper.recoveryCodesMadeAt(owner.account())
                                .filter(made -> made.isBefore(before(recovery.madeAt())))
                                .isPresent()
                        && paper.useRecoveryCode(owner.account(), code);
            case PROVIDER -> false;
        };
        if (!right) log.record(Actor.STRANGER, "identity.recovery-code-refused", path(owner), proof.name());
        return right && proven(recovery, owner, proof, now);
    }

    /**
     * Whether a proof can be given now: before the wait one that is missing (a second code of paper would be used up for
     * nothing), after it one of those that were given. Each try is counted before it is looked at.
     */
    private boolean takes(Recovery recovery, RecoveryProof proof, Instant now) {
        boolean given = recovery.proofs().contains(proof.name());
        return switch (recovery.state(now)) {
            case PROVING -> !given && store.chargeAttempt(recovery.id(), MOST_TRIES, now);
            case CONFIRMING -> given && store.chargeAttempt(recovery.id(), MOST_TRIES_IN_ALL, now);
            case WAITING, OPEN, OVER -> false;
        };
    }

    private boolean sentCode(Recovery recovery, Actor owner, RecoveryProof proof, String code, Instant now) {
        store.lock(owner.account());
        UUID sending = sendings.current(recovery.id(), proof, now).orElse(null);
        if (sending == null) return false;
        var wrong = store.wrongSince(owner.account(), sending, now.minus(DAY));
        if (wrong.ofNetwork() >= MOST_WRONG_OF_NETWORK || wrong.ofAll() >= MOST_WRONG_A_DAY) return false;
        boolean right = links.code(sending, code);
        if (right) sendings.right(sending, now);
        else store.wrong(recovery.id());
        return right;
    }

    /**
     * Whether the reader has signed in to this very account by a linked provider since the recovery began, some minutes ago at
     * most: a session that was open before, perhaps on the lost device, proves nothing.
     */
    @Transactional
    public boolean prove(Recovery recovery, SignedIn reader) {
        Actor owner = owner(recovery).orElse(null);
        Instant now = ends.now();
        Instant opened = recovery.opensAt();
        Instant since = opened == null ? recovery.madeAt() : opened;
        // a link made lately may be the thief's, and which of several was used is not known
        return owner != null
                && linked.of(owner.account()).stream()
                        .allMatch(link -> link.linkedAt().isBefore(before(recovery.madeAt())))
                && upstream(reader.assurance())
                        .filter(at -> at.isAfter(since) && !at.isBefore(now.minus(PROVIDER_GOOD)))
                        .isPresent()
                && owner.account().equals(reader.getPrincipal().account())
                && proven(recovery, owner, RecoveryProof.PROVIDER, now);
    }

    /** When a provider last said who it is. */
    private static Optional<Instant> upstream(Assurance of) {
        Instant second = of.secondAt();
        if (second != null && upstream(of.second())) return Optional.of(second);
        return upstream(of.first()) ? Optional.of(of.firstAt()) : Optional.empty();
    }

    private static boolean upstream(@Nullable Factor factor) {
        return factor == Factor.UPSTREAM || factor == Factor.UPSTREAM_TWO_FACTORS;
    }

    /** Before when something was confirmed that proves anything. */
    private Instant before(Instant now) {
        return now.minus(rules.of(RecoveryRules.CONTACT_DAYS, BusinessTime.day(now)), ChronoUnit.DAYS);
    }

    private boolean proven(Recovery recovery, Actor owner, RecoveryProof proof, Instant now) {
        if (recovery.opensAt() != null) {
            boolean confirmed = store.confirm(recovery.id(), proof, now);
            if (confirmed) log.record(Actor.STRANGER, "identity.recovery-confirmed", path(owner), proof.name());
            return confirmed;
        }
        Optional<Integer> count = store.prove(recovery.id(), proof, now);
        if (count.isEmpty()) return false;
        log.record(Actor.STRANGER, "identity.recovery-proven", path(owner), proof.name());
        if (count.get() < Recovery.PROOFS_NEEDED) return true;
        Instant opens = now.plus(Duration.ofHours(rules.of(RecoveryRules.WAIT_HOURS, BusinessTime.day(now))));
        store.open(recovery.id(), opens, opens.plus(OPEN), now);
        messages.warn(owner, recovery.id(), "recovery-waits");
        return true;
    }

    /** Warns anew, once a day, the owners of those that wait. Returns how many. */
    @Transactional
    public int remind() {
        Instant now = ends.now();
        List<UUID> waiting = store.takeDueReminders(now.minus(DAY), now);
        for (UUID id : waiting)
            // one that a changed password ended waits no more
            store.find(id)
                    .filter(recovery -> recovery.state(now) == Recovery.State.WAITING)
                    .flatMap(this::owner)
                    .ifPresent(owner -> messages.warn(owner, id, "recovery-waits"));
        return waiting.size();
    }

    private Optional<Actor> owner(Recovery recovery) {
        return Optional.ofNullable(recovery.account()).flatMap(ends::recoverable);
    }

    private static String path(Actor owner) {
        return "/admin/accounts/" + owner.account();
    }

    private static AddressKind kind(RecoveryProof proof) {
        return proof == RecoveryProof.EMAIL ? AddressKind.EMAIL : AddressKind.PHONE;
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
