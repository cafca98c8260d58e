package vn.thucchat.government.dossiers.procedures.web;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.government.dossiers.procedures.ProcedureContent;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.PartialReason;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/** Words what a version says, part by part, so that two of them can be laid side by side. */
public final class ProcedureWords {

    /** One part of a version in words; lists have a line for each. */
    public record Part(String name, String text) {}

    /** A part that two versions say differently. */
    public record Difference(String name, String before, String after) {}

    private ProcedureWords() {}

    static List<Difference> differences(List<Part> before, List<Part> after) {
        var found = new ArrayList<Difference>();
        for (int i = 0; i < after.size(); i++) {
            String old = before.isEmpty() ? "" : before.get(i).text();
            if (!old.equals(after.get(i).text()))
                found.add(new Difference(after.get(i).name(), old, after.get(i).text()));
        }
        return found;
    }

    /** Always the same parts in the same order. */
    static List<Part> parts(Texts t, ProcedureVersion.Draft draft) {
        ProcedureContent content = draft.content();
        PartialReason reason = content.online().reason();
        return List.of(
                new Part(t.of("procedures.name"), draft.name()),
                new Part(t.of("procedures.field"), draft.field()),
                new Part(t.of("procedures.valid-from"), t.date(draft.validFrom())),
                new Part(t.of("procedures.abolished"), draft.abolished() ? t.of("procedures.yes") : ""),
                new Part(
                        t.of("procedures.audience"),
                        t.of("procedures.audience." + content.handling().audience())),
                new Part(
                        t.of("procedures.agency"),
                        content.handling().agency() + " · "
                                + t.of("procedures.level." + content.handling().level())),
                new Part(t.of("procedures.also-called"), content.handling().alsoCalled()),
                new Part(t.of("procedures.time"), time(t, content)),
                new Part(t.of("procedures.steps"), String.join("\n", content.steps())),
                new Part(t.of("procedures.papers"), String.join("\n", papers(content))),
                new Part(t.of("procedures.fees"), String.join("\n", fees(content))),
                new Part(
                        t.of("procedures.online"),
                        t.of("procedures.online." + content.online().level())
                                + (reason == null ? "" : ": " + t.of("procedures.reason." + reason))),
                new Part(t.of("procedures.result"), content.result()),
                new Part(t.of("procedures.legal"), String.join("\n", content.legal())),
                new Part(t.of("procedures.form"), String.join("\n", form(content))),
                new Part(t.of("procedures.internal"), String.join("\n", internal(content))),
                new Part(t.of("procedures.source"), draft.source()));
    }

    /** {@code 3 ngày làm việc} or {@code ngay trong ngày}. */
    public static String term(Texts t, ProcedureContent content) {
        Integer days = content.time().workingDays();
        Integer hours = content.time().workingHours();
        if (days == null) return t.of("procedures.hours", hours == null ? 0 : hours);
        return days == 0 ? t.of("procedures.same-day") : t.of("procedures.days", days);
    }

    /** The same with what makes it longer. */
    static String time(Texts t, ProcedureContent content) {
        String note = content.time().note();
        return note.isEmpty() ? term(t, content) : term(t, content) + " (" + note + ")";
    }

    /** {@code 15.000 đ}, or that it is free. */
    public static String vnd(Texts t, long amountVnd) {
        return amountVnd == 0 ? t.of("procedures.free") : t.number(amountVnd) + " đ";
    }

    /** As they are typed: a line each. */
    static List<String> papers(ProcedureContent content) {
        return content.papers().stream()
                .map(paper -> line(
                        paper.name(),
                        Integer.toString(paper.originals()),
                        Integer.toString(paper.copies()),
                        paper.note()))
                .toList();
    }

    /** As they are typed: a line each. */
    static List<String> fees(ProcedureContent content) {
        return content.fees().stream()
                .map(fee -> line(fee.name(), grouped(fee.counterVnd()), grouped(fee.onlineVnd()), fee.note()))
                .toList();
    }

    /** As they are typed: a line each. */
    static List<String> form(ProcedureContent content) {
        return content.conduct().form().stream().map(FormLine::write).toList();
    }

    /** As they are typed: a line each. */
    static List<String> internal(ProcedureContent content) {
        return content.conduct().internalSteps().stream()
                .map(step -> line(
                        step.name(),
                        step.who(),
                        Integer.toString(step.workingHours()),
                        step.parallel() ? "song song" : ""))
                .toList();
    }

    private static String grouped(long amountVnd) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amountVnd);
    }

    private static String line(String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" | "));
    }
}
