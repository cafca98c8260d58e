package vn.thucchat.foundation.rollups;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Evidence;

/**
 * Sums of a day's facts by the hour of the Vietnamese clock in which each happened. Of the distinct subjects of an hour
 * only the {@link #SUBJECTS} smallest numbers are kept: enough to tell whether there are as many, also of several cells
 * united. Equal sums have equal bytes, however they came about: for each hour that has facts, in order, its number, count,
 * amount, and how many subjects and which, as numbers of seven bits a byte, the lowest first.
 */
final class RollUpHours {

    /** Subjects that an hour must have to be told to those who may not open the acts. */
    static final int SUBJECTS = Evidence.Group.FEWEST_SUBJECTS;

    /** Receives what an hour comes to. */
    interface Reader {
        /** @param subjects how many distinct ones there are, at most {@link #SUBJECTS} */
        void hour(int hour, long count, long amount, int subjects);
    }

    private static final class Hour {
        private long count;
        private long amount;
        private int[] subjects = {};

        void add(int subject) {
            int place = -Arrays.binarySearch(subjects, subject) - 1;
            if (place < 0 || place == SUBJECTS) return;
            int[] more = Arrays.copyOf(subjects, Math.min(subjects.length + 1, SUBJECTS));
            System.arraycopy(subjects, place, more, place + 1, more.length - place - 1);
            more[place] = subject;
            subjects = more;
        }
    }

    private final @Nullable Hour[] hours = new Hour[24];

    void add(int hour, long count, long amount) {
        Hour to = hour(hour);
        to.count += count;
        to.amount += amount;
    }

    void addSubject(int hour, int subject) {
        hour(hour).add(subject);
    }

    /** @param bytes from {@link #bytes} */
    void add(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        while (from.hasRemaining()) {
            int hour = (int) number(from);
            add(hour, number(from), number(from));
            for (long subjects = number(from); subjects > 0; subjects--) addSubject(hour, (int) number(from));
        }
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < hours.length; i++) {
            Hour hour = hours[i];
            if (hour == null) continue;
            put(bytes, i);
            put(bytes, hour.count);
            put(bytes, hour.amount);
            put(bytes, hour.subjects.length);
            for (int subject : hour.subjects) put(bytes, subject);
        }
        return bytes.toByteArray();
    }

    void forEach(Reader reader) {
        for (int i = 0; i < hours.length; i++) {
            Hour hour = hours[i];
            if (hour != null) reader.hour(i, hour.count, hour.amount, hour.subjects.length);
        }
    }

    private Hour hour(int number) {
        Hour hour = hours[number];
        if (hour == null) hours[number] = hour = new Hour();
        return hour;
    }

    /** The sign goes last, so that small negative numbers are short, too. */
    private static void put(ByteArrayOutputStream to, long number) {
        long rest = (number << 1) ^ (number >> 63);
        for (; rest >>> 7 != 0; rest >>>= 7) to.write(((int) rest & 0x7f) | 0x80);
        to.write((int) rest);
    }

    private static long number(ByteBuffer from) {
        long number = 0;
        int shift = 0;
        byte next;
        do {
            next = from.get();
            number |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return (number >>> 1) ^ -(number & 1);
    }
}
