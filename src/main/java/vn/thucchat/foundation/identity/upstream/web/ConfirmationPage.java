package vn.thucchat.foundation.identity.upstream.web;

import java.util.List;
import vn.thucchat.foundation.identity.upstream.UpstreamIdentity;
import vn.thucchat.foundation.pages.Fault;

/**
 * Asks somebody whom a provider knows what account to sign in to.
 *
 * @param username of who is signed in here; empty for nobody
 */
public record ConfirmationPage(String label, UpstreamIdentity identity, String username, List<Fault> faults) {}
