package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

class AccountsTests extends IdentityTest {

    @Test
    void ensuring_twice_is_ensuring_once() {
        var reporter = grant(SteeringRoles.REPORTER, "05437");
        var first = accounts.ensure("BaoCao", "Báo cáo viên", PASSWORD, true, reporter);
        var second = accounts.ensure("baocao", "Tên khác", "mật khẩu khác", false, reporter, grant(Roles.LEADER, "19"));
        assertThat(second).isEqualTo(first);
        assertThat(first.synthetic()).isTrue();
        assertThat(accounts.actor("baocao").orElseThrow().grants())
                .containsExactly(reporter, grant(Roles.LEADER, "19"));
        assertThat(signIns.attempt("baocao", PASSWORD, "192.0.2.1")).isInstanceOf(SignIns.Outcome.Welcome.class);
        assertThat(grantStore.of(List.of(first.id()))).hasSize(2);
    }

    @Test
    void a_disabled_account_is_nobody() {
        var actor = somebody(grant(Roles.LEADER, "19"));
        accountStore.change(account(actor), "Khác", true);
        assertThat(accounts.actor(actor.username())).isEmpty();
        assertThat(accounts.find(actor.username())).isPresent();
    }

    @Test
    void a_revoked_role_is_gone_from_the_person_and_stays_on_record() {
        var actor = somebody(grant(Roles.LEADER, "19"), grant(Roles.AUDITOR, "19"));
        var held = grantStore.of(List.of(actor.account()));
        assertThat(grantStore.revoke(held.getFirst().id(), now, actor.account()))
                .isTrue();
        assertThat(grantStore.revoke(held.getFirst().id(), now, actor.account()))
                .as("again")
                .isFalse();
        assertThat(accounts.actor(actor.username()).orElseThrow().grants()).containsExactly(grant(Roles.AUDITOR, "19"));
        assertThat(grantStore.of(List.of(actor.account()))).hasSize(2);
        assertThat(accounts.grant(actor.account(), Roles.LEADER, "19"))
                .as("granted anew")
                .isTrue();
        assertThat(accounts.grant(actor.account(), Roles.LEADER, "19")).isFalse();
        assertThat(grantStore.of(List.of(actor.account()))).hasSize(3);
    }

    @Test
    void holders_are_listed_by_the_order_of_units_or_found_by_name_and_never_beyond_the_limit() {
        var ward = holder("vien-chuc-a", "Hà Xã A", "99441", false);
        var district = holder("vien-chuc-b", "Hà Huyện 100%", "9944", false);
        var invented = holder("vien-chuc-c", "Hà Minh Họa", "99441", true);
        assertThat(listed("", List.of(), false, 9)).containsExactly(ward, district);
        assertThat(listed("", List.of(), false, 1)).containsExactly(ward);
        assertThat(listed("huyện 100%", List.of(), false, 9)).containsExactly(district);
        assertThat(listed("1%0", List.of(), false, 9)).as("no wildcard").isEmpty();
        assertThat(listed("huyện", List.of("99441"), false, 9)).containsExactly(ward, district);
        assertThat(listed("", List.of(), true, 9)).containsExactly(invented);
        var roles = List.of(SteeringRoles.REPORTER);
        assertThat(accounts.holders(roles, List.of(ward, district)))
                .extracting(Accounts.Holder::account)
                .containsExactlyInAnyOrder(ward, district);
        grantStore.revoke(grantStore.of(List.of(ward)).getFirst().id(), now, district);
        assertThat(accounts.holders(roles, List.of(ward))).isEmpty();
        assertThat(listed("", List.of(), false, 9)).containsExactly(district);
    }

    @Test
    void holders_of_whole_units_are_limited_by_persons_each_with_all_their_rows() {
        var first = holder("dem-nguoi-a", "An Đếm", "99442", false);
        accounts.grant(first, SteeringRoles.REVIEWER, "99442");
        accounts.grant(first, SteeringRoles.REPORTER, "99443");
        var second = holder("dem-nguoi-b", "Bình Đếm", "99443", false);
        holder("dem-nguoi-c", "Châu Đếm", "99442", true);
        var roles = List.of(SteeringRoles.REPORTER, SteeringRoles.REVIEWER);
        var units = List.of("99442", "99443");
        assertThat(accounts.holders(roles, units, false, 1))
                .extracting(Accounts.Holder::account)
                .containsExactly(first, first, first);
        assertThat(accounts.holders(roles, units, false, 2))
                .extracting(Accounts.Holder::account)
                .containsExactly(first, first, first, second);
        assertThat(accounts.holders(roles, List.of(), false, 2)).isEmpty();
    }

    private java.util.UUID holder(String username, String name, String unit, boolean synthetic) {
        return accounts.ensure(username, name, null, synthetic, grant(SteeringRoles.REPORTER, unit))
                .id();
    }

    private List<java.util.UUID> listed(String name, List<String> named, boolean synthetic, int limit) {
        return accounts
                .holders(new Accounts.HolderQuery(
                        List.of(SteeringRoles.REPORTER), List.of("99441", "9944"), synthetic, name, named, limit))
                .stream()
                .map(Accounts.Holder::account)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-an", "có dấu", "an binh", "a\0b", "a/b", "<b>", "İstanbul"})
    void what_nobody_can_be_called_is_refused(String username) {
        assertThatThrownBy(() -> accounts.ensure(username, "An", null, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "An\0", "An\nBình", "nA\u202E", "An\u200B", "\uD800"})
    void names_are_one_line_of_visible_letters(String name) {
        assertThat(Account.name(name)).isEmpty();
    }

    @Test
    void names_are_kept_in_one_form_of_unicode() {
        String decomposed = java.text.Normalizer.normalize("Nguyễn Thị Ngọc", java.text.Normalizer.Form.NFD);
        assertThat(Account.name("  " + decomposed + " ")).contains("Nguyễn Thị Ngọc");
        assertThat(Account.name("a".repeat(120))).isPresent();
        assertThat(Account.name("a".repeat(121))).isEmpty();
    }

    @Test
    void the_database_itself_refuses_what_must_not_be() {
        assertThatThrownBy(() -> jdbc.sql("UPDATE identity.account SET username = upper(username)")
                        .update())
                .as("premise: there is somebody")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE identity.account SET password = 'thucchat'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        var actor = somebody(grant(Roles.LEADER, "19"));
        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO identity.role_grant (id, account, role, unit, from_at) VALUES (gen_random_uuid(), :a, 'LEADER', '19', '2022-01-01T00:00Z')")
                        .param("a", actor.account())
                        .update())
                .as("held twice")
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
