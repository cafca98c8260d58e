package vn.thucchat.foundation.notify.conversations.web;

/** @param action where the link is made */
public record ZaloLinkPage(String action) {}
