package vn.thucchat.demonstration;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.facts.FactKind;

/** The kinds of acts that the demonstration invents. */
@Configuration(proxyBeanMethods = false)
class ActKinds {

    static final String DOSSIER = "demonstration.dossier-received";
    static final String HOUSEHOLD = "demonstration.household-supported";
    static final String SURVEY = "demonstration.survey-answered";
    static final String POINT = "demonstration.support-point";

    /** An act's id holds the place of its kind in this list: only ever add at the end. */
    static final List<String> ALL = List.of(DOSSIER, HOUSEHOLD, SURVEY, POINT);

    /** A dossier came in; the subject is the citizen. */
    @Bean
    FactKind dossierReceived() {
        return kind(DOSSIER, Set.of("channel"), false, "").with("channel", List.of("online", "counter"));
    }

    /** A community team helped a household, which it may visit again. */
    @Bean
    FactKind householdSupported() {
        return kind(HOUSEHOLD, Set.of(), false, "");
    }

    /** A citizen said whether the service was good. */
    @Bean
    FactKind surveyAnswered() {
        return kind(SURVEY, Set.of("satisfied"), false, "").with("satisfied", List.of("yes", "no"));
    }

    /** How many digital support points are open. */
    @Bean
    FactKind supportPoint() {
        return kind(POINT, Set.of(), true, "điểm");
    }

    private static FactKind kind(String code, Set<String> facets, boolean state, String amountUnit) {
        return new FactKind(
                code, facets, state, amountUnit, FactKind.Disclosure.OPEN, id -> "/demonstration/acts/" + id);
    }
}
