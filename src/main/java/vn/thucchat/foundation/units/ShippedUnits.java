package vn.thucchat.foundation.units;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;

/** Takes the province's own files at start, when they are not the ones taken before. */
@Component
class ShippedUnits {

    static final String COLLECTION = "thai-nguyen";

    private static final Logger LOG = LoggerFactory.getLogger(ShippedUnits.class);

    private final UnitsStore store;
    private final UnitCollections collections;
    private final MessageSource messages;

    ShippedUnits(UnitsStore store, UnitCollections collections, MessageSource messages) {
        this.store = store;
        this.collections = collections;
        this.messages = messages;
    }

    @PostConstruct
    void load() {
        UnitFiles files = UnitFiles.read(content(UnitFiles.UNITS), content(UnitFiles.SUCCESSIONS), List.of());
        var there = store.collection(COLLECTION);
        if (there.isPresent() && there.get().hash().equals(files.hash())) return;
        if (there.isPresent() && !there.get().shipped()) {
            LOG.info(
                    "Kept the units that {} imported in the place of the shipped ones",
                    there.get().loadedBy());
            return;
        }
        if (!collections.take(COLLECTION, files, true, Actor.PLATFORM.username()))
            throw new IllegalStateException("The shipped units were refused:\n"
                    + told(UnitFiles.UNITS, files.unitErrors())
                    + told(UnitFiles.SUCCESSIONS, files.successionErrors()));
        LOG.info(
                "Took {} versions of units and {} successions",
                files.versions().size(),
                files.successions().size());
    }

    private String told(String file, List<CellError> errors) {
        var texts = new Texts(messages, Locale.ENGLISH);
        return errors.stream()
                .map(error -> file + " " + error.said(texts) + "\n")
                .collect(Collectors.joining());
    }

    private static byte[] content(String file) {
        try {
            return new ClassPathResource("data/units/" + file).getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
