package vn.thucchat.foundation.identity;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Without the demonstration somebody real must be able to administer: where nobody is, an administrator of everything
 * is made at start. The first password comes from the environment or is printed once; either must be changed at the
 * first sign-in.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private final Accounts accounts;
    private final AccountStore store;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final boolean wanted;
    private final String called;
    private final String given;

    FirstAdministrator(
            Accounts accounts,
            AccountStore store,
            Passwords passwords,
            TransactionTemplate transactions,
            @Value("${thucchat.demo:}") String demo,
            @Value("${thucchat.first-administrator.username}") String called,
            @Value("${thucchat.first-administrator.password}") String given) {
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.wanted = demo.strip().equalsIgnoreCase("false");
        this.called = Account.username(called)
                .orElseThrow(() -> new IllegalArgumentException("ADMIN_USERNAME is not a username: " + called));
        this.given = given;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted && !store.anyAdministrator()) make();
    }

    private void make() {
        boolean own = !given.isEmpty() && passwords.weakness(given, called).isEmpty();
        String password = own ? given : OneTime.password();
        transactions.executeWithoutResult(status -> {
            store.lock();
            if (store.anyAdministrator()) return;
            String username = free();
            accounts.ensure(username, "Quản trị", password, false, true, new Actor.Grant(Role.ADMINISTRATOR, "VN"));
            // before the end of the transaction: a process that dies in between has made nobody whose password is lost
            announce(username, own ? "" : password);
        });
    }

    /** The demonstration's administrator, or somebody who administers no more, may have the name already. */
    private String free() {
        return Stream.concat(Stream.of(called), IntStream.iterate(1, i -> i + 1).mapToObj(i -> called + i))
                .filter(name -> accounts.find(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** To the person at the console, once; a log file would keep it. */
    private void announce(String username, String password) {
        System.out.printf("%nTài khoản quản trị đầu tiên · The first administrator: %s%n", username);
        if (!password.isEmpty()) System.out.printf("Mật khẩu dùng một lần · One-time password: %s%n", password);
        else
            System.out.printf("Mật khẩu lấy từ ADMIN_PASSWORD, phải đổi khi đăng nhập lần đầu.%n"
                    + "The password is that of ADMIN_PASSWORD; it must be changed at the first sign-in.%n");
        if (!password.isEmpty() && !given.isEmpty())
            System.out.printf(
                    "ADMIN_PASSWORD quá yếu nên không được dùng: cần ít nhất %d ký tự khó đoán.%n"
                            + "ADMIN_PASSWORD is too weak and was not taken: %1$d characters or more, not easily guessed.%n",
                    Passwords.SHORTEST);
        System.out.println();
    }
}
