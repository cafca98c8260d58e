package vn.thucchat.economy.market.traders;

import java.util.Optional;

/**
 * A tax code: 10 digits with a check digit, for branches with a hyphen and three more (Circular 105/2020/TT-BTC, article
 * 5), or the 12 digits of a personal number, which persons and households use since 1 July 2025 (Circular
 * 86/2024/TT-BTC).
 */
final class TaxCode {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private TaxCode() {}

    static Optional<String> read(String typed) {
        String code = typed.replaceAll("[\\s.]", "");
        if (code.matches("[0-9]{13}")) code = code.substring(0, 10) + "-" + code.substring(10);
        if (code.matches("[0-9]{10}(-[0-9]{3})?"))
            return checked(code) && !code.endsWith("-000") ? Optional.of(code) : Optional.empty();
        return PersonalNumber.read(code);
    }

    private static boolean checked(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (code.charAt(i) - '0');
        int check = 10 - sum % 11;
        return check < 10 && check == code.charAt(9) - '0' && !code.startsWith("0000000", 2);
    }
}
