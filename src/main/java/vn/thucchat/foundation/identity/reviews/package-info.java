/**
 * Access reviews: each quarter the administrators of a unit look at every role that officials hold there and keep it, let
 * it end on a day, or take it away; nobody decides on their own roles. A review is work of the unit's administrators with
 * a due day, by dated rules of {@code foundation.identity.retention}; the administrators above are told of one that is
 * overdue. Tables in schema {@code identity}, shard key {@code unit}: access_review; reviewed_role and review_decision,
 * append-only. Records no facts, publishes no events; sends {@code identity.review-overdue} to the inbox. Routes: {@code
 * /admin/reviews}.
 */
@ApplicationModule(
        displayName = "Access reviews",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.identity.retention",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.identity.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
