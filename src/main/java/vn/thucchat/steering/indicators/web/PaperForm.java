package vn.thucchat.steering.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.papers.Parsed;
import vn.thucchat.foundation.papers.VietnameseDays;
import vn.thucchat.steering.indicators.Document;

/**
 * The document that figures come from, as typed.
 *
 * @param keptFile the id of an attachment that is kept already, or empty
 * @param fileName what it is called, or empty
 */
public record PaperForm(String number, String title, String issuer, String issuedOn, String keptFile, String fileName) {

    static final PaperForm EMPTY = new PaperForm("", "", "", "", "", "");

    static PaperForm of(HttpServletRequest request) {
        return new PaperForm(
                typed(request, "number"),
                typed(request, "title"),
                typed(request, "issuer"),
                typed(request, "issuedOn"),
                typed(request, "keptFile"),
                "");
    }

    static PaperForm of(@Nullable Document document, String fileName) {
        if (document == null) return EMPTY;
        return new PaperForm(
                document.number(),
                document.title(),
                document.issuer(),
                document.issuedOn() == null ? "" : document.issuedOn().toString(),
                document.file() == null ? "" : document.file().toString(),
                fileName);
    }

    PaperForm withFile(String id, String name) {
        return new PaperForm(number, title, issuer, issuedOn, id, name);
    }

    boolean empty() {
        return (number + title + issuer + issuedOn + keptFile).isEmpty();
    }

    /**
     * The document, or null when nothing was typed; what is wrong goes into {@code faults}.
     *
     * @param id of the document, should it be a new one
     */
    @Nullable
    Document read(UUID id, Texts t, LocalDate today, List<Fault> faults) {
        if (empty()) return null;
        int before = faults.size();
        if (number.length() > 100) faults.add(new Fault("number", t.of("text.too-long", "100")));
        if (title.length() < 3 || title.length() > 500) faults.add(new Fault("title", t.of("paper.title.length")));
        if (issuer.length() > 300) faults.add(new Fault("issuer", t.of("text.too-long", "300")));
        Parsed<LocalDate> day = VietnameseDays.parse(issuedOn).filter(on -> !on.isAfter(today), "paper.day.future");
        if (!issuedOn.isEmpty() && day.value().isEmpty()) faults.add(new Fault("issuedOn", day.why(t)));
        return faults.size() > before
                ? null
                : new Document(
                        id, number, title, issuer, day.orNull(), keptFile.isEmpty() ? null : UUID.fromString(keptFile));
    }

    /** As it was sent, without what surrounds it and without what no text field can hold. */
    static String typed(HttpServletRequest request, String name) {
        String sent = request.getParameter(name);
        return sent == null
                ? ""
                : VietnameseText.kept(sent.strip().replace("\r\n", "\n").replace("\0", ""));
    }

    /** Enough of what was typed to recognise it. */
    static String cut(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }
}
