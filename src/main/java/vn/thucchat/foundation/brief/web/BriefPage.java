package vn.thucchat.foundation.brief.web;

import vn.thucchat.foundation.brief.Brief;

/** @param name of the reader */
public record BriefPage(Brief brief, String name) {}
