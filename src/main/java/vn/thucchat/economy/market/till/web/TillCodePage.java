package vn.thucchat.economy.market.till.web;

import java.time.LocalDate;
import java.util.List;
import vn.thucchat.economy.market.till.Till;

/**
 * The stall's own codes, which are for any amount: one for each bank.
 *
 * @param codes each with its picture as SVG
 * @param stream where what comes next is told
 * @param day today
 */
public record TillCodePage(Till till, List<Code> codes, String stream, LocalDate day) {

    public record Code(PaidTo to, String qr) {}
}
