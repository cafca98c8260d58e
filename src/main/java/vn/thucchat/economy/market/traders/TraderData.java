package vn.thucchat.economy.market.traders;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PersonalDataSource;
import vn.thucchat.foundation.identity.purposes.PersonalRecord;
import vn.thucchat.foundation.pages.Texts;

/** What a market keeps of the traders that an account signs in for. Contract and accounting law keep it. */
@Component
record TraderData(TraderStore traders, TraderSeal seal) implements PersonalDataSource {

    @Override
    public String purpose() {
        return TraderPurposes.TRADER;
    }

    @Override
    public List<PersonalRecord> gather(UUID account, Texts t) {
        return traders.ofAccount(account).stream()
                .map(kept -> {
                    var contact = seal.open(kept);
                    var trader = kept.trader();
                    return PersonalRecord.of(
                            "name",
                            trader.name(),
                            "kind",
                            t.of("market.trader.kind." + trader.kind()),
                            "number",
                            Objects.requireNonNullElse(contact.personalNumber(), ""),
                            "tax-code",
                            Objects.requireNonNullElse(trader.taxCode(), ""),
                            "phone",
                            Objects.requireNonNullElse(contact.phone(), ""),
                            "at",
                            trader.joinedOn());
                })
                .toList();
    }
}
