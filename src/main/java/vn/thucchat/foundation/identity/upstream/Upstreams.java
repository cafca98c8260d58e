package vn.thucchat.foundation.identity.upstream;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.sessions.SignInWays;

/** Finds the providers that are set up now, and offers them on the pages to sign in. */
@Component
public class Upstreams implements SignInWays {

    private final List<UpstreamSource> sources;
    private final UpstreamAccountStore store;

    Upstreams(List<UpstreamSource> sources, UpstreamAccountStore store) {
        this.sources = sources;
        this.store = store;
    }

    /** All that are set up, in a steady order. */
    public List<UpstreamProvider> all() {
        return sources.stream()
                .flatMap(source -> source.provider().stream())
                .sorted(Comparator.comparing(UpstreamProvider::id))
                .toList();
    }

    public Optional<UpstreamProvider> find(String id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    @Override
    public List<Way> ways() {
        return all().stream().map(Upstreams::way).toList();
    }

    @Override
    public List<Way> of(UUID account, boolean twoFactors) {
        var linked = store.links(account).stream()
                .filter(link -> !twoFactors || link.level() >= 2)
                .map(UpstreamLink::provider)
                .toList();
        return all().stream()
                .filter(provider -> linked.contains(provider.id()))
                .map(Upstreams::way)
                .toList();
    }

    private static Way way(UpstreamProvider provider) {
        return new Way(provider.label(), provider.path(), provider.synthetic());
    }
}
