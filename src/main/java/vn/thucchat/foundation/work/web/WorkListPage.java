package vn.thucchat.foundation.work.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.work.WorkList;

/**
 * All that waits for a person.
 *
 * @param first leads to the first page; null on it
 * @param next leads to the next one; null on the last
 */
public record WorkListPage(
        WorkList.Page work,
        WorkList.Filter filter,
        List<Option> kinds,
        @Nullable String first,
        @Nullable String next) {}
