package vn.thucchat.foundation.identity.upstream.web;

import vn.thucchat.foundation.identity.upstream.UpstreamFault;

/**
 * Says why a sign-in came to nothing, and what to do.
 *
 * @param label of the provider: {@code VNeID}
 * @param path where to begin anew
 */
public record UpstreamFaultPage(String label, String path, UpstreamFault fault) {}
