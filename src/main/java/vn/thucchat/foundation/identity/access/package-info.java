/**
 * Who somebody is to a request and what they may do: roles, declared by rooms, held in a unit and reaching the units
 * below it. Closed by default: {@link vn.thucchat.foundation.identity.access.Allow} opens a handler. No tables, no facts, no
 * events, no routes.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"foundation.pages"})
@NullMarked
package vn.thucchat.foundation.identity.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
