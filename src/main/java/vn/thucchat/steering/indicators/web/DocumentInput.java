package vn.thucchat.steering.indicators.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.Document;

/** The fields that name a document: number, title, issuer, day. */
final class DocumentInput {

    private static final int NUMBER = 100;
    private static final int TITLE = 500;
    private static final int ISSUER = 300;

    private DocumentInput() {}

    /** Null when something is wrong with it; told in {@code faults}. */
    static @Nullable Document read(Texts t, FormInput typed, InstantSource clock, List<Fault> faults) {
        int before = faults.size();
        String number = typed.text("number");
        String title = typed.text("title");
        String issuer = typed.text("issuer");
        if (number.length() > NUMBER) faults.add(new Fault("number", t.of("text.too-long", Integer.toString(NUMBER))));
        if (title.length() < 3 || title.length() > TITLE) faults.add(new Fault("title", t.of("document.title.length")));
        if (issuer.length() > ISSUER) faults.add(new Fault("issuer", t.of("text.too-long", Integer.toString(ISSUER))));
        var issued = typed.day("issuedOn");
        if (issued.isEmpty() && !typed.text("issuedOn").isEmpty()) faults.add(new Fault("issuedOn", t.of("form.day")));
        return faults.size() > before
                ? null
                : new Document(Ids.next(clock), number, title, issuer, issued.orElse(null), null);
    }
}
