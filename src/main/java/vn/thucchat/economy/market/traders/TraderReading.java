package vn.thucchat.economy.market.traders;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.FieldError;

/** What was typed of a trader, understood; null for none. */
record TraderReading(
        @Nullable String taxCode,
        @Nullable String personalNumber,
        @Nullable String phone) {

    static TraderReading of(Traders.Draft draft, List<FieldError> flaws) {
        if (draft.name().isBlank() || draft.name().strip().length() > 120)
            flaws.add(new FieldError("name", "market.trader.name.fault"));
        Optional<String> tax = TaxCode.read(draft.taxCode());
        if (tax.isEmpty() && !draft.taxCode().isBlank()) flaws.add(new FieldError("tax", "market.tax.fault"));
        Optional<String> number = PersonalNumber.read(draft.personalNumber());
        if (number.isEmpty() && !draft.personalNumber().isBlank())
            flaws.add(new FieldError("personal", "market.personal.fault"));
        Optional<String> phone = Phone.read(draft.phone());
        if (phone.isEmpty() && !draft.phone().isBlank()) flaws.add(new FieldError("phone", "market.phone.fault"));
        return new TraderReading(tax.orElse(null), number.orElse(null), phone.orElse(null));
    }
}
