package vn.thucchat.steering.indicators.reporting.web;

import java.util.List;
import vn.thucchat.steering.indicators.reporting.Submission;

/**
 * What a spreadsheet was taken into.
 *
 * @param seen what the form brings back, so that nothing is handed in that was changed meanwhile
 * @param drafts how many are still to be handed in
 * @param stale whether something had changed when it was to be handed in
 */
public record UploadPage(String address, String seen, int drafts, boolean stale, List<Part> parts) {

    /** One unit's part of it. */
    public record Part(String url, String unit, String period, Submission.State state, int lines) {}
}
