/**
 * Codes of programs without a browser of their own (OAuth 2.0 Device Authorization Grant, RFC 8628): what the program keeps, what
 * a person types elsewhere, and what that person answered. Table in schema {@code identity}: device_code. Records no facts, publishes no
 * events, serves no routes.
 */
@ApplicationModule(
        displayName = "Device codes",
        allowedDependencies = {"foundation.database", "foundation.identity.clients"})
@NullMarked
package vn.thucchat.foundation.identity.devicecodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
