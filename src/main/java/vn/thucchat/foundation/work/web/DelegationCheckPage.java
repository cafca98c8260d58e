package vn.thucchat.foundation.work.web;

import java.util.List;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.SummaryRow;

/**
 * What a person asked for, to be checked before it is made.
 *
 * @param fields of the form, sent again
 * @param deputy the name of who stands in
 */
public record DelegationCheckPage(List<SummaryRow> answers, Form<?> form, List<String> fields, String deputy) {}
