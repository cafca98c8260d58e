package vn.thucchat.demonstration;

import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.notify.channels.AddressKind;
import vn.thucchat.foundation.notify.contacts.Contacts;

/** Gives the people of the invented province e-mail addresses at a domain that nobody can have (RFC 2606). */
@Component
@Order(160)
record ContactSteps(Accounts accounts, Contacts contacts) implements DemonstrationStep {

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept(
                "contacts",
                () -> People.ALL.forEach(person -> accounts.find(person.username())
                        .filter(Account::synthetic)
                        .ifPresent(account -> contacts.ensure(
                                account.id(), AddressKind.EMAIL, person.username() + "@thainguyen.example"))));
    }
}
