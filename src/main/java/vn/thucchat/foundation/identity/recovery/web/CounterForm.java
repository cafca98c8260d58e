package vn.thucchat.foundation.identity.recovery.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk says of a person who has lost the device.
 *
 * @param compared the clerk compared card and face
 */
record CounterForm(@Nullable UUID account, String reason, boolean compared) {}
