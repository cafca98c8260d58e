package vn.thucchat.steering.indicators.explanations.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.explanations.Explanations;

/** Offices and people who can be told of an explanation, by name, to be chosen one after the other. */
@Component
record RecipientOptions(Explanations explanations, Access access) {

    /** The act of a form, or of an address, that asks for the list. */
    static final String LIST = "tell";

    private static final String OFFICE = "unit:";
    private static final int LONGEST_SEARCH = 100;

    /** What was chosen, each once. */
    static List<String> chosen(Form<?> form) {
        return form.texts("tell").stream()
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * What the form has chosen, and whom else it can choose, where it asks for that.
     *
     * @param unit that the question is put to
     */
    QuestionPage.Tell tell(Actor leader, Texts t, Form<?> form, UnitCode unit, boolean synthetic) {
        List<Option> chosen = chosen(form).stream()
                .flatMap(choice -> option(leader, t, synthetic, choice).stream())
                .toList();
        String search = form.text("who").replace("\0", "").strip();
        if (search.length() > LONGEST_SEARCH) search = search.substring(0, LONGEST_SEARCH);
        // a wrong choice is told beside the list
        if (!form.text("act").equals(LIST) && Fault.of(form.faults(), "tell") == null)
            return new QuestionPage.Tell(false, search, List.of(), false, chosen);
        var candidates = explanations.candidates(leader, unit, synthetic, search);
        var offices = new LinkedHashMap<String, List<Accounts.Holder>>();
        for (Accounts.Holder holder : candidates.people())
            offices.computeIfAbsent(holder.unit(), _ -> new ArrayList<>()).add(holder);
        boolean whole = search.isEmpty() && !candidates.more();
        var options = offices.values().stream()
                .flatMap(people -> {
                    long count = people.stream()
                            .map(Accounts.Holder::account)
                            .distinct()
                            .count();
                    return Stream.concat(
                            whole && count == 1
                                    ? Stream.empty()
                                    : Stream.of(office(t, people.getFirst().unit(), whole ? count : 0)),
                            people.stream().map(one -> person(t, one)));
                })
                .toList();
        return new QuestionPage.Tell(true, search, options, candidates.more(), chosen);
    }

    private Optional<Option> option(Actor leader, Texts t, boolean synthetic, String choice) {
        return explanations
                .chosen(leader, synthetic, List.of(choice))
                .map(found -> choice.startsWith(OFFICE)
                        ? office(
                                t,
                                choice.substring(OFFICE.length()),
                                found.more() ? 0 : found.people().size())
                        : person(t, found.people().getFirst()));
    }

    /** @param people 0 where it is not known how many */
    private Option office(Texts t, String unit, long people) {
        String name = access.unitName(unit);
        return new Option(
                OFFICE + unit,
                people == 0
                        ? t.of("explanation.tell.office.all", name)
                        : t.of("explanation.tell.office", name, t.number(people)));
    }

    private Option person(Texts t, Accounts.Holder one) {
        return new Option(
                one.account().toString(),
                one.name() + " · " + t.of("role." + one.role()) + " · " + access.unitName(one.unit()));
    }
}
