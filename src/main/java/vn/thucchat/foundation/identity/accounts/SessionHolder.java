package vn.thucchat.foundation.identity.accounts;

import vn.thucchat.foundation.identity.access.Actor;

/**
 * The person that a session belongs to.
 *
 * @param mustChange the password was given by somebody else: a new one is asked for before anything else
 */
public record SessionHolder(Actor actor, boolean mustChange) {}
