package vn.thucchat.demonstration;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code demonstration.signed_sample}. */
@Component
record SignedSampleStore(JdbcClient jdbc) {

    private static final String NAMES =
            "SELECT name FROM demonstration.signed_sample WHERE name <> 'root' ORDER BY name DESC";
    private static final String FIND = "SELECT content FROM demonstration.signed_sample WHERE name = :name";
    private static final String INSERT =
            "INSERT INTO demonstration.signed_sample (name, content) VALUES (:name, :content)";

    List<String> names() {
        return jdbc.sql(NAMES).query((row, _) -> row.getString("name")).list();
    }

    Optional<byte[]> find(String name) {
        return jdbc.sql(FIND).param("name", name).query(byte[].class).optional();
    }

    void insert(String name, byte[] content) {
        jdbc.sql(INSERT).param("name", name).param("content", content).update();
    }
}
