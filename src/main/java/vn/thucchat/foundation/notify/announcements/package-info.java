/**
 * Notices to many people: an official writes one for the people of a unit or for a group that another room knows, sees
 * beforehand how many it reaches by each channel and what it costs, and another person approves it. It leaves in batches,
 * each person once; the notice itself says from whom it comes, what it costs and who approved it. Tables in schema {@code
 * notify}, shard key the announcement: {@code announcement}, {@code announcement_act}, {@code announcement_count}, {@code
 * announcement_cost} (the last three append-only), {@code announcement_recipient}; {@code announcement_rule}; {@code
 * residence}, by account. Records no facts, publishes no events; opens work {@code announcement.approval}; sends messages
 * {@code announcement.administration}, {@code announcement.life} and {@code announcement.danger}. Routes: {@code
 * /announcements}, {@code /announced}, {@code /id/residence}.
 */
@ApplicationModule(
        displayName = "Notify · announcements",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.consent",
            "foundation.identity.purposes",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.notify.contacts",
            "foundation.notify.notices",
            "foundation.notify.sms",
            "foundation.notify.tariffs",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.notify.announcements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
