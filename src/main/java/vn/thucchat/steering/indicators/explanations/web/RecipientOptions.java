package vn.thucchat.steering.indicators.explanations.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Accounts;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.explanations.Explanations;

/** Offices and people who can be told of an explanation, by name, to be chosen one after the other. */
@Component
record RecipientOptions(Explanations explanations, Access access) {

    /** What was chosen, each once. */
    static List<String> chosen(Form<?> form) {
        return form.texts("tell").stream()
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .toList();
    }

    QuestionPage.Tell tell(Actor leader, Texts t, Form<?> form) {
        var offices = new LinkedHashMap<String, List<Accounts.Holder>>();
        for (Accounts.Holder holder : explanations.candidates(leader))
            offices.computeIfAbsent(holder.unit(), unit -> new ArrayList<>()).add(holder);
        var options = new ArrayList<Option>();
        offices.forEach((unit, people) -> {
            String name = access.unitName(unit);
            if (people.size() > 1)
                options.add(new Option("unit:" + unit, t.of("explanation.tell.office", name, t.number(people.size()))));
            for (Accounts.Holder one : people)
                options.add(new Option(
                        one.account().toString(), one.name() + " · " + t.of("role." + one.role()) + " · " + name));
        });
        List<String> chosen = chosen(form);
        return new QuestionPage.Tell(
                options,
                options.stream()
                        .filter(option -> chosen.contains(option.value()))
                        .toList());
    }
}
