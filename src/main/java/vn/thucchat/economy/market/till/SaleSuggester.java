package vn.thucchat.economy.market.till;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Resolution;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.pages.Result;

/** Money at a stall whose memo nearly names a sale's code: its trader says whether it is for that sale. */
@Service
public class SaleSuggester {

    /** More at once help nobody. */
    private static final int SHOWN = 5;
    /** Among them what the bank took back, which waits for who keeps the books. */
    private static final int LOOKED_THROUGH = 50;

    private final PaymentExceptions exceptions;
    private final ExceptionResolutions resolutions;

    SaleSuggester(PaymentExceptions exceptions, ExceptionResolutions resolutions) {
        this.exceptions = exceptions;
        this.resolutions = resolutions;
    }

    /** The oldest first. */
    public List<PaymentExceptions.Waiting> of(Till till) {
        return exceptions.open(till.numbers(), LOOKED_THROUGH).stream()
                .filter(SaleSuggester::guessed)
                .limit(SHOWN)
                .toList();
    }

    /**
     * @param version of the finding that the trader saw
     * @param right whether the money is for the sale that was guessed
     */
    public Result answer(Actor trader, int account, long movement, int version, boolean right) {
        String code = exceptions
                .find(trader, account, movement)
                .filter(SaleSuggester::guessed)
                .map(waiting -> waiting.finding().code())
                .orElse(null);
        if (code == null) return new Result.NotFound();
        return right
                ? resolutions.assign(trader, account, movement, version, code)
                : resolutions.resolve(trader, account, movement, version, Resolution.KEEP);
    }

    private static boolean guessed(PaymentExceptions.Waiting waiting) {
        return waiting.finding().outcome() == MatchStatus.OWNER;
    }
}
