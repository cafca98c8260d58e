package vn.thucchat.foundation.identity.credentials;

import com.nimbusds.jose.JOSEObjectType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.credentials.CredentialType.Held;
import vn.thucchat.foundation.identity.credentials.IssuedCredential.Reason;

/**
 * Says which credentials hold (Token Status List): one bit for each of {@value #PLACES}, 1 once it is withdrawn, signed. A list
 * is made anew when somebody asks for it and the last one is two seconds old. Rooms are asked then which of their facts still
 * stand, so that none of them has to tell that one ended, and whatever ends it counts.
 */
@Service
public class StatusLists {

    static final int PLACES = 8_192;

    /**
     * How long whoever checks credentials may keep a list. With the seconds that one is handed out here, by another process or
     * by one that read it just before a withdrawal, it is no older than the minute that the person who withdraws is told of.
     */
    public static final Duration KEPT = Duration.ofSeconds(55);

    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_KEPT = 1_000;
    private static final int LOCKS = 64;
    private static final JOSEObjectType TYPE = new JOSEObjectType("statuslist+jwt");

    private record Made(String token, Instant at) {}

    private final IssuedCredentialStore store;
    private final CredentialTypes types;
    private final CredentialSigner signer;
    private final Issuer issuer;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();
    private final Map<UUID, Made> made = new ConcurrentHashMap<>();

    StatusLists(
            IssuedCredentialStore store,
            CredentialTypes types,
            CredentialSigner signer,
            Issuer issuer,
            Accounts accounts,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.types = types;
        this.signer = signer;
        this.issuer = issuer;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The name of a list, which is where it is. */
    String uri(UUID list) {
        return issuer.name() + "/credentials/status/" + list;
    }

    /**
     * The signed list; empty when there is none of that id. A list that was made just now costs no connection to the database,
     * and of many who ask at once for an old one, one makes it and the others wait.
     */
    public Optional<String> token(UUID list) {
        Optional<String> last = fresh(list);
        if (last.isPresent()) return last;
        synchronized (locks.get(Math.floorMod(list.hashCode(), LOCKS))) {
            Optional<String> meanwhile = fresh(list);
            if (meanwhile.isPresent()) return meanwhile;
            Instant now = clock.instant();
            BitSet bits = transactions.execute(_ -> store.listExists(list) ? bits(list, now) : null);
            if (bits == null) return Optional.empty();
            String token = sign(list, bits, now);
            if (made.size() >= MOST_KEPT) made.clear();
            made.put(list, new Made(token, now));
            return Optional.of(token);
        }
    }

    private Optional<String> fresh(UUID list) {
        Instant now = clock.instant();
        return Optional.ofNullable(made.get(list))
                .filter(last -> now.isBefore(last.at().plus(FRESH)) && !now.isBefore(last.at()))
                .map(Made::token);
    }

    private BitSet bits(UUID list, Instant now) {
        withdrawEnded(store.openOfList(list, now));
        var bits = new BitSet(PLACES);
        store.revoked(list).forEach(bits::set);
        return bits;
    }

    /** Withdraws what has ended in all lists, so that it is written down when it did, whether anybody asks or not. */
    public void withdrawEnded() {
        RuntimeException failed = null;
        for (UUID list : store.openLists(clock.instant()))
            try {
                transactions.executeWithoutResult(_ -> withdrawEnded(store.openOfList(list, clock.instant())));
            } catch (RuntimeException e) {
                // what fails in one list is of no account for the others
                if (failed == null) failed = e;
                else failed.addSuppressed(e);
            }
        if (failed != null) throw failed;
    }

    /**
     * Withdraws credentials whose fact stands no longer or whose account is disabled, in the caller's transaction.
     *
     * @param open by list and place: everybody writes revocations in this order, and so nobody waits for each other
     */
    void withdrawEnded(List<IssuedCredential> open) {
        if (open.isEmpty()) return;
        Instant now = clock.instant();
        Set<UUID> enabled =
                accounts.enabled(open.stream().map(IssuedCredential::account).collect(Collectors.toUnmodifiableSet()));
        Map<String, Set<Held>> standing = types.all().stream()
                .collect(Collectors.toUnmodifiableMap(CredentialType::code, type -> standing(type, open)));
        for (IssuedCredential one : open) {
            boolean disabled = !enabled.contains(one.account());
            Set<Held> good = standing.get(one.type());
            // a type that this version does not know is the next one's, while servers change in turns
            boolean stands = good == null || good.contains(held(one));
            if (stands && !disabled) continue;
            Reason reason = disabled ? Reason.ACCOUNT_DISABLED : Reason.HOLDING_ENDED;
            if (store.revoke(one, reason, now)) changed(one.list());
        }
    }

    private static Set<Held> standing(CredentialType type, List<IssuedCredential> open) {
        Set<Held> issued = open.stream()
                .filter(one -> one.type().equals(type.code()))
                .map(StatusLists::held)
                .collect(Collectors.toUnmodifiableSet());
        return issued.isEmpty() ? Set.of() : type.standing(issued);
    }

    private static Held held(IssuedCredential credential) {
        return new Held(credential.account(), credential.holding());
    }

    /** Says that a list is another one now: once the transaction has committed, since nobody sees it before. */
    void changed(UUID list) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            made.remove(list);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                made.remove(list);
            }
        });
    }

    private String sign(UUID list, BitSet bits, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", uri(list));
        claims.put("iss", issuer.name());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LASTS).getEpochSecond());
        claims.put("ttl", KEPT.toSeconds());
        claims.put("status_list", Map.of("bits", 1, "lst", compressed(bits)));
        return signer.sign(TYPE, claims);
    }

    /** The lowest bit of the first byte is place 0; ZLIB at its best, which for so few bytes costs nothing. */
    static String compressed(BitSet bits) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var zlib = new DeflaterOutputStream(out, deflater)) {
            zlib.write(Arrays.copyOf(bits.toByteArray(), PLACES / Byte.SIZE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }
}
