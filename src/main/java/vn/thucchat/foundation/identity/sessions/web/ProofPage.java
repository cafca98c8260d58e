package vn.thucchat.foundation.identity.sessions.web;

import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.pages.Form;

/**
 * Asks somebody who is signed in to prove who they are.
 *
 * @param again once more, before something that needs it; else for the first time, after the password
 * @param ways by what; none when they have nothing that could be asked for here
 * @param others buttons of providers that the account signs in with
 * @param secret of a demonstration account's code, which everybody may know; empty for all others
 */
public record ProofPage(
        boolean again, String username, Set<Factor> ways, List<SignInWays.Way> others, Form<?> form, String secret) {}
