package vn.thucchat.foundation.money.cashdesk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;

/** Finds cash receipts: by their code, number, account or writer. */
@Service
public class CashReceipts {

    private static final int LATEST = 30;

    private final CashReceiptStore store;
    private final ReceivingAccounts accounts;
    private final Access access;

    CashReceipts(CashReceiptStore store, ReceivingAccounts accounts, Access access) {
        this.store = store;
        this.accounts = accounts;
        this.access = access;
    }

    /** By its id, which its paper carries: whoever holds that may look. */
    public Optional<CashReceipt> find(UUID id) {
        return store.find(id);
    }

    /** Whether the actor keeps the books that a receipt is in, and may make it void. */
    public boolean keeps(Actor actor, CashReceipt receipt) {
        return accounts.find(receipt.account())
                .filter(account -> access.may(
                        actor, PaymentRoles.ACCOUNTANT, account.unit().value(), account.synthetic()))
                .isPresent();
    }

    /** Those of some codes that were paid in cash, if only in part, by a receipt that is not void. */
    public Set<String> takenFor(Collection<String> codes) {
        return codes.isEmpty() ? Set.of() : store.takenFor(codes);
    }

    /** What was written for a code, in its order; void ones too. Who may see them is for the calling module to know. */
    public List<CashReceipt> receipts(String code) {
        return store.forCode(code);
    }

    /** The last receipts of an account. Whose books they are is for the caller to know. */
    public List<CashReceipt> receipts(ReceivingAccount account) {
        return store.ofAccount(account.number(), LATEST);
    }

    /**
     * The receipts of a number in the units where the actor takes money or keeps the books: several where units have
     * accounts of their own.
     *
     * @param typed as printed, TM-2026-000012, or however else it was typed
     */
    public List<CashReceipt> numbered(Actor actor, String typed) {
        return CashReceipt.number(typed)
                .map(wanted -> store.numbered(
                        access.units(actor, PaymentRoles.CASHIER).toArray(String[]::new),
                        actor.synthetic(),
                        wanted.year(),
                        wanted.number(),
                        LATEST))
                .orElse(List.of());
    }

    /** The last receipts that the actor wrote. */
    public List<CashReceipt> latest(Actor actor) {
        return store.latest(actor.account(), LATEST);
    }
}
