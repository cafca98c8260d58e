package vn.thucchat.foundation.work.web;

import java.util.List;
import vn.thucchat.foundation.pages.Answer;
import vn.thucchat.foundation.pages.Form;

/**
 * What a person asked for, to be checked before it is made.
 *
 * @param fields of the form, sent again
 * @param deputy the name of who stands in
 */
public record DelegationCheckPage(List<Answer> answers, Form<?> form, List<String> fields, String deputy) {}
