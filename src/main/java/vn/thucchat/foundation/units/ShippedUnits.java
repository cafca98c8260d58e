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
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;

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
        UnitFiles files = UnitFiles.read(content(Fault.File.UNITS), content(Fault.File.SUCCESSIONS));
        var there = store.collection(COLLECTION);
        if (there.isPresent() && there.get().hash().equals(files.hash())) return;
        if (there.isPresent() && !there.get().shipped()) {
            LOG.info(
                    "Kept the units that {} imported in the place of the shipped ones",
                    there.get().loadedBy());
            return;
        }
        List<Fault> faults = collections.take(COLLECTION, files, true, Actor.PLATFORM.username());
        if (!faults.isEmpty()) throw new IllegalStateException("The shipped units were refused:\n" + told(faults));
        LOG.info(
                "Took {} versions of units and {} successions",
                files.versions().size(),
                files.successions().size());
    }

    private String told(List<Fault> faults) {
        var texts = new Texts(messages, Locale.ENGLISH);
        return faults.stream()
                .map(fault -> "%s:%d %s %s"
                        .formatted(
                                fault.file().fileName(),
                                fault.line(),
                                fault.column() == null ? "" : fault.column(),
                                texts.of(fault.key(), fault.arguments().toArray())))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] content(Fault.File file) {
        try {
            return new ClassPathResource("data/units/" + file.fileName()).getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
