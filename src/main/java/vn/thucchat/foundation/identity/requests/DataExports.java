package vn.thucchat.foundation.identity.requests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.purposes.DataPurpose;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.MergeUndoListener;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/**
 * Gathers what rooms hold of a person into a zip of {@code data.json} for programs and {@code data.html} for people, and
 * keeps it sealed for 7 days. Purposes whose room cannot gather by itself yet are named in both files: what they hold is
 * asked for by another request.
 */
@Component
class DataExports implements MergeUndoListener {

    static final Duration KEPT = Duration.ofDays(7);
    private static final String SEALED_FOR = "personal data export";
    private static final JsonMapper JSON = new JsonMapper();

    private final DataExportStore store;
    private final List<PersonalDataSource> sources;
    private final OwnerAccounts owners;
    private final DataPurposes purposes;
    private final Seal seal;
    private final InstantSource clock;

    DataExports(
            DataExportStore store,
            List<PersonalDataSource> sources,
            OwnerAccounts owners,
            DataPurposes purposes,
            Seal seal,
            InstantSource clock) {
        this.store = store;
        this.sources = sources;
        this.owners = owners;
        this.purposes = purposes;
        this.seal = seal;
        this.clock = clock;
    }

    void make(DataRequest request, Texts t) {
        SequencedMap<String, List<PersonalRecord>> gathered = gathered(request.account(), t);
        List<String> elsewhere = purposes.all().stream()
                .map(DataPurpose::code)
                .filter(code -> !gathered.containsKey(code))
                .toList();
        byte[] zip = zip(Map.of("data.json", json(gathered, elsewhere), "data.html", html(gathered, elsewhere, t)));
        var now = clock.instant();
        store.insert(request.account(), request.id(), seal.close(zip, SEALED_FOR), now, now.plus(KEPT));
    }

    /** The zip, while it is kept. */
    Optional<byte[]> find(UUID account, UUID request) {
        return store.find(account, request, clock.instant()).map(bytes -> seal.open(bytes, SEALED_FOR));
    }

    /** Deletes what was gathered of both: each may ask again. */
    @Override
    public void undone(Collection<UUID> accounts) {
        store.delete(accounts);
    }

    int sweep() {
        return store.sweep(clock.instant());
    }

    private SequencedMap<String, List<PersonalRecord>> gathered(UUID account, Texts t) {
        var all = new LinkedHashMap<String, List<PersonalRecord>>();
        List<UUID> accounts = owners.withOthers(account);
        for (PersonalDataSource source : sources)
            all.put(
                    source.purpose(),
                    accounts.stream()
                            .flatMap(one -> source.gather(one, t).stream())
                            .distinct()
                            .toList());
        return all;
    }

    private static String json(SequencedMap<String, List<PersonalRecord>> gathered, List<String> elsewhere) {
        var plain = new LinkedHashMap<String, Object>();
        gathered.forEach((purpose, records) ->
                plain.put(purpose, records.stream().map(PersonalRecord::values).toList()));
        plain.put("notInThisFile", elsewhere);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain);
    }

    private static String html(SequencedMap<String, List<PersonalRecord>> gathered, List<String> elsewhere, Texts t) {
        var page = new StringBuilder("<!doctype html><html lang=\"" + t.language() + "\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(t.of("requests.export.title"))
                + "</title><h1>" + escaped(t.of("requests.export.title")) + "</h1>");
        gathered.forEach((purpose, records) -> {
            page.append("<h2>").append(escaped(t.of("purpose." + purpose))).append("</h2>");
            if (records.isEmpty())
                page.append("<p>")
                        .append(escaped(t.of("requests.export.nothing")))
                        .append("</p>");
            for (PersonalRecord record : records) {
                page.append("<dl>");
                record.values()
                        .forEach((name, value) -> page.append("<dt>")
                                .append(escaped(t.of("personal-data." + name)))
                                .append("</dt><dd>")
                                .append(escaped(value))
                                .append("</dd>"));
                page.append("</dl>");
            }
        });
        if (elsewhere.isEmpty()) return page.append("</html>").toString();
        page.append("<h2>").append(escaped(t.of("requests.export.elsewhere"))).append("</h2><ul>");
        for (String purpose : elsewhere)
            page.append("<li>").append(escaped(t.of("purpose." + purpose))).append("</li>");
        return page.append("</ul></html>").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
