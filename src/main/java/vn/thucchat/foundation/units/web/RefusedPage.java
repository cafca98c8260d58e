package vn.thucchat.foundation.units.web;

/** Says why a page cannot be had. */
public record RefusedPage(String detail) {}
