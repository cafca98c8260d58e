package vn.thucchat.foundation.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real installation begins with one administrator of everything, whose password is printed once and must be changed
 * at the first sign-in. With demonstration data there are demonstration accounts instead.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    static final String USERNAME = "quantri";
    // no letter or digit that could be read as another
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final AccountStore store;
    private final TransactionTemplate transactions;
    private final boolean wanted;

    FirstAdministrator(
            Accounts accounts,
            AccountStore store,
            TransactionTemplate transactions,
            @Value("${thucchat.demo:}") String demo) {
        this.accounts = accounts;
        this.store = store;
        this.transactions = transactions;
        this.wanted = demo.equalsIgnoreCase("false");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted && !store.any()) make();
    }

    private void make() {
        String password = password();
        boolean made = transactions.execute(status -> {
            store.lock();
            if (store.any()) return false;
            accounts.ensure(USERNAME, "Quản trị", password, false, true, new Actor.Grant(Role.ADMINISTRATOR, "VN"));
            return true;
        });
        if (made)
            // to the person at the console, once; a log file would keep it
            System.out.printf(
                    "%nTài khoản quản trị đầu tiên · The first administrator: %s%n"
                            + "Mật khẩu dùng một lần · One-time password: %s%n%n",
                    USERNAME, password);
    }

    private static String password() {
        return new SecureRandom()
                .ints(16, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
