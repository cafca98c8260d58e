package vn.thucchat.foundation.identity.people.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/** Why a clerk looks a person up: what the person came for. It stands in the access log. */
enum VisitPurpose {
    DOSSIER,
    REPRESENTATION,
    SIGN_IN,
    CORRECTION;

    static Optional<VisitPurpose> read(String typed) {
        return Stream.of(values()).filter(one -> one.name().equals(typed)).findFirst();
    }

    static List<Option> options(Texts t) {
        return Stream.of(values())
                .map(one -> new Option(one.name(), t.of("people.purpose." + one)))
                .toList();
    }

    /** As the access log has it: {@code dossier}. */
    String logged() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
