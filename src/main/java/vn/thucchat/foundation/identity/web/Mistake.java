package vn.thucchat.foundation.identity.web;

/**
 * What is wrong with a form.
 *
 * @param field the id of the field to go to
 * @param key the message
 */
public record Mistake(String field, String key) {}
