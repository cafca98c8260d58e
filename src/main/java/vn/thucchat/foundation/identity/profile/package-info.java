/**
 * The pages of a person about their own account, under {@code /id}: who they are, how they proved it, where they are
 * signed in. Rooms add pages to it by links {@code /id/…} among their {@link
 * vn.thucchat.foundation.pages.RoomPages#elsewhere()}. Tells of a sign-in from where there never was one, and of
 * changes to how one signs in, by the inbox. No tables, no facts, no events. Routes: {@code /id}, {@code /id/sessions}.
 */
@ApplicationModule(
        displayName = "Profile",
        allowedDependencies = {
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accounts",
            "foundation.identity.sessions",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.identity.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
