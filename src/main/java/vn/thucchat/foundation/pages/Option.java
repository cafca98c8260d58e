package vn.thucchat.foundation.pages;

/** One choice of a list: the value that is sent and the words that are read. */
public record Option(String value, String text) {}
