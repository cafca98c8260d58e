package vn.thucchat.foundation.identity.consent.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.consent.ConsentRecord;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** What a person is asked to consent to, each purpose by itself, and all that they said. */
public record ConsentsPage(List<Asked> asked, List<ConsentRecord> history, Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("consents.purpose"), Table.Column.of("consents.said"), Table.Column.of("consents.at"));

    /**
     * One purpose.
     *
     * @param last what the person last said, or null
     * @param holds whether something is done by it now
     */
    public record Asked(PurposeText text, @Nullable ConsentRecord last, boolean holds) {

        public String state(Texts t) {
            ConsentRecord said = last;
            if (said == null) return t.of("consents.state.silent");
            if (holds) return t.of("consents.state.given", t.time(said.at()));
            return t.of(said.given() ? "consents.state.changed" : "consents.state.withdrawn", t.time(said.at()));
        }
    }
}
