/** The page of Zalo, and the address where Zalo says what became of messages. */
@NullMarked
package vn.thucchat.foundation.notify.zalo.web;

import org.jspecify.annotations.NullMarked;
