package vn.thucchat.demonstration;

import vn.thucchat.foundation.facts.Provenance;

/** The shares that communes report, with how they grow: fast in 2021 and 2022, ever more slowly since. */
enum Theme {
    ACCOUNTS(
            "payment-account-15plus",
            0.77,
            new Course(52.4, 58.9, 66.2, 69.8),
            Provenance.REPORTED,
            "người từ 15 tuổi có tài khoản thanh toán"),
    SMARTPHONES(
            "adult-smartphone",
            0.72,
            new Course(58.1, 64.0, 70.2, 74.1),
            Provenance.SURVEYED,
            "người trưởng thành có điện thoại thông minh"),
    FIBRE(
            "household-fibre",
            1 / 3.5,
            new Course(58.8, 65.2, 72.0, 76.3),
            Provenance.REPORTED,
            "hộ gia đình có cáp quang băng rộng"),
    HANDBOOK(
            "party-handbook-installed",
            0.078,
            new Course(9.5, 38.2, 83.3, 90.4),
            Provenance.REPORTED,
            "đảng viên đã cài đặt Sổ tay đảng viên điện tử");

    final String indicator;
    final Provenance provenance;
    final String words;
    private final double ofPeople;

    @SuppressWarnings("ImmutableEnumChecker") // a record of primitives; the annotation that says so is not ours to need
    private final Course course;

    /** The province's share at the end of each of the four half-years of 2021 and 2022, in per cent. */
    record Course(double first, double second, double third, double fourth) {
        private static final double ALL_BUT = 96;
        /** After so many half-years, about two thirds of what was missing at the end of 2022 is reached. */
        private static final double PATIENCE = 7;

        double at(int half) {
            return switch (half) {
                case 0 -> first;
                case 1 -> second;
                case 2 -> third;
                default -> fourth + (ALL_BUT - fourth) * (1 - StrictMath.exp((3 - half) / PATIENCE));
            };
        }
    }

    Theme(String indicator, double ofPeople, Course course, Provenance provenance, String words) {
        this.indicator = indicator;
        this.ofPeople = ofPeople;
        this.course = course;
        this.provenance = provenance;
        this.words = words;
    }

    /** @param half counted as {@link Days#index} does */
    int denominator(Commune commune, int half) {
        return (int) Math.round(commune.people() * ofPeople * (1 + 0.004 * half));
    }

    int numerator(Commune commune, int half) {
        double share = Math.clamp(percent(commune, half), 1.5, 99.4);
        return (int) Math.round(denominator(commune, half) * share / 100);
    }

    double percent(Commune commune, int half) {
        var draw = new Draw("theme", indicator, commune.code());
        double own = 3.5 * draw.bell();
        // a few are far behind, and catch up slowly
        double lag = draw.chance(0.03) ? draw.between(15, 26) * Math.max(0.4, 1 - 0.12 * half) : 0;
        double shake = 0.6 * new Draw("theme", indicator, commune.code(), half).bell();
        double head = commune.head() * course.at(half) / 72;
        return course.at(half) + head + own * course.at(half) / 72 - lag + shake;
    }

    /** What the province is to reach by the end of a year. */
    int goal(int year) {
        double reached = course.at(2 * (year - 2021) + 1);
        return (int) Math.round(Math.min(95, reached + (this == FIBRE || this == SMARTPHONES ? 4 : -1)));
    }
}
