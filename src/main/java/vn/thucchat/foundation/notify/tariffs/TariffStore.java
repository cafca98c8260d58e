package vn.thucchat.foundation.notify.tariffs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.tariff}. */
@Component
record TariffStore(JdbcClient jdbc) {

    /** Of two prices from the same day the one that was entered last corrects the other. */
    private static final String LIST = """
            SELECT DISTINCT ON (medium, valid_from) medium, valid_from, price_vnd, document FROM notify.tariff
            ORDER BY medium, valid_from DESC, id DESC""";

    private static final String ON = """
            SELECT DISTINCT ON (medium) medium, valid_from, price_vnd, document FROM notify.tariff
            WHERE valid_from <= :day ORDER BY medium, valid_from DESC, id DESC""";
    private static final String INSERT = """
            INSERT INTO notify.tariff (id, medium, valid_from, price_vnd, document, made_by, made_at)
            VALUES (:id, :medium, :from, :price, :document, :by, :now)""";
    private static final String DELETE_OF = "DELETE FROM notify.tariff WHERE made_by = :by";

    void deleteOf(UUID maker) {
        jdbc.sql(DELETE_OF).param("by", maker).update();
    }

    List<Tariff> list() {
        return jdbc.sql(LIST).query(Rows.of(Tariff.class)).list();
    }

    /** The price of each medium on a day, where one was entered. */
    List<Tariff> on(LocalDate day) {
        return jdbc.sql(ON).param("day", day).query(Rows.of(Tariff.class)).list();
    }

    void insert(UUID id, Tariff tariff, UUID by, Instant now) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("medium", tariff.medium().name())
                .param("from", tariff.validFrom())
                .param("price", tariff.priceVnd())
                .param("document", tariff.document())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
