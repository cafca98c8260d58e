/**
 * Outgoing HTTP to addresses that people or other systems gave: Spring's {@code RestClient} on Apache HttpClient 5, with
 * allowed addresses only, pinned connections, one deadline and bounded answers (ADR 010). Has no tables and knows no
 * module. {@link vn.thucchat.foundation.http.OutboundHttp} makes the clients, {@link
 * vn.thucchat.foundation.http.OutboundException} says why an exchange failed.
 */
@ApplicationModule(
        displayName = "Outgoing HTTP",
        allowedDependencies = {})
@NullMarked
package vn.thucchat.foundation.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
