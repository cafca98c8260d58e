package vn.thucchat.steering.indicators.reporting.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Multiline;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DocumentForm;
import vn.thucchat.steering.indicators.reporting.StatedLine;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;

/**
 * A submission as a person types it, beside its {@link DocumentForm}. The fields of one indicator are those of
 * {@link TypedLine}, of which only the quotations have lines.
 *
 * @param quote by the indicator's code
 */
record SubmissionForm(@Multiline String note, @Multiline Map<String, String> quote) {

    /** What the fields hold when a submission is to be written on. */
    static Map<String, String> fields(Submission of, Collection<Statement> written, String fileName) {
        var fields = new HashMap<String, String>();
        fields.put("note", of.note());
        Document document = of.document();
        if (document != null) {
            fields.put("number", document.number());
            fields.put("title", document.title());
            fields.put("issuer", document.issuer());
            if (document.issuedOn() != null)
                fields.put("issuedOn", document.issuedOn().toString());
            if (document.file() != null) fields.put("keptFile", document.file().toString());
            fields.put("fileName", fileName);
        }
        for (Statement line : written) fields.putAll(TypedLine.fields(line));
        return fields;
    }

    /** The lines that hold something and can be read; what cannot goes into {@code errors}. */
    static List<StatedLine> lines(Form<?> form, List<Indicator> owed, List<FieldError> errors) {
        var read = new ArrayList<StatedLine>();
        for (Indicator it : owed) TypedLine.of(form, it.code()).read(it, errors).ifPresent(read::add);
        return read;
    }

    /** Whether some indicator has a number, readable or not. */
    static boolean numbers(Form<?> form, List<Indicator> owed) {
        return owed.stream().anyMatch(it -> TypedLine.of(form, it.code()).numbers());
    }

    /** Whether lines and note mean the same, however the numbers were typed. */
    static boolean same(Form<?> typed, Form<?> stored, List<Indicator> owed) {
        return typed.text("note").equals(stored.text("note"))
                && owed.stream().allMatch(it -> TypedLine.of(typed, it.code()).means(TypedLine.of(stored, it.code())));
    }
}
