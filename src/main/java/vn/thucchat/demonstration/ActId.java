package vn.thucchat.demonstration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.thucchat.foundation.units.UnitCode;

/**
 * What an invented act's id says: a UUIDv7 whose time is the act's and whose random part holds kind and commune, so that
 * the act is found without a table of ids. Fact and evidence have the same.
 */
record ActId(Instant at, String kind, UnitCode unit) {

    private static final int UNIT_BITS = 17;
    private static final int CHANCE_BITS = 62 - UNIT_BITS;

    static UUID make(Instant at, String kind, UnitCode unit, Draw draw) {
        long chance = draw.next();
        long high = (at.toEpochMilli() << 16) | 0x7000L | ((long) ActKinds.ALL.indexOf(kind) << 9) | (chance & 0x1FF);
        long place = Long.parseLong(unit.value());
        long low = 0x8000_0000_0000_0000L | (place << CHANCE_BITS) | (draw.next() >>> (64 - CHANCE_BITS));
        return new UUID(high, low);
    }

    /** Nothing when the id is not of an invented act. */
    static Optional<ActId> read(UUID id) {
        int kind = (int) (id.getMostSignificantBits() >>> 9) & 7;
        long place = (id.getLeastSignificantBits() >>> CHANCE_BITS) & ((1 << UNIT_BITS) - 1);
        if (id.version() != 7 || id.variant() != 2 || kind >= ActKinds.ALL.size() || place > 99_999)
            return Optional.empty();
        return Optional.of(new ActId(
                Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16),
                ActKinds.ALL.get(kind),
                new UnitCode(String.format(java.util.Locale.ROOT, "%05d", place))));
    }
}
