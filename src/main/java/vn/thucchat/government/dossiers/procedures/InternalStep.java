package vn.thucchat.government.dossiers.procedures;

/**
 * A step of the agency's own process (quy trình nội bộ): who does what, and how long it may take.
 *
 * @param name {@code Thẩm định hồ sơ}
 * @param who the position or agency: {@code Công chức chuyên môn}, {@code Sở Xây dựng}
 * @param workingHours of the time limit, at 8 to a working day
 * @param parallel whether it runs beside the step before it, as an agency that is asked for its opinion does
 */
public record InternalStep(String name, String who, int workingHours, boolean parallel) {

    public InternalStep {
        if (workingHours < 0) throw new IllegalArgumentException("A step of " + workingHours + " hours");
    }
}
