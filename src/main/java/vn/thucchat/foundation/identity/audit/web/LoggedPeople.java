package vn.thucchat.foundation.identity.audit.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.accounts.Accounts;

/** Names the people that entries of the access log were about. */
@Component
record LoggedPeople(Accounts accounts, Access access) {

    /** The names of those whom the auditor may see, by their accounts. */
    Map<UUID, String> of(Actor auditor, List<LogEntry> entries) {
        Set<UUID> about = entries.stream()
                .flatMap(entry -> Optional.ofNullable(entry.person()).stream())
                .collect(Collectors.toSet());
        return about.isEmpty() ? Map.of() : accounts.names(Scope.of(access, auditor, Roles.AUDITOR), about);
    }
}
