package vn.thucchat.foundation.identity.requests.web;

import java.util.List;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/** A person's own requests, and the form for another. */
public record DataRequestsPage(List<DataRequest> requests, Form<?> form, List<Option> kinds) {}
