package vn.thucchat.foundation.money.vietqr.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.DescribedRefusal;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.money.vietqr.Bank;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.money.vietqr.QrCode;
import vn.thucchat.foundation.money.vietqr.QrFault;
import vn.thucchat.foundation.money.vietqr.QrReader;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.papers.QrImages;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** VietQR codes for programs: open to all, as often as a busy office needs it. */
@RestController
record VietQrApi(Banks banks, Quota quota, InstantSource clock) {

    private static final int PER_MINUTE = 120;

    /** @param service QRIBFTTA (transfer to an account) unless said otherwise; {@code amount} in đồng */
    record QrRequest(
            @Nullable String bin,
            @Nullable String account,
            @Nullable String service,
            @Nullable Long amount,
            @Nullable String purpose,
            @Nullable String billNumber) {}

    record Written(String payload) {}

    record ParseRequest(@Nullable String payload) {}

    record Flaw(String at, QrFault.Reason reason) {}

    enum Scheme {
        VIETQR,
        OTHER,
        UNKNOWN
    }

    /**
     * @param valid the text is a sound code, of VietQR or of another scheme
     * @param warnings what is odd but does not make it unsound: a memo or name that is too long, lengths in bytes,
     *     blanks around, a check sum in small letters, an unknown bank
     * @param bin with {@code account} who is paid, also where something else makes the code unsound
     * @param amount in đồng for VietQR, otherwise in {@code currency}
     */
    record Parsed(
            Scheme scheme,
            boolean valid,
            List<Flaw> errors,
            List<Flaw> warnings,
            @Nullable Boolean dynamic,
            @Nullable String bin,
            @Nullable String bank,
            @Nullable String account,
            QrCode.@Nullable Service service,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String purpose,
            @Nullable String billNumber,
            @Nullable String merchantName) {}

    @Operation(summary = "Writes the text of a VietQR code")
    @DescribedRefusal(status = "429", why = "More than 120 in a minute from one network: wait as Retry-After says")
    @PostMapping(path = "/api/v1/vietqr", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    Written write(@RequestBody QrRequest wanted, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        return new Written(code(wanted).text());
    }

    @Operation(summary = "Reads the text of a QR code, of VietQR or another scheme")
    @DescribedRefusal(status = "429", why = "More than 120 in a minute from one network: wait as Retry-After says")
    @PostMapping(path = "/api/v1/vietqr/parse", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    Parsed parse(@RequestBody ParseRequest scanned, HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        if (scanned.payload() == null) throw Problem.bad("payload", "payments.qr.payload");
        LocalDate today = BusinessTime.day(clock.instant());
        return switch (QrReader.read(
                scanned.payload(), bin -> banks.find(bin, today).isPresent())) {
            case QrCode.VietQr code -> parsed(code, today);
            case QrCode.OtherScheme code ->
                new Parsed(
                        Scheme.OTHER,
                        true,
                        List.of(),
                        errors(code.warnings()),
                        code.dynamic(),
                        null,
                        null,
                        null,
                        null,
                        number(code.amount()),
                        code.currency(),
                        null,
                        null,
                        code.merchantName());
            case QrCode.Invalid code ->
                new Parsed(
                        code.vietQr() ? Scheme.VIETQR : Scheme.UNKNOWN,
                        false,
                        errors(code.faults()),
                        List.of(),
                        null,
                        code.payee() == null ? null : code.payee().bin(),
                        code.payee() == null ? null : bank(code.payee().bin(), today),
                        code.payee() == null ? null : code.payee().account(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }

    /** The picture: an address that a page or a printer can fetch. */
    @Operation(summary = "Draws a VietQR code")
    @DescribedRefusal(status = "429", why = "More than 120 in a minute from one network: wait as Retry-After says")
    @GetMapping(value = "/api/v1/vietqr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Allow(anyone = true)
    ResponseEntity<byte[]> png(
            @RequestParam(required = false) @Nullable String bin,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String billNumber,
            HttpServletRequest request) {
        quota.charge(request, PER_MINUTE);
        var wanted = new QrRequest(bin, account, service, amount(amount), purpose, billNumber);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(QrImages.png(code(wanted).text(), 400));
    }

    private static QrCode.VietQr code(QrRequest wanted) {
        if (wanted.bin() == null || !wanted.bin().matches("[0-9]{6}")) throw Problem.bad("bin", "payments.qr.bin");
        if (wanted.account() == null) throw Problem.bad("account", "payments.qr.account");
        var code = QrCode.VietQr.transfer(
                wanted.bin(),
                wanted.account(),
                service(wanted.service()),
                wanted.amount(),
                note(wanted.purpose()),
                note(wanted.billNumber()));
        for (QrFault fault : code.faults())
            switch (fault.at()) {
                case "38/01/01" -> throw Problem.bad("account", "payments.qr.account");
                case "54" -> throw Problem.bad("amount", "payments.qr.amount");
                case "62/01" -> throw Problem.bad("billNumber", "payments.qr.note", QrCode.LONGEST_NOTE);
                default -> throw Problem.bad("purpose", "payments.qr.note", QrCode.LONGEST_NOTE);
            }
        return code;
    }

    private static QrCode.Service service(@Nullable String name) {
        if (name == null || name.isBlank()) return QrCode.Service.QRIBFTTA;
        for (var service : QrCode.Service.values()) if (service.name().equals(name)) return service;
        throw Problem.bad("service", "payments.qr.service");
    }

    private static @Nullable Long amount(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (!text.matches("[0-9]{1,13}")) throw Problem.bad("amount", "payments.qr.amount");
        return Long.parseLong(text);
    }

    /** Vietnamese letters lose their marks, which many bank apps do not pass on; what is plain stays as it is. */
    private static @Nullable String note(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : VietnameseText.unmarked(text).strip();
    }

    private Parsed parsed(QrCode.VietQr code, LocalDate today) {
        return new Parsed(
                Scheme.VIETQR,
                true,
                List.of(),
                errors(code.warnings()),
                code.dynamic(),
                code.bin(),
                bank(code.bin(), today),
                code.account(),
                code.service(),
                code.amountVnd() == null ? null : BigDecimal.valueOf(code.amountVnd()),
                "704",
                code.purpose(),
                code.billNumber(),
                code.merchantName());
    }

    private @Nullable String bank(String bin, LocalDate today) {
        return banks.find(bin, today).map(Bank::name).orElse(null);
    }

    private static List<Flaw> errors(List<QrFault> faults) {
        return faults.stream()
                .map(fault -> new Flaw(fault.at(), fault.reason()))
                .toList();
    }

    private static @Nullable BigDecimal number(@Nullable String amount) {
        return amount != null && amount.matches("[0-9]{1,13}(\\.[0-9]{1,4})?") ? new BigDecimal(amount) : null;
    }
}
