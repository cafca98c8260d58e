package vn.thucchat.foundation.notify.zalo.web;

/** A version of a template as an administrator types it. */
record TemplateForm(String kind, String language, String template, String parameters, String preview) {}
