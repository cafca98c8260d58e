package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invented citizen or company whom the imitation of VNeID knows. Numbers begin with 000, which no birth was ever
 * registered under.
 *
 * @param subject the imitation's own name of the account
 * @param number of identification; empty for who has not shown one
 * @param organisation tax code of a company; empty for a person
 */
public record VneidCitizen(
        String subject,
        String number,
        String name,
        @Nullable LocalDate born,
        String organisation) {

    static final VneidCitizen LAN =
            new VneidCitizen("lan", "000188000015", "Ma Thị Lan", LocalDate.of(1988, 4, 12), "");
    static final VneidCitizen THANG =
            new VneidCitizen("thang", "000061000028", "Lý Văn Thắng", LocalDate.of(1961, 9, 3), "");

    /** All of them; the first two have accounts here. */
    public static final List<VneidCitizen> ALL = List.of(
            LAN,
            THANG,
            new VneidCitizen("minh", "000095000036", "Hoàng Văn Minh", LocalDate.of(1995, 6, 20), ""),
            new VneidCitizen("che", "", "Công ty TNHH Chè minh họa", null, "4600000024"),
            new VneidCitizen("chua", "", "Triệu Thị Chưa", null, ""));

    static Optional<VneidCitizen> find(String subject) {
        return ALL.stream().filter(citizen -> citizen.subject().equals(subject)).findFirst();
    }
}
