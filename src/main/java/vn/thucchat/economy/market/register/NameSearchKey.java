package vn.thucchat.economy.market.register;

import java.util.Locale;
import vn.thucchat.foundation.money.vietqr.QrRules;

/** Folds names to the form in which they are searched: {@code Nguyễn Thị Bích} is {@code nguyen thi bich}. */
public final class NameSearchKey {

    private NameSearchKey() {}

    public static String of(String text) {
        return QrRules.memo(text).toLowerCase(Locale.ROOT);
    }
}
