package vn.thucchat.demonstration.web;

import java.util.List;
import vn.thucchat.demonstration.VneidCitizen;
import vn.thucchat.demonstration.VneidCodes;

/**
 * Lets somebody choose an invented citizen.
 *
 * @param ours whether a sign-in of this platform led here
 * @param request what the form brings back
 */
public record VneidPage(boolean ours, List<VneidCitizen> citizens, VneidCodes.Request request) {}
