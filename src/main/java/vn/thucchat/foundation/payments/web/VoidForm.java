package vn.thucchat.foundation.payments.web;

/** Why a receipt is made void, as it is typed. */
record VoidForm(String reason) {}
