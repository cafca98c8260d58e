package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two controllers would say in the same way is said once, by the ground that they stand on. */
@NullMarked
class ControllersAlikeTests {

    /** A run of one shape is longer than this many lines, ... */
    private static final int LINES = 8;

    /** ... and so dense. */
    private static final int TOKENS = 80;

    /** How Spring hands over collaborators is no repetition that anybody could save. */
    private static final Pattern COLLABORATORS = Pattern.compile(
            "    private final [^;=]+;|\\n    \\w+Controller\\([^)]*\\) \\{(?:\\s+this\\.[^;]+;)+\\s+}");

    @Test
    void no_two_controllers_share_a_long_run_of_one_shape() throws IOException {
        assertThat(runs(Path.of("src/main/java"), file -> file.toString().endsWith("Controller.java")))
                .isEmpty();
    }

    @Test
    void a_copy_under_other_names_is_found(@TempDir Path folder) throws IOException {
        Path original = Path.of("src/main/java/vn/thucchat/foundation/identity/accounts/web/AccountsController.java");
        String text = Files.readString(original);
        Files.writeString(folder.resolve("A.java"), text);
        Files.writeString(folder.resolve("B.java"), text.replaceAll("\\b(\\w+)Form\\b", "$1Draft"));
        assertThat(runs(folder, file -> true)).isNotEmpty();
    }

    /** Each run, as {@code 12 lines: A.java:30, B.java:44}. Names, texts and numbers do not tell two runs apart. */
    private static List<String> runs(Path folder, Predicate<Path> which) throws IOException {
        var settings = new CPDConfiguration();
        settings.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
        settings.setMinimumTileSize(TOKENS);
        settings.setIgnoreIdentifiers(true);
        settings.setIgnoreLiterals(true);
        // routes and who may call them
        settings.setIgnoreAnnotations(true);
        var found = new ArrayList<String>();
        try (var cpd = CpdAnalysis.create(settings);
                var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(which).sorted().toList())
                cpd.files()
                        .addSourceFile(
                                FileId.fromPathLikeString(file.toString()),
                                withoutCollaborators(Files.readString(file)));
            cpd.performAnalysis(report -> report.getMatches().stream()
                    .filter(match -> match.getLineCount() > LINES)
                    .map(ControllersAlikeTests::words)
                    .forEach(found::add));
        }
        return found;
    }

    private static String withoutCollaborators(String source) {
        return COLLABORATORS
                .matcher(source)
                .replaceAll(found -> "\n".repeat((int)
                        found.group().chars().filter(each -> each == '\n').count()));
    }

    private static String words(Match match) {
        return match.getLineCount() + " lines: "
                + String.join(
                        ", ",
                        StreamSupport.stream(match.spliterator(), false)
                                .map(Mark::getLocation)
                                .map(place -> place.getFileId().getFileName() + ":" + place.getStartLine())
                                .toList());
    }
}
