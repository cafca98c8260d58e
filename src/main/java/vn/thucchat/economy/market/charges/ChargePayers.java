package vn.thucchat.economy.market.charges;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.ledger.Payers;

/** A charge is paid by the trader who rents the stall, whoever brings the money. */
@Component
record ChargePayers(ChargeStore charges) implements Payers {

    @Override
    public Optional<String> name(String origin, UUID originId) {
        return origin.equals(Charges.ORIGIN) ? charges.find(originId).map(Charge::traderName) : Optional.empty();
    }
}
