package vn.thucchat.foundation.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * Converts days of the Vietnamese lunar calendar to days of the solar one. A month begins on the day of the new moon and
 * the month of the winter solstice is the eleventh, both by the clock of UTC+7; where thirteen months lie between two
 * solstices, the first without a principal term is the leap month. Example: 1 January of the lunar year 2030 is
 * 2 February 2030, a day before the Chinese new year.
 *
 * <p>New moons and the sun's longitude are by the series of J. Meeus, <i>Astronomical Formulae for Calculators</i>, in the
 * selection of Hồ Ngọc Đức (informatik.uni-leipzig.de/~duc/amlich), exact to minutes from 1800 to 2199.
 */
final class LunarCalendar {

    private static final double ZONE = 7 / 24.0;
    private static final double SYNODIC_MONTH = 29.530588853;
    /** The Julian date of a new moon in January 1900, from which months are counted. */
    private static final double EPOCH = 2415021.076998695;

    /**
     * The periodic terms of the new moon: amplitude in days, then the multiples of the sun's mean anomaly, the moon's
     * mean anomaly and the moon's argument of latitude.
     */
    private static final double[][] TERMS = {
        {0.0021, 2, 0, 0},
        {-0.4068, 0, 1, 0},
        {0.0161, 0, 2, 0},
        {-0.0004, 0, 3, 0},
        {0.0104, 0, 0, 2},
        {-0.0051, 1, 1, 0},
        {-0.0074, 1, -1, 0},
        {0.0004, 1, 0, 2},
        {-0.0004, -1, 0, 2},
        {-0.0006, 0, 1, 2},
        {0.0010, 0, -1, 2},
        {0.0005, 1, 2, 0}
    };

    private LunarCalendar() {}

    /**
     * The solar day of a lunar one.
     *
     * @param year such as 2026 for Bính Ngọ
     * @param month 1 to 12; never the leap month of that number
     * @param day 1 to 29, or 30 where the month has as many
     */
    static LocalDate solar(int year, int month, int day) {
        long winter = eleventhMonth(month < 11 ? year - 1 : year);
        long nextWinter = eleventhMonth(month < 11 ? year : year + 1);
        int offset = month < 11 ? month + 1 : month - 11;
        // 13 months from one eleventh to the next: what follows the leap month comes one later
        if (nextWinter - winter > 365 && offset >= leapOffset(winter)) offset++;
        long begins = newMoonDay(Math.round((winter - EPOCH) / SYNODIC_MONTH) + offset);
        return LocalDate.MIN.with(JulianFields.JULIAN_DAY, begins + day - 1);
    }

    /** The Julian day on which the eleventh month of a solar year begins. */
    private static long eleventhMonth(int year) {
        long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        long month = (long) Math.floor((lastDay - 2415021) / SYNODIC_MONTH);
        long begins = newMoonDay(month);
        return principalTerm(begins) >= 9 ? newMoonDay(month - 1) : begins;
    }

    /** How many months after an eleventh month the leap month comes. */
    private static int leapOffset(long eleventh) {
        long month = Math.round((eleventh - EPOCH) / SYNODIC_MONTH);
        int offset = 1;
        while (principalTerm(newMoonDay(month + offset)) != principalTerm(newMoonDay(month + offset + 1))) offset++;
        return offset;
    }

    /** The Julian day, in Viet Nam, of the new moon of a month counted from January 1900. */
    private static long newMoonDay(long month) {
        return (long) Math.floor(newMoon(month) + 0.5 + ZONE);
    }

    /** The Julian date (universal time) of a new moon. */
    private static double newMoon(long month) {
        double t = month / 1236.85;
        double sun = 359.2242 + 29.10535608 * month - (0.0000333 + 0.00000347 * t) * t * t;
        double moon = 306.0253 + 385.81691806 * month + (0.0107306 + 0.00001236 * t) * t * t;
        double latitude = 21.2964 + 390.67050646 * month - (0.0016528 + 0.00000239 * t) * t * t;
        double mean = 2415020.75933
                + 29.53058868 * month
                + (0.0001178 - 0.000000155 * t) * t * t
                + 0.00033 * sine(166.56 + (132.87 - 0.009173 * t) * t);
        double periodic = (0.1734 - 0.000393 * t) * sine(sun);
        for (double[] term : TERMS) periodic += term[0] * sine(term[1] * sun + term[2] * moon + term[3] * latitude);
        double dynamicalTime = -0.000278 + (0.000265 + 0.000262 * t) * t;
        return mean + periodic - dynamicalTime;
    }

    /** The twelfth of the sun's path at the beginning of a Vietnamese day: 0 from the March equinox, 9 from the solstice. */
    private static int principalTerm(long julianDay) {
        double t = (julianDay - 0.5 - ZONE - 2451545) / 36525;
        double anomaly = 357.52910 + (35999.05030 - (0.0001559 + 0.00000048 * t) * t) * t;
        double longitude = 280.46645
                + (36000.76983 + 0.0003032 * t) * t
                + (1.914600 - (0.004817 + 0.000014 * t) * t) * sine(anomaly)
                + (0.019993 - 0.000101 * t) * sine(2 * anomaly)
                + 0.000290 * sine(3 * anomaly);
        return Math.floorMod((int) Math.floor(longitude / 30), 12);
    }

    private static double sine(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
