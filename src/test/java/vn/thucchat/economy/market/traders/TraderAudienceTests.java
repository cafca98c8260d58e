package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.testing.DemonstrationTest;

/** The traders of a market who sign in are a group to whom announcements can go. */
@DemonstrationTest
@NullMarked
class TraderAudienceTests {

    @Autowired
    TraderAudience traders;

    @Autowired
    Accounts accounts;

    @Test
    void traders_of_a_market_are_a_group_each_of_whom_is_in_it_once() {
        Actor trader = accounts.actor("tieuthuong").orElseThrow();
        String ward = trader.grants().getFirst().unit();
        var groups = traders.in(List.of(ward), true);
        assertThat(groups).isNotEmpty().allMatch(group -> group.name().startsWith("Tiểu thương "));
        assertThat(traders.in(List.of(ward), false)).as("real ones").isEmpty();
        assertThat(traders.find("khong-co")).isEmpty();
        List<UUID> members = groups.stream()
                .flatMap(group -> traders.members(group.key(), new UUID(0, 0), 100).stream())
                .toList();
        assertThat(members).containsOnlyOnce(trader.account());
        assertThat(traders.members(groups.getFirst().key(), new UUID(-1, -1), 100))
                .isEmpty();
    }
}
