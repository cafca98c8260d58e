package vn.thucchat.foundation.notify.channels;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;

/** The kinds of notices that the rooms declare; two of one code, or with one text, are refused at the start. */
@Component
public class NoticeKinds {

    private final Map<String, NoticeKind> byCode;
    private final RoleDefinitions roles;

    NoticeKinds(List<NoticeKind> kinds, RoleDefinitions roles) {
        this.roles = roles;
        byCode = kinds.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::code, Function.identity()));
        var keys = new HashSet<String>();
        for (NoticeKind kind : kinds)
            for (NoticeKind.Text text : kind.texts())
                if (!keys.add(text.key()))
                    throw new IllegalStateException("Two kinds of notices have the text " + text.key());
    }

    public Optional<NoticeKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All, by their codes. */
    public List<NoticeKind> all() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(NoticeKind::code))
                .toList();
    }

    /** Those that a person can get and may decline, by their codes: a citizen is not asked about the work of officials. */
    public List<NoticeKind> declinable(Actor actor) {
        boolean staff = actor.grants().stream()
                .map(Actor.Grant::role)
                .anyMatch(role -> roles.known(role) && roles.opensUnit(role));
        return byCode.values().stream()
                .filter(NoticeKind::declinable)
                .filter(kind -> staff || kind.audience() == NoticeKind.Audience.EVERYBODY)
                .sorted(Comparator.comparing(NoticeKind::code))
                .toList();
    }
}
