package vn.thucchat.foundation.notify.channels.web;

import vn.thucchat.foundation.notify.channels.KeptMessages;
import vn.thucchat.foundation.pages.Slice;

/** @param later whether this is not the first part */
public record KeptMessagesPage(Slice<KeptMessages.Kept> messages, boolean later) {}
