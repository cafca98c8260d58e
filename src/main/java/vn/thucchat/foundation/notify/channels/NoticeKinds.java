package vn.thucchat.foundation.notify.channels;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of notices that the rooms declare; two of one code are refused at the start. */
@Component
public class NoticeKinds {

    private final Map<String, NoticeKind> byCode;

    NoticeKinds(List<NoticeKind> kinds) {
        byCode = kinds.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::code, Function.identity()));
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

    /** Those that a person may decline, by their codes. */
    public List<NoticeKind> declinable() {
        return byCode.values().stream()
                .filter(NoticeKind::declinable)
                .sorted(Comparator.comparing(NoticeKind::code))
                .toList();
    }
}
