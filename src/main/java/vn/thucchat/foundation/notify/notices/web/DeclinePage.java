package vn.thucchat.foundation.notify.notices.web;

import java.util.List;
import vn.thucchat.foundation.notify.channels.NoticeKind;

/** @param done whether it is declined */
public record DeclinePage(List<NoticeKind> kinds, String action, boolean done) {}
