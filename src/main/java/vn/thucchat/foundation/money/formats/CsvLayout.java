package vn.thucchat.foundation.money.formats;

import java.util.UUID;

/**
 * How a bank lays out its CSV statements, kept as data.
 *
 * @param source who says so
 * @param mapping of an account of its own where the file does not say of which it is
 */
public record CsvLayout(UUID id, String name, String source, CsvMapping mapping) {

    /** For a statement of this account. */
    CsvMapping mapping(String accountNumber) {
        return switch (mapping.account()) {
            case CsvMapping.Account.Column column -> mapping;
            case CsvMapping.Account.Fixed fixed ->
                new CsvMapping(
                        mapping.delimiter(),
                        mapping.headerLine(),
                        mapping.endsAt(),
                        new CsvMapping.Account.Fixed(accountNumber),
                        mapping.columns(),
                        mapping.decimals(),
                        mapping.datePattern(),
                        mapping.timePattern(),
                        mapping.charset());
        };
    }
}
