package vn.thucchat.foundation.notify.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.notify.channels.AddressKind;

/** Quiet hours over midnight and within a day, and addresses as people type them. */
@NullMarked
class QuietHoursTests {

    @ParameterizedTest
    @CsvSource({
        "22-6, 2026-11-30T21:59, ''",
        "22-6, 2026-11-30T22:00, 2026-12-01T06:00",
        "22-6, 2026-11-30T00:30, 2026-11-30T06:00",
        "22-6, 2026-11-30T06:00, ''",
        "12-14, 2026-11-30T13:59, 2026-11-30T14:00",
        "12-14, 2026-11-30T23:00, ''",
        "0-6, 2026-11-30T05:59, 2026-11-30T06:00",
        "22-0, 2026-11-30T23:00, 2026-12-01T00:00",
        "7-7, 2026-11-30T07:00, ''"
    })
    void they_end_in_viet_nam(String hours, String at, String end) {
        var found = QuietHours.read(hours)
                .end(LocalDateTime.parse(at).atZone(BusinessTime.VIETNAM).toInstant());
        assertThat(found.map(it -> LocalDateTime.ofInstant(it, BusinessTime.VIETNAM)
                                .toString())
                        .orElse(""))
                .isEqualTo(end);
    }

    @Test
    void what_is_no_hour_is_refused() {
        assertThatThrownBy(() -> QuietHours.read("22-24")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuietHours.read("22")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ' An@Example.VN ', an@example.vn",
        "EMAIL, an+viec@so-tay.thainguyen.gov.vn, an+viec@so-tay.thainguyen.gov.vn",
        "EMAIL, an@bücher.example, an@xn--bcher-kva.example",
        "EMAIL, an@localhost, ''",
        "EMAIL, .an@example.vn, ''",
        "EMAIL, an.@example.vn, ''",
        "EMAIL, a..n@example.vn, ''",
        "EMAIL, a.n.b@example.vn, a.n.b@example.vn",
        "EMAIL, 'an@example.vn, b@example.vn', ''",
        "EMAIL, '<an@example.vn>', ''",
        "EMAIL, ân@example.vn, ''",
        "EMAIL, '@', ''",
        "PHONE, 0912 345 678, +84912345678",
        "PHONE, +84 912.345.678, +84912345678",
        "PHONE, 84912345678, +84912345678",
        "PHONE, 02803 123 456, ''",
        "PHONE, 12345, ''"
    })
    void addresses_have_one_form(AddressKind kind, String typed, String read) {
        assertThat(Addresses.read(kind, typed).orElse("")).isEqualTo(read);
    }
}
