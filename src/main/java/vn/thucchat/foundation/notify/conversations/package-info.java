/**
 * The official account on Zalo as a door: people write to it or press its menu, and rooms answer ({@link
 * vn.thucchat.foundation.notify.channels.ConversationHandler}). What Zalo tells twice is answered once, within the 48 hours
 * in which answers are taken; each try is kept. A chat is linked to an account by a link that is good once, opened by the
 * person signed in; to any other chat nothing is said of a person. Tables in schema {@code notify}, shard key {@code chat}:
 * {@code conversation_turn}, {@code conversation_try}, {@code zalo_link}, {@code zalo_link_offer}. Records no
 * facts, publishes no events; sends {@code notify.zalo-linked} to the inbox. Routes: {@code /id/zalo}, {@code
 * /admin/notices/conversations}.
 */
@ApplicationModule(
        displayName = "Notify · conversations",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.notify.channels",
            "foundation.notify.zalo",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.notify.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
