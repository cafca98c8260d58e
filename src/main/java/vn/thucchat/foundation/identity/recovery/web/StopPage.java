package vn.thucchat.foundation.identity.recovery.web;

import java.util.List;
import vn.thucchat.foundation.identity.recovery.Recovery;

/**
 * Where an owner stops what runs for the account.
 *
 * @param running what runs; none to a stranger, who has the link
 * @param own whether the reader is signed in to the account
 * @param path to which the button sends
 */
public record StopPage(List<Recovery> running, boolean own, String path) {}
