package vn.thucchat.demonstration;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.FieldValue;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Memberships;
import vn.thucchat.foundation.registers.Origin;
import vn.thucchat.foundation.registers.Paper;
import vn.thucchat.foundation.registers.Papers;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.registers.Registers;
import vn.thucchat.foundation.registers.Subject;

/** A citizen with a child, a household and a household business, what several origins say of them, and their papers. */
@Component
@Order(218)
record RegisterSteps(
        People accounts,
        PersonRegistry people,
        Representations representations,
        Registers registers,
        Memberships memberships,
        Papers papers,
        Files files,
        Consents consents,
        DataPurposes purposes,
        MessageSource messages,
        InstantSource clock)
        implements DemonstrationStep {

    private static final PersonNumber CHILD = new PersonNumber("000315000017");
    private static final LocalDate BORN = LocalDate.of(2015, 6, 1);
    private static final String HOUSEHOLD = "190500188015";
    private static final String BUSINESS = "4600000016";
    private static final String RESIDENTS = "Cơ sở dữ liệu quốc gia về dân cư (minh họa)";
    private static final String COMMUNE = "05443";
    private static final String WARD = "UBND Phường Phan Đình Phùng (minh họa)";

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("registers", () -> fill(days.loaded()));
    }

    private void fill(LocalDate today) {
        Actor clerk = accounts.clerk();
        Actor citizen = accounts.citizen();
        Person lan = people.proven(citizen).orElse(null);
        if (!clerk.signedIn() || lan == null) return;
        Subject self = registers.person(lan);
        says(
                self,
                "residents",
                Origin.NATIONAL_DATABASE,
                RESIDENTS,
                today.minusDays(40),
                List.of("SEX=FEMALE", "PERMANENT_COMMUNE=" + COMMUNE, "PERMANENT_ADDRESS=Số 12, tổ 5"));
        says(
                self,
                "former",
                Origin.IMPORTED,
                "Hệ thống một cửa trước đây (minh họa)",
                today.minusDays(900),
                List.of(
                        "PERMANENT_ADDRESS=Xóm Chè, xã cũ",
                        "PLACE_OF_ORIGIN=Định Hóa, Thái Nguyên",
                        "PHONE=0280000001"));
        PurposeText text = purposes.find("registers.stated").orElseThrow().text(new Texts(messages, Locale.of("vi")));
        consents.give(citizen, text, text.hash()).expectDone();
        record(
                citizen,
                self,
                "own",
                source(Origin.STATED, "Khai khi nộp hồ sơ"),
                today.minusDays(20),
                List.of("PHONE=0280000015", "EMAIL=lan.minhhoa@example.vn"));
        read(clerk, self, today);
        Subject child = child(clerk, lan, today);
        Subject household = registers.household(clerk, HOUSEHOLD, true).orElseThrow();
        says(
                household,
                "residents",
                Origin.NATIONAL_DATABASE,
                RESIDENTS,
                today.minusDays(40),
                List.of("PERMANENT_COMMUNE=" + COMMUNE, "PERMANENT_ADDRESS=Số 12, tổ 5"));
        joins(household, self, Memberships.Role.HEAD, today.minusYears(9));
        joins(household, child, Memberships.Role.CHILD, BORN);
        Subject business = registers.business(clerk, BUSINESS, true).orElseThrow();
        says(
                business,
                "registration",
                Origin.DOSSIER,
                WARD,
                today.minusDays(400),
                List.of(
                        "BUSINESS_NAME=Hộ kinh doanh chè Ma Lan (minh họa)",
                        "BUSINESS_KIND=Hộ kinh doanh",
                        "BUSINESS_LINE=Bán buôn, bán lẻ chè",
                        "BUSINESS_COMMUNE=" + COMMUNE,
                        "BUSINESS_ADDRESS=Sạp B7, chợ minh họa",
                        "LEGAL_REPRESENTATIVE=Ma Thị Lan",
                        "REGISTERED_ON=" + today.minusDays(400)));
        joins(business, self, Memberships.Role.OWNER, today.minusDays(400));
        papers(self, child, business, today);
    }

    private Subject child(Actor clerk, Person lan, LocalDate today) {
        Person child = people.keep(clerk, CHILD, "Hoàng Minh Châu", BORN);
        representations
                .make(
                        clerk,
                        lan,
                        new Representations.Draft(
                                Representation.Kind.CHILD,
                                child,
                                "",
                                "",
                                "Giấy khai sinh số 31/2015, minh họa",
                                BORN.plusYears(18).minusDays(1)))
                .expectDone();
        Subject subject = registers.person(child);
        says(
                subject,
                "birth",
                Origin.DOSSIER,
                WARD,
                today.minusDays(60),
                List.of("SEX=FEMALE", "PERMANENT_COMMUNE=" + COMMUNE, "PERMANENT_ADDRESS=Số 12, tổ 5"));
        return subject;
    }

    private void read(Actor clerk, Subject self, LocalDate today) {
        record(
                clerk,
                self,
                "card",
                source(Origin.CARD_READ, "Phường Phan Đình Phùng"),
                today.minusDays(300),
                List.of("FULL_NAME=Ma Thị Lan", "CARD_ISSUED_ON=" + today.minusDays(300)));
        registers.held(clerk, self, RegisterField.of(Subject.Kind.PERSON), new Look(Look.Purpose.DOSSIER, "minh họa"));
    }

    private void papers(Subject self, Subject child, Subject business, LocalDate today) {
        keeps(
                child,
                "birth",
                "BIRTH_CERTIFICATE",
                "Giấy khai sinh Hoàng Minh Châu",
                "31/2015",
                BORN.plusDays(9),
                null,
                null);
        keeps(
                self,
                "marriage",
                "MARRIAGE_CERTIFICATE",
                "Giấy chứng nhận kết hôn",
                "18/2013",
                LocalDate.of(2013, 2, 6),
                null,
                null);
        keeps(
                self,
                "single",
                "MARITAL_STATUS",
                "Giấy xác nhận tình trạng hôn nhân",
                "07/2012",
                LocalDate.of(2012, 11, 1),
                LocalDate.of(2013, 4, 30),
                null);
        UUID old = keeps(
                business,
                "first",
                "HOUSEHOLD_BUSINESS",
                "Đăng ký hộ kinh doanh, lần đầu",
                "17A8000188",
                today.minusDays(1_500),
                null,
                null);
        keeps(
                business,
                "second",
                "HOUSEHOLD_BUSINESS",
                "Đăng ký hộ kinh doanh, thay đổi lần 1",
                "17A8000188",
                today.minusDays(400),
                null,
                old);
        keeps(
                business,
                "food",
                "FOOD_SAFETY",
                "Cơ sở đủ điều kiện an toàn thực phẩm",
                "212/2023",
                today.minusDays(1_060),
                today.plusDays(35),
                null);
    }

    private UUID keeps(
            Subject subject,
            String key,
            String kind,
            String title,
            String number,
            LocalDate on,
            @Nullable LocalDate until,
            @Nullable UUID replaces) {
        var draft = new Papers.Draft(
                kind,
                title + " (minh họa)",
                number,
                new Paper.Issue(WARD, on, on, until),
                copy(title, number),
                new Paper.Source(Origin.DOSSIER, ""),
                replaces);
        return Objects.requireNonNull(papers.keep(Actor.PLATFORM, subject, "demonstration " + key, draft)
                .expectDone());
    }

    private FileId copy(String title, String number) {
        byte[] pdf = vn.thucchat.foundation.papers.Papers.pdf("""
                <html lang="vi"><head><title>%1$s</title></head><body><h1>%1$s</h1><p>Số %2$s</p>
                <p>Bản minh họa, không có giá trị.</p></body></html>
                """.formatted(title, number));
        return switch (files.keep(Actor.PLATFORM.account(), title + ".pdf", pdf)) {
            case Keeping.Kept(var note) -> note.id();
            case Keeping.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }

    private void joins(Subject subject, Subject person, Memberships.Role role, LocalDate from) {
        memberships
                .join(Actor.PLATFORM, subject, person, role, from, "minh họa")
                .expectDone();
    }

    private void says(Subject subject, String key, Origin origin, String name, LocalDate on, List<String> said) {
        record(Actor.PLATFORM, subject, key, source(origin, name), on, said);
    }

    private void record(
            Actor actor, Subject subject, String key, FieldValue.Source source, LocalDate on, List<String> said) {
        Instant asOf =
                clock.instant().minus(ChronoUnit.DAYS.between(on, BusinessTime.day(clock.instant())), ChronoUnit.DAYS);
        var entries = new ArrayList<Registers.Entry>();
        for (String one : said) {
            int sign = one.indexOf('=');
            entries.add(new Registers.Entry(
                    RegisterField.valueOf(one.substring(0, sign)),
                    one.substring(sign + 1),
                    source,
                    new FieldValue.Validity(asOf, null, null)));
        }
        registers.record(actor, subject, "demonstration " + key, entries).expectDone();
    }

    private static FieldValue.Source source(Origin origin, String name) {
        return new FieldValue.Source(origin, name, "");
    }
}
