package vn.thucchat.foundation.identity.closing.web;

/**
 * What is said after an account was closed.
 *
 * @param signIn where another account is signed in to
 */
public record ClosedPage(String signIn) {}
