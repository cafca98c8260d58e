package vn.thucchat.demonstration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.SignIns;
import vn.thucchat.foundation.pages.Demo;

/** Opens the demonstration to newcomers: they sign in as one of its people with one touch, by the password all know. */
@Service
public class DemonstrationSignIn implements Demo {

    private final StepStore steps;
    private final Accounts accounts;
    private final SignIns signIns;
    private final boolean off;
    /** Once begun it is on for as long as the process lives. */
    private volatile boolean begun;

    DemonstrationSignIn(
            StepStore steps, Accounts accounts, SignIns signIns, @Value("${thucchat.demo:}") String wanted) {
        this.steps = steps;
        this.accounts = accounts;
        this.signIns = signIns;
        this.off = wanted.strip().toLowerCase(Locale.ROOT).equals("false");
    }

    @Override
    public boolean on() {
        if (off) return false;
        if (!begun) begun = steps.any();
        return begun;
    }

    /** Without the name of a real person, who may have one of the same. */
    @Override
    public List<String> roles() {
        if (!on()) return List.of();
        return People.ALL.stream()
                .map(People.Person::username)
                .filter(username -> account(username).isPresent())
                .toList();
    }

    @Override
    public String secret(String username) {
        return on() && username.equals(People.WITH_CODE) && account(username).isPresent()
                ? People.secret().words()
                : "";
    }

    /**
     * Signs somebody in as one of the demonstration's people, by the same door as everybody.
     *
     * @param address where the attempt comes from
     * @return empty when it is nobody of the demonstration, or the demonstration is off
     */
    public Optional<SignIns.Outcome> enter(String username, String address) {
        if (!on() || account(username).isEmpty()) return Optional.empty();
        return Optional.of(signIns.attempt(username, People.PASSWORD, address));
    }

    private Optional<Account> account(String username) {
        if (People.ALL.stream().noneMatch(person -> person.username().equals(username))) return Optional.empty();
        return accounts.find(username).filter(account -> account.synthetic() && !account.disabled());
    }
}
