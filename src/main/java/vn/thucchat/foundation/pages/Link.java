package vn.thucchat.foundation.pages;

/** A place to go and the words to press, in the reader's language. */
public record Link(String url, String text) {}
