package vn.thucchat.foundation.identity.requests.web;

import vn.thucchat.foundation.identity.requests.DataRequest;

/**
 * One of a person's own requests.
 *
 * @param gathered whether what was asked for can be taken
 */
public record DataRequestPage(DataRequest request, boolean gathered) {}
