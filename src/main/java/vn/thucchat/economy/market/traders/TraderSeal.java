package vn.thucchat.economy.market.traders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;

/**
 * Seals and opens what identifies and reaches a trader, each for that trader alone: a sealed number that is put in
 * another's place does not open.
 */
@Component
record TraderSeal(Seal seal) {

    private static final String NUMBER = "market.trader.number";
    private static final String PHONE = "market.trader.phone";

    TraderStore.Kept close(Trader trader, TraderReading read) {
        String number = read.personalNumber();
        String phone = read.phone();
        return new TraderStore.Kept(
                trader,
                number == null ? null : seal.close(number, purpose(NUMBER, trader.id())),
                mark(number),
                phone == null ? null : seal.close(phone, purpose(PHONE, trader.id())));
    }

    /** @param before from which stays what was not typed anew */
    TraderStore.Kept close(Trader trader, TraderReading read, TraderStore.@Nullable Kept before) {
        var fresh = close(trader, read);
        if (before == null) return fresh;
        boolean sameNumber = read.personalNumber() == null;
        return new TraderStore.Kept(
                trader,
                sameNumber ? before.personalNumber() : fresh.personalNumber(),
                sameNumber ? before.mark() : fresh.mark(),
                read.phone() == null ? before.phone() : fresh.phone());
    }

    /** Equal for equal numbers. */
    @Nullable
    String mark(@Nullable String personalNumber) {
        return personalNumber == null ? null : seal.mark(personalNumber, NUMBER);
    }

    Traders.Contact open(TraderStore.Kept kept) {
        String number = kept.personalNumber() == null
                ? null
                : seal.open(kept.personalNumber(), purpose(NUMBER, kept.trader().id()), NUMBER);
        return new Traders.Contact(number, phone(kept));
    }

    Traders.Contact masked(TraderStore.Kept kept) {
        var open = open(kept);
        String number = open.personalNumber();
        String phone = open.phone();
        return new Traders.Contact(
                number == null ? null : PersonalNumber.masked(number), phone == null ? null : Phone.masked(phone));
    }

    /** Telephones by trader, opened to be compared. */
    Map<UUID, String> phones(List<TraderStore.Kept> of) {
        var phones = new HashMap<UUID, String>();
        for (TraderStore.Kept kept : of) {
            String phone = phone(kept);
            if (phone != null) phones.put(kept.trader().id(), phone);
        }
        return phones;
    }

    private @Nullable String phone(TraderStore.Kept kept) {
        return kept.phone() == null
                ? null
                : seal.open(kept.phone(), purpose(PHONE, kept.trader().id()), PHONE);
    }

    private static String purpose(String what, UUID trader) {
        return what + " " + trader;
    }
}
