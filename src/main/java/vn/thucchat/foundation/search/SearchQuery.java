package vn.thucchat.foundation.search;

import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.PageContext;
import vn.thucchat.foundation.pages.Texts;

/**
 * Asks a source for what somebody looks for.
 *
 * @param reader the request of the actor, which knows the language and the navigation
 * @param limit how many are wanted at most
 */
public record SearchQuery(Actor actor, PageContext reader, SearchWords words, int limit) {

    public Texts t() {
        return reader.t();
    }
}
