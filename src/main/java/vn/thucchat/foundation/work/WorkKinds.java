package vn.thucchat.foundation.work;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Texts;

/** Knows the kinds of work that all rooms declare. */
@Component
class WorkKinds {

    private final Map<String, WorkKind> byCode = new TreeMap<>();

    @Autowired
    WorkKinds(ObjectProvider<WorkKind> kinds) {
        this(kinds.stream().toList());
    }

    /** @throws IllegalStateException when a kind is declared twice */
    WorkKinds(Collection<WorkKind> kinds) {
        for (WorkKind kind : kinds)
            if (byCode.put(kind.code(), kind) != null)
                throw new IllegalStateException("Declared twice: kind of work " + kind.code());
    }

    /** @throws IllegalArgumentException when no room declares it */
    WorkKind of(String code) {
        WorkKind kind = byCode.get(code);
        if (kind == null) throw new IllegalArgumentException("No room declares the kind of work " + code);
        return kind;
    }

    boolean known(String code) {
        return byCode.containsKey(code);
    }

    List<WorkKind> all() {
        return List.copyOf(byCode.values());
    }

    /** The codes of those that count in the share of work done on time. */
    List<String> counted() {
        return all().stream().filter(WorkKind::counted).map(WorkKind::code).toList();
    }

    /** The roles that items are for. */
    List<String> roles() {
        return all().stream().map(WorkKind::role).distinct().toList();
    }

    /** An item in words; of a kind that a later release took away, what it was. */
    WorkLine line(Texts t, WorkItem item) {
        WorkKind kind = byCode.get(item.kind());
        return kind == null
                ? WorkLine.of(
                        item.kind(), item.unit().value(), item.dueOn(), "/work/items/" + item.id(), t.of("work.open"))
                : kind.line().apply(t, item);
    }
}
