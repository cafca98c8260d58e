/** Pages of chats with the official account. */
@NullMarked
package vn.thucchat.foundation.notify.conversations.web;

import org.jspecify.annotations.NullMarked;
