package vn.thucchat.foundation.calendar;

/** How long something may take, in working time. */
public sealed interface Term {

    /** @param count 0: the same day, as for procedures that are settled at once */
    record Days(int count) implements Term {

        public Days {
            if (count < 0) throw new IllegalArgumentException("A term of " + count + " days");
        }
    }

    record Hours(int count) implements Term {

        public Hours {
            if (count < 1) throw new IllegalArgumentException("A term of " + count + " hours");
        }
    }
}
