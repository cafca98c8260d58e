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
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.credentials.IssuedCredential.Reason;
import vn.thucchat.foundation.identity.provider.Issuer;

/**
 * Says which credentials hold (Token Status List): one bit for each of {@value #PLACES}, 1 once it is withdrawn, signed. A list
 * is made anew when somebody asks for it and the last one is two seconds old. Rooms are asked then which of their facts still
 * stand, so that none of them has to tell that one ended, and whatever ends it counts.
 */
@Service
public class StatusLists {

    static final int PLACES = 8_192;

    /** How long whoever checks credentials may keep a list. */
    public static final Duration KEPT = Duration.ofMinutes(1);

    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_KEPT = 1_000;
    private static final JOSEObjectType TYPE = new JOSEObjectType("statuslist+jwt");

    private record Made(String token, Instant at) {}

    private final IssuedCredentialStore store;
    private final CredentialTypes types;
    private final CredentialSigner signer;
    private final Issuer issuer;
    private final InstantSource clock;
    private final Map<UUID, Made> made = new ConcurrentHashMap<>();

    StatusLists(
            IssuedCredentialStore store,
            CredentialTypes types,
            CredentialSigner signer,
            Issuer issuer,
            InstantSource clock) {
        this.store = store;
        this.types = types;
        this.signer = signer;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The name of a list, which is where it is. */
    String uri(UUID list) {
        return issuer.name() + "/credentials/status/" + list;
    }

    /** The signed list; empty when there is none of that id. */
    @Transactional
    public Optional<String> token(UUID list) {
        Instant now = clock.instant();
        Made last = made.get(list);
        if (last != null && now.isBefore(last.at().plus(FRESH)) && !now.isBefore(last.at()))
            return Optional.of(last.token());
        if (!store.listExists(list)) return Optional.empty();
        if (made.size() >= MOST_KEPT) made.clear();
        String token = sign(list, bits(list), now);
        made.put(list, new Made(token, now));
        return Optional.of(token);
    }

    /** Withdraws credentials whose fact stands no longer, in the caller's transaction; how many. */
    int withdrawEnded(List<IssuedCredential> issued) {
        Instant now = clock.instant();
        int number = 0;
        for (CredentialType type : types.all()) {
            List<IssuedCredential> good = issued.stream()
                    .filter(one -> one.type().equals(type.code()) && one.good(now))
                    .toList();
            if (good.isEmpty()) continue;
            Set<UUID> standing = type.standing(good.stream()
                    .map(one -> new CredentialType.Held(one.account(), one.holding()))
                    .collect(Collectors.toUnmodifiableSet()));
            for (IssuedCredential one : good)
                if (!standing.contains(one.holding()) && store.revoke(one, Reason.HOLDING_ENDED, now)) {
                    changed(one.list());
                    number++;
                }
        }
        return number;
    }

    /** Withdraws what has ended in all lists, so that it is written down when it did, whether anybody asks or not. */
    @Transactional
    public void withdrawEnded() {
        for (UUID list : store.lists()) withdrawEnded(store.ofList(list));
    }

    /** Says that a list is another one now. */
    void changed(UUID list) {
        made.remove(list);
    }

    private BitSet bits(UUID list) {
        withdrawEnded(store.ofList(list));
        var bits = new BitSet(PLACES);
        for (IssuedCredential one : store.ofList(list)) if (one.revokedAt() != null) bits.set(one.idx());
        return bits;
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
