package vn.thucchat.foundation.units;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.core.io.ClassPathResource;

/** The province's own files, read without a database. */
@NullMarked
final class ShippedData {

    static final UnitFiles FILES = UnitFiles.read(content("units.csv"), content("successions.csv"), List.of());

    static final Gazetteer GAZETTEER = gazetteer(FILES);

    private ShippedData() {}

    static Gazetteer gazetteer(UnitFiles files) {
        return new Gazetteer(
                files.versions().stream().map(UnitFiles.VersionLine::unit).toList(),
                files.successions().stream()
                        .map(UnitFiles.HeritageLine::heritage)
                        .toList());
    }

    static byte[] content(String file) {
        try {
            return new ClassPathResource("data/units/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
