package vn.thucchat.foundation.notify.conversations.web;

/** @param chat mark of one of the person's own */
record UnlinkForm(String chat) {}
