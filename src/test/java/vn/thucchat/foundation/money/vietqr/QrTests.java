package vn.thucchat.foundation.money.vietqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes are those that NAPAS and EMVCo print in their specifications, and real ones. */
@NullMarked
class QrTests {

    private static final String STATIC_CARD =
            "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52";
    private static final String DYNAMIC_ACCOUNT =
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
                    + "62340107NPS68690819thanh toan don hang63042E2E";
    private static final String DYNAMIC_CARD =
            "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN"
                    + "62340107NPS68690819thanh toan don hang6304A203";
    private static final String STATIC_ACCOUNT =
            "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F";
    private static final String NAPAS_MISPRINT =
            "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5";
    private static final String CHARITY =
            "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN"
                    + "62170813ung ho lu lut6304C15C";
    private static final String VNPAY =
            "00020101021126280010A0000007750110010531314453037045408210900005802VN5910CELLPHONES"
                    + "62600312CPSHN ONLINE0517021908061613127850705ONLHN0810CellphoneS63047685";
    private static final String EMVCO =
            "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
                    + "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***"
                    + "0708A60086670902ME91320016A0112233449988770708123456786304A13A";
    private static final Set<String> BANKS = Set.of("970403", "970415", "970436");

    @ParameterizedTest
    @CsvSource({"123456789,29B1", "00,2EC9", "01,3EE8", "A,B915", "'',FFFF"})
    void the_check_sum_is_the_published_one(String text, String sum) {
        assertThat(Emv.crc(text)).isEqualTo(sum);
    }

    @ParameterizedTest
    @ValueSource(strings = {STATIC_CARD, DYNAMIC_ACCOUNT, DYNAMIC_CARD, STATIC_ACCOUNT, CHARITY})
    void codes_of_napas_are_read_and_written_as_they_stand(String text) {
        QrCode read = read(text);

        assertThat(read).isInstanceOf(QrCode.VietQr.class);
        assertThat(QrWriter.text((QrCode.VietQr) read)).isEqualTo(text);
        assertThat(((QrCode.VietQr) read).warnings()).isEmpty();
    }

    @Test
    void a_dynamic_code_says_what_is_to_be_paid() {
        assertThat(read(DYNAMIC_ACCOUNT))
                .isEqualTo(QrCode.VietQr.transfer(
                        "970403",
                        "0011012345678",
                        QrCode.Service.QRIBFTTA,
                        180_000L,
                        "thanh toan don hang",
                        "NPS6869"));
    }

    /** A payment to a merchant (VIETQRPay): of a code for a transfer all but the service and who is paid. */
    @Test
    void a_payment_to_a_merchant_is_written_and_read_beside_transfers() {
        var payment =
                QrCode.VietQr.transfer("970436", "MID0012345", QrCode.Service.QRPUSH, 35_000L, "TC23456789A", "HD 7");
        String text = payment.text();
        assertThat(text).contains("0110MID0012345").contains("0206QRPUSH").contains("540535000");
        assertThat(read(text)).isEqualTo(payment);
        assertThat(read(text).payee()).isEqualTo(new QrCode.Payee("970436", "MID0012345"));
    }

    @Test
    void a_memo_that_begins_with_a_code_survives() {
        assertThat(QrWriter.text(QrCode.VietQr.transfer(
                        "970436", "1234567890", QrCode.Service.QRIBFTTA, 15_000L, "H55 260811 0007", null)))
                .isEqualTo(
                        "00020101021238540010A00000072701240006970436011012345678900208QRIBFTTA53037045405150005802VN"
                                + "62190815H55 260811 00076304057E");
    }

    @Test
    void a_wrong_length_inside_is_found_where_it_is() {
        assertThat(read(NAPAS_MISPRINT))
                .isEqualTo(new QrCode.Invalid(true, List.of(new QrFault("38/01", QrFault.Reason.TRAILING))));
    }

    @Test
    void codes_of_others_are_sound_but_not_ours() {
        assertThat(read(VNPAY)).isEqualTo(new QrCode.OtherScheme(false, "A000000775", "21090000", "704", "CELLPHONES"));
        assertThat(read(EMVCO))
                .isEqualTo(new QrCode.OtherScheme(true, "D15600000000", "23.72", "156", "BEST TRANSPORT"));
    }

    @Test
    void line_ends_are_forgiven_and_a_check_sum_in_small_letters_is_warned_of() {
        assertThat(read("\r\n" + STATIC_CARD + "\n")).isEqualTo(read(STATIC_CARD));
        String small = STATIC_CARD.substring(0, STATIC_CARD.length() - 4) + "4f52";
        assertThat(((QrCode.VietQr) read(small)).warnings())
                .containsExactly(new QrFault("63", QrFault.Reason.SMALL_CHECK_SUM));
    }

    /** payOS and Techcombank print such memos, phones pay them. */
    @ParameterizedTest
    @ValueSource(ints = {26, 31, 36, 99 - 4})
    void a_memo_that_is_too_long_does_not_hide_who_is_paid(int length) {
        String memo = "CSABCDEFGH1 Thanh toan don hang ".repeat(4).substring(0, length);
        var code = (QrCode.VietQr) read(summed(transfer("970403", Emv.item("62", Emv.item("08", memo)))));
        assertThat(code.payee()).isEqualTo(new QrCode.Payee("970403", "0011012345678"));
        assertThat(code.purpose()).isEqualTo(memo);
        assertThat(code.warnings()).containsExactly(new QrFault("62/08", QrFault.Reason.TOO_LONG));
    }

    @Test
    void a_name_that_is_too_long_is_warned_of() {
        String name = "CONG TY TRACH NHIEM HUU HAN MOT THANH VIEN";
        var code = (QrCode.VietQr) read(summed(transfer("970403", Emv.item("59", name))));
        assertThat(code.merchantName()).isEqualTo(name);
        assertThat(code.warnings()).containsExactly(new QrFault("59", QrFault.Reason.TOO_LONG));
    }

    @Test
    void lengths_that_count_bytes_are_read() {
        String name = "5912Đặng Thử"; // nine letters, thirteen bytes
        String text = transfer(
                "970403",
                name.replace("5912", "59" + "Đặng Thử".getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        + "6009Tan Thinh");
        var code = (QrCode.VietQr) read(summed(text));
        assertThat(code.merchantName()).isEqualTo("Đặng Thử");
        assertThat(code.city()).isEqualTo("Tan Thinh");
        assertThat(code.payee()).isEqualTo(new QrCode.Payee("970403", "0011012345678"));
        assertThat(code.warnings()).containsExactly(new QrFault("", QrFault.Reason.LENGTH_IN_BYTES));
    }

    @Test
    void blanks_around_are_warned_of() {
        assertThat(((QrCode.VietQr) read(" \u00A0" + STATIC_ACCOUNT + " \uFEFF")).warnings())
                .containsExactly(new QrFault("", QrFault.Reason.BLANKS));
    }

    @Test
    void an_older_code_of_momo_has_bare_digits_behind_its_templates() {
        var code = (QrCode.VietQr) read(summed(
                transfer("970403", Emv.item("62", Emv.item("05", "MOMOW2W34875080")) + "8003046")));
        assertThat(code.payee()).isEqualTo(new QrCode.Payee("970403", "0011012345678"));
    }

    @Test
    void who_is_paid_is_read_of_a_code_that_is_unsound() {
        assertThat(read(STATIC_ACCOUNT.replace("0011012345678", "0011012345679"))
                        .payee())
                .isEqualTo(new QrCode.Payee("970403", "0011012345679"));
        assertThat(read(summed(transfer("970403", Emv.item("54", "0")))).payee())
                .isEqualTo(new QrCode.Payee("970403", "0011012345678"));
    }

    @Test
    void a_pasted_over_digit_breaks_the_check_sum() {
        assertThat(faults(STATIC_ACCOUNT.replace("0011012345678", "0011012345679")))
                .contains(new QrFault("63", QrFault.Reason.CHECK_SUM));
    }

    @ParameterizedTest
    @CsvSource({
        "'',00,NOT_EMV",
        "hello,00,NOT_EMV",
        "000201,63,NO_CHECK_SUM",
    })
    void what_is_no_code_is_told(String text, String at, QrFault.Reason reason) {
        assertThat(faults(text)).containsExactly(new QrFault(at, reason));
    }

    @ParameterizedTest
    @CsvSource({
        // twice the currency, an id of letters, a length of letters, a length over the end
        "53037045303704,53,TWICE",
        "5A03704,'',ID",
        "53xx704,53,LENGTH",
        "5300,53,LENGTH",
        "5399704,53,OVERRUN",
    })
    void broken_objects_are_told_with_their_place(String broken, String at, QrFault.Reason reason) {
        assertThat(faults(summed("000201" + "010211" + broken))).containsExactly(new QrFault(at, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "50 000", "1.5", "1e5", "12345678901234", "50000.50", "."})
    void amounts_that_no_bank_takes_are_refused(String amount) {
        String text = "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704"
                + Emv.item("54", amount) + "5802VN";
        assertThat(faults(summed(text))).containsExactly(new QrFault("54", QrFault.Reason.AMOUNT));
    }

    @ParameterizedTest
    @CsvSource({"50000,50000", "50000.,50000", "50000.00,50000"})
    void an_amount_may_have_a_point_and_noughts(String written, long amountVnd) {
        String text = "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704"
                + Emv.item("54", written) + "5802VN";
        assertThat(((QrCode.VietQr) read(summed(text))).amountVnd()).isEqualTo(amountVnd);
    }

    @ParameterizedTest
    @CsvSource({
        "'',38",
        "010211,38",
        "53037045802VN,38",
        "0102115204581253037045802VN5903ABC,38",
        "26280010A00000077501100105313144 5802VN,53",
        "26280010A00000077501100105313144 5303704,58",
    })
    void a_code_without_what_every_code_has_is_none(String items, String missing) {
        assertThat(faults(summed("000201" + items.replace(" ", ""))))
                .contains(new QrFault(missing, QrFault.Reason.MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"97040A", "9704031", "97040311X", "ABCDEF"})
    void a_bank_is_six_digits_or_eight_signs(String bin) {
        assertThat(faults(summed(transfer(bin, "")))).contains(new QrFault("38/01/00", QrFault.Reason.FORM));
    }

    @Test
    void a_bank_may_be_named_by_eight_signs() {
        assertThat(read(summed(transfer("01203001", "")))).isInstanceOf(QrCode.VietQr.class);
    }

    @ParameterizedTest
    @CsvSource({
        "5203541,52,FORM",
        "5204ABCD,52,FORM",
        "550204,55,FORM",
        "550202,56,MISSING",
        "55020256030.0,56,FORM",
        "550203,57,MISSING",
        "55020357051.234,57,FORM",
        "5502035703100,57,FORM",
        "61111234567890a,61,TOO_LONG",
        "62300326abcdefghijklmnopqrstuvwxyz,62/03,TOO_LONG",
        "62060902XY,62/09,FORM",
        "620950050101X,62/50/00,MISSING",
        "64060002vi,64/01,MISSING",
        "64070103Lan,64/00,MISSING",
        "64130003vie0102La,64/00,FORM",
        "80080104ABCD,80/00,MISSING",
        "8004ABCD,80,ID",
    })
    void what_else_a_code_says_has_its_form_or_is_warned_of(String items, String at, QrFault.Reason reason) {
        assertThat(((QrCode.VietQr) read(summed(transfer("970403", items)))).warnings())
                .contains(new QrFault(at, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52045411",
                "550201",
                "55020256045000",
                "550203570505.50",
                "6106250000",
                "62140303ABC0903AME",
                "64150002vi0105Cô Ba",
                "80160012vn.thucchat."
            })
    void what_else_a_code_says_is_read_over(String items) {
        assertThat(read(summed(transfer("970403", items)))).isInstanceOf(QrCode.VietQr.class);
    }

    private static String transfer(String bin, String more) {
        String account = Emv.item("00", bin) + Emv.item("01", "0011012345678");
        String merchant = Emv.item("00", "A000000727") + Emv.item("01", account) + Emv.item("02", "QRIBFTTA");
        return "000201010211" + Emv.item("38", merchant) + "53037045802VN" + more;
    }

    @Test
    void what_is_odd_is_warned_of() {
        String odd = "00020101021138570010A00000072701270006999999011300110123456780208QRIBFTTA5303704"
                + Emv.item("54", "500000000") + "5802VN";
        assertThat(((QrCode.VietQr) read(summed(odd))).warnings())
                .containsExactly(
                        new QrFault("38/01/00", QrFault.Reason.UNKNOWN_BANK),
                        new QrFault("54", QrFault.Reason.STATIC_WITH_AMOUNT),
                        new QrFault("54", QrFault.Reason.OVER_LIMIT));
    }

    @ParameterizedTest
    @CsvSource({
        "Đóng tiền điện tháng 8/2022,Dong tien dien thang 8 2022",
        "'  H55-260811-0007  ',H55 260811 0007",
        "Trần Thị Ỷ,Tran Thi Y"
    })
    void memos_are_written_as_banks_pass_them_on(String text, String memo) {
        assertThat(QrCode.memo(text)).isEqualTo(memo);
    }

    @Property(tries = 2_000)
    void what_is_written_is_read_the_same(@ForAll("codes") QrCode.VietQr code) {
        assertThat(QrReader.read(QrWriter.text(code), bin -> true)).isEqualTo(code);
    }

    @Property(tries = 5_000)
    void whatever_is_sent_is_answered(@ForAll @StringLength(max = 200) String text) {
        assertThat(read(text)).isInstanceOf(QrCode.Invalid.class);
        assertThat(read(summed("000201" + text))).isNotNull();
    }

    @Property(tries = 5_000)
    void a_code_with_something_changed_is_answered(
            @ForAll("codes") QrCode.VietQr code,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 300) int at,
            @ForAll char other) {
        var text = new StringBuilder(QrWriter.text(code));
        text.setCharAt(at % text.length(), other);
        assertThat(read(text.toString())).isNotNull();
        assertThat(read(summed(text.substring(0, text.length() - 8)))).isNotNull();
    }

    @Provide
    Arbitrary<QrCode.VietQr> codes() {
        var digits = Arbitraries.strings().numeric();
        var note = Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(25)
                .injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        digits.ofLength(6),
                        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(19),
                        Arbitraries.of(QrCode.Service.class).injectNull(0.2),
                        Arbitraries.longs()
                                .between(1, QrCode.TRANSFER_LIMIT_VND - 1)
                                .injectNull(0.3),
                        note,
                        note,
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMinLength(1)
                                .ofMaxLength(15)
                                .injectNull(0.5))
                .as((dynamic, bin, account, service, amount, purpose, bill, name) -> new QrCode.VietQr(
                        dynamic || amount != null,
                        bin,
                        account,
                        service,
                        amount,
                        purpose,
                        bill,
                        name,
                        name,
                        List.of()));
    }

    private static QrCode read(String text) {
        return QrReader.read(text, BANKS::contains);
    }

    private static List<QrFault> faults(String text) {
        return ((QrCode.Invalid) read(text)).faults();
    }

    private static String summed(String text) {
        return text + "6304" + Emv.crc(text + "6304");
    }
}
