package vn.thucchat.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Chance that falls the same way on every machine and Java version: SplitMix64 (Steele, Lea, Flood 2014), begun from the
 * demonstration's seed and the words that say what is drawn. What is drawn for one thing does not depend on another.
 */
final class Draw {

    /** The day of the session whose report this platform starts with. */
    static final long SEED = 20220808L;

    private long state;

    Draw(Object... about) {
        long hash = SEED;
        for (Object word : about)
            for (byte letter : (word + "|").getBytes(StandardCharsets.UTF_8)) hash = mix(hash ^ (letter & 0xFF));
        state = hash;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** From 0 to below {@code bound}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From 0 to below 1. */
    double share() {
        return (next() >>> 11) * 0x1p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * share();
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /** About a normal distribution: mean 0, deviation 1, never beyond 3.5. */
    double bell() {
        return (share() + share() + share() + share() - 2) * 1.7320508;
    }

    /** How many of the rare things happened, when {@code mean} are expected (Knuth). */
    int happened(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = share();
        int count = 0;
        while (product > limit) {
            count++;
            product *= share();
        }
        return count;
    }

    /** A UUID of version 8 (RFC 9562: of its maker's own making). */
    UUID id() {
        return new UUID((next() & ~0xF000L) | 0x8000L, (next() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
