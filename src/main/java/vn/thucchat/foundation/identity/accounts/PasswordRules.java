package vn.thucchat.foundation.identity.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells passwords that are guessed first from those that are not, as NIST SP 800-63B wants: by length and by what is
 * common or known of the person, never by which kinds of characters there are. More than 3,000 common ones of ten
 * characters and more are listed in {@code identity/common-passwords.txt} with their sources.
 */
final class PasswordRules {

    static final int SHORTEST = 10;
    /** A hash of a novel would be work given away. */
    static final int LONGEST = 200;

    /** What is left when everything known is taken away must be this long. */
    private static final int REST = 4;

    private static final Pattern DIACRITICS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_SAID = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A telephone number of Vietnam, or a row of digits that could as well be a birthday or an identity card. */
    private static final Pattern DIGITS = Pattern.compile("[0-9+]{1,15}");

    /** Words that people here make passwords of, without diacritics; alone, doubled or with digits they are guessed. */
    private static final Set<String> WORDS = Set.of(
            "thucchat",
            "thucchatdemo",
            "demosepaysecret",
            "democassosecret",
            "demopayossecret",
            "thainguyen",
            "baccan",
            "backan",
            "vietnam",
            "hanoi",
            "saigon",
            "hochiminh",
            "danang",
            "haiphong",
            "cantho",
            "matkhau",
            "matkhaumoi",
            "password",
            "passw",
            "admin",
            "administrator",
            "quantri",
            "quantrivien",
            "nguoidung",
            "taikhoan",
            "dangnhap",
            "tieuthuong",
            "ketoan",
            "lanhdao",
            "vanphong",
            "chuyendoiso",
            "uyban",
            "ubnd",
            "anhyeuem",
            "emyeuanh",
            "yeuem",
            "yeuanh",
            "yeunhau",
            "iloveyou",
            "conyeu",
            "boyeucon",
            "giadinh",
            "hanhphuc",
            "maimai",
            "tinhyeu",
            "khongbiet",
            "khongco",
            "xinchao",
            "motconvit",
            "nguyen",
            "welcome",
            "qwerty",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qazwsx",
            "letmein",
            "dragon",
            "monkey",
            "football");

    private final Set<String> common = common();

    enum Weakness {
        SHORT,
        LONG,
        /** made of the person's own name or username */
        NAME,
        COMMON
    }

    Optional<Weakness> weakness(String password, String username, String name) {
        if (password.length() > LONGEST) return Optional.of(Weakness.LONG);
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of(Weakness.SHORT);
        String typed =
                Normalizer.normalize(password, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        String said = said(typed);
        String spelled = said(unmasked(plain(typed)));
        if (madeOf(said, username, name)) return Optional.of(Weakness.NAME);
        boolean guessed = listed(typed)
                || listed(plain(typed))
                || listed(said)
                || wordAndDigits(said)
                || listed(spelled)
                || wordAndDigits(spelled)
                || monotonous(typed)
                || (said.length() >= 8 && monotonous(said));
        return guessed ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    /** The list holds each with its usual ending; another sign or two at the end makes it no better. */
    private boolean listed(String password) {
        String core = password;
        for (int cut = 0; cut <= 3 && core.length() >= 8; cut++) {
            if (common.contains(core)) return true;
            core = core.substring(0, core.length() - 1);
        }
        return false;
    }

    private static boolean wordAndDigits(String said) {
        String word = said.replaceAll("^[0-9]+|[0-9]+$", "");
        // the digits are the rest of a password only when there are many of them
        if (said.length() - word.length() > 8) return false;
        if (WORDS.contains(word)) return true;
        for (String first : WORDS)
            if (word.startsWith(first)
                    && WORDS.contains(word.substring(first.length()).replaceAll("^[0-9]+", ""))) return true;
        return false;
    }

    /** Few signs, one pattern again and again, a row of neighbours, or digits that are a number of somebody's. */
    private static boolean monotonous(String text) {
        if (text.isEmpty()
                || text.chars().distinct().count() <= 3
                || DIGITS.matcher(text).matches()) return true;
        for (int period = 1; period <= Math.min(6, text.length() / 2); period++)
            if (text.regionMatches(0, text, period, text.length() - period)) return true;
        int step = text.length() < 2 ? 0 : text.charAt(1) - text.charAt(0);
        if (Math.abs(step) != 1) return false;
        for (int i = 1; i < text.length(); i++) if (text.charAt(i) - text.charAt(i - 1) != step) return false;
        return true;
    }

    /** Whether little is left without the words of the person's own name and username, and digits behind them. */
    private static boolean madeOf(String said, String username, String name) {
        String user = said(username.toLowerCase(Locale.ROOT));
        String whole = said(name.toLowerCase(Locale.ROOT));
        String rest = said;
        if (user.length() >= 3) rest = rest.replace(user, "");
        if (whole.length() >= 3) rest = rest.replace(whole, "");
        String[] words = plain((name + " " + username).toLowerCase(Locale.ROOT)).split("[^\\p{L}\\p{N}]+");
        Arrays.sort(words, (a, b) -> b.length() - a.length());
        for (String word : words) if (word.length() >= 3) rest = rest.replace(word, "");
        if (rest.length() == said.length()) return false;
        return rest.replaceAll("[0-9]{1,8}", "").length() < REST;
    }

    /** Without diacritics. */
    private static String plain(String text) {
        return DIACRITICS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('ð', 'd');
    }

    /** Without diacritics, spaces and punctuation. */
    private static String said(String text) {
        return NOT_SAID.matcher(plain(text)).replaceAll("");
    }

    /** Signs that stand for letters ("p@ssw0rd"), but for the digits at the end. */
    private static String unmasked(String text) {
        String word = text.replaceAll("[0-9\\p{Punct}]+$", "");
        return letters(word) + text.substring(word.length());
    }

    private static String letters(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    private static Set<String> common() {
        try (var file = PasswordRules.class.getResourceAsStream("/identity/common-passwords.txt")) {
            if (file == null) throw new IllegalStateException("common-passwords.txt is missing");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
