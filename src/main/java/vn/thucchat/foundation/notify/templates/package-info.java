/**
 * The words of notices: administrators of the province change the text of each kind in both languages, see it as each
 * channel would send it and what it costs, and go back to any version; the message files are version 0. Words that go to
 * citizens hold only after a second administrator has approved them. A message keeps the words of the moment in which it
 * was made. Table in schema {@code notify}: {@code wording}. Records no facts, publishes no events. Routes: {@code
 * /admin/notices/templates}.
 */
@ApplicationModule(
        displayName = "Notify · templates",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.notify.channels",
            "foundation.notify.sms",
            "foundation.notify.tariffs",
            "foundation.notify.zalo",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.notify.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
