package vn.thucchat.foundation.registers;

import java.util.UUID;

/** The id of a subject: of a person the one in {@code foundation.identity.people}, of others made from their code by a key. */
public record SubjectId(UUID value) {}
