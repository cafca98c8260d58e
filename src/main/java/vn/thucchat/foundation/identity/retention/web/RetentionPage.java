package vn.thucchat.foundation.identity.retention.web;

import java.util.List;
import vn.thucchat.foundation.identity.retention.Retention;

/** What is kept how long, what the next night deletes and what the last one did. */
public record RetentionPage(List<Retention.Kept> kept) {}
