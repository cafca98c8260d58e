package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.HouseRoles;

/** What a reader of the source would find wrong with who may do what. */
@NullMarked
class AccessGuardTests {

    private static final Path MAIN = Path.of("src/main/java");

    /** The head of a public method with an actor among its parameters, up to its body. */
    private static final Pattern METHOD =
            Pattern.compile("\n    public [^;{}=]*?\\(([^;{}]*?\\bActor (\\w+)[^;{}]*?)\\) \\{");

    /** A role named by a string where one is asked for. */
    private static final Pattern ROLE = Pattern.compile(
            "(?:@Allow\\(\\{?|\\.(?:may|units|holds|holdsAny|heldInProvince|mayChangeShared)\\((?:actor, )?|\\.has\\()(\"[A-Z_]+\")");

    private static final Pattern ASKED = Pattern.compile("\\bhas\\(\"([A-Z_]+)\"\\)");

    /** Where all roles are listed to be chosen from. */
    private static final List<String> CHOICES = List.of("RoleDefinitions.java", "GrantChoices.java");

    /** Those that give or change only what is the actor's own. */
    private static final List<String> OWN = List.of(
            "PaymentMethods.java served",
            "Traders.java of",
            "CashReceipts.java latest",
            "Credentials.java change",
            "Passkeys.java of",
            "Passkeys.java credentialIds",
            "Passkeys.java handle",
            "Passkeys.java label",
            "Passkeys.java remove",
            "PasskeySignIns.java options",
            "FactorRemovals.java stop",
            "TotpCodes.java of",
            "TotpCodes.java draft",
            "UpstreamAccounts.java of",
            "SignIns.java again",
            "Inbox.java of",
            "Inbox.java open",
            "DataReads.java of",
            "Contacts.java of",
            "Contacts.java find",
            "Contacts.java reachable",
            "Contacts.java remove",
            "ContactPreferences.java of",
            "ContactPreferences.java declined",
            "Residences.java of",
            "Residences.java state",
            "ZaloLinks.java link",
            "ZaloLinks.java of",
            "ZaloLinks.java unlink",
            "NoticeLedger.java own",
            "NoticeLedger.java own",
            "RecoveryCompletion.java running",
            "RecoveryCompletion.java stop",
            "OpenSessions.java of",
            "OpenSessions.java end",
            "OpenSessions.java endOthers",
            "WorkList.java chased",
            "Delegations.java of",
            "Delegations.java withdraw",
            "ClientConsents.java find",
            "ClientConsents.java list",
            "ClientConsents.java end",
            "ClientConsents.java withdraw",
            "DeviceConsents.java find",
            "Consents.java last",
            "DataRequests.java make",
            "DataRequests.java waiting",
            "IssuedCredentials.java of",
            "IssuedCredentials.java revoke");

    /**
     * Those that write down who did what another has allowed: the log, a loader, work that a room's act
     * has done, and a till's webhooks by its owner.
     */
    private static final List<String> CHECKED_BY_THE_CALLER = List.of(
            "PersonMerges.java own",
            "PersonRegistry.java keep",
            "PersonRegistry.java own",
            "PersonRegistry.java fits",
            "Representations.java make",
            "Representations.java end",
            "AccessLog.java record",
            "AccessLog.java recordRead",
            "AccessLog.java recordReads",
            "HistoricalSubmissions.java record",
            "SkippedMessages.java skip",
            "Webhooks.java add",
            "WorkItems.java Ending");

    @Test
    void a_service_that_takes_an_actor_asks_what_the_actor_may_do() throws IOException {
        assertThat(unused("x.java", """
                @Service
                    public boolean add(Actor actor, String name) {
                        store.insert(name, actor.account());
                        log.record(actor, "payments.layout-added", "/money/layouts", name);
                        return true;
                    }
                """)).as("the counter-example").containsExactly("x.java add");
        var found = new ArrayList<String>();
        for (Path file : sources()) found.addAll(unused(file.getFileName().toString(), Files.readString(file)));
        assertThat(found)
                .as("add no line to the lists that could be a check instead")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(OWN.stream(), CHECKED_BY_THE_CALLER.stream())
                        .toList());
    }

    @Test
    void no_check_admits_every_role() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : sources())
            if (Files.readString(file).contains(".grantable()")
                    && !CHOICES.contains(file.getFileName().toString())) found.add(file.toString());
        assertThat(found).isEmpty();
    }

    @Test
    void every_role_that_is_named_is_declared_by_a_room() throws IOException {
        assertThat(strangeRoles("a @Allow(\"CLERK\") b c.has(\"JUDGE\") access.may(actor, \"LEADER\", unit)"))
                .as("the counter-example")
                .containsExactly("\"CLERK\"", "\"JUDGE\"", "\"LEADER\"");
        var found = new ArrayList<String>();
        for (Path file : sources()) strangeRoles(Files.readString(file)).forEach(role -> found.add(file + " " + role));
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(role -> role.group(1))
                        .filter(role -> !HouseRoles.DEFINITIONS.known(role))
                        .forEach(role -> found.add(file + " " + role));
        }
        assertThat(found).isEmpty();
    }

    /** In code a role is named by the constant of its room, so that nothing but a declared one can be. */
    private static List<String> strangeRoles(String source) {
        return ROLE.matcher(source).results().map(role -> role.group(1)).toList();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Public methods of a service that do no more with their actor than to note who did the act. */
    private static List<String> unused(String file, String source) {
        var found = new ArrayList<String>();
        if (!source.contains("@Service")) return found;
        var heads = METHOD.matcher("\n" + source);
        while (heads.find()) {
            String actor = heads.group(2);
            String body = body(("\n" + source).substring(heads.end()));
            String asked = body.replaceAll("log\\.record\\(\\s*" + actor + "\\b", "")
                    .replaceAll("\\b" + actor + "\\.(account|name|username|synthetic|actingFor)\\(\\)", "");
            if (!Pattern.compile("\\b" + actor + "\\b").matcher(asked).find())
                found.add(file + " " + heads.group().replaceAll("(?s)\\(.*", "").replaceAll(".*\\s", ""));
        }
        return found;
    }

    private static String body(String rest) {
        int depth = 1;
        int end = 0;
        while (depth > 0 && end < rest.length()) {
            char sign = rest.charAt(end++);
            if (sign == '{') depth++;
            else if (sign == '}') depth--;
        }
        return rest.substring(0, end);
    }
}
