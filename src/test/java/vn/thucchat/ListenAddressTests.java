package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class ListenAddressTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // DEMO, DATABASE_URL, ADDRESS, database unused: demonstration, address
                "-, -, -, true, '', 127.0.0.1",
                "-, -, -, false, '', ''",
                "false, -, -, true, false, ''",
                "true, -, -, false, true, 127.0.0.1",
                "-, jdbc:postgresql://db/x, -, true, false, ''",
                "true, jdbc:postgresql://db/x, -, true, true, 127.0.0.1",
                "TRUE, -, 0.0.0.0, true, true, 0.0.0.0",
                "false, -, 10.1.2.3, true, false, 10.1.2.3"
            })
    void the_demonstration_comes_on_unasked_in_a_new_embedded_database_only_and_is_heard_here_only(
            @org.jspecify.annotations.Nullable String demo,
            @org.jspecify.annotations.Nullable String url,
            @org.jspecify.annotations.Nullable String address,
            boolean unused,
            String wanted,
            String listens) {
        Map<String, String> environment = new HashMap<>();
        if (demo != null) environment.put("DEMO", demo);
        if (url != null) environment.put("DATABASE_URL", url);
        if (address != null) environment.put("ADDRESS", address);
        assertThat(ListenAddress.decide(environment, () -> unused)).isEqualTo(new ListenAddress(wanted, listens));
    }
}
