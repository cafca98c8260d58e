/**
 * One box that finds everything its reader may see: units, indicators, markets, traders, reports, pages and words of the
 * glossary. Each room finds what it has, by its own statements and its own permissions, in a {@link
 * vn.thucchat.foundation.search.SearchSource} bean; this room reads the words, ranks and shows. Words are compared
 * without Vietnamese marks. Begin with {@link vn.thucchat.foundation.search.SearchWords}.
 *
 * <p>It also shows the glossary: the words that the rooms' texts explain, under keys {@code glossary.<key>} and
 * {@code glossary.<key>.text}. Has no tables; records no facts, publishes no events. Routes: {@code /search},
 * {@code /api/v1/search}, {@code /glossary}.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {
            "foundation.identity.access",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
