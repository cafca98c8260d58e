package vn.thucchat.foundation.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Option;

/**
 * The form for a new account, with what was typed.
 *
 * @param units to choose from; empty where they are too many for a list
 */
public record NewAccountPage(
        String username,
        String name,
        String role,
        String unit,
        List<Option> units,
        @Nullable Mistake mistake) {}
