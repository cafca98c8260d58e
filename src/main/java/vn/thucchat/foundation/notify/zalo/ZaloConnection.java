package vn.thucchat.foundation.notify.zalo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the official account is connected.
 *
 * @param refreshable whether there is a refresh token, which is used once
 * @param accessUntil when the access token ends, a day and an hour after it was made; null before the first
 * @param failure Zalo's last complaint, and when; null without one since the last success
 * @param dailyQuota messages a day, and how many were left at the last one; null before the first
 */
public record ZaloConnection(
        boolean refreshable,
        @Nullable Instant accessUntil,
        @Nullable String failure,
        @Nullable Instant failedAt,
        @Nullable Integer dailyQuota,
        @Nullable Integer quotaLeft,
        @Nullable Instant quotaAt) {}
