package vn.thucchat.foundation.money.vietqr;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Bank names as providers of notifications write them, with the BINs that they mean: {@code MBBank}, {@code MB} and
 * {@code MB Bank} are 970422. From a list that names its sources.
 */
@Component
class BankNames {

    private static final String LIST = "data/banks/names.csv";

    private final Map<String, Set<String>> bins = new HashMap<>();

    BankNames() {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(new ClassPathResource(LIST).getInputStream())) {
            lines.forEach(line -> bins.computeIfAbsent(plain(line.getField("name")), _ -> new HashSet<>())
                    .add(line.getField("bin")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The BINs that a bank's name means; empty when the name is unknown, and nothing is known of the bank. */
    Set<String> bins(@Nullable String name) {
        if (name == null) return Set.of();
        String plain = plain(name);
        return plain.matches("[0-9]{6}") ? Set.of(plain) : bins.getOrDefault(plain, Set.of());
    }

    /** Whether each of some banks can be told from the others by a name. */
    boolean named(Collection<String> several) {
        return several.stream().allMatch(bin -> bins.values().stream().anyMatch(known -> known.contains(bin)));
    }

    /** Capitals and digits alone, without what all banks are called. */
    private static String plain(String name) {
        return Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("[^0-9A-Za-z]", "")
                .toUpperCase(Locale.ROOT)
                .replaceFirst("^(NGANHANG|NH)(THUONGMAICOPHAN|TMCP)?", "");
    }
}
