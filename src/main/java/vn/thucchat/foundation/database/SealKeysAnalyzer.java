package vn.thucchat.foundation.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a key that is missing, instead of a trace of the start. */
final class SealKeysAnalyzer extends AbstractFailureAnalyzer<SealKeys.Unknown> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SealKeys.Unknown cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
