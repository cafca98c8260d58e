package vn.thucchat.foundation.money.statements.web;

import java.util.List;
import vn.thucchat.foundation.money.formats.CsvLayout;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The layouts of banks' CSV statements and the form that adds one.
 *
 * @param fields the form's, in its order; none for a reader who may not add one
 */
public record LayoutsPage(List<CsvLayout> layouts, List<Field> fields, Form<?> form) {

    /** @param options to choose from; empty: typed */
    public record Field(String name, boolean required, List<Option> options) {}
}
