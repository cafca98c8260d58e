package vn.thucchat.foundation.notify.zalo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.zalo_template}. */
@Component
record ZaloTemplateStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            SELECT kind, language, version, template_id, state, parameters, preview, made_at FROM notify.zalo_template
            """;
    private static final String LIST = COLUMNS + "ORDER BY kind, language DESC, version DESC";
    /** The person's language, else Vietnamese; of it the latest that Zalo enabled. */
    private static final String USABLE = COLUMNS + """
            WHERE kind = :kind AND language IN (:language, 'vi') AND state = 'ENABLED'
            ORDER BY (language = :language) DESC, version DESC LIMIT 1""";

    private static final String INSERT = """
            INSERT INTO notify.zalo_template (kind, language, version, template_id, state, parameters, preview, made_at)
            SELECT :kind, :language, coalesce(max(version), 0) + 1, :template, 'IN_REVIEW', :parameters, :preview, :now
            FROM notify.zalo_template WHERE kind = :kind AND language = :language
            ON CONFLICT (kind, language, version) DO NOTHING""";
    private static final String DELETE_INVENTED = "DELETE FROM notify.zalo_template WHERE template_id LIKE '0000%'";
    private static final String CHANGE = """
            UPDATE notify.zalo_template SET state = :to
            WHERE kind = :kind AND language = :language AND version = :version AND state = ANY (:from)""";
    private static final String DISABLE = """
            UPDATE notify.zalo_template SET state = 'DISABLED' WHERE template_id = :template AND state = ANY (:from)""";

    /** Those of the demonstration, whose ids begin as none of Zalo's does. */
    void deleteInvented() {
        jdbc.sql(DELETE_INVENTED).update();
    }

    List<ZaloTemplate> list() {
        return jdbc.sql(LIST).query(Rows.of(ZaloTemplate.class)).list();
    }

    Optional<ZaloTemplate> usable(String kind, String language) {
        return jdbc.sql(USABLE)
                .param("kind", kind)
                .param("language", language)
                .query(Rows.of(ZaloTemplate.class))
                .optional();
    }

    /** False when another version was added at the same moment. */
    boolean insert(String kind, String language, String template, String parameters, String preview, Instant now) {
        return jdbc.sql(INSERT)
                        .param("kind", kind)
                        .param("language", language)
                        .param("template", template)
                        .param("parameters", parameters)
                        .param("preview", preview)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean change(String kind, String language, int version, String act) {
        return jdbc.sql(CHANGE)
                        .param("kind", kind)
                        .param("language", language)
                        .param("version", version)
                        .param("to", ZaloTemplate.to(act).name())
                        .param("from", ZaloTemplate.LIFE.before(act))
                        .update()
                == 1;
    }

    /** Zalo does not take a template any more. */
    void disable(String template) {
        jdbc.sql(DISABLE)
                .param("template", template)
                .param("from", ZaloTemplate.LIFE.before("disable"))
                .update();
    }
}
