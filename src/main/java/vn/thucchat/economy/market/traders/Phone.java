package vn.thucchat.economy.market.traders;

import java.util.Optional;

/** A Vietnamese telephone number as people write it: 0, then nine or ten digits. */
final class Phone {

    private Phone() {}

    /** Spaces, dots and +84 for 0 do not matter. */
    static Optional<String> read(String typed) {
        String number = typed.replaceAll("[\\s.()-]", "").replaceFirst("^(\\+84|0084|84(?=[0-9]{9}$))", "0");
        return number.matches("0[35789][0-9]{8}|02[0-9]{8,9}") ? Optional.of(number) : Optional.empty();
    }

    static String masked(String number) {
        return number.substring(0, 3) + "•••••" + number.substring(number.length() - 2);
    }
}
