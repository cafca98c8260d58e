package vn.thucchat.foundation.facts;

/**
 * What some facts come to.
 *
 * @param count their counts, {@code amount} their amounts, added
 * @param subjects how many different ones they are about: never to be added
 */
public record Tally(long count, long amount, long subjects) {

    public static final Tally NONE = new Tally(0, 0, 0);
}
