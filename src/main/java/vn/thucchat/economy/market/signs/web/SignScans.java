package vn.thucchat.economy.market.signs.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.signs.Inspections;
import vn.thucchat.economy.market.signs.SignReading;
import vn.thucchat.foundation.papers.QrPhotos;

/** Reads the code of a sign: from a photo, or as the browser read it. */
@Component
record SignScans(Inspections rounds) {

    /** Nothing but such an address: a code to pay by may have one in its memo. */
    private static final Set<SignReading.Result> STRANGE =
            EnumSet.of(SignReading.Result.FOREIGN, SignReading.Result.UNREADABLE);

    private static final Pattern SMALL = Pattern.compile("https?://[^/\\s]+/market/signs/[0-9A-Za-z]{6}");

    /** What was read off a sign, or why it was nothing. */
    sealed interface Scan {
        record Read(String text) implements Scan {}

        /** @param why the key of its words */
        record Nothing(String field, String why) implements Scan {}
    }

    static Scan typed(String text) {
        if (text.isBlank()) return new Scan.Nothing("text", "market.reading.empty");
        return small(text) ? new Scan.Nothing("text", "market.reading.small-code") : new Scan.Read(text);
    }

    Scan seen(Market market, Stall stall, byte[] photo) {
        Optional<List<String>> read = QrPhotos.read(photo);
        if (read.isEmpty()) return new Scan.Nothing("photo", "market.reading.no-picture");
        List<String> codes = read.get();
        List<String> large =
                codes.stream().filter(code -> !code.isBlank() && !small(code)).toList();
        return switch (large.size()) {
            case 0 ->
                new Scan.Nothing("photo", codes.isEmpty() ? "market.reading.no-code" : "market.reading.small-code");
            case 1 -> new Scan.Read(large.getFirst());
            // a sticker beside the stall's own code is found all the same; a neighbour's sign in the picture is not it
            default ->
                large.stream()
                        .filter(code -> STRANGE.contains(rounds.judge(market, stall, code)))
                        .findFirst()
                        .<Scan>map(Scan.Read::new)
                        .orElseGet(() -> new Scan.Nothing("photo", "market.reading.two-codes"));
        };
    }

    /** The small code in a sign's corner leads to a page of ours: where the money goes is in the large one. */
    private static boolean small(String text) {
        return SMALL.matcher(text.strip()).matches();
    }
}
