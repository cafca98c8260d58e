package vn.thucchat.foundation.money.vietqr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class BankNamesTests {

    private final BankNames names = new BankNames();

    @ParameterizedTest
    @CsvSource({
        "Vietcombank, 970436",
        "VCB, 970436",
        "vietcombank, 970436",
        "Ngân hàng TMCP Vietcombank, 970436",
        "MBBank, 970422",
        "MB Bank, 970422",
        "VPB, 970432",
        "VietinBank, 970415",
        "970415, 970415"
    })
    void a_bank_is_known_as_providers_write_it(String name, String bin) {
        assertThat(names.bins(name)).containsExactly(bin);
    }

    @Test
    void nothing_is_known_of_a_name_that_nobody_listed() {
        assertThat(names.bins("Ngân hàng Sao Hỏa")).isEmpty();
        assertThat(names.bins(null)).isEmpty();
        assertThat(names.bins("")).isEmpty();
        assertThat(names.named(List.of("970436", "970422"))).isTrue();
        assertThat(names.named(List.of("970436", "970455"))).isFalse();
    }
}
