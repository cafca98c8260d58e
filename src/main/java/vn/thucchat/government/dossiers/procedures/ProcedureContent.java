package vn.thucchat.government.dossiers.procedures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a procedure that the law has published (Decree 63/2010/NĐ-CP, article 8): who it is for and who handles it,
 * how long it takes, its steps, the papers, what it costs, how far it can be done online, what one gets, and the law.
 *
 * @param steps in order, each one sentence
 * @param fees none: it is free
 * @param result what one gets: {@code Giấy khai sinh}
 * @param legal laws and decrees, each as it is cited: {@code Luật Hộ tịch số 60/2014/QH13}
 * @param conduct what the agency asks and does: the form and its own steps
 */
public record ProcedureContent(
        Handling handling,
        Time time,
        List<String> steps,
        List<RequiredPaper> papers,
        List<Fee> fees,
        Online online,
        String result,
        List<String> legal,
        Conduct conduct) {

    /** Who asks and who handles it. */
    public enum Audience {
        CITIZENS,
        BUSINESSES,
        BOTH
    }

    /** Where it is handled. */
    public enum Level {
        PROVINCE,
        COMMUNE
    }

    /**
     * @param agency that decides: {@code Ủy ban nhân dân cấp xã}
     * @param alsoCalled what people call it, for the search: {@code làm giấy khai sinh cho con}
     */
    public record Handling(Audience audience, Level level, String agency, String alsoCalled) {}

    /**
     * How long it may take, in working time: one of both is given. 0 days: the same day.
     *
     * @param note what makes it longer: {@code phải xác minh: 5 ngày}; may be empty
     */
    public record Time(
            @Nullable Integer workingDays, @Nullable Integer workingHours, String note) {

        public Time {
            if ((workingDays == null) == (workingHours == null))
                throw new IllegalArgumentException("A procedure takes working days or working hours");
        }
    }

    /**
     * A paper that belongs to the dossier (thành phần hồ sơ).
     *
     * @param note when it is needed, or how it is got: {@code nếu ủy quyền}; may be empty
     */
    public record RequiredPaper(String name, int originals, int copies, String note) {}

    /**
     * A fee (phí, lệ phí), in đồng.
     *
     * @param counterVnd at a counter or by post
     * @param onlineVnd when it is asked for online
     */
    public record Fee(String name, long counterVnd, long onlineVnd, String note) {}

    /** How far it can be done online (Decree 224/2026/NĐ-CP, article 14). */
    public enum OnlineLevel {
        /** toàn trình */
        FULL,
        /** một phần */
        PARTIAL,
        /** only read about */
        INFORMATION
    }

    /** Why it cannot be done wholly online; the article names these four. */
    public enum PartialReason {
        PRESENCE,
        ON_SITE_CHECK,
        TECHNICAL_FAULT,
        TECHNICAL_OTHER
    }

    /** @param reason null exactly where it can be done wholly online or not at all */
    public record Online(OnlineLevel level, @Nullable PartialReason reason) {

        public Online {
            if ((level == OnlineLevel.PARTIAL) == (reason == null))
                throw new IllegalArgumentException("A procedure that is partly online says why");
        }
    }

    /**
     * What the agency asks and does.
     *
     * @param form its questions in order; none: there is only the paper form
     * @param internalSteps in order
     */
    public record Conduct(List<FormField> form, List<InternalStep> internalSteps) {

        /** @throws IllegalArgumentException when two questions have one key */
        public Conduct {
            form = List.copyOf(form);
            internalSteps = List.copyOf(internalSteps);
            if (form.stream().map(FormField::key).distinct().count() < form.size())
                throw new IllegalArgumentException("Two questions of a form have one key");
        }
    }

    public ProcedureContent {
        steps = List.copyOf(steps);
        papers = List.copyOf(papers);
        fees = List.copyOf(fees);
        legal = List.copyOf(legal);
    }

    /** All fees at a counter, in đồng. */
    public long counterVnd() {
        return fees.stream().mapToLong(Fee::counterVnd).sum();
    }

    /** All fees online, in đồng. */
    public long onlineVnd() {
        return fees.stream().mapToLong(Fee::onlineVnd).sum();
    }
}
