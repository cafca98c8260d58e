package vn.thucchat.foundation.identity.security;

import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.sessions.SignInWays;
import vn.thucchat.foundation.pages.Form;

/**
 * Says that a form needs a fresh proof of who sends it, asks for one, and keeps what was typed.
 *
 * @param ways by what it is proven
 * @param others buttons of providers by which it can be proven, too; what was typed is lost then
 * @param form where to go on, and the fields that were sent
 * @param kept whether they are there; too long ones are not
 * @param back where the form was, or the start page
 */
public record StepUpPage(
        String username, Set<Factor> ways, List<SignInWays.Way> others, Form<?> form, boolean kept, String back) {}
