package vn.thucchat.demonstration;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.TotpCodes;
import vn.thucchat.foundation.identity.factors.TotpSecret;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.notify.announcements.AnnouncementRoles;
import vn.thucchat.government.dossiers.procedures.ProcedureRoles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** The demonstration's accounts: open while it is on, closed while it is off. */
@Component
class People {

    static final String PASSWORD = "thucchat-demo";

    static final String MANAGER = "quanlycho";
    static final String ACCOUNTANT = "ketoan";
    static final String COLLECTOR = "nguoithu";
    static final String TRADER = "tieuthuong";
    /** Signs in with a code besides, so that it can be seen how that is. */
    static final String WITH_CODE = "quantri2";

    static final String CITIZEN = "congdan";
    static final String OTHER_CITIZEN = "congdan2";
    static final String CLERK = "motcua";
    static final String OFFICER = "bvdl";
    static final String ANNOUNCER = "thongbao";

    /** @param grants the roles; none of a citizen */
    record Person(String username, String name, List<Actor.Grant> grants) {

        Person(String username, String name, String role, String unit) {
            this(username, name, List.of(new Actor.Grant(role, unit)));
        }
    }

    static final List<Person> ALL = List.of(
            new Person("lanhdao", "Nguyễn Thị Minh Hằng, lãnh đạo UBND tỉnh (minh họa)", Roles.LEADER, "19"),
            new Person(
                    "vanphong",
                    "Trần Quốc Bảo, cơ quan thường trực (minh họa)",
                    List.of(
                            new Actor.Grant(SteeringRoles.STEERING_OFFICE, "19"),
                            new Actor.Grant(ProcedureRoles.PROCEDURE_EDITOR, "19"))),
            new Person(
                    "baocao",
                    "Lê Thu Trang, cán bộ Phường Phan Đình Phùng (minh họa)",
                    SteeringRoles.REPORTER,
                    "05443"),
            new Person("thamdinh", "Phạm Văn Dũng, cán bộ thẩm định (minh họa)", SteeringRoles.REVIEWER, "19"),
            new Person("kiemtoan", "Hoàng Mai Anh, kiểm toán (minh họa)", Roles.AUDITOR, "19"),
            new Person("quantri", "Vũ Đức Long, quản trị hệ thống (minh họa)", Roles.ADMINISTRATOR, "19"),
            new Person(MANAGER, "Đào Thị Hiền, ban quản lý chợ (minh họa)", MarketRoles.MARKET_MANAGER, "19"),
            new Person(ACCOUNTANT, "Bùi Thanh Sơn, kế toán (minh họa)", PaymentRoles.ACCOUNTANT, "19"),
            new Person(COLLECTOR, "Ngô Văn Khoa, người thu (minh họa)", MarketRoles.COLLECTOR, DemoMarket.OWN_COMMUNE),
            new Person(
                    TRADER,
                    "Đặng Thị Minh Hoa, tiểu thương sạp A1 (minh họa)",
                    MarketRoles.TRADER,
                    DemoMarket.OWN_COMMUNE),
            new Person(WITH_CODE, "Lý Thị Kim Oanh, quản trị có mã một lần (minh họa)", Roles.ADMINISTRATOR, "19"),
            new Person(CITIZEN, "Ma Thị Lan, công dân (minh họa)", List.of()),
            new Person(OTHER_CITIZEN, "Lý Văn Thắng, công dân (minh họa)", List.of()),
            new Person(
                    CLERK,
                    "Nông Thị Hoài, cán bộ một cửa (minh họa)",
                    PeopleRoles.COUNTER_CLERK,
                    DemoMarket.OWN_COMMUNE),
            new Person(
                    OFFICER,
                    "Dương Quốc Bảo, phụ trách bảo vệ dữ liệu (minh họa)",
                    PrivacyRoles.DATA_PROTECTION_OFFICER,
                    "19"),
            new Person(ANNOUNCER, "Triệu Thị Mai, cán bộ ra thông báo (minh họa)", AnnouncementRoles.ANNOUNCER, "19"));

    private final Accounts accounts;
    private final TotpCodes codes;
    private final TransactionTemplate apart;

    People(Accounts accounts, TotpCodes codes, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.codes = codes;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether the platform is as new as on its first day. */
    boolean nobodyYet() {
        return !accounts.any();
    }

    /**
     * Those who can sign in with the password now. A real person's account of the same name is left as it is. Has a
     * transaction of its own: one that stayed open after it had written would keep the log from being counted.
     */
    List<Person> open() {
        List<Person> open =
                apart.execute(status -> ALL.stream().filter(this::opened).toList());
        return open == null ? List.of() : open;
    }

    private boolean opened(Person person) {
        if (!accounts.find(person.username()).map(Account::synthetic).orElse(true)) return false;
        Account account = accounts.ensure(
                person.username(),
                person.name(),
                PASSWORD,
                true,
                person.grants().toArray(Actor.Grant[]::new));
        if (person.username().equals(WITH_CODE)) codes.ensure(account, secret());
        accounts.enableSynthetic(person.username());
        return true;
    }

    /** The secret of the one who has a code: the same everywhere, and known to everybody. */
    static TotpSecret secret() {
        var draw = new Draw("code", WITH_CODE);
        var bytes = ByteBuffer.allocate(3 * Long.BYTES);
        for (int i = 0; i < 3; i++) bytes.putLong(draw.next());
        return TotpSecret.of(Arrays.copyOf(bytes.array(), TotpSecret.BYTES));
    }

    /** Also those that a demonstration administrator made. */
    int close() {
        return accounts.disableSynthetic();
    }

    Actor reviewer() {
        return actor(ALL.get(3));
    }

    Actor leader() {
        return actor(ALL.getFirst());
    }

    /** With the roles held: markets are opened as their manager would. */
    Actor marketManager() {
        return holding(MANAGER);
    }

    Actor accountant() {
        return holding(ACCOUNTANT);
    }

    Actor collector() {
        return holding(COLLECTOR);
    }

    Actor citizen() {
        return holding(CITIZEN);
    }

    Actor otherCitizen() {
        return holding(OTHER_CITIZEN);
    }

    Actor clerk() {
        return holding(CLERK);
    }

    Actor administrator() {
        return holding("quantri");
    }

    Actor officer() {
        return holding(OFFICER);
    }

    /** Both, in their order: each decides on what is the other's. */
    List<Actor> administrators() {
        return List.of(holding("quantri"), holding(WITH_CODE));
    }

    Actor announcer() {
        return holding(ANNOUNCER);
    }

    /** The leader with the role held, who approves. */
    Actor approver() {
        return holding("lanhdao");
    }

    private Actor holding(String username) {
        Person person = ALL.stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseThrow();
        return accounts.actor(username)
                .filter(Actor::synthetic)
                .orElseGet(() -> new Actor(new UUID(0, 0), username, person.name(), true, person.grants()));
    }

    /** The account, under the name that is the same everywhere; nobody's where a real person has the username. */
    private Actor actor(Person person) {
        UUID account = accounts.find(person.username())
                .filter(Account::synthetic)
                .map(Account::id)
                .orElse(new UUID(0, 0));
        return new Actor(account, person.username(), person.name(), true, List.of());
    }
}
