package vn.thucchat.foundation.money.cashdesk.web;

/** Why a receipt is made void, as it is typed. */
record VoidForm(String reason) {}
