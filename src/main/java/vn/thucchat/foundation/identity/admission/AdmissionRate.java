package vn.thucchat.foundation.identity.admission;

import java.util.function.LongSupplier;

/**
 * Says how many may be admitted now, so that those admitted are looked at within a second: a little fewer a second than can
 * be looked at, and none while half a second's work waits.
 */
final class AdmissionRate {

    /** The rest is for those who change a password, or give it once more. */
    private static final double SHARE = 0.8;
    /** Of those admitted while both kinds wait, those who were here before: strangers keep nobody out, nor are kept out. */
    private static final double KNOWN = 0.75;
    /** In how many seconds' work somebody who comes without a ticket may still stand last. */
    private static final double COMFORT_SECONDS = 0.7;

    private static final int FEW = 4;

    private final Capacity capacity;
    private final LongSupplier nanos;
    private long countedAt;
    private double credit;
    private double strangers;
    private long roomCountedAt;
    private double room = Double.MAX_VALUE;

    AdmissionRate(Capacity capacity, LongSupplier nanos) {
        this.capacity = capacity;
        this.nanos = nanos;
        this.countedAt = nanos.getAsLong();
        this.roomCountedAt = countedAt;
    }

    /** Admitted in a second. */
    double perSecond() {
        return SHARE * capacity.perSecond().getAsDouble();
    }

    /** Whether one more would be looked at without waiting long; who only opens the form takes no room. */
    synchronized boolean hasRoom() {
        double rate = capacity.perSecond().getAsDouble();
        double most = Math.max(FEW, rate * COMFORT_SECONDS);
        long now = nanos.getAsLong();
        room = Math.min(most, room + rate * (now - roomCountedAt) / 1e9);
        roomCountedAt = now;
        return room >= 1 && capacity.underway().getAsInt() < most;
    }

    /** Whether one more is looked at without waiting long; it counts as let in, before it is counted as underway. */
    synchronized boolean takeRoom() {
        if (!hasRoom()) return false;
        room--;
        return true;
    }

    /** How many may be admitted now; they count as admitted. */
    synchronized int take() {
        long now = nanos.getAsLong();
        double rate = perSecond();
        credit = Math.min(Math.max(1, rate / 2), credit + rate * (now - countedAt) / 1e9);
        countedAt = now;
        if (capacity.underway().getAsInt() > rate / 2) return 0;
        int whole = (int) credit;
        credit -= whole;
        return whole;
    }

    /** Of so many, how many are for strangers; over time a quarter. */
    synchronized int forStrangers(int many) {
        strangers = Math.min(strangers + many * (1 - KNOWN), many);
        int whole = (int) strangers;
        strangers -= whole;
        return whole;
    }

    /** Fewer waited than might have been admitted. */
    synchronized void giveBack(int unused) {
        credit += unused;
    }

    /** The share of all that goes to one of the two kinds while both wait. */
    static double share(boolean known) {
        return known ? KNOWN : 1 - KNOWN;
    }
}
