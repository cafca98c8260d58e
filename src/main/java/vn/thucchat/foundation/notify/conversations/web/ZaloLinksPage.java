package vn.thucchat.foundation.notify.conversations.web;

import java.util.List;
import vn.thucchat.foundation.notify.conversations.ZaloLink;

/** A person's own chats. */
public record ZaloLinksPage(List<ZaloLink> links) {}
