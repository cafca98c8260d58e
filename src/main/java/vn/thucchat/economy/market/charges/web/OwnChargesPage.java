package vn.thucchat.economy.market.charges.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.thucchat.economy.market.charges.Charge;

/** @param missing by charge what is missing of it, in đồng */
public record OwnChargesPage(
        List<Charge> owed, Map<UUID, Long> missing, List<Charge> paid, LocalDate today, boolean synthetic) {

    /** Đồng. */
    public long owedVnd(Charge charge) {
        return Objects.requireNonNull(missing.get(charge.id()));
    }

    /** Of all together, in đồng. */
    public long owedVnd() {
        return owed.stream().mapToLong(this::owedVnd).sum();
    }
}
