package vn.thucchat.demonstration.web;

import java.util.List;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.pages.Link;

/**
 * An invented act.
 *
 * @param kind the last word of its kind, which names the texts about it
 * @param facets each a message key of its name, and of its value
 */
public record ActPage(Fact act, String kind, String seed, Link unit, List<Facet> facets) {

    /** Message keys of an attribute's name and value. */
    public record Facet(String name, String value) {}
}
