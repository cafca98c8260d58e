package vn.thucchat.foundation.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.TestReach;

/** Roles as their rooms declare them, and what the house refuses to start with. */
class RoleDefinitionsTests {

    private static final RoleDefinition DESK = RoleDefinition.included("DESK");
    private static final RoleDefinition CLERK =
            RoleDefinition.of("CLERK", 20).including("DESK").notWith("JUDGE");
    private static final RoleDefinition JUDGE = RoleDefinition.of("JUDGE", 10);
    private static final RoleDefinition CITIZEN =
            RoleDefinition.own("CITIZEN", 30).grantedBy("CLERK");

    private final RoleDefinitions roles = new RoleDefinitions(List.of(DESK, CLERK, JUDGE, CITIZEN));

    @Test
    void they_are_offered_in_their_order_without_what_is_only_included() {
        assertThat(roles.grantable()).containsExactly(JUDGE, CLERK, CITIZEN);
        assertThat(roles.grantable("CLERK")).isTrue();
        assertThat(roles.grantable("DESK")).isFalse();
        assertThat(roles.grantable("NOBODY")).isFalse();
    }

    @Test
    void who_holds_a_role_holds_what_it_includes() {
        assertThat(roles.holders("DESK")).containsExactlyInAnyOrder("DESK", "CLERK");
        assertThat(roles.holders("JUDGE")).containsExactly("JUDGE");
        var access = new Access(TestReach.REACH, roles);
        Actor clerk = Persons.a("CLERK", "19");
        assertThat(access.may(clerk, "DESK", "19")).isTrue();
        assertThat(access.may(Persons.a("JUDGE", "19"), "DESK", "19")).isFalse();
        assertThat(access.units(clerk, "DESK")).contains("19");
        assertThat(roles.held(clerk)).as("and works here").containsExactly("CLERK", "DESK", "STAFF");
        assertThat(roles.holdsAny(clerk, "JUDGE", "DESK")).isTrue();
        assertThat(roles.holdsAny(Actor.STRANGER, "JUDGE", "DESK")).isFalse();
    }

    @Test
    void a_name_that_nobody_declares_is_a_bug_and_not_a_refusal() {
        var access = new Access(TestReach.REACH, roles);
        assertThatThrownBy(() -> access.may(Persons.a("CLERK", "19"), "19", "CLERK"))
                .as("arguments in the wrong order")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> access.units(Persons.a("CLERK", "19"), "CLARK"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_role_that_a_room_no_longer_declares_opens_nothing() {
        Actor left = new Actor(new UUID(0, 9), "x", "X", false, List.of(new Actor.Grant("GONE", "19")));
        assertThat(new Access(TestReach.REACH, roles).may(left, "CLERK", "19")).isFalse();
        assertThat(roles.exclude("CLERK", "GONE")).isFalse();
        assertThat(roles.givers("GONE")).isEmpty();
    }

    @Test
    void two_hats_are_refused_whichever_of_the_two_says_so() {
        assertThat(roles.exclude("CLERK", "JUDGE")).isTrue();
        assertThat(roles.exclude("JUDGE", "CLERK")).isTrue();
        assertThat(roles.exclude("CLERK", "CITIZEN")).isFalse();
    }

    @Test
    void a_role_is_given_by_whom_it_names() {
        assertThat(roles.givers("CITIZEN")).containsExactly("CLERK");
        assertThat(roles.givers("CLERK")).isEmpty();
        assertThat(roles.opensUnit("CITIZEN")).isFalse();
        assertThat(roles.opensUnit("CLERK")).isTrue();
    }

    @Test
    void the_house_does_not_start_with_two_of_a_name_or_one_that_is_not_there() {
        assertThatThrownBy(() -> new RoleDefinitions(List.of(JUDGE, RoleDefinition.own("JUDGE", 90))))
                .hasMessageContaining("JUDGE");
        assertThatThrownBy(() -> new RoleDefinitions(List.of(CLERK, JUDGE))).hasMessageContaining("DESK");
        assertThatThrownBy(() -> RoleDefinition.of("clerk", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
