/**
 * E-mail: hands messages to the SMTP server of {@code SMTP_URL}, encrypted, signed by DKIM, each under a {@code Message-ID}
 * that stays the same at every try. Tables: none. Records no facts, publishes no events. Routes: none.
 */
@ApplicationModule(
        displayName = "Notify · e-mail",
        allowedDependencies = {"foundation.notify.channels", "foundation.pages"})
@NullMarked
package vn.thucchat.foundation.notify.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
