package vn.thucchat.economy.market.register.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * The record that a fact of a market came from.
 *
 * @param title a message key
 * @param lines what else there is to say, without names or numbers of people
 */
@NamedInterface("lookup")
public record Act(String title, LocalDate from, @Nullable LocalDate to, List<Line> lines, UUID id) {

    /** A message key and what there is to say. */
    public record Line(String key, String text) {}
}
