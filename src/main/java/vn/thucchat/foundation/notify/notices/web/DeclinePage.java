package vn.thucchat.foundation.notify.notices.web;

import vn.thucchat.foundation.notify.channels.NoticeKind;

/** @param done whether it is declined */
public record DeclinePage(NoticeKind kind, String action, boolean done) {}
