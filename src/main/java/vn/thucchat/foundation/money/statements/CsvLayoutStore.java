package vn.thucchat.foundation.money.statements;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.formats.CsvLayout;
import vn.thucchat.foundation.money.formats.CsvMapping;
import vn.thucchat.foundation.money.formats.CsvMapping.Account;
import vn.thucchat.foundation.money.formats.CsvMapping.Amounts;
import vn.thucchat.foundation.money.formats.CsvMapping.Columns;

/** The statements of {@code payments.csv_layout}. */
@Component
record CsvLayoutStore(JdbcClient jdbc) {

    private static final String COLUMNS =
            " id, name, source, delimiter, header_line, ends_at, account_column, date_column, time_column, in_column,"
                    + " out_column, amount_column, reference_column, memo_column, payer_name_column,"
                    + " payer_account_column, decimals, date_pattern, time_pattern, charset FROM payments.csv_layout ";
    private static final String ALL = "SELECT" + COLUMNS + "ORDER BY name COLLATE \"vi-x-icu\" LIMIT 500";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE id = :id";
    private static final String INSERT = """
            INSERT INTO payments.csv_layout (id, name, source, delimiter, header_line, ends_at, account_column,
                date_column, time_column, in_column, out_column, amount_column, reference_column, memo_column,
                payer_name_column, payer_account_column, decimals, date_pattern, time_pattern, charset, added_at)
            VALUES (:id, :name, :source, :delimiter, :headerLine, :endsAt, :account, :date, :time, :in, :out, :amount,
                :reference, :memo, :payerName, :payerAccount, :decimals, :datePattern, :timePattern, :charset, :at)
            ON CONFLICT (name) DO NOTHING""";

    List<CsvLayout> all() {
        return jdbc.sql(ALL).query(CsvLayoutStore::layout).list();
    }

    Optional<CsvLayout> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(CsvLayoutStore::layout).optional();
    }

    /** @return false when there is one of that name */
    boolean insert(CsvLayout layout, Instant at) {
        CsvMapping mapping = layout.mapping();
        Columns columns = mapping.columns();
        @Nullable String in = columns.amounts() instanceof Amounts.Split split ? split.in() : null;
        @Nullable String out = columns.amounts() instanceof Amounts.Split split ? split.out() : null;
        @Nullable String signed = columns.amounts() instanceof Amounts.Signed one ? one.column() : null;
        @Nullable String account = mapping.account() instanceof Account.Column column ? column.name() : null;
        return jdbc.sql(INSERT)
                        .param("id", layout.id())
                        .param("name", layout.name())
                        .param("source", layout.source())
                        .param("delimiter", String.valueOf(mapping.delimiter()))
                        .param("headerLine", mapping.headerLine())
                        .param("endsAt", mapping.endsAt())
                        .param("account", account)
                        .param("date", columns.date())
                        .param("time", columns.time())
                        .param("in", in)
                        .param("out", out)
                        .param("amount", signed)
                        .param("reference", columns.reference())
                        .param("memo", columns.memo())
                        .param("payerName", columns.payerName())
                        .param("payerAccount", columns.payerAccount())
                        .param("decimals", mapping.decimals().name())
                        .param("datePattern", mapping.datePattern())
                        .param("timePattern", mapping.timePattern())
                        .param("charset", mapping.charset().name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static CsvLayout layout(ResultSet row, int number) throws SQLException {
        @Nullable String account = row.getString("account_column");
        @Nullable String signed = row.getString("amount_column");
        var columns = new Columns(
                row.getString("date_column"),
                row.getString("time_column"),
                signed == null
                        ? new Amounts.Split(row.getString("in_column"), row.getString("out_column"))
                        : new Amounts.Signed(signed),
                row.getString("reference_column"),
                row.getString("memo_column"),
                row.getString("payer_name_column"),
                row.getString("payer_account_column"));
        return new CsvLayout(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("source"),
                new CsvMapping(
                        row.getString("delimiter").charAt(0),
                        row.getInt("header_line"),
                        row.getString("ends_at"),
                        account == null ? new Account.Fixed("") : new Account.Column(account),
                        columns,
                        CsvMapping.DecimalStyle.valueOf(row.getString("decimals")),
                        row.getString("date_pattern"),
                        row.getString("time_pattern"),
                        Charset.forName(row.getString("charset"))));
    }
}
