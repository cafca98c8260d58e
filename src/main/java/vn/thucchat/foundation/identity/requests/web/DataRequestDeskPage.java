package vn.thucchat.foundation.identity.requests.web;

import java.util.List;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * One request on the desk of an officer.
 *
 * @param subject the name of who asks
 */
public record DataRequestDeskPage(
        DataRequest request, String subject, boolean mayAnswer, Form<?> form, List<Option> answers) {}
