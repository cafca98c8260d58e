package vn.thucchat.demonstration;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.signs.InspectionRound;
import vn.thucchat.economy.market.signs.Inspections;
import vn.thucchat.economy.market.signs.Sign;
import vn.thucchat.economy.market.signs.Signs;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.foundation.pages.Result;

/**
 * Inspections of the invented markets' QR signs: most have been gone round, the first is being gone round, with a
 * stranger's sticker found at one stall; three were never looked at and wait.
 */
@Component
record SignRounds(Markets markets, Stalls stalls, Signs signs, Inspections inspections, People people) {

    private static final int NEVER = 3;
    private static final int STALLS = 25;
    private static final int PASTED_OVER = 7;
    /** Of an account that no stall has. */
    private static final String STRANGERS = QrCode.VietQr.transfer(
                    DemoMarket.Teller.SEPAY.bin, "1999999999", null, null)
            .text();

    void inspect() {
        List<DemoMarket> all = DemoMarket.ALL;
        for (DemoMarket wanted : all.subList(0, all.size() - NEVER))
            markets.find(wanted.code()).ifPresent(market -> inspect(market, wanted.equals(all.getFirst())));
    }

    private void inspect(Market market, boolean running) {
        Actor manager = people.marketManager();
        UUID id = done(inspections.open(manager, market));
        InspectionRound round = inspections.find(market, id).orElseThrow();
        List<Sign> read = signs.of(market).stream().limit(STALLS).toList();
        for (Sign sign : read) {
            boolean pasted = running && read.indexOf(sign) == PASTED_OVER;
            done(inspections.read(
                    manager,
                    market,
                    round,
                    stalls.find(market, sign.number()).orElseThrow(),
                    pasted ? STRANGERS : sign.payload()));
        }
        if (!running) done(inspections.close(manager, market, round));
    }

    private static UUID done(Result change) {
        if (change instanceof Result.Done(var id)) return id;
        throw new IllegalStateException(change.toString());
    }
}
