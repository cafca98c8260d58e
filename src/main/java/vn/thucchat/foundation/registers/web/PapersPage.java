package vn.thucchat.foundation.registers.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.Paper;

/**
 * The kho of the reader, or of whom they act for.
 *
 * @param known whether it is known who that is
 * @param whom the name of whom the reader acts for, or null: themselves
 */
public record PapersPage(
        boolean known, @Nullable String whom, List<Paper> papers, List<Paper.Kind> kinds, LocalDate today) {

    public static final String PATH = "/id/papers";

    public String kind(Paper paper, Texts t) {
        return kind(kinds, paper, t);
    }

    static String kind(List<Paper.Kind> kinds, Paper paper, Texts t) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(paper.kind()))
                .findFirst()
                .map(kind -> t.either(kind.name(), kind.nameEn()))
                .orElse(paper.kind());
    }
}
