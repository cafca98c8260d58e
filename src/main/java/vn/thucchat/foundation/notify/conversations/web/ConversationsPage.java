package vn.thucchat.foundation.notify.conversations.web;

import java.util.List;
import vn.thucchat.foundation.notify.conversations.ConversationTurn;
import vn.thucchat.foundation.pages.Table;

/** What people asked lately and what became of the answers. */
public record ConversationsPage(List<ConversationTurn> turns, Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("conversation.wrote"),
            Table.Column.of("conversation.answer"),
            Table.Column.of("notice.state"),
            Table.Column.of("notice.attempts"));
}
