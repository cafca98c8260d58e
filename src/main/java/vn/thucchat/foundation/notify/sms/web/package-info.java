/** The page that counts parts, and the address where a gateway says what became of messages. */
@NullMarked
package vn.thucchat.foundation.notify.sms.web;

import org.jspecify.annotations.NullMarked;
