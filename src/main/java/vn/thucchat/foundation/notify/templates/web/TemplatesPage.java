package vn.thucchat.foundation.notify.templates.web;

import java.util.List;
import vn.thucchat.foundation.notify.templates.NoticeTemplateVersion;
import vn.thucchat.foundation.notify.templates.NoticeTemplates;

/**
 * All texts of notices as they are now.
 *
 * @param proposed versions that wait for a second administrator
 */
public record TemplatesPage(List<Row> rows, List<NoticeTemplateVersion> proposed) {

    /** A text with usual values in both languages. */
    public record Row(NoticeTemplates.Template template, String vietnamese, String english) {}
}
