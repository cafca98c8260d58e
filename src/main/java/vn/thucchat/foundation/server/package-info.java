/**
 * What stands between a connection and the first handler: proxies that are trusted, time that a sender may take, requests
 * that cannot be read, ETags of the API's answers. Has no tables and no routes, and knows no module.
 */
@ApplicationModule(
        displayName = "Incoming HTTP",
        allowedDependencies = {})
@NullMarked
package vn.thucchat.foundation.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
