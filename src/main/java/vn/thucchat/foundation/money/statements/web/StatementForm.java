package vn.thucchat.foundation.money.statements.web;

/**
 * How a statement file that is sent is laid out, as a person chooses it.
 *
 * @param layout the id of a layout; {@code ISO} or nothing for a file that says itself what it is
 */
record StatementForm(String layout) {}
