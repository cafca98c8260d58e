package vn.thucchat.foundation.identity.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;

/**
 * Without the demonstration somebody real must be able to administer: where nobody is, two administrators of everything
 * are made at start, for two persons: what takes two could else never be done. The first one's password comes from the
 * environment or is told once, the second one's is told once; either must be changed at the first sign-in.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    private static final String NAME = "Quản trị";
    private static final String SECOND = "Quản trị thứ hai";

    private final Accounts accounts;
    private final AccountStore store;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final boolean wanted;
    private final String called;
    private final String given;
    private final Path folder;
    private final BooleanSupplier interactive;

    @Autowired
    FirstAdministrator(
            Accounts accounts,
            AccountStore store,
            Passwords passwords,
            TransactionTemplate transactions,
            @Value("${thucchat.demo:}") String demo,
            @Value("${thucchat.first-administrator.username}") String called,
            @Value("${thucchat.first-administrator.password}") String given,
            @Value("${thucchat.data-dir}") Path folder) {
        this(accounts, store, passwords, transactions, demo, called, given, folder, FirstAdministrator::atConsole);
    }

    /** @param interactive whether somebody reads what is printed, and no log keeps it */
    FirstAdministrator(
            Accounts accounts,
            AccountStore store,
            Passwords passwords,
            TransactionTemplate transactions,
            String demo,
            String called,
            String given,
            Path folder,
            BooleanSupplier interactive) {
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.transactions = transactions;
        this.wanted = demo.strip().equalsIgnoreCase("false");
        this.called = Account.username(called)
                .orElseThrow(() -> new IllegalArgumentException("ADMIN_USERNAME is not a username: " + called));
        this.given = given;
        this.folder = folder.toAbsolutePath().normalize();
        this.interactive = interactive;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted && !store.anyAdministrator()) make();
    }

    private void make() {
        boolean own =
                !given.isEmpty() && passwords.weakness(given, called, NAME).isEmpty();
        String password = own ? given : OneTime.password();
        // before the transaction, which holds a connection
        String hash = passwords.hash(password);
        String seconds = OneTime.password();
        String secondsHash = passwords.hash(seconds);
        transactions.executeWithoutResult(status -> {
            store.lock();
            if (store.anyAdministrator()) return;
            String username = free();
            accounts.ensureHashed(username, NAME, hash, false, true, new Actor.Grant(Roles.ADMINISTRATOR, "VN"));
            // before the end of the transaction: a process that dies in between has made nobody whose password is lost
            announce(username, own ? "" : password);
            String second = free();
            accounts.ensureHashed(second, SECOND, secondsHash, false, true, new Actor.Grant(Roles.ADMINISTRATOR, "VN"));
            System.out.printf(
                    "Tài khoản quản trị thứ hai, cho một người khác · The second administrator, for another person: %s%n",
                    second);
            announcePassword(seconds, "second-administrator-password");
            System.out.println();
        });
    }

    @SuppressWarnings("SystemConsoleNull") // NullAway takes it for null all the same
    private static boolean atConsole() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private Path keep(String password, String name) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + "\n", StandardOpenOption.SYNC);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demonstration's administrator, or somebody who administers no more, may have the name already. */
    private String free() {
        return Stream.concat(Stream.of(called), IntStream.iterate(1, i -> i + 1).mapToObj(i -> called + i))
                .filter(name -> accounts.find(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** To the person at the console; where what is printed goes into a log, by a file that only its owner reads. */
    private void announce(String username, String password) {
        System.out.printf("%nTài khoản quản trị đầu tiên · The first administrator: %s%n", username);
        if (!password.isEmpty()) announcePassword(password, "first-administrator-password");
        else
            System.out.printf("Mật khẩu lấy từ ADMIN_PASSWORD, phải đổi khi đăng nhập lần đầu.%n"
                    + "The password is that of ADMIN_PASSWORD; it must be changed at the first sign-in.%n");
        if (!password.isEmpty() && !given.isEmpty())
            System.out.printf(
                    "ADMIN_PASSWORD quá yếu nên không được dùng: cần ít nhất %d ký tự khó đoán.%n"
                            + "ADMIN_PASSWORD is too weak and was not taken: %1$d characters or more, not easily guessed.%n",
                    PasswordRules.SHORTEST);
        System.out.println();
    }

    private void announcePassword(String password, String file) {
        if (interactive.getAsBoolean()) System.out.printf("Mật khẩu dùng một lần · One-time password: %s%n", password);
        else
            System.out.printf(
                    "Mật khẩu dùng một lần nằm trong tệp %s: đọc, đăng nhập, rồi xóa tệp.%n"
                            + "The one-time password is in the file %1$s: read it, sign in, then delete the file.%n",
                    keep(password, file));
    }
}
