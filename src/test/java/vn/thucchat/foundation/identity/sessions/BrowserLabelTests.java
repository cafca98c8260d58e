package vn.thucchat.foundation.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserLabelTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 | Chrome · Android
            Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36 | Samsung Internet · Android
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1 | Safari · iPhone
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Edge · Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) coc_coc_browser/130.0 Chrome/130.0.0.0 Safari/537.36 | Cốc Cốc · Windows
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox · Linux
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15 | Safari · macOS
            curl/8.11.0 | curl
            """)
    void a_browser_is_called_as_its_owner_calls_it(String header, String label) {
        assertThat(BrowserLabel.of(header)).isEqualTo(label);
    }

    @Test
    void nothing_of_an_unknown_header_comes_out() {
        assertThat(BrowserLabel.of("<script>alert(1)</script>")).isEmpty();
        assertThat(BrowserLabel.of(null)).isEmpty();
    }
}
