package vn.thucchat.foundation.identity.accounts;

import vn.thucchat.foundation.identity.access.Actor;

/**
 * The person that a session belongs to.
 *
 * @param mustChange the password was given by somebody else: a new one is asked for before anything else
 * @param codeSet the account has a time-based code
 */
public record SessionHolder(Actor actor, boolean mustChange, boolean codeSet) {}
