package vn.thucchat.foundation.units;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a unit of one day lies among the smallest units of another day. */
final class Image {

    /** @param share null when it is not known how much of the unit lies there */
    record Piece(UnitCode unit, @Nullable BigDecimal share) {}

    private final TreeMap<UnitCode, Piece> pieces = new TreeMap<>();
    /** False when nobody recorded where it went (or came from): the pieces are then all places where it may lie. */
    private boolean known = true;

    static Image of(UnitCode unit) {
        var image = new Image();
        image.add(unit, BigDecimal.ONE);
        return image;
    }

    /** Units together, without shares: of a district the places of all its communes. */
    static Image union(Collection<Image> images) {
        var union = new Image();
        for (Image image : images) {
            for (UnitCode unit : image.units()) union.add(unit, null);
            if (!image.known) union.forget();
        }
        return union;
    }

    void add(UnitCode unit, @Nullable BigDecimal share) {
        Piece there = pieces.get(unit);
        if (there == null) pieces.put(unit, new Piece(unit, share));
        else pieces.put(unit, new Piece(unit, there.share == null || share == null ? null : there.share.add(share)));
    }

    void forget() {
        known = false;
    }

    boolean known() {
        return known;
    }

    Collection<Piece> pieces() {
        return pieces.values();
    }

    Set<UnitCode> units() {
        return pieces.keySet();
    }

    /** How much of the unit lies in the places given, or null when nobody decided. */
    @Nullable
    BigDecimal share(Predicate<UnitCode> within) {
        BigDecimal inside = BigDecimal.ZERO;
        for (Piece piece : pieces.values()) {
            if (!within.test(piece.unit)) continue;
            if (piece.share == null) return null;
            inside = inside.add(piece.share);
        }
        return known ? inside : null;
    }
}
