package vn.thucchat.foundation.facts;

import java.util.UUID;

/** A fact's id, a UUIDv7 made by whoever records it. */
public record FactId(UUID value) {}
