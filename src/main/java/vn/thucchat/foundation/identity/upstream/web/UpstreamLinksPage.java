package vn.thucchat.foundation.identity.upstream.web;

import java.util.List;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.identity.upstream.UpstreamLink;

/**
 * A person's own accounts at other providers by which they sign in here.
 *
 * @param ways providers that can be added
 */
public record UpstreamLinksPage(List<UpstreamLink> links, List<SignInWays.Way> ways) {}
