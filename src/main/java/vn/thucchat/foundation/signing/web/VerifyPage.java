package vn.thucchat.foundation.signing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.signing.Verification;
import vn.thucchat.foundation.signing.Verification.Reason;
import vn.thucchat.foundation.signing.Verification.Verdict;
import vn.thucchat.foundation.signing.VerificationSamples.Sample;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * The verdict on a document, or the question for one.
 *
 * @param name of the file as its sender calls it
 * @param found null before anybody sent a document
 */
public record VerifyPage(
        Form<?> form, String name, @Nullable Verification found, List<Sample> samples) {

    private static final int LONGEST_NAME = 120;

    static String name(@Nullable String sent) {
        String name = VietnameseText.kept(sent == null ? "" : sent).strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** The look of a verdict: {@code good}, {@code bad}, or nothing for what is neither. */
    public static String look(Verdict verdict) {
        return switch (verdict) {
            case INTACT_AND_TRUSTED -> "good";
            case ALTERED -> "bad";
            case UNTRUSTED, INDETERMINATE, UNSIGNED -> "";
        };
    }

    /** Whether the names in a certificate can be believed. */
    public static boolean believed(Verification.DocumentSignature signature) {
        return !signature.reasons().contains(Reason.UNKNOWN_ISSUER)
                && !signature.signer().name().isEmpty();
    }
}
