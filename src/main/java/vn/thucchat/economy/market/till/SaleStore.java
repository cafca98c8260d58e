package vn.thucchat.economy.market.till;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.sale}. */
@Component
record SaleStore(JdbcClient jdbc) {

    private static final String INSERT = "INSERT INTO market.sale (market, id, stall) VALUES (:market, :id, :stall)";
    private static final String STALLS = "SELECT id, stall FROM market.sale WHERE id = ANY (:ids)";
    private static final String FIND = "SELECT market, stall FROM market.sale WHERE id = :id";

    /** Where a sale was made. */
    record Place(UUID market, UUID stall) {}

    void insert(UUID market, UUID id, UUID stall) {
        jdbc.sql(INSERT)
                .param("market", market)
                .param("id", id)
                .param("stall", stall)
                .update();
    }

    Map<UUID, UUID> stalls(Collection<UUID> ids) {
        var stalls = new HashMap<UUID, UUID>();
        jdbc.sql(STALLS).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            stalls.put(row.getObject("id", UUID.class), row.getObject("stall", UUID.class));
        });
        return stalls;
    }

    Optional<Place> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Place.class)).optional();
    }
}
