package vn.thucchat.foundation.signing.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.signing.AgencySigner;
import vn.thucchat.foundation.signing.TrustAnchor;
import vn.thucchat.foundation.signing.TrustAnchor.Act;

/**
 * Whose signatures are believed, and the key that the platform signs with.
 *
 * @param names of the people who asked and decided
 * @param mine whether the reader may change something
 */
public record TrustAnchorsPage(
        Slice<TrustAnchor> rows, Map<UUID, String> names, Key key, Form<?> form, boolean mine, UUID reader) {

    /**
     * The key of the environment.
     *
     * @param named whether one is named
     * @param status null where none is, or it cannot be opened
     */
    public record Key(boolean named, AgencySigner.@Nullable KeyStatus status) {}

    /** What this reader may do with a certificate. */
    public List<Act> acts(TrustAnchor anchor) {
        boolean own = anchor.change().askedBy().equals(reader);
        if (!mine) return List.of();
        return switch (anchor.state()) {
            case PROPOSED -> own ? List.of(Act.REJECT) : List.of(Act.CONFIRM, Act.REJECT);
            case TRUSTED -> List.of(Act.RETIRE);
            case RETIRING -> own ? List.of(Act.KEEP) : List.of(Act.CONFIRM_RETIREMENT, Act.KEEP);
            case RETIRED, REJECTED -> List.of();
        };
    }

    public String name(@Nullable UUID person) {
        return person == null ? "" : names.getOrDefault(person, "Thực Chất");
    }
}
