package vn.thucchat.foundation.identity.security;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.RoleDefinitions;

/**
 * Says which of the platform's own addresses a person may follow, by what their handlers' {@link Allow} names: so that
 * a page shows no link that its reader is refused at.
 */
@Component
public class LinkAccess {

    private record Door(PathPattern pattern, Allow allow) {}

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Access access;
    private final RoleDefinitions roles;
    private volatile @Nullable List<Door> doors;

    LinkAccess(ObjectProvider<RequestMappingHandlerMapping> mappings, Access access, RoleDefinitions roles) {
        this.mappings = mappings;
        this.access = access;
        this.roles = roles;
    }

    /**
     * Whether a role of the actor opens a page.
     *
     * @param path of this site, with or without a query
     */
    public boolean open(Actor actor, String path) {
        return allow(path).map(allow -> Gatekeeper.may(roles, actor, allow)).orElse(false);
    }

    /**
     * Whether the page of an act opens to the actor by a role that reaches the act's unit. Not by one that opens
     * what is the holder's own only: a trader opens the acts at the own stall. A demonstration account opens no real act.
     *
     * @param synthetic whether the act is invented
     */
    public boolean open(Actor actor, String path, String unit, boolean synthetic) {
        return allow(path)
                .map(allow -> allow.anyone()
                        || (allow.signedIn() && actor.signedIn())
                        || Arrays.stream(allow.value())
                                .flatMap(role -> roles.holders(role).stream())
                                .filter(roles::opensUnit)
                                .anyMatch(role -> access.may(actor, role, unit, synthetic)))
                .orElse(false);
    }

    private Optional<Allow> allow(String path) {
        int end = path.indexOf('?');
        var bare = PathContainer.parsePath(end < 0 ? path : path.substring(0, end));
        return doors().stream()
                .filter(door -> door.pattern().matches(bare))
                .findFirst()
                .map(Door::allow);
    }

    /** The most specific first. Asked for when the first page is shown: handlers are known only after all beans are. */
    private List<Door> doors() {
        List<Door> known = doors;
        if (known == null) {
            known = mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                    .flatMap(entry -> doors(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(Door::pattern))
                    .toList();
            doors = known;
        }
        return known;
    }

    private static Stream<Door> doors(RequestMappingInfo info, HandlerMethod handler) {
        Allow allow = handler.getMethodAnnotation(Allow.class);
        var patterns = info.getPathPatternsCondition();
        if (allow == null || patterns == null) return Stream.empty();
        if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) return Stream.empty();
        return patterns.getPatterns().stream().map(pattern -> new Door(pattern, allow));
    }
}
