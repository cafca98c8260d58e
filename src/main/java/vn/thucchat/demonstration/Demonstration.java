package vn.thucchat.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.pages.Texts;

/**
 * Decides at start whether the demonstration is on ({@code thucchat.demo}): {@code true} on, {@code false} off, empty:
 * on where nobody had an account at the first start, and from then on. After the units and the first figures.
 */
@Component
@Order(200)
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Loading loading;
    private final StepStore steps;
    private final People people;
    private final TransactionTemplate transactions;
    private final MessageSource messages;
    private final String wanted;
    private final String baseUrl;

    Demonstration(
            Loading loading,
            StepStore steps,
            People people,
            TransactionTemplate transactions,
            MessageSource messages,
            @Value("${thucchat.demo:}") String wanted,
            @Value("${thucchat.base-url}") String baseUrl) {
        this.loading = loading;
        this.steps = steps;
        this.people = people;
        this.transactions = transactions;
        this.messages = messages;
        this.wanted = wanted.strip().toLowerCase(Locale.ROOT);
        this.baseUrl = baseUrl;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted.equals("false")) {
            loading.off();
            int closed = people.close();
            if (closed > 0) LOG.info("Demonstration is off: closed {} accounts", closed);
            return;
        }
        List<People.Person> open = transactions.execute(status -> {
            // Held to the end, with no row written: the steps have transactions of their own.
            steps.lock();
            return on() ? load() : List.<People.Person>of();
        });
        if (open == null) return;
        if (on()) loading.on();
        if (!open.isEmpty()) welcome(open);
    }

    private boolean on() {
        return wanted.equals("true") || steps.any() || people.nobodyYet();
    }

    private List<People.Person> load() {
        if (steps.done(Loading.COMPLETE)) return people.open();
        long begin = System.nanoTime();
        LOG.info("Loading the demonstration province");
        loading.begin();
        List<People.Person> open = people.open();
        loading.load(step -> LOG.debug("Demonstration: {}", step));
        LOG.info(
                "Loaded the demonstration province in {} s",
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return open;
    }

    /** To the newcomer at the console, in both languages. */
    private void welcome(List<People.Person> open) {
        var text = new StringBuilder("\n");
        for (Locale language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            var t = new Texts(messages, language);
            text.append("  ").append(t.of("demonstration.welcome", baseUrl)).append('\n');
            text.append("  ")
                    .append(t.of("demonstration.welcome.password", People.PASSWORD))
                    .append('\n');
            for (People.Person person : open)
                text.append("    %-10s %s%n"
                        .formatted(person.username(), t.of("demonstration.person." + person.username())));
            text.append("  ").append(t.of("demonstration.welcome.off")).append("\n\n");
        }
        System.out.print(text);
    }
}
