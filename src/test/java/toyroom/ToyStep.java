package toyroom;

import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.demonstration.Days;
import vn.thucchat.demonstration.DemonstrationStep;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;

@Component
@Order(250)
class ToyStep implements DemonstrationStep {

    private final Accounts accounts;

    ToyStep(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept(
                "librarian",
                () -> accounts.ensure("thuthu", "Thủ thư", null, true, new Actor.Grant(ToyRoles.LIBRARIAN, "19")));
    }
}
