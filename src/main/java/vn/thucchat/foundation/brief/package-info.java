/**
 * The brief of a leader: one screen of what moved since the last time, who is behind and by how much, what was asked and
 * not answered, and what will be late. It is composed of what the rooms contribute by {@link
 * vn.thucchat.foundation.brief.BriefSource}; each line opens.
 *
 * <p>Tables in schema {@code brief}: {@code visit} (when each leader read it), {@code week} (of which leaders were told). Records no facts, publishes no events. Every
 * Monday at 07:00 leaders are told in their inbox. Routes: {@code /brief}, {@code /brief.pdf}.
 */
@ApplicationModule(
        displayName = "Brief",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accounts",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.papers",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
