package vn.thucchat.foundation.notify.zalo.web;

/** A refresh token as an administrator pastes it. */
record TokenForm(String token) {}
