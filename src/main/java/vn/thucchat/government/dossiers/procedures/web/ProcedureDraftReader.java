package vn.thucchat.government.dossiers.procedures.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.vietnamese.NameSearchKey;
import vn.thucchat.foundation.vietnamese.Parsed;
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;
import vn.thucchat.government.dossiers.procedures.FormField;
import vn.thucchat.government.dossiers.procedures.InternalStep;
import vn.thucchat.government.dossiers.procedures.ProcedureContent;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Conduct;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Fee;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Handling;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Online;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.OnlineLevel;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.PartialReason;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.RequiredPaper;
import vn.thucchat.government.dossiers.procedures.ProcedureContent.Time;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;

/**
 * Reads a version that was typed. Lists are typed one to a line, the parts of a line parted by {@code |}: a paper is {@code
 * Tờ khai | 1 | 0 | nếu có} (originals, copies, note), a fee {@code Lệ phí | 15.000 | 7.000 | mỗi bản} (counter, online,
 * note).
 */
final class ProcedureDraftReader {

    private static final Pattern PARTS = Pattern.compile("\\|");
    private static final int MOST_LINES = 60;
    private static final int LONGEST_LINE = 500;
    private static final long MOST_VND = 10_000_000_000L;

    private final Form<ProcedureForm> form;
    private final List<FieldError> errors = new ArrayList<>();

    private ProcedureDraftReader(Form<ProcedureForm> form) {
        this.form = form;
    }

    /** The draft; empty when something is wrong, all of which is among {@code errors} or in the form already. */
    static Optional<ProcedureVersion.Draft> read(Form<ProcedureForm> form, List<FieldError> errors) {
        var reader = new ProcedureDraftReader(form);
        Time time = reader.time();
        List<String> steps = reader.lines("steps", true);
        List<RequiredPaper> papers = reader.each("papers", reader::paper);
        List<Fee> fees = reader.each("fees", reader::fee);
        Online online = reader.online();
        List<String> legal = reader.lines("legal", true);
        String result = reader.text("result", 3, 300);
        String also = reader.text("alsoCalled", 0, 500);
        List<FormField> questions = reader.form();
        List<InternalStep> internal = reader.each("internal", ProcedureDraftReader::step);
        errors.addAll(reader.errors);
        if (form.wrong() || !reader.errors.isEmpty() || time == null || online == null) return Optional.empty();
        ProcedureForm typed = form.value();
        return Optional.of(new ProcedureVersion.Draft(
                typed.code(),
                typed.name().strip(),
                typed.field().strip(),
                typed.validFrom(),
                form.text("abolished").equals("true"),
                typed.source().strip(),
                new ProcedureContent(
                        new Handling(
                                typed.audience(), typed.level(), typed.agency().strip(), also),
                        time,
                        steps,
                        papers,
                        fees,
                        online,
                        result,
                        legal,
                        new Conduct(questions, internal))));
    }

    /** What the fields hold when a version is shown to be changed. */
    static Map<String, String> shown(ProcedureVersion.Draft draft) {
        ProcedureContent content = draft.content();
        var fields = new java.util.HashMap<String, String>();
        fields.put("code", draft.code());
        fields.put("name", draft.name());
        fields.put("field", draft.field());
        fields.put("source", "");
        fields.put("audience", content.handling().audience().name());
        fields.put("level", content.handling().level().name());
        fields.put("agency", content.handling().agency());
        fields.put("alsoCalled", content.handling().alsoCalled());
        Integer days = content.time().workingDays();
        Integer hours = content.time().workingHours();
        fields.put("time", Integer.toString(days == null ? hours == null ? 0 : hours : days));
        fields.put("unit", days == null ? "HOURS" : "DAYS");
        fields.put("timeNote", content.time().note());
        fields.put("steps", String.join("\n", content.steps()));
        fields.put("papers", String.join("\n", ProcedureWords.papers(content)));
        fields.put("fees", String.join("\n", ProcedureWords.fees(content)));
        fields.put("online", content.online().level().name());
        PartialReason reason = content.online().reason();
        fields.put("reason", reason == null ? "" : reason.name());
        fields.put("result", content.result());
        fields.put("legal", String.join("\n", content.legal()));
        fields.put("form", String.join("\n", ProcedureWords.form(content)));
        fields.put("internal", String.join("\n", ProcedureWords.internal(content)));
        return fields;
    }

    private @Nullable Time time() {
        Parsed<BigDecimal> count = VietnameseNumbers.whole(form.text("time"));
        boolean hours = form.text("unit").equals("HOURS");
        String note = text("timeNote", 0, 300);
        if (count instanceof Parsed.Value<BigDecimal>(BigDecimal value)
                && value.signum() >= (hours ? 1 : 0)
                && value.compareTo(BigDecimal.valueOf(hours ? 2_000 : 400)) <= 0)
            return hours ? new Time(null, value.intValue(), note) : new Time(value.intValue(), null, note);
        errors.add(new FieldError("time", "procedures.fault.time"));
        return null;
    }

    private @Nullable Online online() {
        Optional<OnlineLevel> level = named(OnlineLevel.values(), form.text("online"));
        Optional<PartialReason> reason = named(PartialReason.values(), form.text("reason"));
        if (level.isEmpty()) errors.add(new FieldError("online", "procedures.fault.choice"));
        else if ((level.get() == OnlineLevel.PARTIAL) != reason.isPresent())
            errors.add(new FieldError("reason", "procedures.fault.reason-for-part"));
        else return new Online(level.get(), reason.orElse(null));
        return null;
    }

    private static <T extends Enum<T>> Optional<T> named(T[] all, String name) {
        for (T one : all) if (one.name().equals(name)) return Optional.of(one);
        return Optional.empty();
    }

    private @Nullable RequiredPaper paper(String[] parts) {
        Long originals = parts.length > 1 ? number(parts[1], 99) : Long.valueOf(1);
        Long copies = parts.length > 2 ? number(parts[2], 99) : Long.valueOf(0);
        if (parts.length > 4 || parts[0].isBlank() || originals == null || copies == null) return null;
        return new RequiredPaper(
                parts[0].strip(), originals.intValue(), copies.intValue(), parts.length > 3 ? parts[3].strip() : "");
    }

    private @Nullable Fee fee(String[] parts) {
        Long counter = parts.length > 1 ? number(parts[1], MOST_VND) : null;
        Long online = parts.length > 2 ? number(parts[2], MOST_VND) : null;
        if (parts.length > 4 || parts[0].isBlank() || counter == null || online == null) return null;
        return new Fee(parts[0].strip(), counter, online, parts.length > 3 ? parts[3].strip() : "");
    }

    /** The questions of the form; two that would have one key are told apart by what they ask. */
    private List<FormField> form() {
        List<FormField> fields = each("form", FormLine::read);
        if (fields.stream().map(FormField::key).distinct().count() < fields.size())
            errors.add(new FieldError("form", "procedures.fault.form-twice"));
        return fields;
    }

    /** {@code Thẩm định | Công chức | 16} in working hours, with {@code song song} where it runs beside the one before. */
    private static @Nullable InternalStep step(String[] parts) {
        Long hours = parts.length > 2 ? number(parts[2], 3_200) : null;
        boolean parallel = parts.length > 3 && NameSearchKey.of(parts[3]).equals("song song");
        if (parts.length > 4 || parts[0].isBlank() || hours == null || (parts.length > 3 && !parallel)) return null;
        return new InternalStep(parts[0].strip(), parts[1].strip(), hours.intValue(), parallel);
    }

    private static @Nullable Long number(String typed, long most) {
        return VietnameseNumbers.whole(typed.strip()) instanceof Parsed.Value<BigDecimal>(BigDecimal value)
                        && value.signum() >= 0
                        && value.compareTo(BigDecimal.valueOf(most)) <= 0
                ? Long.valueOf(value.longValue())
                : null;
    }

    /** Each line of a list that can be read; the first line that cannot is named. */
    private <T> List<T> each(String field, Function<String[], @Nullable T> read) {
        var all = new ArrayList<T>();
        int number = 0;
        for (String line : lines(field, false)) {
            number++;
            T one = read.apply(PARTS.split(line, -1));
            if (one == null) {
                errors.add(new FieldError(field, "procedures.fault." + field, List.of(Integer.toString(number), line)));
                return List.of();
            }
            all.add(one);
        }
        return all;
    }

    private List<String> lines(String field, boolean needed) {
        List<String> lines = form.text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (needed && lines.isEmpty()) errors.add(new FieldError(field, "procedures.fault.lines"));
        if (lines.size() > MOST_LINES || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE))
            errors.add(new FieldError(field, "procedures.fault.long"));
        return lines;
    }

    private String text(String field, int least, int most) {
        String text = form.text(field).strip();
        if (text.length() < least || text.length() > most)
            errors.add(new FieldError(
                    field, "procedures.fault.length", List.of(Integer.toString(least), Integer.toString(most))));
        return text;
    }
}
