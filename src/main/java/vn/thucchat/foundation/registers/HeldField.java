package vn.thucchat.foundation.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is held of one field of a subject.
 *
 * @param current the value that wins by the rules of today; null where none holds any more
 * @param others those that lose, are over or were corrected, the newest first
 * @param unused what the person stated and has withdrawn the consent to; only the person sees it
 */
public record HeldField(
        RegisterField field, @Nullable FieldValue current, List<FieldValue> others, List<FieldValue> unused) {}
