package vn.thucchat.foundation.vietnamese;

import java.util.Locale;

/** Folds names to the form in which they are searched: {@code Nguyễn Thị Bích} is {@code nguyen thi bich}. */
public final class NameSearchKey {

    private NameSearchKey() {}

    public static String of(String text) {
        return VietnameseText.unmarked(text)
                .replaceAll("[^A-Za-z0-9]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
