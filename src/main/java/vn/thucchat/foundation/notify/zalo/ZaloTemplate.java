package vn.thucchat.foundation.notify.zalo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thucchat.foundation.database.Transitions;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;

/**
 * A version of a template in one language, for one kind of notice.
 *
 * @param templateId as Zalo has it: {@code 505716}
 * @param preview the words with the parameters in angle brackets: {@code Bạn có <noi_dung>}
 */
public record ZaloTemplate(
        String kind,
        String language,
        int version,
        String templateId,
        State state,
        String parameters,
        String preview,
        Instant madeAt) {

    /** How far Zalo's review is. */
    public enum State {
        IN_REVIEW,
        ENABLED,
        REJECTED,
        DISABLED
    }

    static final Transitions<State> LIFE = Transitions.from(State.IN_REVIEW)
            .act("enable", State.ENABLED, State.IN_REVIEW, State.DISABLED)
            .act("reject", State.REJECTED, State.IN_REVIEW)
            .act("disable", State.DISABLED, State.ENABLED);

    /** What each act leads to. */
    static final Map<String, State> ACTS =
            Map.of("enable", State.ENABLED, "reject", State.REJECTED, "disable", State.DISABLED);

    /** @throws IllegalArgumentException when there is no such act */
    static State to(String act) {
        State state = ACTS.get(act);
        if (state == null) throw new IllegalArgumentException(act);
        return state;
    }

    /** The parameters with their values; empty when one of them has none that Zalo would take. */
    Optional<Map<String, String>> data(OutgoingMessage.Wording words) {
        var data = new HashMap<String, String>();
        for (ZaloParameter parameter : ZaloParameter.read(parameters).orElse(List.of())) {
            Optional<String> value = parameter.value(words);
            if (value.isEmpty()) return Optional.empty();
            data.put(parameter.name(), value.get());
        }
        return data.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(data));
    }

    /** The preview with usual words in the place of its parameters. */
    public String sample(String subject, String text) {
        String sample = preview;
        for (ZaloParameter parameter : ZaloParameter.read(parameters).orElse(List.of()))
            sample = sample.replace(
                    "<" + parameter.name() + ">",
                    switch (parameter.source()) {
                        case SUBJECT -> subject;
                        case TEXT -> text;
                        case LINK -> "https://…";
                    });
        return sample;
    }

    /** The acts that are open to it: {@code enable}. */
    public List<String> acts() {
        return ACTS.keySet().stream()
                .sorted()
                .filter(act -> List.of(LIFE.before(act)).contains(state.name()))
                .toList();
    }
}
