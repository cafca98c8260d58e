package vn.thucchat.foundation.registers.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.Origin;
import vn.thucchat.foundation.registers.OriginRules;
import vn.thucchat.foundation.registers.RegisterField;

/**
 * Which origin wins.
 *
 * @param mine whether the reader may state a rule
 */
public record OriginRulesPage(List<OriginRules.Rule> rules, Form<?> form, boolean mine) {

    /** In the order in which they win; the names of the form's fields. */
    public static final List<String> PLACES = List.of("first", "second", "third", "fourth", "fifth");

    public static List<Option> origins(Texts t) {
        return Option.all(t, "registers.origin.", Origin.values());
    }

    public static List<Option> fields(Texts t) {
        return Option.after(
                new Option(OriginRules.ANY, t.of("registers.rules.any")),
                Stream.of(RegisterField.values())
                        .map(field -> new Option(field.name(), t.of(field.key())))
                        .toList());
    }

    public static String field(OriginRules.Rule rule, Texts t) {
        return rule.field().equals(OriginRules.ANY)
                ? t.of("registers.rules.any")
                : t.orElse("registers.field." + rule.field(), rule.field());
    }

    public static String order(OriginRules.Rule rule, Texts t) {
        return rule.origins().stream().map(origin -> t.of(origin.key())).collect(Collectors.joining(" › "));
    }
}
