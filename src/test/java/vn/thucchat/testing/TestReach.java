package vn.thucchat.testing;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import vn.thucchat.foundation.identity.access.Access;

/** A little nation for tests of who reaches what; the module that knows the real one takes its place. */
@TestConfiguration(proxyBeanMethods = false)
public class TestReach {

    private static final Map<String, Set<String>> BELOW = Map.of(
            "VN", Set.of("VN", "19", "164", "05437", "05440", "01", "00004", "H55.12"),
            "19", Set.of("19", "164", "05437", "05440", "H55.12"),
            "164", Set.of("164", "05437", "05440"),
            "01", Set.of("01", "00004"));

    /** Thái Nguyên (19) with a district, two of its wards and a department; Hà Nội (01) with a ward. */
    public static final Access.Reach REACH = unit -> BELOW.getOrDefault(unit, Set.of(unit));

    @Bean
    @Fallback
    Access.Reach testReach() {
        return REACH;
    }
}
